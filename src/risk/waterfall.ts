import type { JobPrice } from "../engine/price.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import { recordOf } from "../notation/record-of.ts";
import type { Take } from "./model/take.ts";
import type { ClipCost } from "./model/takes.ts";

/** The parts that lead from "clips × price" to the expected monthly cost, in the order of the report. The list is closed. */
export const PARTS = [
  "base",
  "pricing",
  "rounding",
  "takes",
  "undelivered",
  "failed_billed",
  "retries",
  "duplicates",
  "polling",
  "parameter_uncertainty",
] as const;
export type WaterfallPart = (typeof PARTS)[number];

/** The parts of one workload's expected monthly cost, in the reporting currency. Parts that lower the cost, such as `undelivered`, are negative. */
export type Waterfall = Readonly<Record<WaterfallPart, Decimal>>;

/** What the waterfall is computed from. Money in the reporting currency. */
export type MonthInParts = {
  job: JobPrice;
  /** Clips wanted a month, and how many clips one job makes. */
  clips: number;
  clipsPerJob: number;
  /** The monthly cost at list price: jobs × job price. */
  list: Decimal;
  /** The cost and the counts of one take and of one clip. */
  take: Take;
  clip: ClipCost;
  /** Whether the manifest gives a number of takes, so that `list` includes all of them. */
  fixedTakes: boolean;
  /** What volume tiers add to the mean month, compared with the price at the mean volume. */
  tiers: number;
  /** What the free allowance of status requests adds to the mean month, if some months use it up and others do not. */
  allowance: number;
  /** The price of one status request. */
  statusPrice: number;
  /** The mean month over the uncertain rates; null if no rate is uncertain. */
  uncertainMean: number | null;
};

/**
 * Splits the expected month by cause, in the reporting currency. Every billed amount has one cause, so the parts add up:
 *
 * - `base`: one job for each clip or batch of clips. `pricing`: factors, extras and volume tiers. `rounding`: minima and rounding.
 * - `takes`: further takes of each clip. `undelivered`: takes that deliver nothing, so that no success is billed (negative).
 * - `failed_billed`: billed failures of first attempts. `retries`: billed failures of later attempts.
 * - `duplicates`: billed jobs that the client stopped watching, was never told about, or does not know it submitted.
 * - `polling`: status requests. `parameter_uncertainty`: what uncertain rates add to the mean.
 */
export function waterfallOf({ job, clips, clipsPerJob, list, take, clip, fixedTakes, tiers, allowance, statusPrice, uncertainMean }: MonthInParts): Waterfall {
  const monthOf = (amount: Decimal): Decimal => amount.times(decimal(clips / clipsPerJob));
  const [base, pricing, rounding] = [monthOf(job.parts.base), monthOf(job.parts.pricing), monthOf(job.parts.rounding)];
  const jobs = (clips * clip.takes) / clipsPerJob;
  const ofJobs = (share: number): Decimal => (share === 0 ? ZERO : job.amount.times(amount(jobs * share)));
  const generated = fixedTakes ? list : job.amount.times(amount(jobs));
  const known = {
    base,
    pricing: tiers === 0 ? pricing : pricing.plus(amount(tiers)),
    rounding,
    takes: generated.minus(base).minus(pricing).minus(rounding),
    undelivered: ofJobs(take.delivered[0] - 1),
    failed_billed: ofJobs(take.failed),
    retries: ofJobs(take.retried),
    duplicates: ofJobs(take.abandoned),
    polling: statusPrice === 0 && allowance === 0 ? ZERO : amount(jobs * take.polls * statusPrice + allowance),
  };
  return { ...known, parameter_uncertainty: uncertainMean === null ? ZERO : amount(uncertainMean).minus(sumOfParts(Object.values(known))) };
}

/** A waterfall whose parts are all 0. */
export const NO_PARTS: Waterfall = recordOf(PARTS, () => ZERO);

export function sumOfParts(parts: readonly Decimal[]): Decimal {
  return parts.reduce((sum, part) => sum.plus(part), ZERO);
}

/** A float as money, rounded to the 15 significant digits that a double has. */
export function amount(value: number): Decimal {
  return decimal(Number(value.toPrecision(15)));
}
