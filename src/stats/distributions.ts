import { betaOf, betaQuantile } from "./beta.ts";
import { normalCdf, normalQuantile } from "./normal-cdf.ts";

/** The distribution functions that the risk model needs. */
export type Distributions = {
  /** P(Z ≤ z) of the standard normal distribution. */
  normalCdf: (z: number) => number;
  /** The z below which a standard normal lies with probability p, 0 < p < 1. */
  normalQuantile: (p: number) => number;
  /** The x in 0–1 below which Beta(a, b) lies with probability p. */
  betaQuantile: (p: number, a: number, b: number) => number;
  /** One Beta(a, b) for many calls: its quantile for a probability p, and P(X ≤ x). */
  betaOf: (a: number, b: number) => { quantile: (p: number) => number; cdf: (x: number) => number };
};

const DISTRIBUTIONS: Distributions = { normalCdf, normalQuantile, betaQuantile, betaOf };

/** The functions for a run in which something may be uncertain. */
export async function loadDistributions(): Promise<Distributions> {
  return DISTRIBUTIONS;
}

/** For a run in which nothing is uncertain. Each function throws: calling one is a bug. */
export const NO_DISTRIBUTIONS: Distributions = { normalCdf: unneeded, normalQuantile: unneeded, betaQuantile: unneeded, betaOf: unneeded };

function unneeded(): never {
  throw new Error("A distribution function was called, but none is loaded.");
}
