import { expect, test } from "vitest";
import { keysOf } from "../../src/catalog/clip-request.ts";
import { lengthsNear } from "../../src/engine/length.ts";
import { requestOf } from "../../src/engine/request.ts";
import type { Model } from "../../src/prices/book.ts";
import { bookOfFiles } from "../in-memory.ts";

function near(seconds: number, accepts: object, cases: object[] = [], fields: Record<string, string> = {}): unknown {
  const file = { provider: "p", name: "P", models: [{ id: "m", modes: ["text-to-video"], accepts, cases, prices: [] }] };
  const model = bookOfFiles(file).provider("p")?.models[0] as Model;
  return lengthsNear(model, seconds, (duration) => requestOf(keysOf(new Map(Object.entries({ ...fields, duration }))), model, {}));
}

const CASES = [{ when: { resolution: "1080p" }, accepts: { duration: [8] } }];

test.each<[string, number, object, object]>([
  ["between the values of a list", 7, [5, 10, "auto"], { shorter: 5, longer: 10 }],
  ["below a list", 3, [5, 10], { longer: 5 }],
  ["above a list", 12, [5, 10], { shorter: 10 }],
  ["between the steps of a range", 5.5, { min: 3, max: 15, step: 1 }, { shorter: 5, longer: 6 }],
  ["between steps that do not start at 0", 7, { min: 6, max: 20, step: 4 }, { shorter: 6, longer: 10 }],
  ["below a range", 1, { min: 3, max: 15, step: 1 }, { longer: 3 }],
  // The steps from 2 are 2, 5 and 8: 9 is the maximum, and no step.
  ["above the last step of a range", 20, { min: 2, max: 9, step: 3 }, { shorter: 8 }],
  ["tenths of a second", 0.25, { min: 0.1, max: 1, step: 0.1 }, { shorter: 0.2, longer: 0.3 }],
  ["above a range without steps", 20, { min: 3, max: 15 }, { shorter: 15 }],
])("the lengths near a request: %s", (_, seconds, duration, expected) => expect(near(seconds, { duration })).toEqual(expected));

test("the nearest lengths are those that this request accepts", () => {
  const accepts = { duration: [4, 6, 8], resolution: ["720p", "1080p"] };
  expect(near(5, accepts, CASES, { resolution: "720p" })).toEqual({ shorter: 4, longer: 6 });
  expect(near(5, accepts, CASES, { resolution: "1080p" })).toEqual({ longer: 8 });
});

test("there are no nearest lengths if the book names none", () => expect(near(5, {})).toEqual({}));
