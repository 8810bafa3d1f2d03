import { dayNumber } from "./date.ts";

/** A number above this is read as milliseconds: as seconds, it would be the year 5138 or later. */
const MILLISECONDS_ABOVE = 1e11;

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:[.,]\d+)?))?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i;

const DAY = 86_400;

/**
 * A moment as seconds since 1970-01-01 UTC. It is written as seconds or milliseconds since then (a number or text), or
 * in ISO 8601. A time without a zone is UTC, and a day alone is its midnight.
 * @returns NaN for anything else
 */
export function momentOf(written: number | string): number {
  if (typeof written === "number") return written > MILLISECONDS_ABOVE ? written / 1000 : written;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0", zone = "Z"] = ISO.exec(written) ?? [];
  if (year === undefined) return written.trim() === "" ? Number.NaN : momentOf(Number(written));
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31 || Number(hours) > 24 || Number(minutes) > 59) return Number.NaN;
  const days = dayNumber(Number(year), Number(month), Number(day));
  return days * DAY + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", ".")) - offsetOf(zone);
}

/** How many seconds a zone is ahead of UTC: 3600 for `+01:00`. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** The UTC day of a moment (in seconds since 1970), as days since 1970-01-01. */
export function dayOf(moment: number): number {
  return Math.floor(moment / DAY);
}
