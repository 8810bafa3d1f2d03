import * as z from "zod";

/** A calendar month, `YYYY-MM`. Compared as text. */
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A month as a key of a map. */
export const month = z.string().regex(MONTH, { error: "month" });

/** Beyond five years a plan is no plan, and no price holds. */
export const MOST_MONTHS = 60;

/** Whether a number of months can be shown, that of the report included: a whole number from 1 to 60. */
export function isMonthCount(months: number): boolean {
  return Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS;
}

/** @throws RangeError for a number of months that cannot be shown */
export function requireMonthCount(months: number): void {
  if (!isMonthCount(months)) throw new RangeError(`months must be a whole number from 1 to ${MOST_MONTHS}.`);
}

/** The month that lies so many after that of a day or month: 2 after 2026-11-28 is 2027-01. */
export function monthAfter(date: string, after: number): string {
  const [year = 0, number = 1] = date.split("-").map(Number);
  const months = year * 12 + (number - 1) + after;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}
