import type { Decimal } from "../money/decimal.ts";
import type { Jobs } from "../prices/schema.ts";
import type { Distributions } from "../stats/distributions.ts";
import { certain, figuresOfDistribution } from "./figures.ts";
import { type Demand, demandOf } from "./model/demand.ts";
import { type End, type JobProcess, processOf } from "./model/process.ts";
import { type TotalDistribution, totalDistributionOf } from "./model/total-distribution.ts";
import { unitOf } from "./model/unit.ts";
import { type WorkloadDistribution, workloadDistributionOf } from "./model/workload-distribution.ts";
import type { PricedWorkload, Risk, SharedLuck } from "./risk.ts";
import { sumOfParts, type Waterfall, waterfallOf } from "./waterfall.ts";

/**
 * Applies the whole risk model to one workload. Failures whose billing is unknown count as billed in full; `open` is how much of
 * the expected cost depends on that.
 * @param jobs what the price book says about the workload's jobs
 * @param statusPrice the average price of one status request after the free allowance, in the reporting currency
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
    choices: () => [],
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

/** The two correlations between attempts that are compared: none, and nearly complete. */
const ENDS = [0, 0.9];

/** If a smaller share of jobs than this outlasts the client's patience, the correlation is not reported. */
const RARELY = 0.001;

/** Whether late jobs are retried. If so, it matters how likely the next attempt is late too. */
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

/** The expected monthly cost alone, in the reporting currency. For mixes of two versions of a workload, assumptions and sensitivities. */
export function expectedMonth(planned: PricedWorkload, jobs: Jobs, statusPrice: number, distributions: Distributions): Decimal {
  const demand = demandOf(planned.plan.volume, planned.keys.volume.arrivals);
  const { waterfall } = monthAt("high", { planned, demand, jobs, statusPrice, distributions, isAsked: statusPrice > 0 });
  return sumOfParts(Object.values(waterfall));
}

/** What a month is computed from. `statusPrice`: of one status request, in the reporting currency. `isAsked`: see `JobTerms`. */
type DeclaredMonth = { planned: PricedWorkload; demand: Demand; jobs: Jobs; statusPrice: number; distributions: Distributions; isAsked?: boolean };

type Month = {
  process: JobProcess;
  waterfall: Waterfall;
  distribution: WorkloadDistribution;
  totalDistribution: TotalDistribution | null;
  unit: ReturnType<typeof unitOf>;
};

function monthAt(end: End, { planned, demand, jobs, statusPrice, distributions, isAsked = true }: DeclaredMonth): Month {
  const { keys, job, plan, list, name, priceAt = null, asking = null } = planned;
  const { clipsPerJob, rounds } = plan;
  const process = processOf(keys, jobs, { end, jobPrice: job.amount.toNumber(), statusPrice, rounds, isAsked }, distributions);
  const unit = unitOf(process, process.first);
  const distribution = workloadDistributionOf({ process, demand, keys, clipsPerJob, name, priceAt, asking }, distributions);
  const isSure = distribution.variables.length === 0 && unit.clip.cost[1] < VARIANCE_OF_ROUNDING * unit.clip.cost[0] ** 2 && !demand.poisson;
  const totalDistribution = isSure ? null : totalDistributionOf([distribution], distributions);
  // Only uncertain rates change the mean: the draws of a volume are scaled to the declared mean.
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

/** A variance below this share of the squared mean is rounding error. */
const VARIANCE_OF_ROUNDING = 1e-14;
