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
 * @param clipsPerJob if one job makes several clips, the cost is that of one job's worth of them (`batch`)
 */
export function clip(one: Take, takes: Takes, clipsPerJob = 1): ClipCost {
  if (clipsPerJob > 1) return { ...clip(one, takes), cost: batch(one, takes, clipsPerJob) };
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

/**
 * The cost of as many clips as one job makes. Each clip needs its own number of takes, and clips that need another take share full jobs.
 * So a job is followed by a share s of a job: the share of its clips that need another take. 4 clips of 1.5 takes need 4 to 8 takes,
 * which is 1 to 2 jobs with the mean 1.5 and the variance 0.5 × 0.5 / 4; if all four had the same number, it would be 0.25.
 *
 * Further jobs are independent, so a share s of a job has s times the cumulants (m, σ², κ₃) of a job with all that follows it. With the
 * cost Y of a job and Z = Y + s m, the cumulants of both together are E[Z], Var(Z) + E[s] σ² and κ₃(Z) + 3 Cov(Z, s) σ² + E[s] κ₃.
 */
function batch(one: Take, takes: Takes, clipsPerJob: number): Cumulants {
  const job = cumulantsOf(one.cost);
  if (typeof takes === "number") {
    const whole = Math.floor(takes);
    const last = following([1, 0, 0, 0], job, sharesOf(takes - whole, clipsPerJob));
    return times(job, whole).map((cumulant, k) => cumulant + (last[k] as number)) as unknown as Cumulants;
  }
  // A job that delivers nothing is followed by a whole one.
  const failed = one.cost.map((moment, power) => moment - (one.delivered[power] as number)) as Moments;
  const again = sharesOf(1 - takes.acceptance, clipsPerJob);
  let all: Cumulants = [0, 0, 0];
  for (let left = takes.max; left > 0; left--) all = following(one.delivered, all, again, failed);
  return all;
}

/** The moments about zero of the share of n clips that need another take, each with the chance q. */
function sharesOf(q: number, n: number): Moments {
  const variance = (q * (1 - q)) / n;
  return momentsOf([q, variance, (variance * (1 - 2 * q)) / n]);
}

/**
 * The cumulants of the cost of a job and of what follows it.
 * @param cost moments of the job's cost, on the event that a share of its clips follows
 * @param next cumulants of a whole job that follows, with all that follows it in turn
 * @param share moments of the share that follows
 * @param failed moments of the job's cost, on the event that all of its clips follow
 */
function following(cost: Moments, next: Cumulants, share: Moments, failed: Moments = [0, 0, 0, 0]): Cumulants {
  const [mean, variance, third] = next;
  /** E[Yⁱ sᵏ]. */
  const joint = (i: number, k: number): number => (cost[i] as number) * (share[k] as number) + (failed[i] as number);
  const first = joint(1, 0) + mean * joint(0, 1);
  const second = joint(2, 0) + 2 * mean * joint(1, 1) + mean ** 2 * joint(0, 2);
  const cube = joint(3, 0) + 3 * mean * joint(2, 1) + 3 * mean ** 2 * joint(1, 2) + mean ** 3 * joint(0, 3);
  const [, own, skewed] = cumulantsOf([1, first, second, cube]);
  const together = joint(1, 1) + mean * joint(0, 2) - first * joint(0, 1);
  return [first, own + joint(0, 1) * variance, skewed + 3 * together * variance + joint(0, 1) * third];
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
