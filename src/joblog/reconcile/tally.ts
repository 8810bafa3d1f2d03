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
  /** Seconds within which a second job for the same work can be a duplicate. */
  window: number;
  /** How many findings of each kind, and how many duplicates, are listed. */
  most: number;
  billing: Billing | null;
  /** The UTC day of the run, as days since 1970. The newest days before it may still change. */
  today: number;
};

/** The counters while records are compared with a plan. Money is in the reporting currency. */
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
  /** When the first and the last job were submitted, in seconds since 1970. */
  first: number;
  last: number;
  /** List prices of one unit by workload, before factors; computed on first use. */
  units: number[];
  /** How a bill's days were read. `zone`: hours ahead of UTC. `days`: the number of days whose differences were only a shift. */
  shift: { zone: number; days: number };
  /** Jobs that the plan does not have, by provider or model, so that a model that changed inside a log is one finding. */
  outOfPlan: Map<string, { finding: Finding; jobs: number; delta: Sum; unknown: boolean }>;
  found: Findings;
  causes: Causes;
  find: (finding: Finding, jobs: number) => void;
  /** `paid` adds to the billed amount, `due` to the expected amount of what was compared. */
  paid: (amount: number) => void;
  due: (amount: number) => void;
  billed: () => number;
  expected: () => number;
  /** `outside` sets aside rows that the log does not cover. `uncovered` sets aside jobs that the bill does not cover: it lacks their day, or their model on that day. */
  outside: (rows: number, money: number) => void;
  uncovered: (jobs: number, listed: number, isBilledDay: boolean) => void;
  /** Whether the log covers the days of a row. Future days need no jobs. */
  covers: (from: number, to: number) => boolean;
  /** Whether a day is between the first and the last day of the bill. */
  isBilledDay: (day: number) => boolean;
  isProvisional: (day: number) => boolean;
  /** Whether a job of that day that has not ended is lost, because no provider takes days. */
  isStuck: (day: number) => boolean;
};

/** A job that was submitted at least this many days ago and has not ended is lost. */
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
      // If no job has a time, every row may belong to the log. A job of the last minutes of a day may be billed on the next day.
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
