import type { Moments } from "./attempt.ts";
import { step, type Take } from "./take.ts";

/**
 * Mean, variance and third central moment of an amount, in the reporting currency, its square and its cube. Those of a sum of
 * independent amounts are the sums of theirs: 100 clips of (2, 0.36, 0.3) cost (200, 36, 30), a standard deviation of $6.
 */
export type Cumulants = readonly [number, number, number];

/** How many takes a clip wanted gets: a number, or until one is kept, at most `max`. */
export type Takes = number | { acceptance: number; max: number };

/** What one clip wanted costs, how many takes it gets, and the chance that nothing (kept) comes of it. */
export type ClipCost = { cost: Cumulants; takes: number; nothing: number };

/**
 * The takes of one clip wanted. A whole number of takes adds up; 2.5 takes are 2 for half of the clips and 3 for the others.
 *
 * Until one is kept: each take goes on to the next unless it delivers and is kept, at most `max` times. With v the chance that a
 * take delivers and a the chance that it is then kept, the mean number is (1 − (1 − a v)^max) / (a v). With a = 0.4, v = 1 and
 * at most 6: (1 − 0.6^6) / 0.4 = 2.38 takes, and 0.6^6 = 4.7% of clips come to nothing.
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

export function cumulantsOf([, m1, m2, m3]: Moments): Cumulants {
  return [m1, Math.max(m2 - m1 * m1, 0), m3 - 3 * m2 * m1 + 2 * m1 ** 3];
}

/** Moments about zero of an amount: 1, the mean, and the means of its square and its cube. */
export function momentsOf([mean, variance, third]: Cumulants): Moments {
  return [1, mean, variance + mean ** 2, third + 3 * variance * mean + mean ** 3];
}

function times([mean, variance, third]: Cumulants, count: number): Cumulants {
  return [count * mean, count * variance, count * third];
}
