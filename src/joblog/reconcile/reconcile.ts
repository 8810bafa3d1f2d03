import { dayOf } from "../../notation/time.ts";
import { type Duplicate, duplicatesIn } from "../measure/duplicates.ts";
import { scheduleOf } from "../measure/expected-polls.ts";
import { type Group, ONE_JOB } from "../measure/group.ts";
import { nothingObserved, type Observed, observe, observeGroup, observePolls } from "../measure/observed.ts";
import { newSum } from "../memory/sum.ts";
import type { Plan, PlannedWorkload } from "../plan.ts";
import type { Job } from "../records/job.ts";
import type { Billed, Billing } from "./billing.ts";
import { reconcileRest } from "./billing-rest.ts";
import { differences, type ExpectedRange, expectedRange, nearestExpected } from "./compare-job.ts";
import { type Excluded, excludedCounters } from "./excluded.ts";
import { type Difference, type Finding, type Findings, findingsUpTo } from "./finding.ts";
import { costs, type JobCost } from "./job-cost.ts";
import { moneyOf } from "./job-money.ts";
import { monthlyFindings } from "./monthly-findings.ts";
import { skuDays } from "./sku-days.ts";

/** What a log says against its manifest. Money in the reporting currency. */
export type Reconciliation = {
  currency: string;
  /** Jobs that ended. */
  jobs: number;
  billed: number;
  expected: number;
  /** |billed − expected| / expected: 0 where they agree; 1 where something was billed and nothing expected. */
  unexplained: number;
  findings: readonly Finding[];
  totals: ReturnType<Findings["totals"]>;
  duplicates: readonly Duplicate[];
  /** All duplicates, also those beyond what is listed. */
  duplicated: { count: number; wasted: number };
  excluded: Excluded;
  /** By workload of the plan. */
  observed: readonly Observed[];
};

export type ReconcileOptions = {
  /** Seconds within which the same work twice is a duplicate. */
  window: number;
  /** Findings of each kind, and duplicates, that are listed. */
  most: number;
  billing: Billing | null;
};

/** Holds records against a plan, one after the other: jobs, or groups of jobs that are alike. */
export type Reconciler = { add: (job: Job) => void; addGroup: (job: Job, group: Group) => void; result: () => Reconciliation };

/** A job held against its plan: where it belongs, and what it cost, NaN where nobody says. */
type PendingJob = { workload: PlannedWorkload; day: number; cost: JobCost | null; charged: number };

