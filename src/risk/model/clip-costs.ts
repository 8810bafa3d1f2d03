import type { Failure } from "../../notation/failure.ts";
import type { Distributions } from "../../stats/distributions.ts";
import { alongCurve, type Draws, through } from "../../stats/draws.ts";
import { insideEnd, valuesOfRate } from "../../stats/parts.ts";
import { noPoints, type Points, type VariationWithin } from "./points.ts";
import { type Chances, capped, type JobProcess } from "./process.ts";
import type { Cumulants } from "./takes.ts";
import { unitOf } from "./unit.ts";

/** The evidence for a failure rate: k of n jobs failed that way. */
export type CountedRate = { failure: Failure; k: number; n: number };

/** The jobs of another workload at each draw of its volume. `variable`: the name of that unknown. */
export type DrawnJobs = { variable: string; jobs: (draws: Draws, distributions: Distributions) => Float64Array };

/**
 * What decides the price of a job in a month. `price`: in the reporting currency, if the model has so many jobs. `perClip`: jobs for one clip
 * of the workload, at the declared rates. `fixed`: the model's other jobs that do not vary. `others`: those that do.
 *
 * From 1,000 jobs on, a job costs $0.50 instead of $1. One workload has 900 jobs, and another one 0 to 600. The price of both follows the
 * volume of the second: $1 in a month with fewer than 100.
 */
export type TierPrice = { price: (jobs: number) => number; perClip: number; fixed: number; others: readonly DrawnJobs[] };

/**
 * The price of one job at each draw.
 * @param clips the workload's own clips at each draw
 * @param drawsOf the draws of another workload's volume
 */
export function pricesInTiers(
  { price, perClip, fixed, others }: TierPrice,
  clips: Float64Array,
  drawsOf: (variable: string) => Draws,
  distributions: Distributions,
): Float64Array {
  const jobs = clips.map((wanted) => fixed + wanted * perClip);
  for (const other of others) {
    const more = other.jobs(drawsOf(other.variable), distributions);
    for (let point = 0; point < jobs.length; point++) jobs[point] = (jobs[point] as number) + (more[point] as number);
  }
  return jobs.map(price);
}

/**
 * The cost of one clip at each draw, at the price of the volume tier that the draw reaches. There are few tiers, so each is computed once.
 * @param prices the price of one job at each draw
 * @param costs the cost of one clip at each draw, for a process with that price
 */
export function inTiers(prices: Float64Array, process: JobProcess, costs: (process: JobProcess) => Points): Points {
  const all = noPoints(prices.length);
  for (const jobPrice of new Set(prices)) {
    const tier = costs({ ...process, watching: { ...process.watching, jobPrice } });
    for (let point = 0; point < prices.length; point++) {
      if (prices[point] !== jobPrice) continue;
      all.mean[point] = tier.mean[point] as number;
      all.variance[point] = tier.variance[point] as number;
      all.third[point] = tier.third[point] as number;
    }
  }
  return all;
}

/**
 * The cost of one clip at each draw of the rates. With a single rate, the cost is a smooth function of it: it is computed at some
 * rates and interpolated. With several rates, it is computed at every draw.
 */
export function costsAt(draws: readonly Draws[], process: JobProcess, rates: readonly CountedRate[], distributions: Distributions): Points {
  const length = draws[0]?.uniform.length ?? 1;
  const [only] = rates;
  const costAt = (values: readonly number[]): Cumulants => unitOf(process, withRates(values, process, rates)).clip.cost;
  if (!only) {
    const costs = noPoints(length);
    const [mean, variance, third] = unitOf(process, process.first).clip.cost;
    costs.mean.fill(mean);
    costs.variance.fill(variance);
    costs.third.fill(third);
    return costs;
  }
  if (rates.length === 1) return alongRate(draws[0] as Draws, only, (rate) => costAt([rate]), distributions);
  const values = rates.map((rate, i) => ratesAt(draws[i] as Draws, rate, distributions));
  const costs = noPoints(length);
  for (let point = 0; point < length; point++) {
    const [mean, variance, third] = costAt(values.map((value) => value[point] as number));
    costs.mean[point] = mean;
    costs.variance[point] = variance;
    costs.third[point] = third;
  }
  return costs;
}

