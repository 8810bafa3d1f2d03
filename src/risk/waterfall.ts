import type { JobPrice } from "../engine/price.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import { recordOf } from "../notation/record-of.ts";
import { once } from "./model/once.ts";
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

/** The expected month, and its parts, whose sum it is exactly. */
export type ExplainedMonth = { expected: Decimal; waterfall: Waterfall };

/**
 * Splits the expected month by cause, in the reporting currency. Every billed amount has one cause, so the parts add up:
 *
 * - `base`: one job for each clip or batch of clips. `pricing`: factors, extras and volume tiers. `rounding`: minima and rounding.
 * - `takes`: further takes of each clip. `undelivered`: takes that deliver nothing, so that no success is billed (negative).
 * - `failed_billed`: billed failures of first attempts. `retries`: billed failures of later attempts.
 * - `duplicates`: billed jobs that the client stopped watching, was never told about, or does not know it submitted.
 * - `polling`: status requests. `parameter_uncertainty`: what uncertain rates add to the mean.
 *
 * The first four parts split the cost of all takes: 100 clips of 2 takes at $1 cost $200, of which $100 are `base` and $100 are `takes`.
 * The expected month needs only the sum of all parts, so most parts are computed when a report reads them.
 */
export function explainedMonth(month: MonthInParts): ExplainedMonth {
  const { job, clips, clipsPerJob, list, take, clip, fixedTakes, tiers, allowance, statusPrice, uncertainMean } = month;
  const jobs = (clips * clip.takes) / clipsPerJob;
  const jobsOf = (share: number): Decimal => (share === 0 ? ZERO : amount(jobs * share));
  const costOf = (number: Decimal): Decimal => (number === ZERO ? ZERO : job.amount.times(number));
  const undelivered = jobsOf(take.delivered[0] - 1);
  const [failed, retried, abandoned] = [jobsOf(take.failed), jobsOf(take.retried), jobsOf(take.abandoned)];
  const allTakes = fixedTakes ? ZERO : amount(jobs);
  const polling = statusPrice === 0 && allowance === 0 ? ZERO : amount(jobs * take.polls * statusPrice + allowance);
  // The jobs of all parts are added first, so that a thousand workloads need a thousand products, not five thousand.
  const ofJobs = costOf(sumOfParts([allTakes, undelivered, failed, retried, abandoned]));
  const known = sumOfParts([fixedTakes ? list : ZERO, ofJobs, tiers === 0 ? ZERO : amount(tiers), polling]);
  const expected = uncertainMean === null ? known : amount(uncertainMean);
  const asked = once(() => askedParts(month, fixedTakes ? list : costOf(allTakes)));
  const waterfall: Waterfall = {
    get base() {
      return asked().base;
    },
    get pricing() {
      return asked().pricing;
    },
    get rounding() {
      return asked().rounding;
    },
    get takes() {
      return asked().takes;
    },
    get undelivered() {
      return costOf(undelivered);
    },
    get failed_billed() {
      return costOf(failed);
    },
    get retries() {
      return costOf(retried);
    },
    get duplicates() {
      return costOf(abandoned);
    },
    polling,
    parameter_uncertainty: uncertainMean === null ? ZERO : expected.minus(known),
  };
  return { expected, waterfall };
}

/** The cost of all takes, split in four. What volume tiers add counts as a factor of the price. */
function askedParts(
  { job: { parts }, clips, clipsPerJob, tiers }: MonthInParts,
  generated: Decimal,
): Pick<Waterfall, "base" | "pricing" | "rounding" | "takes"> {
  const monthOf = (part: Decimal): Decimal => part.times(decimal(clips / clipsPerJob));
  const [base, pricing, rounding] = [monthOf(parts.base), monthOf(parts.pricing), monthOf(parts.rounding)];
  return { base, pricing: tiers === 0 ? pricing : pricing.plus(amount(tiers)), rounding, takes: generated.minus(base).minus(pricing).minus(rounding) };
}

/** A waterfall whose parts are all 0. */
export const NO_PARTS: Waterfall = recordOf(PARTS, () => ZERO);

function sumOfParts(parts: readonly Decimal[]): Decimal {
  return parts.reduce((sum, part) => (part === ZERO ? sum : sum === ZERO ? part : sum.plus(part)), ZERO);
}

/** A float as money, rounded to the 15 significant digits that a double has. */
export function amount(value: number): Decimal {
  return decimal(value.toPrecision(15));
}