export function reconciler(plan: Plan, { window, most, billing }: ReconcileOptions): Reconciler {
  const costOf = costs();
  const repeated = duplicatesIn(window);
  const found = findingsUpTo(most);
  const excluded = excludedCounters();
  const observed = plan.workloads.map(nothingObserved);
  const schedules = plan.workloads.map(({ keys, jobs }) => scheduleOf(keys, jobs));
  const units: number[] = [];
  const [billed, expected, wasted] = [newSum(), newSum(), newSum()];
  const duplicates: Duplicate[] = [];
  const byId = billing?.byJob() === true;
  const skus = billing && !byId ? skuDays() : null;
  let jobs = 0;
  let duplicated = 0;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

  const rowOf = ({ job_id }: Job): Billed | undefined => (byId ? billing?.ofJob(job_id) : undefined);

  const report = (job: Job, workload: string | null, { kind, delta, args }: Difference, group: Group, provisional = false): void => {
    const { job_id, request_id } = job;
    found.add(
      { kind, job_id, request_id, workload, delta: delta * group.jobs, provisional, args: group.jobs === 1 ? args : { ...args, alike: group.jobs } },
      group.jobs,
    );
  };

  /** A job of nothing in the plan: what was billed of it is unexplained. */
  const unplaced = (job: Job, why: "ambiguous" | "provider" | "model", group: Group): void => {
    const row = rowOf(job);
    const cost = row ? row.amount : billing || (job.currency !== "" && job.currency !== plan.currency) ? Number.NaN : job.cost;
    if (!Number.isNaN(cost)) billed.add(cost * group.jobs);
    if (why === "ambiguous") excluded.ambiguous.add(group.jobs, cost * group.jobs);
    else {
      const delta = Number.isNaN(cost) ? 0 : cost;
      report(job, null, { kind: "OUT_OF_PLAN", delta, args: { why, what: why === "provider" ? job.provider : job.model } }, group);
    }
  };

  const unbilled = (job: Job, workload: PlannedWorkload, day: number, { low }: ExpectedRange, group: Group): void => {
    const provisional = billing?.isProvisional(day) === true;
    if (provisional) excluded.awaited.add(group.jobs, low * group.jobs);
    else expected.add(low * group.jobs);
    report(job, workload.name, { kind: "UNBILLED", delta: -low, args: { expected: low } }, group, provisional);
  };

  /** @returns what the job cost, by the bill where there is one for it, else by the log */
  const compare = (job: Job, workload: PlannedWorkload, day: number, cost: JobCost, group: Group): number => {
    const range = expectedRange(workload, job.status, cost);
    if (skus) {
      skus.add(workload, day, range, job.status === "success" ? cost.billedSeconds : Number.NaN);
      return moneyOf(job, workload);
    }
    const row = rowOf(job);
    // A job that need not be billed, and is not, cost nothing.
    const charged = row ? row.amount : !byId ? moneyOf(job, workload) : range.low === 0 ? 0 : Number.NaN;
    if (Number.isNaN(charged)) {
      if (byId) unbilled(job, workload, day, range, group);
      else excluded.uncosted(group.jobs);
      return charged;
    }
    const due = nearestExpected(range, charged);
    billed.add(charged * group.jobs);
    expected.add(due * group.jobs);
    const provisional = row !== undefined && billing?.isProvisional(row.day) === true;
    for (const difference of differences(job, workload, day, cost, charged, due, costOf)) report(job, workload.name, difference, group, provisional);
    return charged;
  };

  const hold = (job: Job, group: Group): PendingJob | null => {
    if (job.status === "pending") {
      excluded.pending(group.jobs);
      return null;
    }
    jobs += group.jobs;
    if (job.submitted_at < first) first = job.submitted_at;
    if (job.submitted_at > last) last = job.submitted_at;
    const belongs = plan.belongs(job);
    if (belongs.to === null) {
      unplaced(job, belongs.why, group);
      return null;
    }
    const workload = belongs.to;
    const day = dayOf(job.submitted_at);
    const cost = costOf(workload, day, job.requested_seconds, job.resolution);
    if (cost) {
      const charged = compare(job, workload, day, cost, group);
      if (job.status === "success" && charged > 0) observed[workload.index]?.unit.add(unitPrice(job, workload, day, cost, charged), group.jobs);
      return { workload, day, cost, charged };
    }
    const charged = rowOf(job)?.amount ?? moneyOf(job, workload);
    excluded.unpriced(workload.name).add(group.jobs, charged * group.jobs);
    if (!Number.isNaN(charged)) billed.add(charged * group.jobs);
    return { workload, day, cost, charged };
  };

  /** What one second (or clip, or token) cost, before factors: the workload's own rate, times the bill over the price of what was billed. */
  const unitPrice = (job: Job, workload: PlannedWorkload, day: number, cost: JobCost, charged: number): number => {
    let unit = units[workload.index];
    if (unit === undefined) {
      unit = costOf(workload, day, Number.NaN, "")?.unit ?? cost.unit;
      units[workload.index] = unit;
    }
    const isAsked = !(job.billed_seconds > 0) || (job.billed_seconds === cost.billedSeconds && job.billed_resolution === job.resolution);
    const asBilled = isAsked ? cost : costOf(workload, day, job.billed_seconds, job.billed_resolution === "" ? job.resolution : job.billed_resolution);
    return asBilled && asBilled.amount > 0 ? (unit * charged) / asBilled.amount : Number.NaN;
  };

  const repeats = (duplicate: Duplicate, workload: PlannedWorkload): void => {
    duplicated++;
    wasted.add(duplicate.wasted);
    const seen = observed[workload.index] as Observed;
    seen.duplicates[duplicate.confidence]++;
    if (duplicates.length < most) duplicates.push(duplicate);
  };

  return {
    add(job) {
      const pending = hold(job, ONE_JOB);
      if (!pending) return;
      const { workload, cost, charged } = pending;
      // A success of which nobody says what it cost counts at its price.
      const worth = Number.isNaN(charged) && job.status === "success" ? (cost?.amount ?? Number.NaN) : charged;
      const { newTake, duplicate } = repeated.add(job, workload.index, worth, workload.keys.client.timeout ?? Number.NaN);
      const seen = observed[workload.index] as Observed;
      observe(seen, job, charged, newTake);
      observePolls(seen, job, schedules[workload.index] ?? null);
      if (duplicate) repeats(duplicate, workload);
    },
    addGroup(job, group) {
      const pending = hold(job, group);
      if (!pending) return;
      if (group.last > last) last = group.last;
      observeGroup(observed[pending.workload.index] as Observed, job, pending.charged, group);
      const duplicate = group.repeats?.(pending.charged, pending.workload.keys.client.timeout ?? Number.NaN);
      if (duplicate) repeats(duplicate, pending.workload);
    },
    result() {
      // Where no job has a time, every row of a bill may be one of theirs.
      const period = first > last ? ([Number.NaN, Number.NaN] as const) : ([dayOf(first), dayOf(last)] as const);
      if (billing) reconcileRest({ billing, skus, plan, period, found, excluded, billed: billed.add, expected: expected.add });
      for (const finding of monthlyFindings(plan, observed, costOf)) found.add(finding, 1);
      const [paid, due] = [billed.total(), expected.total()];
      return {
        currency: plan.currency,
        jobs,
        billed: paid,
        expected: due,
        unexplained: due === 0 ? (paid === 0 ? 0 : 1) : Math.abs(paid - due) / due,
        findings: found.list(),
        totals: found.totals(),
        duplicates,
        duplicated: { count: duplicated, wasted: wasted.total() },
        excluded: excluded.value(repeated.late()),
        observed,
      };
    },
  };
}
