import { ownText } from "../memory/own-text.ts";
import type { BillingRow } from "../records/billing-row.ts";

/** Refunds come late: the newest days of a bill may still change. */
export const PROVISIONAL_DAYS = 3;

/** What was billed of one job, or of one SKU on one day. */
export type Billed = { id: string; request_id: string; sku: string; day: number; amount: number; seconds: number; matched: boolean };

/** A bill, by job and by SKU and day. Money in the reporting currency. */
export type Billing = {
  add: (row: BillingRow, amount: number) => void;
  /** What was billed of a job, which is marked as found; undefined where it has no row. */
  ofJob: (job_id: string) => Billed | undefined;
  /** Whether the export names jobs. */
  byJob: () => boolean;
  /** Rows by job that no job was found for. */
  unmatched: () => Billed[];
  /** Rows that name no job, added up by SKU and day. */
  bySku: () => Billed[];
  /** The first and the last day; NaN where no row has a day. */
  days: () => [first: number, last: number];
  isProvisional: (day: number) => boolean;
};

export function billingOf(): Billing {
  const jobs = new Map<string, Billed>();
  const skus = new Map<string, Billed>();
  let [first, last] = [Number.NaN, Number.NaN];
  return {
    add({ job_id, request_id, sku, day, seconds }, amount) {
      if (!Number.isNaN(day)) {
        first = Number.isNaN(first) ? day : Math.min(first, day);
        last = Number.isNaN(last) ? day : Math.max(last, day);
      }
      const [map, key] = job_id === "" ? ([skus, `${day} ${sku}`] as const) : ([jobs, ownText(job_id)] as const);
      const known = map.get(key);
      if (known) {
        // A refund, a correction, or one of several charges of the job.
        known.amount += amount;
        known.seconds += seconds;
        if (day > known.day) known.day = day;
      } else
        map.set(key, {
          id: job_id === "" ? "" : key,
          request_id: request_id === job_id ? "" : ownText(request_id),
          sku: ownText(sku),
          day,
          amount,
          seconds,
          matched: false,
        });
    },
    ofJob(job_id) {
      const found = jobs.get(job_id);
      if (found) found.matched = true;
      return found;
    },
    byJob: () => jobs.size > 0,
    unmatched: () => [...jobs.values()].filter(({ matched }) => !matched),
    bySku: () => [...skus.values()],
    days: () => [first, last],
    isProvisional: (day) => day > last - PROVISIONAL_DAYS,
  };
}
