import type { Latency } from "../../stats/lognormal.ts";
import type { Moments } from "./attempt.ts";
import type { Take } from "./take.ts";
import { type ClipCost, cumulantsOf, momentsOf } from "./takes.ts";

/** How long the jobs of one request take, for one value of the luck that they share, and the weight of that value. Weights add up to 1. */
export type RequestLuck = { weight: number; latency: Latency };

/** Shared luck beyond this many standard deviations is left out: one request in half a billion. */
const END = 6;

/** The largest and the smallest step between two values of the shared luck, in standard deviations. */
const WIDEST = 0.25;
const NARROWEST = 0.02;

/**
 * The jobs of one request share the part ρ of the variance of ln seconds: a long prompt stays long. Given the shared luck z, the jobs
 * are independent and lognormal, with mu + sigma √ρ z and sigma √(1 − ρ). A mean over requests is an integral over z, here by the
 * trapezoidal rule. What changes with z has the width √((1 − ρ) / ρ), and the rule is accurate if the step is small against it.
 *
 * P50 is 110 s, P95 is 300 s, and the timeout is 120 s: 44% of jobs are late, whatever ρ is. With ρ = 0, four jobs in a row are
 * late in 4% of requests; with ρ = 0.9, in 32%.
 */
export function luckOf(latency: Latency, correlation: number): RequestLuck[] {
  if (correlation === 0) return [{ weight: 1, latency }];
  const step = Math.max(NARROWEST, Math.min(WIDEST, 0.6 * Math.sqrt((1 - correlation) / correlation)));
  const { mu, sigma } = latency;
  const nodes = Math.round(END / step);
  const shared = Array.from({ length: 2 * nodes + 1 }, (_, i) => (i - nodes) * step);
  const density = shared.map((z) => Math.exp((-z * z) / 2));
  const all = density.reduce((sum, one) => sum + one, 0);
  return shared.map((z, i) => ({
    weight: (density[i] as number) / all,
    // At a correlation of 1, the survival function is a step. The lower bound avoids a division by 0.
    latency: { mu: mu + sigma * Math.sqrt(correlation) * z, sigma: Math.max(sigma * Math.sqrt(1 - correlation), 1e-9) },
  }));
}

/** The cost and the counts of one take and of one clip wanted. */
export type Unit = { take: Take; clip: ClipCost };

/**
 * Averages a clip and a take over all values of the shared luck. Figures of a clip are averaged over clips. Figures of a take are
 * averaged over takes, and a clip with bad luck may have more of them.
 */
export function mixed(units: readonly (Unit & { weight: number })[]): Unit {
  const [only] = units;
  if (only && units.length === 1) return only;
  const overClips = (of: (unit: Unit) => number): number => units.reduce((sum, unit) => sum + unit.weight * of(unit), 0);
  const takes = overClips(({ clip }) => clip.takes);
  const overTakes = (of: (take: Take) => number): number => overClips(({ take, clip }) => clip.takes * of(take)) / takes;
  const moments = (of: (take: Take) => Moments): Moments => [0, 1, 2, 3].map((power) => overTakes((take) => of(take)[power as 0])) as Moments;
  const cost = [0, 1, 2, 3].map((power) => overClips(({ clip }) => momentsOf(clip.cost)[power as 0])) as Moments;
  return {
    take: {
      cost: moments((take) => take.cost),
      delivered: moments((take) => take.delivered),
      attempts: overTakes(({ attempts }) => attempts),
      failed: overTakes(({ failed }) => failed),
      retried: overTakes(({ retried }) => retried),
      abandoned: overTakes(({ abandoned }) => abandoned),
      duplicates: overTakes(({ duplicates }) => duplicates),
      polls: overTakes(({ polls }) => polls),
    },
    clip: { cost: cumulantsOf(cost), takes, nothing: overClips(({ clip }) => clip.nothing) },
  };
}
