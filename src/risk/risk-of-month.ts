import { type Decimal, ZERO } from "../money/decimal.ts";
import type { Jobs } from "../prices/schema.ts";
import type { Distributions } from "../stats/distributions.ts";
import { certain, figuresOfDistribution } from "./figures.ts";
import { type Demand, demandOf, withDrawnArrivals } from "./model/demand.ts";
import { once } from "./model/once.ts";
import { type End, type JobProcess, processOf } from "./model/process.ts";
import { type TotalDistribution, totalDistributionOf } from "./model/total-distribution.ts";
import { unitOf } from "./model/unit.ts";
import { type WorkloadDistribution, workloadDistributionOf } from "./model/workload-distribution.ts";
import type { KeyedMonth, PricedWorkload, Risk, SharedLuck } from "./risk.ts";
import { type ExplainedMonth, explainedMonth } from "./waterfall.ts";

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
  const month = monthAt("high", declared);
  const { process, expected, waterfall, distribution, unit } = month;
  const totalDistribution = month.total();
  const perMonth = (demand.mean * unit.clip.takes) / plan.clipsPerJob;
  const price = job.amount.toNumber();
  return {
    figures: totalDistribution ? figuresOfDistribution(list, expected, totalDistribution) : { ...certain(expected), list },
    waterfall,
    process,
    demand,
    distribution,
    totalDistribution,
    open: once(() => openPart(month, declared)),
    stress: null,
    choices: () => [],
    levers: () => [],
    withKey: once(() => withKey(declared)),
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
  const { expected, unit } = monthAt("high", { ...declared, planned: { ...declared.planned, keys: shared } });
  return { correlation, expected, delivered: unit.take.delivered[0] };
}

/** The month with an idempotency key. Null if no job is submitted twice, or if the manifest or the book already says whether there is a key. */
function withKey(declared: DeclaredMonth): KeyedMonth | null {
  const { planned, jobs } = declared;
  const { client } = planned.keys;
  const repeats = client.submit_ack_loss > 0 || client.on_timeout === "resubmit";
  if (!repeats || client.idempotency_key !== undefined || jobs.idempotency_key === true) return null;
  const keys = { ...planned.keys, client: { ...client, idempotency_key: true } };
  const keyed = { ...declared, planned: { ...planned, keys }, isAsked: declared.statusPrice > 0 };
  const month = monthAt("high", keyed);
  return { expected: month.expected, undelivered: month.waterfall.undelivered.neg(), open: openPart(month, keyed) };
}

/** How much less the month costs if failures whose billing is unknown are free instead of billed in full. */
function openPart({ process, expected }: Month, declared: DeclaredMonth): Decimal {
  return process.unknown.length > 0 ? expected.minus(monthAt("low", declared).expected) : ZERO;
}

/** The expected monthly cost alone, in the reporting currency. For mixes of two versions of a workload, assumptions and sensitivities. */
export function expectedMonth(planned: PricedWorkload, jobs: Jobs, statusPrice: number, distributions: Distributions): Decimal {
  const demand = demandOf(planned.plan.volume, planned.keys.volume.arrivals);
  return monthAt("high", { planned, demand, jobs, statusPrice, distributions, isAsked: statusPrice > 0 }).expected;
}

/** What a month is computed from. `statusPrice`: of one status request, in the reporting currency. `isAsked`: see `JobTerms`. */
type DeclaredMonth = { planned: PricedWorkload; demand: Demand; jobs: Jobs; statusPrice: number; distributions: Distributions; isAsked?: boolean };

type Month = ExplainedMonth & {
  process: JobProcess;
  distribution: WorkloadDistribution;
  /** Null if nothing is uncertain. */
  total: () => TotalDistribution | null;
  unit: ReturnType<typeof unitOf>;
};

function monthAt(end: End, { planned, demand, jobs, statusPrice, distributions, isAsked = true }: DeclaredMonth): Month {
  const { keys, job, plan, list, name, tier = null, asking = null } = planned;
  const { clipsPerJob, rounds } = plan;
  const process = processOf(keys, jobs, { end, jobPrice: job.amount.toNumber(), statusPrice, rounds, clipsPerJob, isAsked }, distributions);
  const unit = unitOf(process, process.first);
  const distribution = workloadDistributionOf(
    { process, demand: tier ? withDrawnArrivals(demand) : demand, keys, clipsPerJob, name, tier, asking },
    distributions,
  );
  const isSure = distribution.variables.length === 0 && unit.clip.cost[1] < VARIANCE_OF_ROUNDING * unit.clip.cost[0] ** 2 && !demand.poisson;
  const total = once(() => (isSure ? null : totalDistributionOf([distribution], distributions)));
  // Only uncertain rates change the mean: the draws of a volume are scaled to the declared mean.
  const uncertainMean = distribution.rates === 0 ? null : (total()?.mean ?? null);
  const { expected, waterfall } = explainedMonth({
    job,
    clips: demand.mean,
    clipsPerJob,
    list,
    take: unit.take,
    clip: unit.clip,
    fixedTakes: typeof rounds === "number",
    tiers: distribution.tiers,
    allowance: distribution.allowance,
    statusPrice: process.watching.statusPrice,
    uncertainMean,
  });
  return { process, unit, distribution, total, expected, waterfall };
}

/** A variance below this share of the squared mean is rounding error. */
const VARIANCE_OF_ROUNDING = 1e-14;
