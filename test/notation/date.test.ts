import { expect, test } from "vitest";
import { dayBefore, daysBetween } from "../../src/notation/date.ts";

test.each([
  ["2026-11-22", "2026-11-21"],
  ["2026-11-01", "2026-10-31"],
  ["2026-07-01", "2026-06-30"],
  ["2026-01-01", "2025-12-31"],
  ["2026-03-01", "2026-02-28"],
  ["2028-03-01", "2028-02-29"],
  ["2100-03-01", "2100-02-28"],
])("the day before %s is %s", (day, before) => {
  expect(dayBefore(day)).toBe(before);
  expect(daysBetween(before, day)).toBe(1);
});
