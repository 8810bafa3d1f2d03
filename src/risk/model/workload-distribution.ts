import type { WorkloadKeys } from "../../manifest/schema.ts";
import { FAILURES } from "../../notation/failure.ts";
import type { Distributions } from "../../stats/distributions.ts";
import { type Draws, drawsOf } from "../../stats/draws.ts";
import { type CountedRate, costsAt, inTiers } from "./clip-costs.ts";
import type { Demand } from "./demand.ts";
import { type ExactMonth, exactMonth } from "./exact-month.ts";
import { latticeOf } from "./lattice.ts";
import { once } from "./once.ts";
import { noPoints, type Points } from "./points.ts";
import type { JobProcess } from "./process.ts";
import type { Cumulants } from "./takes.ts";
import { unitOf } from "./unit.ts";

/**
 * The month of one workload as a random amount, in two layers. What nobody knows (a failure rate with evidence, a volume) is drawn,
 * and may be shared with other workloads. Given those draws, what chance does to single jobs is worked out by formula.
 */
export type WorkloadDistribution = {
  /** The unknowns it depends on, by names that other workloads may share: rates first, then volume. */
  variables: readonly string[];
  /** How many of them are rates. */
  rates: number;
  /** What volume tiers add to the mean month, beside its price at the mean volume. */
  tiers: number;
  /** What its free status requests add to the mean month: a month with few leaves some of them over, which a month with many does not get. */
  allowance: number;
  /** Mean, variance and third central moment of the month at each draw of the unknowns; one point where there are none. In the reporting currency. */
  points: (draws: readonly Draws[]) => Points;
  /** Where every job costs a multiple of one amount, that amount: jobs of $0.50 make months of $0, $0.50, $1… Else null. */
  lattice: number | null;
  /** Of a small month on a lattice, the chance of every amount; null if three moments have to do, or do as well. */
  exact: () => ExactMonth | null;
};

/** A month about which nothing is uncertain: one point, with no variance. */
export function certainDistribution(monthly: number): WorkloadDistribution {
  const points = noPoints(1);
  points.mean[0] = monthly;
  return { variables: [], rates: 0, tiers: 0, allowance: 0, points: () => points, lattice: null, exact: () => null };
}

/**
 * A workload, how its jobs go and how many clips it wants a month, `clipsPerJob` of them served by one. `name` has its file in it:
 * volumes of different workloads are different unknowns unless they share a driver.
 */
export type MonthOfJobs = {
  process: JobProcess;
  demand: Demand;
  keys: WorkloadKeys;
  clipsPerJob: number;
  name: string;
  /** The price of one job in a month of so many clips, where it goes by them. */
  priceAt: ((clips: number) => number) | null;
  asking: FreeRequests | null;
};

/** The price of one status request in the reporting currency, and how many of the workload's a month are free. */
export type FreeRequests = { price: number; free: number };

/**
 * The month of a workload: clips wanted, in groups that one job serves. A random number R of clips, each with the
 * cumulants (m, s², k₃), costs a month with
 *
 *     mean E[R] m,  variance E[R] s² + Var(R) m²,  third moment E[R] k₃ + 3 m s² Var(R) + m³ κ₃(R).
 *
 * 100 clips of mean $2 and variance 0.36: $200 with variance 36. Where their number is Poisson, Var(R) is 100 too, and the
 * variance 36 + 100 × 4 = 436, a standard deviation of $20.88.
 */
export function workloadDistributionOf(month: MonthOfJobs, distributions: Distributions): WorkloadDistribution {
  const { process, demand, keys, clipsPerJob, name } = month;
  const { provider, reliability, volume } = keys;
  const { evidence } = reliability;
  const rates = evidence
    ? FAILURES.flatMap((failure): CountedRate[] => {
        const counted = evidence[failure];
        return counted ? [{ failure, ...counted }] : [];
      })
    : [];
  const variables = [
    ...rates.map(({ failure, k, n }) => `${provider} ${failure} ${k}/${n}`),
    ...(demand.draw ? [volume.driver === undefined ? `volume ${name}` : `driver ${volume.driver}`] : []),
  ];
  const lattice = latticeOf(process, demand, clipsPerJob);
  const worked = new Map<string, Points>();
  return {
    variables,
    rates: rates.length,
    tiers: tiersOf(month, distributions),
    allowance: allowanceOf(month, distributions),
    lattice,
    exact: once(() => (lattice === null || variables.length > 0 ? null : exactMonth(process, demand, lattice, unitOf(process, process.first).clip.cost))),
    points: (draws) => {
      const id = draws.map((one) => one.id).join();
      const points = worked.get(id) ?? pointsAt(draws, month, rates, distributions);
      worked.set(id, points);
      return points;
    },
  };
}

