import * as z from "zod";

/** A calendar day in UTC, `YYYY-MM-DD`. Compared as text. */
export const date = z.string({ error: "date" }).refine(isDate, { error: "date" }).describe("A day in UTC: YYYY-MM-DD");

/** Whether a text is a day that exists (2026-02-30 does not). */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOfDay(numberOf(text)) === text;
}

/** @returns whole days from `earlier` to `later`, negative if the order is the other. */
export function daysBetween(earlier: string, later: string): number {
  return numberOf(later) - numberOf(earlier);
}

/** The day before a day. */
export function dayBefore(date: string): string {
  return dateOfDay(numberOf(date) - 1);
}

function numberOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return dayNumber(year, month, day);
}

const MILLISECONDS = 86_400_000;

/** After so many days, 400 years, the Gregorian calendar begins again. `Date.UTC` takes the years 0 to 99 for those of 1900, so it is asked for the year 400 years on. */
const CYCLE = { years: 400, days: 146_097 };

/** Days since 1970-01-01 of a day of the Gregorian calendar; the 31st of a month of 30 days is the first of the next. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year + CYCLE.years, month - 1, day) / MILLISECONDS - CYCLE.days;
}

/** `YYYY-MM-DD` of a day's number: 0 is 1970-01-01. */
export function dateOfDay(day: number): string {
  const date = new Date(day * MILLISECONDS);
  const parts = [String(date.getUTCFullYear()).padStart(4, "0"), date.getUTCMonth() + 1, date.getUTCDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
