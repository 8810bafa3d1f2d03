import type { Cumulants } from "./clip.ts";
import type { Distributions } from "./distributions.ts";

/** Beyond this skewness the normal-power approximation is no longer monotone where it matters. */
const MOST_SKEW = 1.2;

/** Further from the mean than this, in standard deviations, a cost is as good as certain to be below or above. */
const FAR = 9;

/** Below this skewness the normal distribution itself is exact to every digit shown. */
const NO_SKEW = 1e-6;

/**
 * P(S ≤ x) by the normal-power approximation (NP2), which carries the skewness of a sum of jobs:
 * Φ(−3/γ + sign(γ) √(9/γ² + 1 + 6z/γ)), with z = (x − mean) / sd.
 */
export function np2Cdf([mean, variance, third]: Cumulants, x: number, normalCdf: Distributions["normalCdf"]): number {
  if (variance <= 0) return x >= mean ? 1 : 0;
  const sd = Math.sqrt(variance);
  const z = (x - mean) / sd;
  if (z > FAR) return 1;
  if (z < -FAR) return 0;
  const skew = skewOf(variance, sd, third);
  if (Math.abs(skew) < NO_SKEW) return normalCdf(z);
  const inside = 9 / (skew * skew) + 1 + (6 * z) / skew;
  if (inside <= 0) return skew > 0 ? 0 : 1;
  return normalCdf(-3 / skew + Math.sign(skew) * Math.sqrt(inside));
}

/** The inverse: mean + sd (z + γ (z² − 1) / 6), with z the normal quantile. */
export function np2Quantile([mean, variance, third]: Cumulants, z: number): number {
  if (variance <= 0) return mean;
  const sd = Math.sqrt(variance);
  return mean + sd * (z + (skewOf(variance, sd, third) * (z * z - 1)) / 6);
}

function skewOf(variance: number, sd: number, third: number): number {
  return Math.max(-MOST_SKEW, Math.min(MOST_SKEW, third / (variance * sd)));
}
