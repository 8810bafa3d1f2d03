import type { WorkloadKeys } from "../../manifest/schema.ts";
import { FAILURES } from "../../notation/failure.ts";
import type { Distributions } from "../../stats/distributions.ts";
import { type Draws, drawsOf, POINTS } from "../../stats/draws.ts";
import { type CountedRate, costsAt, inTiers, jobsAt, pricesInTiers, type TierPrice } from "./clip-costs.ts";
import type { Demand, DemandByFormula } from "./demand.ts";
import { type ExactMonth, exactMonth } from "./exact-month.ts";
import { latticeOf } from "./lattice.ts";
import { once } from "./once.ts";
import { asOne, type CostByFormula, noPoints, onFirstUse, type Points } from "./points.ts";
import type { JobProcess } from "./process.ts";
import type { Cumulants } from "./takes.ts";
import { unitOf } from "./unit.ts";

/**
 * The monthly cost of one workload as a random amount, in two layers. The unknowns (a failure rate with evidence, an uncertain volume)
 * are drawn, and may be shared with other workloads. Given the draws, the luck of single jobs is computed by formula.
 */
export type WorkloadDistribution = {
  /** The names of the unknowns that it depends on, rates first, then the volume. Workloads with the same name share the unknown. */
  variables: readonly string[];
  /** How many of the variables are rates. */
  rates: number;
  /** What volume tiers add to the mean month, compared with the price at the mean volume. In the reporting currency. */
  tiers: number;
  /** What the free status requests add to the mean month: a small month leaves some unused, and a large month cannot use them. In the reporting currency. */
  allowance: number;
  /** Mean, variance and third central moment of the month at each draw of the unknowns, in the reporting currency. One point if there are none. */
  points: (draws: readonly Draws[]) => Points;
  /** If every job costs a multiple of one amount, that amount: with jobs at $0.50, months cost $0, $0.50, $1… Else null. */
  lattice: number | null;
  /** For a small month on a lattice, the chance of every amount. Null if three moments are accurate enough, or if it cannot be computed. */
  exact: () => ExactMonth | null;
};

/** The distribution of a certain monthly cost: one point without variance. */
export function certainDistribution(monthly: number): WorkloadDistribution {
  const points = noPoints(1);
  points.mean[0] = monthly;
  return { variables: [], rates: 0, tiers: 0, allowance: 0, points: () => points, lattice: null, exact: () => null };
}

/**
 * A workload, how its jobs go, and how many clips it wants a month. One job makes `clipsPerJob` clips. `name` includes the file: the
 * volumes of two workloads are different unknowns, unless they share a driver.
 */
export type MonthOfJobs = {
  process: JobProcess;
  demand: Demand;
  keys: WorkloadKeys;
  clipsPerJob: number;
  name: string;
  /** Null if the price of a job is the same in every month. */
  tier: TierPrice | null;
  asking: FreeRequests | null;
};

/** The price of one status request in the reporting currency, and how many requests of the workload are free a month. */
export type FreeRequests = { price: number; free: number };

/**
 * The distribution of a workload's monthly cost. A random number R of clips (or of batches that one job makes), each with the
 * cumulants (m, s², k₃), costs a month with
 *
 *     mean E[R] m,  variance E[R] s² + Var(R) m²,  third moment E[R] k₃ + 3 m s² Var(R) + m³ κ₃(R).
 *
 * 100 clips with the mean $2 and the variance 0.36 cost $200 with the variance 36. If their number is Poisson, Var(R) is 100 too.
 * The variance is then 36 + 100 × 4 = 436, which is a standard deviation of $20.88.
 */
export function workloadDistributionOf(month: MonthOfJobs, distributions: Distributions): WorkloadDistribution {
  const { process, demand, keys, clipsPerJob } = month;
  const { provider, reliability } = keys;
  const { evidence } = reliability;
  const rates = evidence
    ? FAILURES.flatMap((failure): CountedRate[] => {
        const counted = evidence[failure];
        return counted ? [{ failure, ...counted }] : [];
      })
    : [];
  const variables = [...rates.map(({ failure, k, n }) => `${provider} ${failure} ${k}/${n}`), ...volumesOf(month)];
  // With volume tiers, the step between amounts differs from month to month.
  const lattice = month.tier ? null : latticeOf(process, demand, clipsPerJob);
  const fixed = once(() => pointsAt([], month, rates, distributions));
  const drawn = once(() => new Map<string, Points>());
  return {
    variables,
    rates: rates.length,
    tiers: tiersOf(month, distributions),
    allowance: allowanceOf(month, distributions),
    lattice,
    exact: once(() => (lattice === null || variables.length > 0 ? null : exactMonth(process, demand, lattice, unitOf(process, process.first).clip.cost))),
    points: (draws) => {
      if (draws.length === 0) return fixed();
      const id = draws.map((one) => one.id).join();
      const points = drawn().get(id) ?? pointsAt(draws, month, rates, distributions);
      drawn().set(id, points);
      return points;
    },
  };
}

