import * as z from "zod";

/** A calendar month, `YYYY-MM`. Compared as text. */
export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** A month as a key of a map. */
export const month = z.string().regex(MONTH, { error: "month" });

/** The month that lies so many after that of a day or month: 2 after 2026-11-28 is 2027-01. */
export function monthAfter(date: string, after: number): string {
  const [year = 0, number = 1] = date.split("-").map(Number);
  const months = year * 12 + (number - 1) + after;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}
