import * as z from "zod";

/** A calendar day in UTC, `YYYY-MM-DD`. Days can be compared as text. */
export const date = z.string({ error: "date" }).refine(isDate, { error: "date" }).describe("A day in UTC: YYYY-MM-DD");

/** Whether a text is a day, `YYYY-MM-DD`, that exists: 2026-02-30 does not. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOfDay(numberOf(text)) === text;
}

/** @returns whole days from `earlier` to `later`; negative if `later` is the earlier one */
export function daysBetween(earlier: string, later: string): number {
  return numberOf(later) - numberOf(earlier);
}

/** The day before a day, both `YYYY-MM-DD`. */
export function dayBefore(date: string): string {
  return dateOfDay(numberOf(date) - 1);
}

function numberOf(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return dayNumber(year, month, day);
}

const MILLISECONDS = 86_400_000;

/** The Gregorian calendar repeats every 400 years. `Date.UTC` reads the years 0 to 99 as 1900 to 1999, so it is called with a year 400 years later. */
const CYCLE = { years: 400, days: 146_097 };

/** The days from 1970-01-01 to a day of the Gregorian calendar. `month` is 1–12. A day or month that is too large runs over: April 31 is May 1. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year + CYCLE.years, month - 1, day) / MILLISECONDS - CYCLE.days;
}

/** The day, `YYYY-MM-DD`, that is so many days after 1970-01-01: 0 is 1970-01-01. */
export function dateOfDay(day: number): string {
  const date = new Date(day * MILLISECONDS);
  const parts = [String(date.getUTCFullYear()).padStart(4, "0"), date.getUTCMonth() + 1, date.getUTCDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
