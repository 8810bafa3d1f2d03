import { dayOf } from "../../notation/time.ts";
import { type Billing, PROVISIONAL_DAYS } from "../bill/billing.ts";
import { type Duplicate, type Duplicates, duplicatesIn } from "../measure/duplicates.ts";
import { type Schedule, scheduleOf } from "../measure/expected-polls.ts";
import { nothingObserved, type Observed } from "../measure/observed.ts";
import { type Requests, requestsIn } from "../measure/requests.ts";
import { newSum, type Sum } from "../memory/sum.ts";
import type { Plan } from "../plan.ts";
import { type Causes, causesIn } from "./causes.ts";
import { type Coverage, coverageOf } from "./coverage.ts";
import { type Finding, type Findings, findingsUpTo } from "./finding.ts";
import { type CostOf, costs } from "./job-cost.ts";

export type ReconcileOptions = {
  /** Seconds within which the same work twice is a duplicate. */
  window: number;
  /** Findings of each kind, and duplicates, that are listed. */
  most: number;
  billing: Billing | null;
  /** The UTC day of the run, days since 1970: the newest days before it may still change. */
  today: number;
};

/** What is counted while records are compared with a plan, one after the other. */
export type Tally = {
  plan: Plan;
  bill: Billing | null;
  costOf: CostOf;
  coverage: Coverage;
  observed: Observed[];
  schedules: (Schedule | null)[];
  repeated: Duplicates;
  requests: Requests[];
  duplicates: Duplicate[];
  most: number;
  duplicated: { count: number; wasted: Sum };
  /** Jobs that ended. */
  jobs: number;
  /** When the first and the last job was submitted, seconds since 1970. */
  first: number;
  last: number;
  /** Unit prices of the workloads, before factors; filled when first asked for. */
  units: number[];
  /** How a bill's days were read: the zone's hours ahead of UTC, and days that only a shift set apart. */
  shift: { zone: number; days: number };
  /** Jobs of what the plan does not have, by what that is: a model that changed inside a log is one finding. */
  outOfPlan: Map<string, { finding: Finding; jobs: number; delta: Sum; unknown: boolean }>;
  found: Findings;
  causes: Causes;
  find: (finding: Finding, jobs: number) => void;
  /** Adds to what was billed, and to what was expected of what was compared. */
  paid: (amount: number) => void;
  due: (amount: number) => void;
  billed: () => number;
  expected: () => number;
  /** Sets rows aside that the log does not cover, and jobs that the bill does not: of days that it lacks, or of a model that it lacks on a day that it has. */
  outside: (rows: number, money: number) => void;
  uncovered: (jobs: number, listed: number, isBilledDay: boolean) => void;
  /** Whether the log has the days of a row; those that are still to come need no jobs. */
  covers: (from: number, to: number) => boolean;
  /** Whether the bill has rows of that day or around it. */
  isBilledDay: (day: number) => boolean;
  isProvisional: (day: number) => boolean;
  /** Whether a job that has not ended since that day is late: no provider takes days. */
  isStuck: (day: number) => boolean;
};

/** A job that was submitted so many days ago or more and has not ended was lost. */
const STUCK_DAYS = 2;

export function newTally(plan: Plan, { window, most, billing, today }: ReconcileOptions): Tally {
  const [billed, expected] = [newSum(), newSum()];
  const [found, causes, coverage] = [findingsUpTo(most), causesIn(), coverageOf()];
  const tally: Tally = {
    plan,
    bill: billing,
    costOf: costs(),
    coverage,
    observed: plan.workloads.map(nothingObserved),
    schedules: plan.workloads.map(({ keys, jobs }) => scheduleOf(keys, jobs)),
    repeated: duplicatesIn(window),
    requests: plan.workloads.map(requestsIn),
    duplicates: [],
    most,
    duplicated: { count: 0, wasted: newSum() },
    jobs: 0,
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
    units: [],
    shift: { zone: 0, days: 0 },
    outOfPlan: new Map(),
    found,
    causes,
    find(finding, jobs) {
      found.add(finding, jobs);
      causes.add(finding, jobs);
    },
    paid: billed.add,
    due: expected.add,
    billed: billed.total,
    expected: expected.total,
    outside(rows, money) {
      coverage.details.outside.add(rows, money);
      coverage.elsewhere(rows, money, Number.NaN);
    },
    uncovered(jobs, listed, isBilledDay) {
      coverage.details.uncovered.add(jobs, listed);
      if (isBilledDay) coverage.aside("not-covered", jobs, Number.NaN, listed);
      else coverage.elsewhere(jobs, Number.NaN, listed);
    },
    covers(from, to) {
      const { first, last } = tally;
      // Where no job has a time, every row of a bill may be one of theirs; a job of the last minutes may be billed on the next day.
      if (first > last) return true;
      if (Number.isNaN(from)) return true;
      const [begins, ends] = [dayOf(first), dayOf(last) + 1];
      return from === to || !(from < to) ? from >= begins - 1 && from <= ends : begins <= from + 1 && Math.min(to, today) <= ends;
    },
    isBilledDay(day) {
      const [first, last] = billing?.days() ?? [Number.NaN, Number.NaN];
      return Number.isNaN(first) || Number.isNaN(day) || (day >= first && day <= last);
    },
    isProvisional: (day) => day >= today - PROVISIONAL_DAYS,
    isStuck: (day) => day <= today - STUCK_DAYS,
  };
  return tally;
}
