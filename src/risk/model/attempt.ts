import type { StatusRequests } from "./polling.ts";

/** One way a job can end: its chance per attempt (0–1), the share of the price it bills (0–1), and whether it is retried. */
export type AttemptOutcome = {
  chance: number;
  billed: number;
  retry: boolean;
  delivers: boolean;
  /** Refused at submission: no queue, no status requests. */
  instant: boolean;
};

/** How a client watches a job: what it does when its patience ends, and what it never learns. Shares 0–1. */
export type Watching = {
  requests: StatusRequests;
  /** When patience ends: submit again, or stop. */
  whenLate: "retry" | "stop";
  cancel?: { success: number; billed: number };
  /** The share of finished jobs that the client is never told about. */
  unseen: number;
  /** The share of submissions whose acknowledgement is lost. The client then submits again. */
  ackLoss: number;
  /** Price of one job and of one status request, in the reporting currency. */
  jobPrice: number;
  statusPrice: number;
};

/**
 * One submission of a job, with a random cost C in the reporting currency. `retry`, `last` and `delivered` are moments of C on an
 * event. `retry[i]` is the mean of Cⁱ if the client retries, with 0 if it does not, so `retry[0]` is the chance of a retry.
 * `last` is the same for no retry, and `delivered` for an output that arrives.
 *
 * A job of $2 fails in 10% of attempts, and is then billed and retried: retry = [0.1, 0.2, 0.4, 0.8], and
 * last = delivered = [0.9, 1.8, 3.6, 7.2]. The mean cost is 0.2 + 1.8 = $2.
 * The other fields are mean numbers for one submission. Billed jobs are counted in job prices: one that bills 60% counts 0.6.
 */
export type Attempt = {
  last: Moments;
  retry: Moments;
  delivered: Moments;
  /** Billed jobs whose failure the client saw, or that it cancelled, in job prices. */
  failed: number;
  /** Billed jobs that the client stopped watching, was never told about, or does not know it submitted, in job prices. */
  abandoned: number;
  /** The number of such jobs, billed or not. */
  duplicates: number;
  /** Status requests. */
  polls: number;
};

/** Means of C⁰, C¹, C² and C³ of an amount C on an event. */
export type Moments = [number, number, number, number];

/**
 * Adds up every way that one submission can go. Each outcome (success, or a kind of failure) has three cases: the client sees
 * the job end; the client's patience ends first; the job ends unseen, because the webhook was lost. Each case has a chance, a
 * cost, and what the client does next.
 *
 * A job of $2 always succeeds, and 5% of jobs outlast the timeout and are submitted again: 0.95 jobs are delivered, 0.05 are
 * retried, and both are billed. `abandoned` is then 0.05 job prices, and `duplicates` 0.05 jobs.
 */
