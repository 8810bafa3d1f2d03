import { dayNumber } from "../../notation/date.ts";
import { dayOf, momentOf } from "../../notation/time.ts";

/** The first (`from`) and last (`day`) UTC day of a bill row, as days since 1970. They are equal for a row of one day. */
export type BillDays = { from: number; day: number };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The days of a bill row from a moment or a day (ISO 8601, seconds since 1970), a month (`2026-11`, `202611`, `Nov 2026`), or
 * `11/30/2026` if the export is known to write the month first.
 * @returns null for any other text
 */
export function billDays(written: string | number, isMonthFirst: boolean): BillDays | null {
  const text = String(written).trim();
  const [, month, date, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (month !== undefined) return isMonthFirst && Number(month) <= 12 && Number(date) <= 31 ? one(dayNumber(Number(year), Number(month), Number(date))) : null;
  const numbers = /^(20\d\d)-?(0[1-9]|1[0-2])$/.exec(text);
  if (numbers) return ofMonth(Number(numbers[1]), Number(numbers[2]));
  const named = /^([a-z]{3,9})\.?,? (\d{4})$/i.exec(text);
  if (named) {
    const index = MONTHS.indexOf(String(named[1]).slice(0, 3).toLowerCase());
    return index < 0 ? null : ofMonth(Number(named[2]), index + 1);
  }
  const moment = momentOf(typeof written === "number" ? written : text.replace(/(\.\d{3})\d+/, "$1"));
  return Number.isNaN(moment) ? null : one(dayOf(moment));
}

function one(day: number): BillDays {
  return { from: day, day };
}

function ofMonth(year: number, month: number): BillDays {
  return { from: dayNumber(year, month, 1), day: dayNumber(year, month + 1, 1) - 1 };
}
