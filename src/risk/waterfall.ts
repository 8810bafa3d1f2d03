import type { JobPrice } from "../engine/price.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import { recordOf } from "../notation/record-of.ts";
import type { Take } from "./model/take.ts";
import type { ClipCost } from "./model/takes.ts";

/** The parts that lead from "clips × price" to what a month really costs, in the order they are told. A closed list. */
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

export type Waterfall = Readonly<Record<WaterfallPart, Decimal>>;

/** What a month is told apart from. Money in the reporting currency. */
export type MonthInParts = {
  job: JobPrice;
  /** Clips wanted a month, and how many of them one job serves. */
  clips: number;
  clipsPerJob: number;
  /** The month at list prices: its jobs × job price. */
  list: Decimal;
  /** What one take and one clip come to. */
  take: Take;
  clip: ClipCost;
  /** The manifest says a number of takes, so `list` has all of them. */
  fixedTakes: boolean;
  /** What volume tiers add to the mean month beside its price at the mean volume. */
  tiers: number;
  /** What a free allowance of status requests adds to the mean month, where it is more than some months need and less than others. */
  allowance: number;
  /** Of one status request. */
  statusPrice: number;
  /** The mean of the month where rates are uncertain; null if none is. */
  uncertainMean: number | null;
};

/**
 * Every billed amount has one cause, so the parts add up to the expected month, in the reporting currency:
 * what was asked for, one job for each clip or batch of clips; factors and extras; minima and rounding; takes that are discarded; takes that never
 * deliver, whose success is not bought (negative); failures billed on first attempts and on later ones;
 * jobs that finish and are billed after the client gave up; status requests; and what not knowing a rate adds.
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

/** A month of which nothing is known to cost anything yet. */
export const NO_PARTS: Waterfall = recordOf(PARTS, () => ZERO);

export function sumOfParts(parts: readonly Decimal[]): Decimal {
  return parts.reduce((sum, part) => sum.plus(part), ZERO);
}

/** A float as money: 15 digits are all it has. */
export function amount(value: number): Decimal {
  return decimal(Number(value.toPrecision(15)));
}