export function attempt(outcomes: readonly AttemptOutcome[], watching: Watching): Attempt {
  const { requests, whenLate, cancel, unseen, ackLoss, jobPrice, statusPrice } = watching;
  const [done] = requests.seen;
  const late = 1 - done;
  const result: Attempt = { last: [0, 0, 0, 0], retry: [0, 0, 0, 0], delivered: [0, 0, 0, 0], failed: 0, abandoned: 0, duplicates: 0, polls: 0 };
  const bill: Moments = [0, 0, 0, 0];
  const cost = { bill: 0, price: statusPrice };
  const cell = (chance: number, billed: number, asked: StatusRequests["seen"], next: "retry" | "delivered" | "stop"): void => {
    cost.bill = billed * jobPrice;
    addCost(next === "retry" ? result.retry : result.last, chance, cost, asked);
    if (next === "delivered") addCost(result.delivered, chance, cost, asked);
    result.polls += chance * asked[1];
  };
  const lateAsked = timesOf(late, requests.running);
  const unseenAsked = timesOf(done, 0);
  for (const { chance, billed, retry, delivers, instant } of outcomes) {
    if (chance === 0) continue;
    for (let power = 0; power < 4; power++) bill[power as 0] += chance * (billed * jobPrice) ** power;
    const next = delivers ? "delivered" : retry ? "retry" : "stop";
    if (instant) {
      cell(chance, billed, ONCE, next);
      if (!delivers) result.failed += chance * billed;
      continue;
    }
    cell(chance * (1 - unseen), billed, requests.seen, next);
    if (!delivers) result.failed += chance * (1 - unseen) * done * billed;
    if (unseen > 0) {
      cell(chance * unseen, billed, unseenAsked, whenLate);
      result.abandoned += chance * unseen * done * billed;
      result.duplicates += chance * unseen * done;
    }
    if (late === 0) continue;
    const success = cancel?.success ?? 0;
    if (cancel && success > 0) {
      cell(chance * success, cancel.billed, lateAsked, whenLate);
      result.failed += chance * late * success * cancel.billed;
    }
    cell(chance * (1 - success), billed, lateAsked, whenLate);
    result.abandoned += chance * late * (1 - success) * billed;
    result.duplicates += chance * late * (1 - success);
  }
  if (ackLoss > 0) withGhosts(result, bill, ackLoss, jobPrice);
  return result;
}

/** Moments of the number of status requests if there are none: the event is certain, and the number is 0. */
const ONCE: StatusRequests["seen"] = [1, 0, 0, 0];

/** Moments of a fixed number of requests on an event: 3 requests on an event of chance 0.1 give [0.1, 0.3, 0.9, 2.7]. */
function timesOf(chance: number, count: number): Moments {
  return [chance, chance * count, chance * count ** 2, chance * count ** 3];
}

/**
 * Adds the moments of bill + price × n to the sums, by the binomial formula. n is the number of status requests, with the moments
 * n[0]–n[3] on an event. A bill of $2 and exactly 10 requests at $0.01 on an event of chance 0.5 add 0.5 × 2.1 = 1.05 to the mean.
 */
function addCost(sums: Moments, chance: number, { bill, price }: { bill: number; price: number }, n: StatusRequests["seen"]): void {
  const n0 = n[0];
  const p1 = price * n[1];
  const p2 = price * price * n[2];
  const p3 = price * price * price * n[3];
  sums[0] += chance * n0;
  sums[1] += chance * (bill * n0 + p1);
  sums[2] += chance * (bill * bill * n0 + 2 * bill * p1 + p2);
  sums[3] += chance * (bill * bill * bill * n0 + 3 * bill * bill * p1 + 3 * bill * p2 + p3);
}

/**
 * Adds the jobs whose acknowledgement was lost: the provider accepted the job, the client did not learn of it, and submitted again.
 * Their number is geometric with the mean θ = loss / (1 − loss): a loss of 20% adds 0.25 jobs. Each of them is billed by its own
 * outcome. Their number does not depend on how the acknowledged job ends. x1–x3 are the moments of their total cost, which is
 * added to the cost on each event.
 */
function withGhosts(result: Attempt, [, b1, b2, b3]: Moments, loss: number, jobPrice: number): void {
  const theta = loss / (1 - loss);
  const x1 = theta * b1;
  const x2 = theta * b2 + 2 * theta ** 2 * b1 ** 2;
  const x3 = theta * b3 + 6 * theta ** 2 * b1 * b2 + 6 * theta ** 3 * b1 ** 3;
  for (const sums of [result.last, result.retry, result.delivered]) {
    const [c0, c1, c2, c3] = sums;
    sums[1] = c1 + c0 * x1;
    sums[2] = c2 + 2 * c1 * x1 + c0 * x2;
    sums[3] = c3 + 3 * c2 * x1 + 3 * c1 * x2 + c0 * x3;
  }
  result.abandoned += jobPrice === 0 ? 0 : x1 / jobPrice;
  result.duplicates += theta;
}
