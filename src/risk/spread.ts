import type { Distributions } from "./distributions.ts";
import { type Law, noPoints, type Points } from "./law.ts";
import { drawsOf, POINTS } from "./outer.ts";
import { type Np2, normalExcess, np2, np2Cdf, np2Quantile } from "./quantile.ts";

/** How the month of some workloads together can turn out, in the reporting currency. */
export type Spread = {
  mean: number;
  sd: number;
  /** The amount that the month stays at or below with probability p, 0 < p < 1. */
  quantile: (p: number) => number;
  /** The probability, 0–1, that the month is above an amount. */
  above: (amount: number) => number;
  /** E[(month − amount)⁺]: what is spent beyond an amount, on average. */
  excess: (amount: number) => number;
};

/** Reads a point of a later group in this order (a Korobov lattice rule), so that groups are independent of each other. */
const MULTIPLIER = 433;

/**
 * The sum of workloads. Those that share an unknown are summed draw by draw; groups that share none are
 * independent: their variances add, and their draws are paired in different orders.
 */
export function spreadOf(laws: readonly Law[], distributions: Distributions): Spread {
  const groups = inOrder(grouped(laws).map((group) => pointsOf(group, distributions)));
  const mean = groups.reduce((sum, points) => sum + average(points.mean), 0);
  const variance = groups.reduce((sum, points) => sum + varianceOf(points), 0);
  const lattice = laws.length === 1 ? (laws[0]?.lattice ?? null) : null;
  return withQuantiles(paired(groups), mean, Math.sqrt(variance), lattice, distributions);
}

/** The same month, and an amount beside it that is certain: it moves the distribution and does not widen it. */
export function shifted({ mean, sd, quantile, above, excess }: Spread, by: number): Spread {
  return {
    mean: mean + by,
    sd,
    quantile: (p) => quantile(p) + by,
    above: (amount) => above(amount - by),
    excess: (amount) => excess(amount - by),
  };
}

/** Groups by how far they spread, so that neither the order nor the names of workloads decide which draws are paired. */
function inOrder(groups: readonly Points[]): readonly Points[] {
  return groups
    .map((points) => ({ points, variance: varianceOf(points) }))
    .sort((a, b) => b.variance - a.variance)
    .map(({ points }) => points);
}

/** Workloads that share an unknown, directly or through others, in groups; those that depend on none are one group. */
function grouped(laws: readonly Law[]): (readonly Law[])[] {
  let groups: { names: Set<string>; laws: Law[] }[] = [];
  const seen = new Set<string>();
  for (const law of laws) {
    const isNew = law.variables.length > 0 && law.variables.every((name) => !seen.has(name));
    for (const name of law.variables) seen.add(name);
    const touches = isNew ? [] : groups.filter(({ names }) => (law.variables.length === 0 ? names.size === 0 : law.variables.some((name) => names.has(name))));
    const merged = {
      names: new Set([...touches.flatMap(({ names }) => [...names]), ...law.variables]),
      laws: [...touches.flatMap((group) => group.laws), law],
    };
    if (touches.length > 0) groups = groups.filter((group) => !touches.includes(group));
    groups.push(merged);
  }
  return groups.map((group) => group.laws);
}

/** The cumulants of a group at each draw of its unknowns. */
function pointsOf(laws: readonly Law[], distributions: Distributions): Points {
  const ordered = laws.length === 1 ? laws : laws.toSorted((a, b) => (a.variables.join() < b.variables.join() ? -1 : 1));
  const names = [...new Set(ordered.flatMap(({ variables }) => variables))];
  const sum = noPoints(names.length === 0 ? 1 : POINTS);
  for (const law of laws) add(sum, law.points(law.variables.map((name) => drawsOf(names.indexOf(name), names.length, distributions))), 1);
  return sum;
}

/** One list of points for all groups together. */
function paired(groups: readonly Points[]): Points {
  const uncertain = groups.filter(({ mean }) => mean.length > 1).length;
  const sum = noPoints(uncertain === 0 ? 1 : POINTS);
  let order = 1;
  for (const points of groups) {
    add(sum, points, order);
    if (points.mean.length > 1) order = (order * MULTIPLIER) % POINTS;
  }
  return sum;
}

