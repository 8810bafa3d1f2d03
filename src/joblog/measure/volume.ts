import { DAYS_A_MONTH } from "../../engine/volume.ts";
import { Z_TWO_SIDED_95 } from "../../stats/normal.ts";
import { type Observed, spanOf } from "./observed.ts";

/** What differs by less than this share is as declared. */
export const MATERIAL = 0.1;

/** A week has its own rhythm: a shorter log does not say how much a month has. */
export const LEAST_DAYS = 7;

/** Jobs a day over the span of a log, and of a month at that pace. Null per month of a log without a span. */
export function volumeOf(seen: Observed): { days: number; perMonth: number | null } {
  const days = spanOf(seen) / 86_400;
  return { days, perMonth: days > 0 ? (seen.jobs / days) * DAYS_A_MONTH : null };
}

/** Only of a log over a week or more, and where chance alone does not explain the difference. */
export function isOtherVolume(seen: Observed, declared: number): boolean {
  const { days, perMonth } = volumeOf(seen);
  if (days < LEAST_DAYS || perMonth === null) return false;
  const planned = (declared * days) / DAYS_A_MONTH;
  return Math.abs(perMonth - declared) > MATERIAL * declared && Math.abs(seen.jobs - planned) > Z_TWO_SIDED_95 * Math.sqrt(Math.max(planned, 1));
}
