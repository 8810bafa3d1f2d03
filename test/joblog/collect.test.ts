import { expect, test } from "vitest";
import { collector, type ReadRecords } from "../../src/joblog/collect.ts";
import type { Flaw } from "../../src/joblog/records/job.ts";

const NEGATIVE: Flaw = { flaw: "negative", field: "cost", value: "-1" };

/** A log of numbers: those below 0 are unreadable records, and the last line is invalid JSON. */
const log =
  (...values: number[]): ReadRecords =>
  async (sink) => {
    for (const [index, value] of values.entries()) sink.record(value, index + 1);
    sink.broken(values.length + 1, "not-json", "{");
    return "jsonl";
  };
const accept = (value: unknown): Flaw | null => (Number(value) < 0 ? NEGATIVE : null);

test("each record of all logs is read or counted as unreadable with its file and line", async () => {
  const logs = collector();
  expect(await logs.collect("a.jsonl", log(1, -1, 2), accept)).toBe(2);
  expect(await logs.collect("b.jsonl", log(-1), accept)).toBe(0);
  // One negative and one broken line in each.
  expect(logs.bad()).toEqual({
    count: 4,
    first: [
      { ...NEGATIVE, file: "a.jsonl", line: 2 },
      { flaw: "not-json", field: "", value: "{", file: "a.jsonl", line: 4 },
      { ...NEGATIVE, file: "b.jsonl", line: 1 },
      { flaw: "not-json", field: "", value: "{", file: "b.jsonl", line: 2 },
    ],
  });
});

test("twenty unreadable records are kept, and all are counted", async () => {
  const logs = collector();
  await logs.collect("a.jsonl", log(...Array.from({ length: 24 }, () => -1)), accept);
  const { count, first } = logs.bad();
  expect([count, first.length, first.at(-1)?.line]).toEqual([25, 20, 20]);
});
