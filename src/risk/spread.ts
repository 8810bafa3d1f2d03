import type { Cumulants } from "./clip.ts";
import type { Distributions } from "./distributions.ts";
import type { Law } from "./law.ts";
import { drawsOf, POINTS } from "./outer.ts";
import { np2Cdf, np2Quantile } from "./quantile.ts";

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
  const groups = grouped(laws).map((group) => pointsOf(group, distributions));
  const mean = groups.reduce((sum, points) => sum + average(points, ([m]) => m), 0);
  const variance = groups.reduce((sum, points) => sum + varianceOf(points), 0);
  const lattice = laws.length === 1 ? (laws[0]?.lattice ?? null) : null;
  return withQuantiles(paired(groups), mean, Math.sqrt(variance), lattice, distributions);
}

/** Workloads that share an unknown, directly or through others, in groups; those that depend on none are one group. */
function grouped(laws: readonly Law[]): (readonly Law[])[] {
  let groups: { names: Set<string>; laws: Law[] }[] = [];
  for (const law of laws) {
    const touches = groups.filter(({ names }) => (law.variables.length === 0 ? names.size === 0 : law.variables.some((name) => names.has(name))));
    const merged = {
      names: new Set([...touches.flatMap(({ names }) => [...names]), ...law.variables]),
      laws: [...touches.flatMap((group) => group.laws), law],
    };
    groups = [...groups.filter((group) => !touches.includes(group)), merged];
  }
  return groups.map((group) => group.laws);
}

/** The cumulants of a group at each draw of its unknowns. */
function pointsOf(laws: readonly Law[], distributions: Distributions): readonly Cumulants[] {
  const names = [...new Set(laws.flatMap(({ variables }) => variables))];
  const all = laws.map((law) => law.points(law.variables.map((name) => drawsOf(names.indexOf(name), names.length, distributions))));
  return (all[0] ?? []).map((_, point) => sum(all.map((points) => points[point] as Cumulants)));
}

/** One list of points for all groups together. */
function paired(groups: readonly (readonly Cumulants[])[]): readonly Cumulants[] {
  const uncertain = groups.filter((points) => points.length > 1);
  const certain = groups.flatMap((points) => (points.length === 1 ? (points as [Cumulants]) : []));
  if (uncertain.length === 0) return [sum(certain)];
  const orders = uncertain.map((_, group) => multiplier(group));
  return Array.from({ length: POINTS }, (_, point) =>
    sum([...certain, ...uncertain.map((points, group) => points[(point * (orders[group] as number)) % POINTS] as Cumulants)]),
  );
}

function multiplier(group: number): number {
  let factor = 1;
  for (let i = 0; i < group; i++) factor = (factor * MULTIPLIER) % POINTS;
  return factor;
}

function sum(all: readonly Cumulants[]): Cumulants {
  let [mean, variance, third] = [0, 0, 0];
  for (const [m, v, k] of all) {
    mean += m;
    variance += v;
    third += k;
  }
  return [mean, variance, third];
}

function average(points: readonly Cumulants[], value: (point: Cumulants) => number): number {
  return points.reduce((total, point) => total + value(point), 0) / points.length;
}

/** Job luck within points, and what differs between them. */
function varianceOf(points: readonly Cumulants[]): number {
  const mean = average(points, ([m]) => m);
  return average(points, ([m, variance]) => variance + (m - mean) ** 2);
}

function withQuantiles(points: readonly Cumulants[], mean: number, sd: number, lattice: number | null, distributions: Distributions): Spread {
  const { normalCdf, normalQuantile } = distributions;
  const cdf = (amount: number): number => average(points, (point) => np2Cdf(point, amount, normalCdf));
  const smooth = points.length === 1 ? (p: number) => np2Quantile(points[0] as Cumulants, normalQuantile(p)) : (p: number) => solve(cdf, p, points);
  return {
    mean,
    sd,
    // On a lattice the distribution function is read half a step on, so a quantile is the next multiple after half a step back.
    quantile: (p) => (lattice === null || sd === 0 ? smooth(p) : lattice * Math.ceil(smooth(p) / lattice - 0.5)),
    above: (amount) => 1 - cdf(lattice === null || sd === 0 ? amount : lattice * (Math.floor(amount / lattice + 1e-9) + 0.5)),
    excess: (amount) => average(points, (point) => excessOf(point, amount, normalCdf)),
  };
}

/** How close a quantile is worked out, as a share of the range of the points. */
const CLOSE = 1e-9;

/** The amount at which a distribution function reaches p: false position, halving the end that stands still (Illinois). */
function solve(cdf: (amount: number) => number, p: number, points: readonly Cumulants[]): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const [mean, variance] of points) {
    const far = 9 * Math.sqrt(variance);
    low = Math.min(low, mean - far);
    high = Math.max(high, mean + far);
  }
  let [atLow, atHigh] = [-p, 1 - p];
  const close = (high - low) * CLOSE;
  for (let i = 0; i < 100 && high - low > close; i++) {
    // Every third step halves: a distribution function of few points is a staircase, on which false position crawls.
    const middle = i % 3 === 2 ? (low + high) / 2 : high - (atHigh * (high - low)) / (atHigh - atLow);
    const at = cdf(middle) - p;
    if (at < 0) {
      low = middle;
      atLow = at;
      atHigh /= 2;
    } else {
      high = middle;
      atHigh = at;
      atLow /= 2;
    }
  }
  return high;
}

/** E[(S − x)⁺] = (m − x) Φ(d) + s φ(d), d = (m − x) / s. */
function excessOf([mean, variance]: Cumulants, amount: number, normalCdf: Distributions["normalCdf"]): number {
  if (variance <= 0) return Math.max(0, mean - amount);
  const sd = Math.sqrt(variance);
  const d = (mean - amount) / sd;
  return (mean - amount) * normalCdf(d) + (sd * Math.exp((-d * d) / 2)) / Math.sqrt(2 * Math.PI);
}