/** The month at each draw of its unknowns, in the order of `variables`: rates first, then volume. */
function pointsAt(draws: readonly Draws[], month: MonthOfJobs, rates: readonly CountedRate[], distributions: Distributions): Points {
  const { process, demand, clipsPerJob } = month;
  const points = byVolume(draws, month, rates, distributions);
  const within = demand.within?.(draws[rates.length] as Draws, distributions);
  if (!within) return points;
  // Months that one draw stands for differ in their volume, at the cost of a clip that rates as declared make.
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
  const { process, demand, clipsPerJob, priceAt } = month;
  const length = draws[0]?.uniform.length ?? 1;
  const clips = demand.draw?.(draws[rates.length] as Draws, distributions);
  if (clips && rates.length === 0 && !priceAt && !month.asking && !demand.poisson)
    return inProportion(clips, unitOf(process, process.first).clip.cost, clipsPerJob, (draws[rates.length] as Draws).order);
  const costsOf = (one: JobProcess): Points => costsAt(draws, one, rates, distributions);
  const costs = priceAt && clips ? inTiers(clips, process, priceAt, costsOf) : costsOf(process);
  const paying = clips ? beyondAllowance(month) : null;
  const points = noPoints(length);
  for (let point = 0; point < length; point++) {
    const [m, s2, k3] = [costs.mean[point] as number, costs.variance[point] as number, costs.third[point] as number];
    const wanted = (clips ? (clips[point] as number) : demand.mean) / clipsPerJob;
    // What arrives by chance adds its own variance. Clips are a Poisson number, of which Var = κ₃ = E, and R is that number / clipsPerJob.
    const arrivals = demand.poisson ? wanted / clipsPerJob : 0;
    points.mean[point] = wanted * m + (paying?.(wanted) ?? 0);
    points.variance[point] = wanted * s2 + arrivals * m * m;
    points.third[point] = wanted * k3 + arrivals * m * (3 * s2 + (m * m) / clipsPerJob);
  }
  // Rates are worked out in parts where no volume is drawn: all clips of a month have the rate of one part.
  const { apart } = costs;
  if (!apart) return points;
  const times = (one: number): number => (one * demand.mean) / clipsPerJob;
  return { ...points, apart: { sd: apart.sd.map(times), cubeRoot: apart.cubeRoot.map(times) } };
}

/**
 * A month that goes with its volume and with nothing else: its variance is as many times its mean at every point. Of a thousand such months most
 * are asked for their mean, variance and third moment alone, which those of the volume say.
 */
function inProportion(clips: Float64Array, [m, s2, k3]: Cumulants, clipsPerJob: number, order: Uint32Array): Points {
  const times = (by: number): Float64Array => {
    const values = new Float64Array(clips.length);
    for (let point = 0; point < clips.length; point++) values[point] = ((clips[point] as number) / clipsPerJob) * by;
    return values;
  };
  const [variance, third] = [once(() => times(s2)), once(() => times(k3))];
  const overall = once((): Cumulants => {
    const [wanted, spread, skewed] = cumulantsOfAll(clips, clipsPerJob);
    return [wanted * m, wanted * s2 + spread * m * m, wanted * k3 + 3 * s2 * m * spread + skewed * m ** 3];
  });
  return {
    mean: times(m),
    get variance() {
      return variance();
    },
    get third() {
      return third();
    },
    order,
    overall,
  };
}

/** Mean, variance and third central moment of the jobs (or batches) of a month. */
function cumulantsOfAll(clips: Float64Array, clipsPerJob: number): Cumulants {
  const { length } = clips;
  let [sum, spread, skewed] = [0, 0, 0];
  for (let point = 0; point < length; point++) sum += (clips[point] as number) / clipsPerJob;
  const middle = sum / length;
  for (let point = 0; point < length; point++) {
    const apart = (clips[point] as number) / clipsPerJob - middle;
    spread += apart * apart;
    skewed += apart * apart * apart;
  }
  return [middle, spread / length, skewed / length];
}

/** At the declared rates: the mean month over the draws of the volume, less the month at the price of the mean volume. */
function tiersOf({ process, demand, clipsPerJob, priceAt }: MonthOfJobs, distributions: Distributions): number {
  if (!priceAt || !demand.draw) return 0;
  const clips = demand.draw(drawsOf(0, 1, distributions), distributions);
  const at = (one: JobProcess): Points => {
    const costs = noPoints(clips.length);
    costs.mean.fill(unitOf(one, one.first).clip.cost[0]);
    return costs;
  };
  const [nominal] = at(process).mean;
  const { mean } = inTiers(clips, process, priceAt, at);
  return clips.reduce((sum, wanted, point) => sum + wanted * ((mean[point] as number) - (nominal as number)), 0) / clips.length / clipsPerJob;
}

/** By the jobs (or batches) wanted in a month: what status requests cost beside the share of them that the mean month pays. */
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
