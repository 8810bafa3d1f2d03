import { Z_ONE_SIDED_90, Z_ONE_SIDED_95 } from "../stats/normal.ts";

/** The distribution of one monthly cost, as far as a report gives it, in one currency. */
export type KnownDistribution = { mean: number; sd: number; p10: number | null; p50: number; p90: number; p95: number };

/** How exact the quantiles of a sum are: see `sumOfIndependent`. */
export type Method = "exact" | "approximate";

export type Summed = { sd: number; p10: number; p50: number; p90: number; p95: number; method: Method; quantile: ((z: number) => number) | null };

/**
 * The sum of independent monthly costs. Means and variances add exactly. If only one cost is uncertain, the others shift its
 * quantiles, which is exact, too. Reports do not give whole distributions, so a sum of several uncertain costs is approximated by a
 * shifted lognormal with their total mean, variance and third cumulant. Ten costs with a mean of $100 and an sd of $30 sum to a mean
 * of $1,000 and an sd of √10 × $30 = $94.87.
 * @returns `quantile`: the amount at z standard deviations of a standard normal; null if nothing is uncertain
 */
export function sumOfIndependent(parts: readonly KnownDistribution[]): Summed {
  const mean = parts.reduce((sum, part) => sum + part.mean, 0);
  const uncertain = parts.filter(({ sd }) => sd > 0);
  const [only, ...others] = uncertain;
  if (!only) return { sd: 0, p10: mean, p50: mean, p90: mean, p95: mean, method: "exact", quantile: null };
  if (others.length === 0) {
    const by = mean - only.mean;
    const fitted = shiftedLognormal(only.mean, only.sd, skewnessOf(only));
    const quantile = (z: number): number => fitted(z) + by;
    return {
      sd: only.sd,
      p10: only.p10 === null ? quantile(-Z_ONE_SIDED_90) : only.p10 + by,
      p50: only.p50 + by,
      p90: only.p90 + by,
      p95: only.p95 + by,
      method: only.p10 === null ? "approximate" : "exact",
      quantile,
    };
  }
  const variance = uncertain.reduce((sum, { sd }) => sum + sd ** 2, 0);
  const third = uncertain.reduce((sum, part) => sum + skewnessOf(part) * part.sd ** 3, 0);
  const quantile = shiftedLognormal(mean, Math.sqrt(variance), third / variance ** 1.5);
  return {
    sd: Math.sqrt(variance),
    p10: Math.max(0, quantile(-Z_ONE_SIDED_90)),
    p50: quantile(0),
    p90: quantile(Z_ONE_SIDED_90),
    p95: quantile(Z_ONE_SIDED_95),
    method: "approximate",
    quantile,
  };
}

/** The sum of fully dependent monthly costs, which has the widest range. Standard deviations and quantiles add: two with an sd of $30 have one of $60. */
export function sumOfDependent(parts: readonly KnownDistribution[]): KnownDistribution {
  const sum = (of: (part: KnownDistribution) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    mean: sum(({ mean }) => mean),
    sd: sum(({ sd }) => sd),
    p10: parts.every(({ p10 }) => p10 !== null) ? sum(({ p10 }) => p10 ?? 0) : null,
    p50: sum(({ p50 }) => p50),
    p90: sum(({ p90 }) => p90),
    p95: sum(({ p95 }) => p95),
  };
}

/** Near this sigma, the mean of a lognormal is furthest above its median: 0.30 standard deviations. A larger sigma has a smaller gap again. */
const MOST_SIGMA = 0.95;

/**
 * The skewness of a monthly cost, estimated from the gap between its mean and its median. For a shifted lognormal with
 * w = exp(sigma²), the gap is (√w − 1) / √(w (w − 1)) standard deviations, and the skewness is (w + 2) √(w − 1). A gap of 0.220
 * gives a sigma of 0.5 and a skewness of 1.75.
 */
export function skewnessOf({ mean, sd, p50 }: KnownDistribution): number {
  const wanted = Math.abs(mean - p50) / sd;
  let [low, high] = [0, MOST_SIGMA];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (gapOf(middle) < wanted) low = middle;
    else high = middle;
  }
  const w = Math.exp(low ** 2);
  return Math.sign(mean - p50) * (w + 2) * Math.sqrt(w - 1);
}

function gapOf(sigma: number): number {
  const w = Math.exp(sigma ** 2);
  return (Math.sqrt(w) - 1) / Math.sqrt(w * (w - 1));
}

/**
 * The quantile function of the shifted lognormal with these moments. With s = |skewness|, (w + 2)² (w − 1) = s² has the solution
 * w = c + 1/c − 1, where c³ = 1 + s²/2 + s √(1 + s²/4). A negative skewness mirrors the distribution; a skewness of 0 makes it normal.
 */
function shiftedLognormal(mean: number, sd: number, skewness: number): (z: number) => number {
  const s = Math.abs(skewness);
  if (s < 1e-6) return (z) => mean + sd * z;
  const c = Math.cbrt(1 + s ** 2 / 2 + s * Math.sqrt(1 + s ** 2 / 4));
  const w = c + 1 / c - 1;
  const [sigma, scale] = [Math.sqrt(Math.log(w)), sd / Math.sqrt(w * (w - 1))];
  const sign = Math.sign(skewness);
  return (z) => mean + sign * scale * (Math.exp(sigma * sign * z) - Math.sqrt(w));
}
