import type { Moments } from "./attempt.ts";
import { step, type Take } from "./take.ts";

/**
 * Mean, variance and third central moment of an amount, in the reporting currency, its square and its cube. For independent amounts,
 * they add up: 100 clips of (2, 0.36, 0.3) cost (200, 36, 30), which is a standard deviation of $6.
 */
export type Cumulants = readonly [number, number, number];

/** How many takes a clip wanted gets: a number, or takes until one is kept (with the chance `acceptance`), at most `max`. */
export type Takes = number | { acceptance: number; max: number };

/** The cost of one clip wanted, its mean number of takes, and the chance (0–1) that no take delivers (or none is kept). */
export type ClipCost = { cost: Cumulants; takes: number; nothing: number };

/**
 * The takes of one clip wanted. The costs of a whole number of takes add up. 2.5 takes are 2 for half of the clips and 3 for the others.
 *
 * With takes until one is kept, another take follows unless the last one delivered and was kept, up to `max`. A take delivers with
 * the chance v, and is then kept with the chance a. The mean number of takes is (1 − (1 − a v)^max) / (a v). With a = 0.4, v = 1
 * and at most 6: (1 − 0.6^6) / 0.4 = 2.38 takes. For 0.6^6 = 4.7% of the clips, no take is kept.
 */
export function clip(one: Take, takes: Takes): ClipCost {
  const v = one.delivered[0];
  if (typeof takes === "number") {
    const floor = Math.floor(takes);
    const share = takes - floor;
    const whole = times(cumulantsOf(one.cost), floor);
    if (share === 0) return { cost: whole, takes, nothing: (1 - v) ** floor };
    const [below, above] = [momentsOf(whole), momentsOf(times(cumulantsOf(one.cost), floor + 1))];
    const mixed = below.map((moment, power) => (1 - share) * moment + share * (above[power] as number)) as Moments;
    return { cost: cumulantsOf(mixed), takes, nothing: (1 - v) ** floor * (1 - share * v) };
  }
  const { acceptance, max } = takes;
  const kept = one.delivered.map((moment) => acceptance * moment) as Moments;
  const discarded = one.cost.map((moment, power) => moment - (kept[power] as number)) as Moments;
  let cost: Moments = [1, 0, 0, 0];
  for (let left = max; left > 0; left--) cost = step(kept, discarded, cost);
  const success = acceptance * v;
  const nothing = (1 - success) ** max;
  return { cost: cumulantsOf(cost), takes: success === 0 ? max : (1 - nothing) / success, nothing };
}

/** Mean, variance (at least 0) and third central moment, from moments about zero. */
export function cumulantsOf([, m1, m2, m3]: Moments): Cumulants {
  return [m1, Math.max(m2 - m1 * m1, 0), m3 - 3 * m2 * m1 + 2 * m1 ** 3];
}

/** The moments of an amount about zero: 1, its mean, and the means of its square and its cube. */
export function momentsOf([mean, variance, third]: Cumulants): Moments {
  return [1, mean, variance + mean ** 2, third + 3 * variance * mean + mean ** 3];
}

function times([mean, variance, third]: Cumulants, count: number): Cumulants {
  return [count * mean, count * variance, count * third];
}
