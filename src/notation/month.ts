import * as z from "zod";

/** A calendar month, `YYYY-MM`. Months can be compared as text. */
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A month as a key of a YAML map. */
export const month = z.string().regex(MONTH, { error: "month" });

/** The most months that a report shows. Nobody plans more than five years ahead, and prices do not last as long. */
export const MOST_MONTHS = 60;

/** Whether a report can show this many months, its own month included: a whole number from 1 to 60. */
export function isMonthCount(months: number): boolean {
  return Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS;
}

/** @throws RangeError if a report cannot show this many months */
export function requireMonthCount(months: number): void {
  if (!isMonthCount(months)) throw new RangeError(`months must be a whole number from 1 to ${MOST_MONTHS}.`);
}

/** The month, `YYYY-MM`, that is `after` months after that of a day or month: 2027-01 is 2 months after 2026-11-28. */
export function monthAfter(date: string, after: number): string {
  const [year = 0, number = 1] = date.split("-").map(Number);
  const months = year * 12 + (number - 1) + after;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}
