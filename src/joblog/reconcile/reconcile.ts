import { dateOfDay } from "../../notation/date.ts";
import { dayOf } from "../../notation/time.ts";
import { compareByDay } from "../bill/bill-by-day.ts";
import { billHours } from "../bill/bill-days.ts";
import type { Billing } from "../bill/billing.ts";
import { rowsWithoutJobs } from "../bill/billing-rest.ts";
import { type Join, joinOf, rowFinder } from "../bill/join.ts";
import type { Duplicate } from "../measure/duplicates.ts";
import type { Group } from "../measure/group.ts";
import type { Observed } from "../measure/observed.ts";
import { successesSince } from "../measure/successes.ts";
import type { Plan } from "../plan.ts";
import type { Job } from "../records/job.ts";
import type { Cause } from "./causes.ts";
import type { Details, NotComparedShare } from "./coverage.ts";
import type { Finding, Findings } from "./finding.ts";
import { holdGroup, holdJob, type Source } from "./hold-job.ts";
import { monthlyFindings } from "./monthly-findings.ts";
import { newTally, type ReconcileOptions, type Tally } from "./tally.ts";

/** The first and last UTC day, YYYY-MM-DD. */
export type Days = readonly [first: string, last: string];

/** The comparison of a log with its manifest. Money is in the reporting currency. */
export type Reconciliation = {
  currency: string;
  /** Jobs that ended. */
  jobs: number;
  /** `billed`: everything billed on the days of the log. `expected`: the expected bill of what was compared. */
  billed: number;
  expected: number;
  compared: { jobs: number; billed: number };
  notCompared: readonly NotComparedShare[];
  /** Null if no job, or no row, has a time. */
  days: { log: Days | null; bill: Days | null };
  /** The share (0–1) of the money that was compared. */
  matched: number;
  /** The sum of the absolute differences divided by the expected bill: 0 if everything agrees; 1 if something was billed and nothing was expected. */
  unexplained: number;
  causes: readonly Cause[];
  findings: readonly Finding[];
  totals: ReturnType<Findings["totals"]>;
  duplicates: readonly Duplicate[];
  /** The number and cost of all duplicates, including those that are not listed. */
  duplicated: { count: number; wasted: number };
  details: Details;
  /** How the bill was matched with the log; null without a bill. `shift`: how its days were read. */
  join: Join | null;
  shift: Tally["shift"];
  /** By the workload's index in the plan. */
  observed: readonly Observed[];
};

/** Compares records with a plan, one after the other: jobs, or groups of equal jobs. */
export type Reconciler = { add: (job: Job) => void; addGroup: (job: Job, group: Group) => void; result: () => Reconciliation };

/** This many jobs on the bill's days decide how the ids of bill and log match. */
const SAMPLE = 2000;

export function reconciler(plan: Plan, options: ReconcileOptions): Reconciler {
  const tally = newTally(plan, options);
  const { billing } = options;
  if (!billing) {
    const source: Source = { from: "log" };
    return {
      add: (job) => holdJob(job, source, tally),
      addGroup: (job, group) => holdGroup(job, group, source, tally),
      result: () => resultOf(tally, null),
    };
  }
  const joining = new Joining(plan, billing, tally.isBilledDay);
  const source = (): Source => joining.joined().source;
  return {
    add(job) {
      for (const one of joining.next(job)) holdJob(one, source(), tally);
    },
    addGroup: (job, group) => holdGroup(job, group, source(), tally),
    result() {
      for (const job of joining.rest()) holdJob(job, source(), tally);
      const last = source();
      if (last.from === "days") compareByDay(last.hours, tally);
      else rowsWithoutJobs(billing, tally);
      return resultOf(tally, joining.joined().join);
    },
  };
}

type Joined = { join: Join; source: Source };

/** Keeps the first jobs until it is decided how the ids of log and bill match. */
class Joining {
  readonly #billing: Billing;
  readonly #providers: readonly string[];
  readonly #isBilledDay: (day: number) => boolean;
  #waiting: Job[] = [];
  #inDays = 0;
  #joined: Joined | null = null;

  constructor(plan: Plan, billing: Billing, isBilledDay: (day: number) => boolean) {
    this.#billing = billing;
    this.#providers = [...new Set(plan.workloads.map(({ keys }) => keys.provider))];
    this.#isBilledDay = isBilledDay;
  }

  /** Takes in a job. @returns the jobs that can be compared now */
  next(job: Job): readonly Job[] {
    if (this.#joined) return [job];
    this.#waiting.push({ ...job });
    if (this.#isBilledDay(dayOf(job.submitted_at))) this.#inDays++;
    return this.#inDays >= SAMPLE || this.#waiting.length >= 10 * SAMPLE ? this.rest() : [];
  }

  /** Decides how ids match and returns the jobs that were kept. */
  rest(): readonly Job[] {
    this.joined();
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }

  joined(): Joined {
    this.#joined ??= this.#decide();
    return this.#joined;
  }

  #decide(): Joined {
    const inDays = this.#waiting.filter(({ submitted_at }) => this.#isBilledDay(dayOf(submitted_at)));
    const ids = (inDays.length === 0 ? this.#waiting : inDays).map(({ job_id }) => job_id);
    const join = joinOf(this.#billing, ids, this.#providers);
    if (join.by === "job") return { join, source: { from: "rows", rowOf: rowFinder(this.#billing, join.rule, this.#providers) } };
    this.#billing.withoutIds();
    return { join, source: { from: "days", hours: billHours() } };
  }
}

function resultOf(tally: Tally, join: Join | null): Reconciliation {
  const { plan, bill, coverage, found, observed } = tally;
  for (const { finding, jobs: count, delta, unknown } of tally.outOfPlan.values())
    tally.find({ ...finding, delta: unknown ? null : delta.total(), args: { ...finding.args, jobs: count } }, count);
  for (const finding of monthlyFindings(plan, observed, tally.costOf)) tally.find(finding, 1);
  const [paid, due] = [tally.billed(), tally.expected()];
  const absolute = found.unexplained();
  const { jobs, money } = coverage.compared.value();
  return {
    currency: plan.currency,
    jobs: tally.jobs,
    billed: paid,
    expected: due,
    compared: { jobs, billed: money },
    notCompared: coverage.asides(),
    days: { log: tally.first > tally.last ? null : daysOf(dayOf(tally.first), dayOf(tally.last)), bill: bill && daysOf(...bill.days()) },
    matched: coverage.matched(),
    unexplained: due === 0 ? (absolute === 0 ? 0 : 1) : absolute / due,
    causes: tally.causes.list(successesSince(plan, observed)),
    findings: found.list(),
    totals: found.totals(),
    duplicates: tally.duplicates,
    duplicated: { count: tally.duplicated.count, wasted: tally.duplicated.wasted.total() },
    details: coverage.value(tally.repeated.late()),
    join,
    shift: tally.shift,
    observed,
  };
}

function daysOf(first: number, last: number): Days | null {
  return Number.isFinite(first) && Number.isFinite(last) ? [dateOfDay(first), dateOfDay(last)] : null;
}
