import type { JobPrice } from "../engine/price.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import { exactSum } from "../money/sum.ts";
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
  const shares: Shares = { undelivered: take.delivered[0] - 1, failed_billed: take.failed, retries: take.retried, duplicates: take.abandoned };
  const total = (fixedTakes ? 0 : 1) + shares.undelivered + shares.failed_billed + shares.retries + shares.duplicates;
  // If every failure is billed, −0.05 + 0.05 must be 0. Binary fractions leave up to 10⁻¹⁵, and a cost equal to its limit would exceed it.
  const rounded = Number(total.toFixed(14));
  const billed = rounded === 0 ? ZERO : amount(jobs * rounded);
  const polling = statusPrice === 0 && allowance === 0 ? ZERO : amount(jobs * take.polls * statusPrice + allowance);
  const ofJobs = billed === ZERO ? ZERO : job.amount.times(billed);
  const known = exactSum([ofJobs, fixedTakes ? list : ZERO, tiers === 0 ? ZERO : amount(tiers), polling]);
  const expected = uncertainMean === null ? known : amount(uncertainMean);
  const parts = { polling, parameter_uncertainty: uncertainMean === null ? ZERO : expected.minus(known) };
  return { expected, waterfall: new PartsOfMonth(month, { jobs, shares, billed }, parts) };
}

/** What jobs with these causes are billed for, as shares of the jobs of all takes. `undelivered` is negative: they are not billed. */
type Shares = Record<"undelivered" | "failed_billed" | "retries" | "duplicates", number>;

/** `jobs`: those of all takes of a month. `billed`: the billed jobs of a month, less those in `list`. */
type BilledJobs = { jobs: number; shares: Shares; billed: Decimal };

/** The parts of a month, computed when they are read. A class, because a thousand workloads have parts each, and one object is smaller than a function for every part. */
class PartsOfMonth implements Waterfall {
  readonly polling: Decimal;
  readonly parameter_uncertainty: Decimal;
  private readonly month: MonthInParts;
  private readonly billed: BilledJobs;

  constructor(month: MonthInParts, billed: BilledJobs, known: Pick<Waterfall, "polling" | "parameter_uncertainty">) {
    this.month = month;
    this.billed = billed;
    this.polling = known.polling;
    this.parameter_uncertainty = known.parameter_uncertainty;
  }

  get base(): Decimal {
    return this.onceEach("base");
  }

  get pricing(): Decimal {
    const { tiers } = this.month;
    // What volume tiers add counts as a factor of the price.
    return tiers === 0 ? this.onceEach("pricing") : this.onceEach("pricing").plus(amount(tiers));
  }

  get rounding(): Decimal {
    return this.onceEach("rounding");
  }

  get takes(): Decimal {
    const { fixedTakes, list, job } = this.month;
    const ofAll = fixedTakes ? list : job.amount.times(amount(this.billed.jobs));
    return ofAll.minus(this.onceEach("base")).minus(this.onceEach("pricing")).minus(this.onceEach("rounding"));
  }

  get undelivered(): Decimal {
    return this.costOf("undelivered");
  }

  get failed_billed(): Decimal {
    return this.costOf("failed_billed");
  }

  get retries(): Decimal {
    return this.costOf("retries");
  }

  get duplicates(): Decimal {
    return this.costOf("duplicates");
  }

  /** A part of the job's price, for one job of each clip or batch of clips. */
  private onceEach(part: "base" | "pricing" | "rounding"): Decimal {
    const { job, clips, clipsPerJob } = this.month;
    return job.parts[part].times(decimal(clips / clipsPerJob));
  }

  private costOf(cause: keyof Shares): Decimal {
    return this.billed.shares[cause] === 0 ? ZERO : this.month.job.amount.times(this.jobsOf(cause));
  }

  /**
   * The jobs of one cause. Each number is rounded by itself, and so is their sum, `billed`. One cause takes the difference, so that the parts
   * add up exactly: if 0.1 and 0.2 jobs are 0.300000000000001 together, the first has 0.100000000000001.
   */
  private jobsOf(cause: keyof Shares): Decimal {
    const { jobs, shares, billed } = this.billed;
    if (cause !== takesDifference(shares)) return amount(jobs * shares[cause]);
    const ofCauses = this.month.fixedTakes ? billed : billed.minus(amount(jobs));
    return CAUSES.filter((one) => one !== cause && shares[one] !== 0).reduce((rest, one) => rest.minus(amount(jobs * shares[one])), ofCauses);
  }
}

/** `undelivered` is last, because every limit reads it, and the cause that takes the difference needs the jobs of all others. */
const CAUSES = ["failed_billed", "retries", "duplicates", "undelivered"] as const;

/** A cause with fewer jobs than this share of all could become negative by the difference, which is below 10⁻¹³ of all jobs. */
const ENOUGH = 1e-9;

/** The cause that takes the difference of rounding: the first that has enough jobs, or else the one that has most. */
function takesDifference(shares: Shares): keyof Shares {
  const size = (cause: keyof Shares): number => Math.abs(shares[cause]);
  return CAUSES.find((cause) => size(cause) > ENOUGH) ?? CAUSES.reduce((most, cause) => (size(cause) > size(most) ? cause : most));
}

/** A waterfall whose parts are all 0. */
export const NO_PARTS: Waterfall = recordOf(PARTS, () => ZERO);

/** A float as money, rounded to the 15 significant digits that a double has. */
export function amount(value: number): Decimal {
  return decimal(value.toPrecision(15));
}
