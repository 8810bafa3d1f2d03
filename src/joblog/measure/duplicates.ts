import { ownText } from "../memory/own-text.ts";
import { type Hash, hashOf, type Kept, type Recent, recent } from "../memory/window.ts";
import type { Job } from "../records/job.ts";

/**
 * Two jobs that did the same work. `certain`: both have the same idempotency key and were billed. `likely`: the second was submitted while the
 * first still ran, at about the client's timeout. `possible`: both ran at the same time. `wasted`: in the reporting currency.
 */
export type Duplicate = { first: string; second: string; confidence: "certain" | "likely" | "possible"; wasted: number };

/** The number of takes in a log, and jobs that generated the same take twice. */
export type Duplicates = {
  /**
   * @param cost the job's cost in the reporting currency; NaN if unknown
   * @param patience the client's timeout in seconds; NaN if the manifest declares none
   */
  add: (job: Job, workload: number, cost: number, patience: number) => { newTake: boolean; duplicate: Duplicate | null };
  late: () => number;
};

/** A retry after a timeout is submitted at the client's timeout, or slightly earlier by its clock: from this share of the timeout on. */
const NEARLY = 0.9;

/**
 * Finds duplicate jobs. Two billed jobs with the same idempotency key are certain duplicates. Otherwise request, take, prompt and seed must be
 * equal (another take or seed is meant to be another clip), and the second job must have been submitted while the first still ran, at most
 * `seconds` after it.
 */
export function duplicatesIn(seconds: number): Duplicates {
  const takes: Recent[] = [];
  const keys: Recent[] = [];
  const hash = (): Hash => ({ low: 0, high: 0 });
  const [take, key, same] = [hash(), hash(), hash()];
  const job: Kept = { name: "", same: 0, submitted: 0, finished: 0, gaveUp: false, cost: 0 };
  const of = (all: Recent[], workload: number): Recent => {
    all[workload] ??= recent(seconds);
    return all[workload];
  };
  return {
    add({ request_id, idempotency_key, take: number, prompt_hash, seed, job_id, submitted_at, finished_at, gave_up_at }, workload, cost, patience) {
      job.name = job_id;
      // Without a take number and a seed, the takes of one request cannot be distinguished.
      const isTold = number !== "" || seed !== "";
      job.same = isTold ? hashOf(prompt_hash, seed, same).low : Number.NaN;
      job.submitted = submitted_at;
      job.finished = finished_at;
      job.gaveUp = Number.isNaN(finished_at) && !Number.isNaN(gave_up_at);
      job.cost = cost;
      let duplicate: Duplicate | null = null;
      let newTake = false;
      if (request_id !== "") {
        const seen = of(takes, workload);
        const before = seen.find(hashOf(request_id, number, take));
        newTake = before === undefined;
        if (before) duplicate = ofOneTake(before, job, patience, seconds);
        seen.add(take, job);
      }
      if (idempotency_key !== "") {
        const seen = of(keys, workload);
        const before = seen.find(hashOf(idempotency_key, "", key));
        if (before && before.cost > 0 && cost > 0) duplicate = pair(before, job, "certain");
        seen.add(key, job);
      }
      return { newTake, duplicate };
    },
    late: () => [...takes, ...keys].reduce((sum, one) => sum + (one?.late() ?? 0), 0),
  };
}

/** How sure it is that two overlapping jobs for one take are duplicates: `likely` if the second came at the client's timeout. Both are in seconds; `patience` is NaN if none is declared. */
export function confidenceOf(gap: number, patience: number): "likely" | "possible" {
  return gap >= NEARLY * patience ? "likely" : "possible";
}

function ofOneTake(one: Kept, other: Kept, patience: number, seconds: number): Duplicate | null {
  if (one.same !== other.same || !(one.cost > 0 && other.cost > 0)) return null;
  const [first, second] = one.submitted <= other.submitted ? [one, other] : [other, one];
  const gap = second.submitted - first.submitted;
  const ran = Number.isNaN(first.finished) || first.finished > second.submitted;
  if (!ran || !(gap <= seconds)) return null;
  return pair(first, second, confidenceOf(gap, patience));
}

/** The wasted cost is that of the clip that nobody waited for: the first, if the client gave up on it, otherwise the second. */
function pair(one: Kept, other: Kept, confidence: Duplicate["confidence"]): Duplicate {
  const [first, second] = other.submitted < one.submitted ? [other, one] : [one, other];
  return { first: ownText(first.name), second: ownText(second.name), confidence, wasted: first.gaveUp ? first.cost : second.cost };
}
