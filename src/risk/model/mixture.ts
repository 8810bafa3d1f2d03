import type { Distributions } from "../../stats/distributions.ts";
import { once } from "./once.ts";
import type { Points } from "./points.ts";

/**
 * The distribution of the month's cost S, in the reporting currency. At each draw of the shared unknowns, the luck of the jobs
 * follows the normal-power approximation (NP2; Beard, Pentikäinen and Pesonen, "Risk Theory", 1984). The distribution is the average
 * over the draws: only the unknowns are sampled.
 */
export type Mixture = {
  /** P(S ≤ x). */
  cdf: (amount: number) => number;
  /** The amount that S stays at or below with probability p. `sd`, the standard deviation of S, sets the precision of the search. */
  quantile: (p: number, sd: number) => number;
  /** E[(S − x)⁺]. */
  excess: (amount: number) => number;
};

/** Skewness is capped at this: beyond it, the approximation is not monotone where it matters. */
const MOST_SKEW = 1.2;

/** Below this skewness, the normal distribution is used. */
const NO_SKEW = 1e-6;

/** An amount that is further from a point's mean than this many standard deviations is entirely above or below the point. */
const FAR = 7;

/** A search for a quantile ends when its bounds are this close, as a share of the amount or of the standard deviation: to the last digits. */
const CLOSE = 4 * Number.EPSILON;

/** After this many steps in a row by which Newton's method does not halve the interval, the search bisects. */
const TRIES = 4;

/** More steps than any search takes: bisection alone needs about sixty. */
const MOST_STEPS = 400;

/** One of this many points is enough to find where a search should start. */
const SKIPPED = 16;

/** Points in ascending order of their means, with what every question needs. `luck`: the largest of the standard deviations. */
type Prepared = {
  mean: Float64Array;
  sds: Float64Array;
  skews: Float64Array;
  luck: number;
  normalCdf: Distributions["normalCdf"];
};

/** The mixture of points that have equal weight. */
export function mixtureOf(points: Points, { normalCdf, normalQuantile }: Distributions): Mixture {
  const { mean, variance, third } = sorted(points);
  const sds = variance.map((one) => (one > 0 ? Math.sqrt(one) : 0));
  const prepared: Prepared = {
    mean,
    sds,
    skews: third.map((one, i) => skewOf(one, sds[i] as number)),
    luck: sds.reduce((most, sd) => Math.max(most, sd), 0),
    normalCdf,
  };
  const few = once(() => fewOf(prepared));
  return {
    cdf: (amount) => below(amount, prepared)[0],
    quantile: (p, sd) => quantileOf({ p, z: normalQuantile(p) }, sd, prepared, few),
    excess: (amount) => excessOver(amount, prepared),
  };
}

/** The same points, in ascending order of their means. If the points say an order (that of the draws of one volume), it is tried first. */
export function sorted(points: Points): Points {
  const { mean, variance, third, order } = points;
  if (mean.every((one, i) => i === 0 || one >= (mean[i - 1] as number))) return points;
  const right = order && ascends(mean, order) ? order : Uint32Array.from(mean.keys()).sort((a, b) => (mean[a] as number) - (mean[b] as number));
  return { mean: inOrder(mean, right), variance: inOrder(variance, right), third: inOrder(third, right) };
}

/** Whether an order sorts the values and no other order does: no two values are equal. */
function ascends(values: Float64Array, order: Uint32Array): boolean {
  if (order.length !== values.length) return false;
  for (let i = 1; i < order.length; i++) if (!((values[order[i] as number] as number) > (values[order[i - 1] as number] as number))) return false;
  return true;
}

function inOrder(values: Float64Array, order: Uint32Array): Float64Array {
  const ordered = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) ordered[i] = values[order[i] as number] as number;
  return ordered;
}

/** How many of the sorted values are below an amount. */
function countBelow(values: Float64Array, amount: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < amount) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * P(S ≤ x) and its density. NP2: Φ(−3/γ + sign(γ) √(9/γ² + 1 + 6z/γ)), with z = (x − mean) / sd and the skewness γ of the
 * point.
 */
function below(amount: number, { mean, sds, skews, luck, normalCdf }: Prepared): [number, number] {
  const { length } = mean;
  // Points that are further away than the largest standard deviation reaches are entirely below or above: they are only counted.
  const [from, to] = [countBelow(mean, amount - FAR * luck), countBelow(mean, amount + FAR * luck)];
  let [sum, density] = [from, 0];
  for (let i = from; i < length && (i < to || mean[i] === amount); i++) {
    const sd = sds[i] as number;
    const distance = amount - (mean[i] as number);
    if (distance > FAR * sd || (sd === 0 && distance >= 0)) {
      sum += 1;
      continue;
    }
    if (distance < -FAR * sd || sd === 0) continue;
    const skew = skews[i] as number;
    let [z, slope] = [distance / sd, 1 / sd];
    if (skew !== 0) {
      const a = 3 / skew;
      const inside = a * a + 1 + 2 * a * z;
      if (inside <= 0) {
        if (skew < 0) sum += 1;
        continue;
      }
      const root = Math.sqrt(inside);
      z = skew > 0 ? root - a : -root - a;
      slope *= Math.abs(a) / root;
    }
    sum += normalCdf(z);
    density += slope * Math.exp((-z * z) / 2);
  }
  return [sum / length, density / (length * Math.sqrt(2 * Math.PI))];
}

