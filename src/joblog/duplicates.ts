import type { Job } from "./job.ts";
import { type Window, windowOf } from "./window.ts";

/** Two jobs that did the same work. `certain`: one key, two bills. `likely`: sent again while the first ran, after about the client's patience. `possible`: both ran at once. */
export type Duplicate = { first: string; second: string; confidence: "certain" | "likely" | "possible"; wasted: number };

/** How many takes a log has, and jobs that are one take twice. */
export type Duplicates = {
  /**
   * @param cost of the job in the reporting currency, NaN where it is not known
   * @param patience of the client in seconds, NaN where the manifest declares none
   */
  add: (job: Job, workload: number, cost: number, patience: number) => { newTake: boolean; duplicate: Duplicate | null };
  late: () => number;
};

/** What is kept of a job; `next`: of the same request, another take. */
type Seen = {
  job_id: string;
  take: string | number;
  submitted: number;
  finished: number;
  gaveUp: boolean;
  cost: number;
  hash: string;
  seed: string | number;
  next: Seen | null;
};

/** A resubmission comes when the client's patience ends, or a little before it by its clock. */
const NEARLY = 0.9;

/**
 * Finds jobs that were made twice. The same idempotency key on two billed jobs is certain. Otherwise
 * request, take, prompt and seed must be the same (another take or seed is meant to be another clip), and the
 * first must still have run when the second was sent, at most `seconds` after it.
 */
export function duplicatesIn(seconds: number): Duplicates {
  const requests: Window<Seen>[] = [];
  const keys: Window<Seen>[] = [];
  const of = (windows: Window<Seen>[], workload: number): Window<Seen> => {
    const window = windows[workload] ?? windowOf<Seen>(seconds);
    windows[workload] = window;
    return window;
  };
  return {
    add(job, workload, cost, patience) {
      if (job.request_id === "" && job.idempotency_key === "") return { newTake: false, duplicate: null };
      const seen = seenOf(job, cost);
      let duplicate: Duplicate | null = null;
      let newTake = false;
      if (job.request_id !== "") {
        const before = swapTake(of(requests, workload), job.request_id, seen);
        newTake = before === null;
        if (before) duplicate = ofOneTake(before, seen, patience, seconds);
      }
      if (job.idempotency_key !== "") {
        const window = of(keys, workload);
        const before = window.get(job.idempotency_key);
        window.set(job.idempotency_key, { ...seen, next: null }, seen.submitted);
        if (before && before.cost > 0 && cost > 0) duplicate = pair(before, seen, "certain");
      }
      return { newTake, duplicate };
    },
    // The lists have holes, where a workload has no job: `reduce` passes over them.
    late: () => [requests, keys].reduce((sum, windows) => windows.reduce((all, window) => all + window.late(), sum), 0),
  };
}

function seenOf(job: Job, cost: number): Seen {
  return {
    job_id: job.job_id,
    take: job.take,
    submitted: job.submitted_at,
    finished: job.finished_at,
    gaveUp: Number.isNaN(job.finished_at) && !Number.isNaN(job.gave_up_at),
    cost,
    hash: job.prompt_hash,
    seed: job.seed,
    next: null,
  };
}

/** Puts a job in the place of the last one of its take. @returns that one, null where there was none */
function swapTake(window: Window<Seen>, request: string, seen: Seen): Seen | null {
  const head = window.get(request) ?? null;
  let before: Seen | null = null;
  let link: Seen | null = null;
  for (let one = head; one !== null; one = one.next) {
    if (one.take === seen.take) {
      before = one;
      break;
    }
    link = one;
  }
  if (before === null) seen.next = head;
  else if (link === null) seen.next = before.next;
  else {
    link.next = seen;
    seen.next = before.next;
  }
  window.set(request, link === null || before === null ? seen : (head as Seen), seen.submitted);
  return before;
}

function ofOneTake(one: Seen, other: Seen, patience: number, seconds: number): Duplicate | null {
  if (one.hash !== other.hash || one.seed !== other.seed || !(one.cost > 0 && other.cost > 0)) return null;
  // With neither a take nor a seed, takes of one request cannot be told apart.
  if (one.take === "" && one.seed === "") return null;
  const [first, second] = one.submitted <= other.submitted ? [one, other] : [other, one];
  const gap = second.submitted - first.submitted;
  const ran = Number.isNaN(first.finished) || first.finished > second.submitted;
  if (!ran || !(gap <= seconds)) return null;
  return pair(first, second, gap >= NEARLY * patience ? "likely" : "possible");
}

/** What is wasted is the clip that nobody waited for: of the first, where the client gave it up; else of the second. */
function pair(one: Seen, other: Seen, confidence: Duplicate["confidence"]): Duplicate {
  const [first, second] = other.submitted < one.submitted ? [other, one] : [one, other];
  return { first: first.job_id, second: second.job_id, confidence, wasted: first.gaveUp ? first.cost : second.cost };
}
