import type { Attempt, Moments } from "./attempt.ts";

/** One take: its submissions until one delivers, or until the client gives up. */
export type Take = {
  /** Moments of its cost, in all and on the event that the take delivers, in the reporting currency. */
  cost: Moments;
  delivered: Moments;
  /** The mean number of submissions. */
  attempts: number;
  /** Billed failures, in job prices: `failed` of the first submission, `retried` of all further ones together. */
  failed: number;
  retried: number;
  /** Billed jobs that the client no longer watches, in job prices; the number of such jobs, billed or not; status requests. */
  abandoned: number;
  duplicates: number;
  polls: number;
};

/**
 * One take: at most `attempts` submissions, one after the other. The first may have better odds than the others.
 *
 * The mean number of submissions is 1 + r (1 − r'^(A−1)) / (1 − r'). A is the most attempts, r the chance of a retry after the
 * first attempt, and r' after a later one. With r = r' = 0.1 and A = 3: 1 + 0.1 × (1 − 0.01) / 0.9 = 1.11.
 *
 * The cost is computed backward from the last submission: each adds the cost of those after it, if it is retried (`step`). With
 * $2 each and a chance of 0.1 of a retry: $2, then $2 + 0.1 × $2 = $2.20, then $2 + 0.1 × $2.20 = $2.22.
 */
export function take(first: Attempt, later: Attempt, attempts: number): Take {
  let cost: Moments = [1, 0, 0, 0];
  let delivered: Moments = [0, 0, 0, 0];
  for (let left = attempts; left > 0; left--) {
    const next = left === 1 ? first : later;
    delivered = step(next.delivered, next.retry, delivered);
    cost = step(next.last, next.retry, cost);
  }
  const again = later.retry[0];
  const further = attempts === 1 ? 0 : first.retry[0] * (again === 1 ? attempts - 1 : (1 - again ** (attempts - 1)) / (1 - again));
  return {
    cost,
    delivered,
    attempts: 1 + further,
    failed: first.failed,
    retried: further * later.failed,
    abandoned: first.abandoned + further * later.abandoned,
    duplicates: first.duplicates + further * later.duplicates,
    polls: first.polls + further * later.polls,
  };
}

/** Moments of the cost of a step that either ends (first argument) or goes on (second argument); if it goes on, what follows (third argument) is added. */
export function step(ends: Moments, goesOn: Moments, after: Moments): Moments {
  return [
    ends[0] + goesOn[0] * after[0],
    ends[1] + goesOn[1] * after[0] + goesOn[0] * after[1],
    ends[2] + goesOn[2] * after[0] + 2 * goesOn[1] * after[1] + goesOn[0] * after[2],
    ends[3] + goesOn[3] * after[0] + 3 * goesOn[2] * after[1] + 3 * goesOn[1] * after[2] + goesOn[0] * after[3],
  ];
}
