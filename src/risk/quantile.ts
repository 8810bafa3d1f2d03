import type { Cumulants } from "./clip.ts";
import type { Distributions } from "./distributions.ts";

/** Beyond this skewness the normal-power approximation is no longer monotone where it matters. */
const MOST_SKEW = 1.2;

/** Further from the mean than this, in standard deviations, a cost is as good as certain to be below or above. */
const FAR = 7;

/** Below this skewness the normal distribution itself is exact to every digit shown. */
const NO_SKEW = 1e-6;

/** An amount of money that is random by the luck of jobs, ready to be asked. */
export type Np2 = { mean: number; sd: number; skew: number };

export function np2([mean, variance, third]: Cumulants): Np2 {
  const sd = variance > 0 ? Math.sqrt(variance) : 0;
  const skew = sd === 0 ? 0 : Math.max(-MOST_SKEW, Math.min(MOST_SKEW, third / (variance * sd)));
  return { mean, sd, skew: Math.abs(skew) < NO_SKEW ? 0 : skew };
}

/**
 * P(S ≤ x) by the normal-power approximation (NP2), which carries the skewness of a sum of jobs:
 * Φ(−3/γ + sign(γ) √(9/γ² + 1 + 6z/γ)), with z = (x − mean) / sd.
 */
export function np2Cdf({ mean, sd, skew }: Np2, x: number, normalCdf: Distributions["normalCdf"]): number {
  if (sd === 0) return x >= mean ? 1 : 0;
  const z = (x - mean) / sd;
  if (z > FAR) return 1;
  if (z < -FAR) return 0;
  if (skew === 0) return normalCdf(z);
  const a = 3 / skew;
  const inside = a * a + 1 + 2 * a * z;
  if (inside <= 0) return skew > 0 ? 0 : 1;
  return normalCdf(-a + (skew > 0 ? Math.sqrt(inside) : -Math.sqrt(inside)));
}

/** The inverse: mean + sd (z + γ (z² − 1) / 6), with z the normal quantile. */
export function np2Quantile({ mean, sd, skew }: Np2, z: number): number {
  return mean + sd * (z + (skew * (z * z - 1)) / 6);
}

/** E[(S − x)⁺] of the normal distribution with the same mean and sd: (m − x) Φ(d) + s φ(d), d = (m − x) / s. */
export function normalExcess({ mean, sd }: Np2, x: number, normalCdf: Distributions["normalCdf"]): number {
  if (sd === 0) return Math.max(0, mean - x);
  const d = (mean - x) / sd;
  return (mean - x) * normalCdf(d) + (sd * Math.exp((-d * d) / 2)) / Math.sqrt(2 * Math.PI);
}
