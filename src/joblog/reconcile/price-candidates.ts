import type { ComparedJob, JobBill } from "./compared-job.ts";
import { near } from "./near.ts";

/** Common resolutions of clips. */
const RESOLUTIONS = ["360p", "480p", "540p", "720p", "768p", "1080p", "1440p", "2160p"];

/** A bill of more than this many times the price is not explained by a longer clip. */
const MOST_TIMES = 6;

/** Seconds between the lengths that are tried. */
const STEP = 0.5;

/**
 * Other explanations of a bill than another unit price: another length or resolution that neither the record nor the bill shows, or several
 * charges. `length` and `resolution`: what was billed, "" if unknown. `could`: the explanations as a list, such as `10 s, 1080p`.
 */
export function priceCandidates({ job, workload, day, cost, expected, costOf }: ComparedJob, bill: JobBill): Record<"length" | "resolution" | "could", string> {
  const isAt = (seconds: number, resolution: string): boolean => {
    const other = costOf(workload, day, seconds, resolution);
    return other !== null && near(other.amount, bill.amount) && !near(other.amount, cost.amount);
  };
  const shown = { length: Number.isNaN(bill.seconds) ? "" : `${bill.seconds} s`, resolution: bill.resolution };
  if (bill.amount > MOST_TIMES * expected) return { ...shown, could: "" };
  const asked = job.requested_seconds;
  const seconds = Math.round((cost.seconds * bill.amount) / cost.amount / STEP) * STEP;
  const lengths = Number.isNaN(bill.seconds) && seconds > 0 && isAt(seconds, job.resolution) ? [`${seconds} s`] : [];
  const resolutions = bill.resolution === "" && cost.resolution !== "" ? RESOLUTIONS.filter((resolution) => isAt(asked, resolution)) : [];
  const times = Math.round(bill.amount / expected);
  const charges = times >= 2 && near(bill.amount, times * expected) ? [`${times} charges`] : [];
  return { ...shown, could: [...lengths, ...resolutions.slice(0, 1), ...charges].join(", ") };
}
