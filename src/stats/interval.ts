import type { Distributions } from "./distributions.ts";
import { Z_TWO_SIDED_95 } from "./normal.ts";

/**
 * The 95% interval of a share that was seen k times of n, by Wilson (1927). It is accurate for small n too. 3 of 60 is 5%, with the
 * interval 1.7% to 13.7%.
 */
export function wilson95(k: number, n: number): [low: number, high: number] {
  const z2 = Z_TWO_SIDED_95 ** 2;
  const center = (k + z2 / 2) / (n + z2);
  const half = (Z_TWO_SIDED_95 / (n + z2)) * Math.sqrt((k * (n - k)) / n + z2 / 4);
  // For k = 0 and k = n, the bound is exactly 0 or 1, and floating point would miss it.
  return [k === 0 ? 0 : Math.max(0, center - half), k === n ? 1 : Math.min(1, center + half)];
}

/** The exact 95% interval of a share by Clopper and Pearson (1934), which is never too narrow. 3 of 60 is 5%, with the interval 1.0% to 13.9%. */
export function clopperPearson95(k: number, n: number, { betaQuantile }: Pick<Distributions, "betaQuantile">): [low: number, high: number] {
  return [k === 0 ? 0 : betaQuantile(0.025, k, n - k + 1), k === n ? 1 : betaQuantile(0.975, k + 1, n - k)];
}
