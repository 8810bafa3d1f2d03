import { recordOf } from "../../notation/record-of.ts";
import { dayOf } from "../../notation/time.ts";
import { getOrInsert } from "../memory/get-or-insert.ts";
import { type Median, medianOf } from "../memory/median.ts";
import { newSum, type Sum } from "../memory/sum.ts";
import type { Job } from "../records/job.ts";
import { STATUSES, type Status } from "../records/status.ts";
import type { Duplicate } from "./duplicates.ts";
import { expectedPolls, type Schedule } from "./expected-polls.ts";
import type { Group } from "./group.ts";

/** For one status: `jobs`, those with a known cost (`costed`), and those of them with a cost above 0 (`billed`). */
export type StatusCounts = { jobs: number; costed: number; billed: number };

/** Seconds from submission to end. For `ended` jobs, the sums of ln t and (ln t)²; for jobs that the client gave up, the counts by the seconds of waiting. */
export type Times = { ended: number; sum: number; squares: number; gaveUp: Map<number, number> };

/** The measurements of one workload, in constant memory for a log of any length. Times are seconds since 1970, money is in the reporting currency. */
export type Observed = {
  jobs: number;
  outcomes: Record<Status, StatusCounts>;
  times: Times;
  first: number;
  last: number;
  /** `named`: jobs that name their request. `takes`: those of them that are first attempts at a take. */
  named: number;
  takes: number;
  /** Distinct requests, that is, wanted clips. */
  requests: number;
  kept: { marked: number; kept: number };
  polls: { jobs: number; sent: number; expectedJobs: number; sentThere: number; expected: number };
  duplicates: Record<Duplicate["confidence"], number>;
  unit: Median;
  /** Jobs with a price, and the sum of their list prices. */
  listed: { jobs: number; amount: number };
  /** By UTC day (days since 1970): jobs, successful jobs with a known cost (`priced`), new requests, and their cost. */
  days: Map<number, ObservedDay>;
};

export type ObservedDay = { jobs: number; priced: number; requests: number; cost: Sum };

export function nothingObserved(): Observed {
  return {
    jobs: 0,
    outcomes: recordOf(STATUSES, (): StatusCounts => ({ jobs: 0, costed: 0, billed: 0 })),
    times: { ended: 0, sum: 0, squares: 0, gaveUp: new Map() },
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
    named: 0,
    takes: 0,
    requests: 0,
    kept: { marked: 0, kept: 0 },
    polls: { jobs: 0, sent: 0, expectedJobs: 0, sentThere: 0, expected: 0 },
    duplicates: { certain: 0, likely: 0, possible: 0 },
    unit: medianOf(),
    listed: { jobs: 0, amount: 0 },
    days: new Map(),
  };
}

function newDay(): ObservedDay {
  return { jobs: 0, priced: 0, requests: 0, cost: newSum() };
}

/**
 * Counts one job.
 * @param cost in the reporting currency; NaN if unknown
 * @param isNew whether it is the first job of its take, and the first of its request
 */
export function observe(seen: Observed, job: Job, cost: number, isNew: { take: boolean; request: boolean }): void {
  if (job.status === "pending") return;
  seen.jobs++;
  const outcome = seen.outcomes[job.status];
  outcome.jobs++;
  if (!Number.isNaN(cost)) {
    outcome.costed++;
    if (cost > 0) outcome.billed++;
  }
  const submitted = job.submitted_at;
  if (!Number.isNaN(submitted)) {
    if (submitted < seen.first) seen.first = submitted;
    if (submitted > seen.last) seen.last = submitted;
    if (job.status !== "invalid") addTime(seen.times, job);
    const day = dayOf(submitted);
    const known = getOrInsert(seen.days, day, newDay);
    known.jobs++;
    if (isNew.request) known.requests++;
    if (!Number.isNaN(cost)) {
      known.cost.add(cost);
      if (job.status === "success") known.priced++;
    }
  }
  if (job.request_id !== "") {
    seen.named++;
    if (isNew.take) seen.takes++;
    if (isNew.request) seen.requests++;
  }
  if (job.status === "success" && !Number.isNaN(job.kept)) {
    seen.kept.marked++;
    seen.kept.kept += job.kept;
  }
  if (!Number.isNaN(job.polls)) {
    seen.polls.jobs++;
    seen.polls.sent += job.polls;
  }
}

function addTime(times: Times, { submitted_at, finished_at, gave_up_at }: Job): void {
  const ran = finished_at - submitted_at;
  if (ran > 0) {
    const log = Math.log(ran);
    times.ended++;
    times.sum += log;
    times.squares += log * log;
  } else if (Number.isNaN(finished_at) && gave_up_at > submitted_at) {
    // Rounded to milliseconds, because clients with the same timeout differ by their clocks.
    const patience = Math.round((gave_up_at - submitted_at) * 1000) / 1000;
    if (patience > 0) times.gaveUp.set(patience, (times.gaveUp.get(patience) ?? 0) + 1);
  }
}

/** Counts a group of equal jobs. @param cost the cost of each job in the reporting currency; NaN if unknown */
export function observeGroup(seen: Observed, job: Job, cost: number, group: Group): void {
  if (job.status === "pending") return;
  const { jobs } = group;
  seen.jobs += jobs;
  const outcome = seen.outcomes[job.status];
  outcome.jobs += jobs;
  if (!Number.isNaN(cost)) {
    outcome.costed += jobs;
    if (cost > 0) outcome.billed += jobs;
  }
  if (job.submitted_at < seen.first) seen.first = job.submitted_at;
  if (group.last > seen.last) seen.last = group.last;
  const day = getOrInsert(seen.days, dayOf(job.submitted_at), newDay);
  day.jobs += jobs;
  day.requests += group.requests;
  if (!Number.isNaN(cost)) {
    day.cost.add(cost * jobs);
    if (job.status === "success") day.priced += jobs;
  }
  seen.times.ended += group.ended;
  seen.times.sum += group.sum;
  seen.times.squares += group.squares;
  if (group.gaveUpAfter > 0) seen.times.gaveUp.set(group.gaveUpAfter, (seen.times.gaveUp.get(group.gaveUpAfter) ?? 0) + jobs);
  seen.named += group.named;
  seen.takes += group.takes;
  seen.requests += group.requests;
  seen.kept.marked += group.marked;
  seen.kept.kept += group.kept;
  seen.polls.jobs += group.polled;
  seen.polls.sent += group.polls;
}

/** Counts the status requests of one job, and those that its polling schedule predicts. */
export function observePolls({ polls }: Observed, job: Job, schedule: Schedule | null): void {
  const watched = (Number.isNaN(job.finished_at) ? job.gave_up_at : job.finished_at) - job.submitted_at;
  if (!schedule || Number.isNaN(job.polls) || job.status === "invalid" || !(watched > 0)) return;
  polls.expectedJobs++;
  polls.sentThere += job.polls;
  polls.expected += expectedPolls(schedule, watched);
}
