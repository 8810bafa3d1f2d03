import { type ClipsDeclared, clipsWanted, type MonthlyVolume, P10_TO_P90 } from "../../engine/volume.ts";
import type { Volume } from "../../manifest/schema.ts";
import type { Distributions } from "../../stats/distributions.ts";
import { type Draws, through } from "../../stats/draws.ts";

/** Clips wanted in a month, as a random number. */
export type Demand = {
  mean: number;
  /** Whether a plain number is the mean of Poisson arrivals. */
  poisson: boolean;
  /** The month's volume at each draw; null where the manifest gives one number. */
  draw: ((draws: Draws, distributions: Distributions) => Float64Array) | null;
  /** Whether every month has a whole number of clips. */
  whole: boolean;
};

/**
 * A declared volume as a random number. { low, likely, high } is a PERT distribution: a Beta distribution stretched over the
 * range, with a = 1 + 4 (likely − low) / range and b = 1 + 4 (high − likely) / range. { p10, p90 } is a lognormal through
 * both. The points that are drawn are scaled so that their average is the exact mean.
 *
 * { low: 500, likely: 1000, high: 3000 } has a range of 2500, a = 1.8 and b = 4.2, and the mean
 * 500 + 2500 × 1.8 / 6 = 1250 clips.
 */
export function demandOf(volume: MonthlyVolume, arrivals: Volume["arrivals"]): Demand {
  const { amount, times } = volume;
  const mean = clipsWanted(volume);
  if (typeof amount === "number") {
    const poisson = arrivals === "poisson";
    return { mean, poisson, draw: null, whole: poisson || Number.isInteger(mean) };
  }
  const draw = (draws: Draws, distributions: Distributions): Float64Array =>
    rescaled(drawn(amount, draws, distributions), mean / times).map((clips) => clips * times);
  return { mean, poisson: false, draw, whole: false };
}

function drawn(amount: Exclude<ClipsDeclared, number>, draws: Draws, distributions: Distributions): Float64Array {
  if ("p10" in amount) {
    const mu = Math.log(amount.p10 * amount.p90) / 2;
    const sigma = Math.log(amount.p90 / amount.p10) / P10_TO_P90;
    return draws.normal.map((z) => Math.exp(mu + sigma * z));
  }
  const { low, likely, high } = amount;
  const range = high - low;
  const [a, b] = [1 + (4 * (likely - low)) / range, 1 + (4 * (high - likely)) / range];
  return through(draws, (u) => low + range * distributions.betaQuantile(u, a, b), distributions);
}

function rescaled(values: Float64Array, mean: number): Float64Array {
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => (value * mean) / average);
}