/** The name of the unknown that is a workload's volume. Workloads with the same driver share it. */
export function volumeVariable(name: string, driver: string | undefined): string {
  return driver === undefined ? `volume ${name}` : `driver ${driver}`;
}

/** The volumes that the month depends on: its own first, if that varies, then those that decide its tier with it. */
function volumesOf({ demand, keys, name, tier }: MonthOfJobs): string[] {
  const own = demand.draw ? [volumeVariable(name, keys.volume.driver)] : [];
  return tier ? [...new Set([...own, ...tier.others.map(({ variable }) => variable)])] : own;
}

/** The month at each draw of its unknowns, in the order of `variables`: rates first, then volume. */
function pointsAt(draws: readonly Draws[], month: MonthOfJobs, rates: readonly CountedRate[], distributions: Distributions): Points {
  if (draws.length === 0 && !month.tier) return onePoint(month);
  const { byFormula } = month.demand;
  const compute = (): Points => drawnPoints(draws, month, rates, distributions);
  return byFormula && isInProportion(month, rates) ? onFirstUse(compute, [costByFormula(byFormula, month)]) : compute();
}

function drawnPoints(draws: readonly Draws[], month: MonthOfJobs, rates: readonly CountedRate[], distributions: Distributions): Points {
  const { process, demand, clipsPerJob } = month;
  const points = byVolume(draws, month, rates, distributions);
  const within = demand.within?.(draws[rates.length] as Draws, distributions);
  if (!within) return points;
  // The months that one draw stands for differ in their volume. That adds variance, at the cost of a clip at the declared rates.
  const { mean, variance: known, third, order } = points;
  const all: Points = { mean, variance: known, third, ...(order && { order }) };
  const [m, s2] = unitOf(process, process.first).clip.cost;
  const one = m / clipsPerJob;
  for (let point = 0; point < mean.length; point++) {
    const variance = within.variance[point] as number;
    known[point] = (known[point] as number) + variance * one * one;
    third[point] = (third[point] as number) + one * (3 * (s2 / clipsPerJob) * variance + one * one * (within.third[point] as number));
  }
  return all;
}

function byVolume(draws: readonly Draws[], month: MonthOfJobs, rates: readonly CountedRate[], distributions: Distributions): Points {
  const { process, demand, clipsPerJob, tier } = month;
  const length = draws[0]?.uniform.length ?? 1;
  const clips = demand.draw?.(draws[rates.length] as Draws, distributions);
  if (clips && isInProportion(month, rates)) return inProportion(clips, month, (draws[0] as Draws).order);
  const costsOf = (one: JobProcess): Points => costsAt(draws, one, rates, distributions);
  const submitting = (): Float64Array => busy(clips ?? new Float64Array(length).fill(demand.mean), jobsAt(draws, process, rates, distributions));
  const costs = tier
    ? inTiers(pricesInTiers(tier, submitting(), byVariable(month, draws.slice(rates.length)), distributions), process, costsOf)
    : costsOf(process);
  const paying = clips ? beyondAllowance(month) : null;
  const points = noPoints(length);
  for (let point = 0; point < length; point++) {
    const [m, s2, k3] = [costs.mean[point] as number, costs.variance[point] as number, costs.third[point] as number];
    const wanted = (clips ? (clips[point] as number) : demand.mean) / clipsPerJob;
    const [mean, variance, third] = ofWanted(wanted, [m, s2, k3], month);
    points.mean[point] = mean + (paying?.(wanted) ?? 0);
    points.variance[point] = variance;
    points.third[point] = third;
  }
  // `within` exists only if no volume is drawn. All clips of a month share the rate, so its variation grows with their number.
  const { within } = costs;
  if (!within) return points;
  const times = (one: number): number => (one * demand.mean) / clipsPerJob;
  return { ...points, within: { sd: within.sd.map(times), cubeRoot: within.cubeRoot.map(times) } };
}

