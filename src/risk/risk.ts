import type { Estimate } from "../engine/estimate.ts";
import type { JobPrice } from "../engine/price.ts";
import { type JobPlan, type Pricing, toReporting } from "../engine/pricing.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import type { NoRate } from "../money/convert.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import { findModel } from "../prices/find.ts";
import type { Jobs } from "../prices/schema.ts";
import type { Distributions } from "../stats/distributions.ts";
import { certain, type Figures } from "./figures.ts";
import { type Demand, demandOf } from "./model/demand.ts";
import { once } from "./model/once.ts";
import { type End, type JobProcess, processOf } from "./model/process.ts";
import { type TotalDistribution, totalDistributionOf } from "./model/total-distribution.ts";
import { unitOf } from "./model/unit.ts";
import { type FreeRequests, type WorkloadDistribution, workloadDistributionOf } from "./model/workload-distribution.ts";
import { amount, sumOfParts, type Waterfall, waterfallOf } from "./waterfall.ts";

/** What a month of one workload really costs, and how sure that is. Money in the reporting currency, a month. */
export type Risk = {
  figures: Figures;
  waterfall: Waterfall;
  /** Null where the manifest declares nothing of how jobs go. */
  process: JobProcess | null;
  demand: Demand;
  distribution: WorkloadDistribution;
  /** Null where nothing is uncertain: every quantile is the expected figure. */
  totalDistribution: TotalDistribution | null;
  jobs: Journey;
  /** What unknown failure policies leave open: the figures bill them in full, and this much of `expected` may not be billed. */
  open: Decimal;
  /** Of a workload that declares nothing of how its jobs go: the stress line, and what would matter most; worked out when asked for. */
  stress: Stress | null;
  /** What one more job of takes for each clip (or batch) would add to a month at list price; null where jobs are declared. */
  oneMoreTake: Decimal | null;
  levers: () => readonly Lever[];
  /** Where jobs time out and are submitted again: the month and the share of takes delivered by how much luck attempts share; worked out when asked for. */
  sharedLuck: () => readonly SharedLuck[];
};

/** A month of one workload if attempts of one request had such a share of the log-variance in common; `delivered` a share of takes. */
export type SharedLuck = { correlation: number; expected: Decimal; delivered: number };

/** What more failures add to a month: the same amount twice, or between two where nobody knows whether a failed job is billed. */
export type Stress = { least: Decimal; most: Decimal };

/** Something that a manifest could declare, at a plausible value, and what it would add to the month in the reporting currency. */
export type Lever = { path: string; value: string; monthly: Decimal };

/** What becomes of a month's clips, in numbers of jobs and requests; `attempts` a take, `delivered` a share of takes. */
export type Journey = {
  clips: number;
  takes: number;
  attempts: number;
  delivered: number;
  submitted: number;
  billed: number;
  duplicates: number;
  /** Null where nothing says how long jobs take. */
  status_requests: number | null;
  undelivered_requests: number;
};

/** A workload with a price: what the risk model starts from. */
export type PricedWorkload = {
  keys: WorkloadKeys;
  job: JobPrice;
  plan: JobPlan;
  list: Decimal;
  name: string;
  priceAt?: ((clips: number) => number) | null;
  asking?: FreeRequests | null;
};

/** A priced workload as the model takes it; null where it has no price. */
export function plannedOf({ keys, job, plan, monthly, file, name }: Estimate): PricedWorkload | null {
  return keys && job && plan && monthly ? { keys, job, plan, list: monthly, name: `${file} ${name}` } : null;
}

/** What the price book says of the jobs of a workload; nothing where it knows neither provider nor model. */
export function jobPolicyOf({ provider, model }: WorkloadKeys, { book }: Pricing): Jobs {
  const known = book.provider(provider);
  return (known && findModel(known, model)?.jobs) ?? known?.jobs ?? NOTHING_SAID;
}

const NOTHING_SAID: Jobs = {};

/**
 * The whole model for one workload.
 * @param statusPrice of one status request after what is free of them, in the reporting currency
 */
export function riskOf(planned: PricedWorkload, jobs: Jobs, statusPrice: number, distributions: Distributions): Risk {
  const { keys, job, plan, list } = planned;
  const demand = demandOf(plan.volume, keys.volume.arrivals);
  const declared: DeclaredMonth = { planned, demand, jobs, statusPrice, distributions };
  const high = monthAt("high", declared);
  const low = high.process.unknown.length > 0 ? monthAt("low", declared) : high;
  const { process, waterfall, distribution, totalDistribution, unit } = high;
  const expected = sumOfParts(Object.values(waterfall));
  const perMonth = (demand.mean * unit.clip.takes) / plan.clipsPerJob;
  const price = job.amount.toNumber();
  return {
    figures: totalDistribution ? figuresOfDistribution(list, expected, totalDistribution) : { ...certain(expected), list },
    waterfall,
    process,
    demand,
    distribution,
    totalDistribution,
    open: expected.minus(sumOfParts(Object.values(low.waterfall))),
    stress: null,
    oneMoreTake: null,
    levers: () => [],
    sharedLuck: () => (timesOut(process) ? ENDS.map((correlation) => withCorrelation(correlation, declared)) : []),
    jobs: {
      clips: demand.mean,
      takes: (unit.clip.takes * plan.count) / plan.clipsPerJob,
      attempts: unit.take.attempts,
      delivered: unit.take.delivered[0],
      submitted: perMonth * unit.take.attempts,
      billed: price === 0 ? 0 : perMonth * (unit.take.delivered[0] + unit.take.failed + unit.take.retried + unit.take.abandoned),
      duplicates: perMonth * unit.take.duplicates,
      status_requests: process.latency ? perMonth * unit.take.polls : null,
      undelivered_requests: demand.mean * unit.clip.nothing,
    },
  };
}

