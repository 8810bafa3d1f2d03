/** The distribution functions that the risk model needs; jStat's, loaded only where a manifest declares something uncertain. */
export type Distributions = {
  /** P(Z ≤ z) of the standard normal distribution. */
  normalCdf: (z: number) => number;
  /** The z below which a standard normal lies with probability p, 0 < p < 1. */
  normalQuantile: (p: number) => number;
  /** The x in 0–1 below which Beta(a, b) lies with probability p. */
  betaQuantile: (p: number, a: number, b: number) => number;
};

/** Loads the library. It is kept out of start-up: most manifests declare nothing uncertain. */
export async function loadDistributions(): Promise<Distributions> {
  const { default: jStat } = await import("jstat");
  return {
    normalCdf: (z) => jStat.normal.cdf(z, 0, 1),
    normalQuantile: (p) => jStat.normal.inv(p, 0, 1),
    betaQuantile: (p, a, b) => jStat.beta.inv(p, a, b),
  };
}

/** For a run in which nothing is uncertain: asking it for anything is a bug. */
export const NO_DISTRIBUTIONS: Distributions = { normalCdf: unneeded, normalQuantile: unneeded, betaQuantile: unneeded };

function unneeded(): never {
  throw new Error("A distribution was asked for, and none was loaded.");
}
