import { expect, test } from "vitest";
import { nearest } from "../../src/notation/nearest.ts";

test.each<[string, string[], string | null]>([
  ["opnai", ["openai", "google"], "openai"],
  ["OPENAI", ["openai"], "openai"],
  // A third of six letters is two edits: `ab` for `opena` is more.
  ["openai", ["ab"], null],
  ["ab", ["abcd", "abcde"], "abcd"],
  [`${"x".repeat(199)}y`, ["x".repeat(200)], "x".repeat(200)],
  ["x".repeat(4_500_000), ["x".repeat(200)], null],
])("%.20s", (name, candidates, expected) => {
  const started = performance.now();
  expect(nearest(name, candidates)).toBe(expected);
  expect(performance.now() - started).toBeLessThan(1000);
});