/** Attempts that share no luck, and nearly all of it. */
const ENDS = [0, 0.9];

/** Of jobs that outlast the client's patience so rarely, nothing is said. */
const RARELY = 0.001;

/** Whether late jobs are submitted again, so that it matters whether the next attempt is late as well. */
export function timesOut({ attempts, watching }: JobProcess): boolean {
  return attempts > 1 && watching.whenLate === "retry" && 1 - watching.requests.seen[0] > RARELY;
}

function withCorrelation(correlation: number, declared: DeclaredMonth): SharedLuck {
  const { keys } = declared.planned;
  const { latency } = keys.reliability;
  const shared = { ...keys, reliability: { ...keys.reliability, ...(latency && { latency: { ...latency, correlation } }) } };
  const { waterfall, unit } = monthAt("high", { ...declared, planned: { ...declared.planned, keys: shared } });
  return { correlation, expected: sumOfParts(Object.values(waterfall)), delivered: unit.take.delivered[0] };
}

/** The expected month alone, for mixes of two versions of a workload. */
export function expectedMonth(planned: PricedWorkload, jobs: Jobs, statusPrice: number, distributions: Distributions): Decimal {
  const demand = demandOf(planned.plan.volume, planned.keys.volume.arrivals);
  const { waterfall } = monthAt("high", { planned, demand, jobs, statusPrice, distributions });
  return sumOfParts(Object.values(waterfall));
}

/** What a month is worked out from; `statusPrice` of one status request, in the reporting currency. */
type DeclaredMonth = { planned: PricedWorkload; demand: Demand; jobs: Jobs; statusPrice: number; distributions: Distributions };

type Month = {
  process: JobProcess;
  waterfall: Waterfall;
  distribution: WorkloadDistribution;
  totalDistribution: TotalDistribution | null;
  unit: ReturnType<typeof unitOf>;
};

function monthAt(end: End, { planned, demand, jobs, statusPrice, distributions }: DeclaredMonth): Month {
  const { keys, job, plan, list, name, priceAt = null, asking = null } = planned;
  const { clipsPerJob, rounds } = plan;
  const process = processOf(keys, jobs, { end, jobPrice: job.amount.toNumber(), statusPrice, rounds }, distributions);
  const unit = unitOf(process, process.first);
  const distribution = workloadDistributionOf({ process, demand, keys, clipsPerJob, name, priceAt, asking }, distributions);
  const isSure = distribution.variables.length === 0 && unit.clip.cost[1] < VARIANCE_OF_ROUNDING * unit.clip.cost[0] ** 2 && !demand.poisson;
  const totalDistribution = isSure ? null : totalDistributionOf([distribution], distributions);
  // Only rates move the mean: a volume is rescaled to the mean that is declared.
  const uncertainMean = distribution.rates === 0 || !totalDistribution ? null : totalDistribution.mean;
  return {
    process,
    unit,
    distribution,
    totalDistribution,
    waterfall: waterfallOf({
      job,
      clips: demand.mean,
      clipsPerJob,
      list,
      ...unit,
      fixedTakes: typeof rounds === "number",
      tiers: distribution.tiers,
      allowance: distribution.allowance,
      statusPrice: process.watching.statusPrice,
      uncertainMean,
    }),
  };
}

/** A variance that is only what floating-point arithmetic leaves, as a share of the mean squared. */
const VARIANCE_OF_ROUNDING = 1e-14;

/** The figures of a spread, around an expected month that is known exactly. The standard deviation and the quantiles are worked out when they are first asked for. */
export function figuresOfDistribution(list: Decimal, expected: Decimal, distribution: TotalDistribution, cash: Decimal = expected): Figures {
  const at = (share: number): (() => Decimal) => once(() => amount(distribution.quantile(share)));
  const [sd, p10, p50, p90, p95] = [once(() => amount(distribution.sd)), at(0.1), at(0.5), at(0.9), at(0.95)];
  return {
    list,
    expected,
    get sd() {
      return sd();
    },
    get p10() {
      return p10();
    },
    get p50() {
      return p50();
    },
    get p90() {
      return p90();
    },
    get p95() {
      return p95();
    },
    cash,
  };
}

/** The list price of one status request in the reporting currency, 0 where asking is free; the currency without a rate where it is unknown. */
export function statusPriceOf(jobs: Jobs, pricing: Pricing): Decimal | NoRate {
  const usd = jobs.status_request?.usd;
  return usd === undefined ? ZERO : toReporting(decimal(usd), "USD", pricing);
}
