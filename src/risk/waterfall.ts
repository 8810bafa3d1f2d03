import type { JobPrice } from "../engine/price.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import { recordOf } from "../notation/record-of.ts";
import { once } from "./model/once.ts";
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

/** The expected month, and the parts that add up to it exactly. */
export type ExplainedMonth = { expected: Decimal; waterfall: Waterfall };

/**
 * Every billed amount has one cause, so the parts add up to the expected month, in the reporting currency:
 * what was asked for, one job for each clip or batch of clips; factors and extras; minima and rounding; takes that are discarded; takes that never
 * deliver, whose success is not bought (negative); failures billed on first attempts and on later ones;
 * jobs that finish and are billed after the client gave up; status requests; and what not knowing a rate adds.
 *
 * `base`, `pricing`, `rounding` and `takes` tell apart what the generated takes cost: 100 clips of 2 takes at $1 are $200 of generated
 * takes, $100 of them `base` and $100 `takes`. The expected month needs only their sum, so these four are worked out when a report asks for one.
 */
export function explainedMonth(month: MonthInParts): ExplainedMonth {
  const { job, clips, clipsPerJob, list, take, clip, fixedTakes, tiers, allowance, statusPrice, uncertainMean } = month;
  const jobs = (clips * clip.takes) / clipsPerJob;
  const ofJobs = (share: number): Decimal => (share === 0 ? ZERO : job.amount.times(amount(jobs * share)));
  const generated = fixedTakes ? list : job.amount.times(amount(jobs));
  const asked = once(() => askedParts(month, generated));
  const told = {
    undelivered: ofJobs(take.delivered[0] - 1),
    failed_billed: ofJobs(take.failed),
    retries: ofJobs(take.retried),
    duplicates: ofJobs(take.abandoned),
    polling: statusPrice === 0 && allowance === 0 ? ZERO : amount(jobs * take.polls * statusPrice + allowance),
  };
  const known = sumOfParts([generated, tiers === 0 ? ZERO : amount(tiers), ...Object.values(told)]);
  const expected = uncertainMean === null ? known : amount(uncertainMean);
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
    ...told,
    parameter_uncertainty: uncertainMean === null ? ZERO : expected.minus(known),
  };
  return { expected, waterfall };
}

/** What the generated takes cost, told apart; what volume tiers add counts as a factor of the price. */
function askedParts(
  { job: { parts }, clips, clipsPerJob, tiers }: MonthInParts,
  generated: Decimal,
): Pick<Waterfall, "base" | "pricing" | "rounding" | "takes"> {
  const monthOf = (part: Decimal): Decimal => part.times(decimal(clips / clipsPerJob));
  const [base, pricing, rounding] = [monthOf(parts.base), monthOf(parts.pricing), monthOf(parts.rounding)];
  return { base, pricing: tiers === 0 ? pricing : pricing.plus(amount(tiers)), rounding, takes: generated.minus(base).minus(pricing).minus(rounding) };
}

/** A month of which nothing is known to cost anything yet. */
export const NO_PARTS: Waterfall = recordOf(PARTS, () => ZERO);

function sumOfParts(parts: readonly Decimal[]): Decimal {
  return parts.reduce((sum, part) => (part === ZERO ? sum : sum.plus(part)), ZERO);
}

/** A float as money: 15 digits are all it has. */
export function amount(value: number): Decimal {
  return decimal(value.toPrecision(15));
}
