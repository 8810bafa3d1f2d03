import * as z from "zod";

/** A calendar day in UTC, `YYYY-MM-DD`. Compared as text. */
export const date = z.string({ error: "date" }).refine(isDate, { error: "date" }).describe("A day in UTC: YYYY-MM-DD");

/** Whether a text is a day that exists (2026-02-30 does not). */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** @returns whole days from `earlier` to `later`, negative if the order is the other. */
export function daysBetween(earlier: string, later: string): number {
  return dayNumber(later) - dayNumber(earlier);
}

/** The day before a day. */
export function dayBefore(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const [y, m, d] = day > 1 ? [year, month, day - 1] : month > 1 ? [year, month - 1, daysInMonth(year, month - 1)] : [year - 1, 12, 31];
  return [String(y).padStart(4, "0"), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-");
}

/** Days since 0000-03-01 in the proleptic Gregorian calendar (Fliegel and Van Flandern, 1968). */
function dayNumber(day: string): number {
  const [y = 0, m = 0, d = 0] = day.split("-").map(Number);
  const year = m < 3 ? y - 1 : y;
  const month = (m + 9) % 12;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + Math.floor((153 * month + 2) / 5) + d - 1;
}
