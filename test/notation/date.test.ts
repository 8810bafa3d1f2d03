import { expect, test } from "vitest";
import { dateOfDay, dayBefore, dayNumber, daysBetween, isDate } from "../../src/notation/date.ts";

test.each([
  ["2026-11-22", "2026-11-21"],
  ["2026-11-01", "2026-10-31"],
  ["2026-07-01", "2026-06-30"],
  ["2026-01-01", "2025-12-31"],
  ["2026-03-01", "2026-02-28"],
  ["2028-03-01", "2028-02-29"],
  ["2100-03-01", "2100-02-28"],
  ["0001-01-01", "0000-12-31"],
])("the day before %s is %s", (day, before) => {
  expect(dayBefore(day)).toBe(before);
  expect(daysBetween(before, day)).toBe(1);
});

// 2000-01-01 is 30 years of 365 days and 7 leap days (1972 to 1996) after 1970: 10,957. 1600 is a cycle of 146,097 days before 2000.
test.each([
  [1970, 1, 1, 0],
  [2000, 1, 1, 10_957],
  [1600, 1, 1, 10_957 - 146_097],
  [26, 11, 22, 20_779 - 5 * 146_097],
])("the day %i-%i-%i is number %i", (year, month, day, number) => {
  expect(dayNumber(year, month, day)).toBe(number);
});

// 2026-11-22 is 20,454 days (56 years, 14 of them leap years) and 325 days of 2026 after 1970; five cycles before it is the year 26.
test("the number of a day can be converted to text in years with fewer digits, too", () => {
  expect(dateOfDay(20_779)).toBe("2026-11-22");
  expect(dateOfDay(20_779 - 5 * 146_097)).toBe("0026-11-22");
});

test.each(["2026-02-28", "2028-02-29", "2000-02-29", "0026-11-22", "9999-12-31"])("%s is a valid day", (text) => expect(isDate(text)).toBe(true));
test.each(["2026-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32", "2026-1-1", "26-11-22", "today"])(
  "%s is not a valid day",
  (text) => expect(isDate(text)).toBe(false),
);