/**
 * With one point, the quantile is the inverse of NP2: mean + sd (z + γ (z² − 1) / 6), where z is the normal quantile of p. Without job
 * luck, the distribution is a staircase, and the quantile is one of its steps. Else it is searched for, starting near that step.
 */
function quantileOf({ p, z }: { p: number; z: number }, sd: number, prepared: Prepared, fewOfAll: () => Prepared | null): number {
  const { mean, sds, skews, luck } = prepared;
  const { length } = mean;
  if (length === 1) return (mean[0] as number) + (sds[0] as number) * (z + ((skews[0] as number) * (z * z - 1)) / 6);
  const step = mean[Math.min(length - 1, Math.max(0, Math.ceil(p * length - 1e-9) - 1))] as number;
  if (luck <= 1e-9 * sd) return step;
  const near = step + (z * luck * luck) / (2 * sd);
  const few = fewOfAll();
  return searched(p, { sd, start: few ? searched(p, { sd, start: near, close: NEAR_BY }, few) : near, close: CLOSE }, prepared);
}

/** The precision of the search among a few of the points, which finds the start of the search among all of them. */
const NEAR_BY = 1e-3;

/** A few of the points, evenly spread over all of them; null if there are few already. */
function fewOf(all: Prepared): Prepared | null {
  const length = Math.floor(all.mean.length / SKIPPED);
  if (length < SKIPPED) return null;
  const some = (values: Float64Array): Float64Array => Float64Array.from({ length }, (_, i) => values[i * SKIPPED + SKIPPED / 2] as number);
  return { ...all, mean: some(all.mean), sds: some(all.sds), skews: some(all.skews) };
}

/** Where a search starts, and how close its bounds are at its end, as a share of the amount or of the standard deviation. */
type Search = { sd: number; start: number; close: number };

/**
 * The least amount x with P(S ≤ x) ≥ p. The search keeps a bound on each side of it and moves them together: by Newton's method
 * while it converges, else by bisection. The density has peaks, and beside a peak a step of Newton's method is much too short.
 */
function searched(p: number, { sd, start, close: apart }: Search, prepared: Prepared): number {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [x, width, tries] = [start, Number.POSITIVE_INFINITY, 0];
  let stride = apart * sd;
  for (let i = 0; i < MOST_STEPS; i++) {
    const [share, density] = below(x, prepared);
    if (share < p) low = x;
    else high = x;
    const close = apart * Math.max(sd, Math.abs(x));
    if (high - low <= close) return high;
    const newton = (p - share) / density;
    if (high - low === Number.POSITIVE_INFINITY) {
      // One bound is still missing: step outward by Newton's step, but at least by `stride` and at most by the larger standard deviation.
      x += (share < p ? 1 : -1) * Math.min(Math.max(sd, prepared.luck), Math.max(Math.abs(newton) || 0, stride));
      stride *= 8;
      continue;
    }
    tries = high - low > width / 2 ? tries + 1 : 0;
    width = high - low;
    // Newton's step and a little more, so that it lands on the other side of the quantile.
    const next = x + newton + (share < p ? 0.45 : -0.45) * close;
    x = tries < TRIES && next > low && next < high ? next : (low + high) / 2;
    if (x === low || x === high) return high;
  }
  return high;
}

/** E[(S − x)⁺], with a normal distribution at each point: (m − x) Φ(d) + s φ(d), where m is the mean, s the sd and d = (m − x) / s. */
function excessOver(amount: number, { mean, sds, normalCdf }: Prepared): number {
  let sum = 0;
  for (let i = 0; i < mean.length; i++) {
    const sd = sds[i] as number;
    const over = (mean[i] as number) - amount;
    if (sd === 0) sum += Math.max(0, over);
    else sum += over * normalCdf(over / sd) + (sd * Math.exp(-((over / sd) ** 2) / 2)) / Math.sqrt(2 * Math.PI);
  }
  return sum / mean.length;
}

function skewOf(third: number, sd: number): number {
  const cube = sd ** 3;
  // Also for an sd whose cube is too small for a number.
  if (cube === 0) return 0;
  const skew = Math.max(-MOST_SKEW, Math.min(MOST_SKEW, third / cube));
  return Math.abs(skew) < NO_SKEW ? 0 : skew;
}
