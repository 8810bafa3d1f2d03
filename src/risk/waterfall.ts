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
  const { clips, clipsPerJob, list, take, clip, fixedTakes, tiers, allowance, statusPrice, uncertainMean } = month;
  const jobs = (clips * clip.takes) / clipsPerJob;
  const jobsOf = (share: number): Decimal => (share === 0 ? ZERO : amount(jobs * share));
  const counts: JobsByCause = {
    all: fixedTakes ? ZERO : amount(jobs),
    undelivered: jobsOf(take.delivered[0] - 1),
    failed: jobsOf(take.failed),
    retried: jobsOf(take.retried),
    abandoned: jobsOf(take.abandoned),
  };
  // The jobs are added first, so that a thousand workloads need a thousand products, not five thousand.
  const ofJobs = costOf(sumOf([counts.all, counts.undelivered, counts.failed, counts.retried, counts.abandoned]), month);
  const polling = statusPrice === 0 && allowance === 0 ? ZERO : amount(jobs * take.polls * statusPrice + allowance);
  const known = sumOf([fixedTakes ? list : ZERO, ofJobs, tiers === 0 ? ZERO : amount(tiers), polling]);
  const expected = uncertainMean === null ? known : amount(uncertainMean);
  return { expected, waterfall: new PartsOfMonth(month, counts, { polling, parameter_uncertainty: uncertainMean === null ? ZERO : expected.minus(known) }) };
}

/** Jobs a month: those of all takes (0 if `list` includes them), and those of each part. `undelivered` is negative. */
type JobsByCause = Record<"all" | "undelivered" | "failed" | "retried" | "abandoned", Decimal>;

/** The parts of a month, computed when they are read. A class, because a thousand workloads have parts each, and one object is smaller than a function for every part. */
class PartsOfMonth implements Waterfall {
  readonly polling: Decimal;
  readonly parameter_uncertainty: Decimal;
  private readonly month: MonthInParts;
  private readonly jobs: JobsByCause;

  constructor(month: MonthInParts, jobs: JobsByCause, known: Pick<Waterfall, "polling" | "parameter_uncertainty">) {
    this.month = month;
    this.jobs = jobs;
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
    const { fixedTakes, list } = this.month;
    const ofAll = fixedTakes ? list : costOf(this.jobs.all, this.month);
    return ofAll.minus(this.onceEach("base")).minus(this.onceEach("pricing")).minus(this.onceEach("rounding"));
  }

  get undelivered(): Decimal {
    return costOf(this.jobs.undelivered, this.month);
  }

  get failed_billed(): Decimal {
    return costOf(this.jobs.failed, this.month);
  }

  get retries(): Decimal {
    return costOf(this.jobs.retried, this.month);
  }

  get duplicates(): Decimal {
    return costOf(this.jobs.abandoned, this.month);
  }

  /** A part of the job's price, for one job of each clip or batch of clips. */
  private onceEach(part: "base" | "pricing" | "rounding"): Decimal {
    const { job, clips, clipsPerJob } = this.month;
    return job.parts[part].times(decimal(clips / clipsPerJob));
  }
}

function costOf(jobs: Decimal, { job }: MonthInParts): Decimal {
  return jobs === ZERO ? ZERO : job.amount.times(jobs);
}

/** A waterfall whose parts are all 0. */
export const NO_PARTS: Waterfall = recordOf(PARTS, () => ZERO);

function sumOf(parts: readonly Decimal[]): Decimal {
  return parts.reduce((sum, part) => (part === ZERO ? sum : sum === ZERO ? part : sum.plus(part)), ZERO);
}

/** A float as money, rounded to the 15 significant digits that a double has. */
export function amount(value: number): Decimal {
  return decimal(value.toPrecision(15));
}
