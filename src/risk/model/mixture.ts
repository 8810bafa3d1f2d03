import type { Distributions } from "../../stats/distributions.ts";
import type { Points } from "./points.ts";

/**
 * The distribution of a month: at each draw of the shared unknowns, the luck of its jobs by the normal-power
 * approximation (NP2), and the average over the draws. Job luck is integrated, only the unknowns are sampled.
 */
export type Mixture = {
  /** P(S ≤ x). */
  cdf: (amount: number) => number;
  /** The amount that S stays at or below with probability p; `sd` of S sets how close it is worked out. */
  quantile: (p: number, sd: number) => number;
  /** E[(S − x)⁺]. */
  excess: (amount: number) => number;
};

/** Beyond this skewness the approximation is no longer monotone where it matters; below the other it is the normal distribution. */
const MOST_SKEW = 1.2;
const NO_SKEW = 1e-6;

/** Further from a point's mean than this, in its standard deviations, an amount is as good as certainly above or below. */
const FAR = 7;

/** A quantile is worked out until the two amounts that hold it are so close, as a share of either and of the standard deviation: to the last digits. */
const CLOSE = 4 * Number.EPSILON;

/** Steps by which Newton's method may close in before the ends are halved instead. */
const TRIES = 4;

/** More steps than any search takes: halving alone needs some sixty. */
const MOST_STEPS = 400;

/** Every so manieth point is enough to tell where a search should start. */
const SKIPPED = 16;

/** Points in the order of their means, with what every question needs of them; `luck`: the greatest of the standard deviations. */
type Prepared = {
  mean: Float64Array;
  sds: Float64Array;
  skews: Float64Array;
  luck: number;
  normalCdf: Distributions["normalCdf"];
};

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
  return {
    cdf: (amount) => below(amount, prepared)[0],
    quantile: (p, sd) => quantileOf({ p, z: normalQuantile(p) }, sd, prepared),
    excess: (amount) => excessOver(amount, prepared),
  };
}

/** The same points, from the least mean to the greatest. A month that goes with one volume has the order of its draws, which is tried first. */
export function sorted(points: Points): Points {
  const { mean, variance, third, order } = points;
  if (mean.every((one, i) => i === 0 || one >= (mean[i - 1] as number))) return points;
  const right = order && ascends(mean, order) ? order : Uint32Array.from(mean.keys()).sort((a, b) => (mean[a] as number) - (mean[b] as number));
  return { mean: inOrder(mean, right), variance: inOrder(variance, right), third: inOrder(third, right) };
}

/** Whether an order sorts values, and is the only one that does: no two are alike. */
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

/** How many of sorted values are below an amount. */
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
 * P(S ≤ x) and its density. NP2: Φ(−3/γ + sign(γ) √(9/γ² + 1 + 6z/γ)), with z = (x − mean) / sd, which carries the
 * skewness of a sum of jobs.
 */
function below(amount: number, { mean, sds, skews, luck, normalCdf }: Prepared): [number, number] {
  const { length } = mean;
  // Points further away than the widest luck reaches are certainly below or above: they are counted, not looked at.
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
 * One point: mean + sd (z + γ (z² − 1) / 6), where z is the normal quantile of p. Nothing but unknowns: a staircase, and one of
 * its steps. Else the amount is searched for, from the step moved by the luck of jobs.
 */
function quantileOf({ p, z }: { p: number; z: number }, sd: number, prepared: Prepared): number {
  const { mean, sds, skews, luck } = prepared;
  const { length } = mean;
  if (length === 1) return (mean[0] as number) + (sds[0] as number) * (z + ((skews[0] as number) * (z * z - 1)) / 6);
  const step = mean[Math.min(length - 1, Math.max(0, Math.ceil(p * length - 1e-9) - 1))] as number;
  if (luck <= 1e-9 * sd) return step;
  const near = step + (z * luck * luck) / (2 * sd);
  const few = fewOf(prepared);
  return searched(p, { sd, start: few ? searched(p, { sd, start: near, close: NEAR_BY }, few) : near, close: CLOSE }, prepared);
}

/** How close a search among few of the points comes to where another begins. */
const NEAR_BY = 1e-3;

/** A few of the points, evenly spread over all; null if there are few already. */
function fewOf(all: Prepared): Prepared | null {
  const length = Math.floor(all.mean.length / SKIPPED);
  if (length < SKIPPED) return null;
  const some = (values: Float64Array): Float64Array => Float64Array.from({ length }, (_, i) => values[i * SKIPPED + SKIPPED / 2] as number);
  return { ...all, mean: some(all.mean), sds: some(all.sds), skews: some(all.skews) };
}

/** Where a search begins and how it ends: at two amounts so close, as a share of either and of the standard deviation. */
type Search = { sd: number; start: number; close: number };

/**
 * The least amount at which enough is below, between two ends that hold it and are brought together: by Newton's method where it
 * closes in on it, else by halves. The density has peaks, beside which a step of Newton's is short and far from the end of the way.
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
      // One end is open: onwards, by no less than before times eight and no more than a standard deviation, of the month or of the widest luck.
      x += (share < p ? 1 : -1) * Math.min(Math.max(sd, prepared.luck), Math.max(Math.abs(newton) || 0, stride));
      stride *= 8;
      continue;
    }
    tries = high - low > width / 2 ? tries + 1 : 0;
    width = high - low;
    // Newton's step and a little more, so that it ends on the other side.
    const next = x + newton + (share < p ? 0.45 : -0.45) * close;
    x = tries < TRIES && next > low && next < high ? next : (low + high) / 2;
    if (x === low || x === high) return high;
  }
  return high;
}

/** Of the normal distribution with each point's mean and sd: (m − x) Φ(d) + s φ(d), d = (m − x) / s. */
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
  if (sd === 0) return 0;
  const skew = Math.max(-MOST_SKEW, Math.min(MOST_SKEW, third / sd ** 3));
  return Math.abs(skew) < NO_SKEW ? 0 : skew;
}
