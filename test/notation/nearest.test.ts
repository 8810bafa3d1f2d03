import { expect, test } from "vitest";
import { nearest, nearestFew } from "../../src/notation/nearest.ts";

test.each<[string, string[], string | null]>([
  ["opnai", ["openai", "google"], "openai"],
  ["OPENAI", ["openai"], "openai"],
  // A third of six letters is two edits: `ab` for `opena` is more.
  ["openai", ["ab"], null],
  ["ab", ["abcd", "abcde"], "abcd"],
  // A missing letter, or two swapped letters: the name of the same length is likelier.
  ["modle", ["mode", "model"], "model"],
  ["mian", ["main", "mia", "man"], "main"],
  [`${"x".repeat(199)}y`, ["x".repeat(200)], "x".repeat(200)],
  ["x".repeat(4_500_000), ["x".repeat(200)], null],
])("the nearest name to %.20s", (name, candidates, expected) => {
  const started = performance.now();
  expect(nearest(name, candidates)).toBe(expected);
  expect(performance.now() - started).toBeLessThan(1000);
});

test("several near names are sorted, the most likely first", () => {
  expect(nearestFew("origin/mian", ["origin/main", "main", "origin/maint", "feature"])).toEqual(["origin/main", "origin/maint"]);
});