/** The month if nothing is unknown. */
function onePoint(month: MonthOfJobs): Points {
  const { process, demand, clipsPerJob } = month;
  return asOne(ofWanted(demand.mean / clipsPerJob, unitOf(process, process.first).clip.cost, month));
}

/** The cumulants of a month that wants so many clips (or batches) at this cost each. */
function ofWanted(wanted: number, [m, s2, k3]: Cumulants, { demand, clipsPerJob }: MonthOfJobs): Cumulants {
  // Random arrivals add variance. The number of clips is Poisson, with Var = κ₃ = E, and R is that number / clipsPerJob.
  const arrivals = demand.poisson ? wanted / clipsPerJob : 0;
  return [wanted * m, wanted * s2 + arrivals * m * m, wanted * k3 + arrivals * m * (3 * s2 + (m * m) / clipsPerJob)];
}

/** The draws of a volume by its name. @param draws those of the volumes that the month depends on, in their order */
function byVariable(month: MonthOfJobs, draws: readonly Draws[]): (variable: string) => Draws {
  const volumes = volumesOf(month);
  return (variable) => draws[volumes.indexOf(variable)] as Draws;
}

/** A month whose rates are high submits more jobs, and reaches the tier of a month with more clips. */
function busy(clips: Float64Array, times: Float64Array | null): Float64Array {
  return times ? clips.map((wanted, point) => wanted * (times[point] as number)) : clips;
}

/** Whether the cost of a month is a multiple of its volume, apart from the luck of its jobs. */
function isInProportion({ demand, tier, asking }: MonthOfJobs, rates: readonly CountedRate[]): boolean {
  return rates.length === 0 && !tier && !asking && !demand.poisson;
}

/** The points of such a month, in the order of its clips. */
function inProportion(clips: Float64Array, { process, clipsPerJob }: MonthOfJobs, order: Uint32Array): Points {
  const [m, s2, k3] = unitOf(process, process.first).clip.cost;
  const times = (by: number): Float64Array => clips.map((wanted) => (wanted / clipsPerJob) * by);
  return { mean: times(m), variance: times(s2), third: times(k3), order };
}

/** What the formula for a volume says of the cost of its month: R clips are R / clipsPerJob jobs or batches. */
function costByFormula({ shape, skewness, mean, sd }: DemandByFormula, { process, clipsPerJob }: MonthOfJobs): CostByFormula {
  const [m, s2, k3] = unitOf(process, process.first).clip.cost;
  const [wanted, varied] = [mean / clipsPerJob, sd / clipsPerJob];
  return { shape, skewness, mean: wanted * m, luck: [wanted * s2, wanted * k3], sd: m * varied, sdOfLuck: s2 * varied };
}

/** What volume tiers add, at the declared rates: the mean month over the draws of the volumes, less the month at the price of the mean volume. */
function tiersOf(month: MonthOfJobs, distributions: Distributions): number {
  const { process, demand, clipsPerJob, tier } = month;
  if (!tier) return 0;
  const volumes = volumesOf(month);
  const draws = volumes.map((_, index) => drawsOf(index, volumes.length, distributions));
  const clips = demand.draw?.(draws[0] as Draws, distributions) ?? new Float64Array(POINTS).fill(demand.mean);
  const at = (one: JobProcess): Points => {
    const costs = noPoints(clips.length);
    costs.mean.fill(unitOf(one, one.first).clip.cost[0]);
    return costs;
  };
  const [nominal] = at(process).mean;
  const { mean } = inTiers(pricesInTiers(tier, clips, byVariable(month, draws), distributions), process, at);
  return clips.reduce((sum, wanted, point) => sum + wanted * ((mean[point] as number) - (nominal as number)), 0) / clips.length / clipsPerJob;
}

/** What status requests cost in a month of so many clips (or batches), less what they cost at the average price `statusPrice`. */
function beyondAllowance({ process, asking }: MonthOfJobs): ((wanted: number) => number) | null {
  if (!asking) return null;
  const { take, clip } = unitOf(process, process.first);
  const requests = clip.takes * take.polls;
  const { statusPrice } = process.watching;
  return (wanted) => asking.price * Math.max(0, wanted * requests - asking.free) - wanted * requests * statusPrice;
}

function allowanceOf(month: MonthOfJobs, distributions: Distributions): number {
  const paying = beyondAllowance(month);
  const clips = paying && month.demand.draw?.(drawsOf(0, 1, distributions), distributions);
  return clips ? clips.reduce((sum, wanted) => sum + paying(wanted / month.clipsPerJob), 0) / clips.length : 0;
}
