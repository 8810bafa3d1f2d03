import { expect, test } from "vitest";
import { boundaries, isAccepted, listedValues } from "../../src/prices/accepts.ts";
import type { Accepted } from "../../src/prices/book.ts";
import { modelEntry } from "../../src/prices/write.ts";
import { bookOfFiles } from "../in-memory.ts";

const written = { duration: { min: 3, max: 10, step: 0.5, auto: true }, resolution: ["720p", "1080P"], fps: { min: 8, max: 60 } };
const model = bookOfFiles({ provider: "p", name: "P", models: [{ id: "m", modes: ["text-to-video"], accepts: written, prices: [] }] }).provider("p")?.models[0];

test("accepted values are a list or a range, and are written back unchanged", () => {
  expect(model?.accepts).toEqual({
    duration: { kind: "range", min: 3, max: 10, step: 0.5, auto: true },
    resolution: { kind: "list", values: ["720p", "1080p"] },
    fps: { kind: "range", min: 8, max: 60 },
  });
  expect(model && modelEntry(model)["accepts"]).toEqual({ ...written, resolution: ["720p", "1080p"] });
});

const range: Accepted = { kind: "range", min: 3, max: 10, step: 0.5, auto: true };
const list: Accepted = { kind: "list", values: [4, 8, "auto"] };

test.each([
  // (3.5 − 3) / 0.5 = 1 step; (3.2 − 3) / 0.5 is none.
  [range, 3.5, true],
  [range, 3.2, false],
  [range, 10.5, false],
  [range, "auto", true],
  [{ kind: "range", min: 3, max: 10 }, "auto", false],
  [list, 8, true],
  [list, 6, false],
  [list, "auto", true],
] satisfies [Accepted, number | string, boolean][])("%j accepts %j: %j", (limit, value, accepted) => {
  expect(isAccepted(limit, value)).toBe(accepted);
});

test("a range has bounds and no listed values; a list has both", () => {
  expect([boundaries(range), listedValues(range)]).toEqual([[3, 10], []]);
  expect([boundaries(list), listedValues(list)]).toEqual([
    [4, 8],
    [4, 8, "auto"],
  ]);
  expect(listedValues(undefined)).toEqual([]);
});
