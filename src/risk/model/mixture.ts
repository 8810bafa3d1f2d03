import type { Distributions } from "../../stats/distributions.ts";
import type { Points } from "./workload-distribution.ts";

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

export function mixtureOf(points: Points, { normalCdf, normalQuantile }: Distributions): Mixture {
  const { mean } = points;
  const { length } = mean;
  const sds = points.variance.map((variance) => (variance > 0 ? Math.sqrt(variance) : 0));
  const skews = points.third.map((third, i) => skewOf(third, sds[i] as number));
  const steps = mean.slice().sort();
  const luck = sds.reduce((most, sd) => Math.max(most, sd), 0);
  return { cdf: (amount) => at(amount)[0], quantile, excess };

  /**
   * P(S ≤ x) and its density. NP2: Φ(−3/γ + sign(γ) √(9/γ² + 1 + 6z/γ)), with z = (x − mean) / sd, which carries the
   * skewness of a sum of jobs.
   */
  function at(amount: number): [number, number] {
    let [below, density] = [0, 0];
    for (let i = 0; i < length; i++) {
      const sd = sds[i] as number;
      const distance = amount - (mean[i] as number);
      if (distance > FAR * sd || (sd === 0 && distance >= 0)) {
        below += 1;
        continue;
      }
      if (distance < -FAR * sd || sd === 0) continue;
      const skew = skews[i] as number;
      let [z, slope] = [distance / sd, 1 / sd];
      if (skew !== 0) {
        const a = 3 / skew;
        const inside = a * a + 1 + 2 * a * z;
        if (inside <= 0) {
          if (skew < 0) below += 1;
          continue;
        }
        const root = Math.sqrt(inside);
        z = skew > 0 ? root - a : -root - a;
        slope *= Math.abs(a) / root;
      }
      below += normalCdf(z);
      density += slope * Math.exp((-z * z) / 2);
    }
    return [below / length, density / (length * Math.sqrt(2 * Math.PI))];
  }

  /**
   * One point: mean + sd (z + γ (z² − 1) / 6). Nothing but unknowns: a staircase, and one of its steps. Else the least amount
   * at which enough is below, between two ends that hold it and are brought together: by Newton's method where it closes in on
   * it, else by halves. The density has peaks, beside which a step of Newton's is short and far from the end of the way.
   */
  function quantile(p: number, sd: number): number {
    const z = normalQuantile(p);
    if (length === 1) return (mean[0] as number) + (sds[0] as number) * (z + ((skews[0] as number) * (z * z - 1)) / 6);
    const step = steps[Math.min(length - 1, Math.max(0, Math.ceil(p * length - 1e-9) - 1))] as number;
    if (luck <= 1e-9 * sd) return step;
    let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    let [x, width, tries] = [step + (z * luck * luck) / (2 * sd), Number.POSITIVE_INFINITY, 0];
    let stride = CLOSE * sd;
    for (let i = 0; i < MOST_STEPS; i++) {
      const [below, density] = at(x);
      if (below < p) low = x;
      else high = x;
      const close = CLOSE * Math.max(sd, Math.abs(x));
      if (high - low <= close) return high;
      const newton = (p - below) / density;
      if (high - low === Number.POSITIVE_INFINITY) {
        // One end is open: onwards, by no less than before times eight and no more than a standard deviation.
        x += (below < p ? 1 : -1) * Math.min(sd, Math.max(Math.abs(newton) || 0, stride));
        stride *= 8;
        continue;
      }
      tries = high - low > width / 2 ? tries + 1 : 0;
      width = high - low;
      // Newton's step and a little more, so that it ends on the other side.
      const next = x + newton + (below < p ? 0.45 : -0.45) * close;
      x = tries < TRIES && next > low && next < high ? next : (low + high) / 2;
      if (x === low || x === high) return high;
    }
    return high;
  }

  /** Of the normal distribution with each point's mean and sd: (m − x) Φ(d) + s φ(d), d = (m − x) / s. */
  function excess(amount: number): number {
    let sum = 0;
    for (let i = 0; i < length; i++) {
      const sd = sds[i] as number;
      const over = (mean[i] as number) - amount;
      if (sd === 0) sum += Math.max(0, over);
      else sum += over * normalCdf(over / sd) + (sd * Math.exp(-((over / sd) ** 2) / 2)) / Math.sqrt(2 * Math.PI);
    }
    return sum / length;
  }
}

function skewOf(third: number, sd: number): number {
  if (sd === 0) return 0;
  const skew = Math.max(-MOST_SKEW, Math.min(MOST_SKEW, third / sd ** 3));
  return Math.abs(skew) < NO_SKEW ? 0 : skew;
}