/** Adds a group's points in an order of its own; a group of one point is added to all. */
function add(sum: Points, { mean, variance, third }: Points, order: number): void {
  const { length } = mean;
  for (let point = 0; point < sum.mean.length; point++) {
    const from = length === 1 ? 0 : (point * order) % length;
    sum.mean[point] = (sum.mean[point] as number) + (mean[from] as number);
    sum.variance[point] = (sum.variance[point] as number) + (variance[from] as number);
    sum.third[point] = (sum.third[point] as number) + (third[from] as number);
  }
}

function average(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Job luck within points, and what differs between them. */
function varianceOf({ mean, variance }: Points): number {
  const middle = average(mean);
  return average(variance) + average(mean.map((one) => (one - middle) ** 2));
}

function withQuantiles(points: Points, mean: number, sd: number, lattice: number | null, distributions: Distributions): Spread {
  const { normalCdf, normalQuantile } = distributions;
  const all = Array.from(points.mean, (m, point) => np2([m, points.variance[point] as number, points.third[point] as number]));
  const [only] = all;
  const cdf = (amount: number): number => meanOf(all, (one) => np2Cdf(one, amount, normalCdf));
  const smooth = all.length === 1 && only ? (p: number) => np2Quantile(only, normalQuantile(p)) : quantilesOf(all, cdf, sd, normalQuantile);
  const onLattice = lattice !== null && sd > 0;
  return {
    mean,
    sd,
    // On a lattice the distribution function is read half a step on, so a quantile is the next multiple after half a step back.
    quantile: (p) => (onLattice ? lattice * Math.ceil(smooth(p) / lattice - 0.5) : smooth(p)),
    above: (amount) => 1 - cdf(onLattice ? lattice * (Math.floor(amount / lattice + 1e-9) + 0.5) : amount),
    excess: (amount) => meanOf(all, (one) => normalExcess(one, amount, normalCdf)),
  };
}

function meanOf(all: readonly Np2[], value: (one: Np2) => number): number {
  let sum = 0;
  for (const one of all) sum += value(one);
  return sum / all.length;
}

/** How close a quantile is worked out, as a share of the standard deviation: far below what 1,024 points can tell. */
const CLOSE = 1e-7;

/**
 * Quantiles of the mixture of all points. Where nothing but the shared unknowns is random it is a staircase, and the
 * answer one of its steps. Else false position between ends that hold it, of which the one that stands still is halved (Illinois).
 */
function quantilesOf(all: readonly Np2[], cdf: (amount: number) => number, sd: number, normalQuantile: Distributions["normalQuantile"]): (p: number) => number {
  const steps = Float64Array.from(all, ({ mean }) => mean).sort();
  const luck = all.reduce((most, one) => Math.max(most, one.sd), 0);
  const stepAt = (p: number): number => steps[Math.min(steps.length - 1, Math.max(0, Math.ceil(p * steps.length - 1e-9) - 1))] as number;
  if (luck < 1e-9 * sd) return stepAt;
  return (p) => {
    const z = normalQuantile(p);
    let [low, high, atLow, atHigh] = [Number.NaN, Number.NaN, 0, 0];
    // From the staircase outwards, until both ends are known to hold it.
    const guess = stepAt(p) + (z * luck * luck) / (2 * sd);
    for (let width = luck / 8; !(atLow < 0 && atHigh > 0) && width < 64 * (luck + sd); width *= 4) {
      if (!(atLow < 0)) [low, atLow] = [guess - width, cdf(guess - width) - p];
      if (!(atHigh > 0)) [high, atHigh] = [guess + width, cdf(guess + width) - p];
    }
    for (let i = 0; i < 60 && high - low > CLOSE * sd; i++) {
      const middle = i % 4 === 3 ? (low + high) / 2 : high - (atHigh * (high - low)) / (atHigh - atLow);
      const at = cdf(middle) - p;
      if (Math.abs(at) < 1e-10) return middle;
      if (at < 0) {
        [low, atLow] = [middle, at];
        atHigh /= 2;
      } else {
        [high, atHigh] = [middle, at];
        atLow /= 2;
      }
    }
    return (low + high) / 2;
  };
}