/**
 * The jobs submitted for one clip at each draw of the rates, as a multiple of those at the declared rates; null without counted rates. With
 * one retry and a declared rate of 5%, a clip takes 1.05 jobs. A draw of 20% takes 1.2, so its multiple is 1.14.
 */
export function jobsAt(draws: readonly Draws[], process: JobProcess, rates: readonly CountedRate[], distributions: Distributions): Float64Array | null {
  const [only] = rates;
  if (!only) return null;
  const jobsOf = (chances: Chances): number => {
    const { take, clip } = unitOf(process, chances);
    return clip.takes * take.attempts;
  };
  const declared = jobsOf(process.first);
  const at = (values: readonly number[]): number => jobsOf(withRates(values, process, rates)) / declared;
  if (rates.length === 1) {
    const quantile = quantileOf(only, distributions);
    return through(draws[0] as Draws, (share) => at([quantile(share)]), distributions);
  }
  const values = rates.map((rate, i) => ratesAt(draws[i] as Draws, rate, distributions));
  return Float64Array.from(values[0] as Float64Array, (_, point) => at(values.map((value) => value[point] as number)));
}

/** The values of one of several rates, point by point. */
function ratesAt(draws: Draws, rate: CountedRate, distributions: Distributions): Float64Array {
  const { mesh, uniform } = draws;
  if (!mesh) return through(draws, quantileOf(rate, distributions), distributions);
  const values = valuesOfRate(rate, mesh.values, distributions);
  return Float64Array.from(uniform, (_, point) => values[mesh.value[point] as number] as number);
}

function quantileOf({ k, n }: CountedRate, { betaOf }: Distributions): (share: number) => number {
  return betaOf(k + 0.5, n - k + 0.5).quantile;
}

/**
 * The cost of one clip along one rate, which is either drawn or divided into equal parts. If it is divided, `within` says how much
 * the mean varies within each part, and the first and the last part are integrated in more detail.
 */
function alongRate(draws: Draws, rate: CountedRate, costOf: (rate: number) => Cumulants, distributions: Distributions): Points {
  const quantile = quantileOf(rate, distributions);
  const at = (share: number): Cumulants => costOf(quantile(share));
  const [middles, variance, third] = alongCurve(draws, at, distributions);
  const parts = draws.mesh?.values;
  if (parts !== middles.length) return { mean: middles, variance, third };
  const mean = middles.slice();
  const within: VariationWithin = { sd: new Float64Array(parts), cubeRoot: new Float64Array(parts) };
  // Within a part, the cost is approximated by a parabola through its midpoint and the midpoints of its neighbors.
  for (let part = 1; part < parts - 1; part++) {
    const [before, here, after] = [middles[part - 1] as number, middles[part] as number, middles[part + 1] as number];
    mean[part] = here + (before - 2 * here + after) / 24;
    within.sd[part] = (after - before) / 2 / Math.sqrt(12);
  }
  for (const [end, part] of [
    ["first", 0],
    ["last", parts - 1],
  ] as const) {
    const some = insideEnd(end, parts).map(({ uniform, weight }) => ({ cost: at(uniform), weight }));
    const average = (of: (cost: Cumulants) => number): number => some.reduce((sum, { cost, weight }) => sum + weight * of(cost), 0);
    const middle = average(([m]) => m);
    mean[part] = middle;
    variance[part] = average(([, s2]) => s2);
    third[part] = average(([m, s2, k3]) => k3 + 3 * (m - middle) * s2);
    const rises = (middles[parts - 1] as number) > (middles[0] as number);
    within.sd[part] = (rises ? 1 : -1) * Math.sqrt(average(([m]) => (m - middle) ** 2));
    within.cubeRoot[part] = Math.cbrt(average(([m]) => (m - middle) ** 3));
  }
  return { mean, variance, third, within };
}

/** The chances of all failures, with these values for the rates that have evidence. */
function withRates(values: readonly number[], { first }: JobProcess, rates: readonly CountedRate[]): Chances {
  const chances: Record<Failure, number> = { ...first };
  rates.forEach(({ failure }, i) => {
    chances[failure] = values[i] as number;
  });
  return capped(chances);
}
