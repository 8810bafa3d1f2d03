/** A number above this is milliseconds: as seconds it would be the year 5138. */
const MILLISECONDS_ABOVE = 1e11;

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:[.,]\d+)?))?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i;

const DAY = 86_400;

/**
 * A moment as seconds since 1970 in UTC, of seconds or milliseconds since then, as a number or as text,
 * or of ISO 8601: with no zone it is UTC, and a day is its midnight.
 * @returns NaN for what is none of these
 */
export function momentOf(written: number | string): number {
  if (typeof written === "number") return written > MILLISECONDS_ABOVE ? written / 1000 : written;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0", zone = "Z"] = ISO.exec(written) ?? [];
  if (year === undefined) return written.trim() === "" ? Number.NaN : momentOf(Number(written));
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31 || Number(hours) > 24 || Number(minutes) > 59) return Number.NaN;
  const days = dayNumber(Number(year), Number(month), Number(day));
  return days * DAY + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", ".")) - offsetOf(zone);
}

/** Seconds that a zone is ahead of UTC. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** Days since 1970-01-01 of a day of the proleptic Gregorian calendar (years that start in March: Howard Hinnant, days_from_civil). */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** The number of the UTC day of a moment, days since 1970-01-01. */
export function dayOf(moment: number): number {
  return Math.floor(moment / DAY);
}

/** `YYYY-MM-DD` of a day's number (Hinnant, civil_from_days). */
export function dateOfDay(day: number): string {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const part = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * part + 2) / 5) + 1;
  const month = part < 10 ? part + 3 : part - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
