import type { Failure } from "../../notation/failure.ts";
import type { Distributions } from "../../stats/distributions.ts";
import { alongCurve, type Draws, through } from "../../stats/draws.ts";
import { noPoints, type Points } from "./points.ts";
import { type Chances, capped, type JobProcess } from "./process.ts";
import type { Cumulants } from "./takes.ts";
import { unitOf } from "./unit.ts";

/** A failure that was counted: k of n jobs. */
export type CountedRate = { failure: Failure; k: number; n: number };

/** What one clip costs at each draw, by the price of the tier that the month of that draw reaches. Tiers are few: each is worked out once. */
export function inTiers(clips: Float64Array, process: JobProcess, price: (clips: number) => number, costs: (process: JobProcess) => Points): Points {
  const prices = clips.map(price);
  const all = noPoints(clips.length);
  for (const jobPrice of new Set(prices)) {
    const tier = costs({ ...process, watching: { ...process.watching, jobPrice } });
    for (let point = 0; point < clips.length; point++) {
      if (prices[point] !== jobPrice) continue;
      all.mean[point] = tier.mean[point] as number;
      all.variance[point] = tier.variance[point] as number;
      all.third[point] = tier.third[point] as number;
    }
  }
  return all;
}

/** What one clip costs at each draw of the rates. With a single rate the cost follows it smoothly, so it is worked out at some rates and interpolated. */
export function costsAt(draws: readonly Draws[], process: JobProcess, rates: readonly CountedRate[], distributions: Distributions): Points {
  const length = draws[0]?.uniform.length ?? 1;
  const costs = noPoints(length);
  const [only] = rates;
  if (!only) {
    const [mean, variance, third] = unitOf(process, process.first).clip.cost;
    costs.mean.fill(mean);
    costs.variance.fill(variance);
    costs.third.fill(third);
    return costs;
  }
  const quantiles = rates.map(
    ({ k, n }) =>
      (u: number) =>
        distributions.betaQuantile(u, k + 0.5, n - k + 0.5),
  );
  const costAt = (values: readonly number[]): Cumulants => unitOf(process, withRates(values, process, rates)).clip.cost;
  if (rates.length === 1) {
    const [mean, variance, third] = alongCurve(draws[0] as Draws, (u) => costAt([(quantiles[0] as (u: number) => number)(u)]), distributions);
    return { mean, variance, third };
  }
  const values = quantiles.map((quantile, i) => through(draws[i] as Draws, quantile, distributions));
  for (let point = 0; point < length; point++) {
    const [mean, variance, third] = costAt(values.map((value) => value[point] as number));
    costs.mean[point] = mean;
    costs.variance[point] = variance;
    costs.third[point] = third;
  }
  return costs;
}

/** The chances with these values of the counted rates. */
function withRates(values: readonly number[], { first }: JobProcess, rates: readonly CountedRate[]): Chances {
  const chances: Record<Failure, number> = { ...first };
  rates.forEach(({ failure }, i) => {
    chances[failure] = values[i] as number;
  });
  return capped(chances);
}
