import { expect, test } from "vitest";
import { type Criteria, searchRows } from "../../src/engine/search.ts";
import { ACME, bookOfFiles } from "../in-memory.ts";

const WITHOUT_DEFAULTS = {
  provider: "bare",
  name: "Bare",
  models: [
    {
      id: "bare-1",
      modes: ["text-to-video"],
      accepts: { duration: [6, 12], resolution: ["480p", "1080p"] },
      prices: [
        {
          source: "s",
          checked: "2026-01-01",
          confidence: "provider",
          charges: [
            {
              meter: "second",
              by: ["resolution"],
              rows: [
                ["480p", 0.1],
                ["1080p", 0.3],
              ],
            },
          ],
        },
      ],
    },
    {
      id: "bare-edit",
      modes: ["video-to-video"],
      accepts: {},
      prices: [{ source: "s", checked: "2026-01-01", confidence: "provider", charges: [{ meter: "second", of: "input_video", usd: 0.2 }] }],
    },
  ],
};

const book = bookOfFiles(ACME, WITHOUT_DEFAULTS);
const ids = (criteria: Criteria): string[] => searchRows(book, criteria, "2026-11-22").map(({ id }) => id);

test.each<[Criteria, string[]]>([
  [{ provider: "bare" }, ["bare/bare-1", "bare/bare-edit"]],
  [{ model: "acme" }, ["acme/acme-1"]],
  [{ mode: "video-to-video" }, ["bare/bare-edit"]],
  [{ resolution: "1080P" }, ["acme/acme-1", "bare/bare-1"]],
  [{ query: "ACME credits" }, ["acme/acme-credits"]],
  [{ query: "acme/acme-1" }, ["acme/acme-1"]],
  [{ query: "no such" }, []],
  [{ provider: "acme", mode: "image-to-video" }, ["acme/acme-1"]],
])("%j finds %j", (criteria, found) => expect(ids(criteria)).toEqual(found));

test("what has no default takes the first value accepted, and says so", () => {
  const [bare, edit] = searchRows(book, { provider: "bare" }, "2026-11-22");
  // 5 s is not sold: 6 s × $0.10 at 480p; 5 s of input × $0.20.
  expect([bare?.example?.amount.toNumber(), bare?.example?.request]).toEqual([0.6, { duration: 6, resolution: "480p" }]);
  expect([edit?.example?.amount.toNumber(), edit?.example?.request]).toEqual([1, { duration: 5, "input.video": 5 }]);
});

test("the resolution and mode searched for are priced", () => {
  const [acme, bare] = searchRows(book, { resolution: "1080p" }, "2026-11-22");
  // 5 s × $0.15 × 2; 6 s × $0.30.
  expect([acme?.example?.amount.toNumber(), bare?.example?.amount.toNumber()]).toEqual([1.5, 1.8]);
});

test("states are of the day asked for", () => {
  const state = (date: string): (string | undefined)[] => searchRows(book, { model: "acme-0" }, date).map(({ status }) => status);
  expect([state("2026-05-31"), state("2026-06-01")]).toEqual([["retiring"], ["retired"]]);
  expect(searchRows(book, { model: "acme-secret" }, "2026-11-22").map(({ status, example }) => [status, example])).toEqual([["unpriced", null]]);
});
