import { dateOfDay } from "../../notation/date.ts";
import { dayOf } from "../../notation/time.ts";
import type { BillHours } from "../bill/bill-days.ts";
import type { Billed } from "../bill/billing.ts";
import type { Duplicate } from "../measure/duplicates.ts";
import { type Group, ONE_JOB } from "../measure/group.ts";
import { type Observed, observe, observeGroup, observePolls } from "../measure/observed.ts";
import { getOrInsert } from "../memory/get-or-insert.ts";
import { newSum } from "../memory/sum.ts";
import type { PlannedWorkload } from "../plan.ts";
import type { Job } from "../records/job.ts";
import { differences, type ExpectedRange, expectedRange, nearestExpected } from "./compare-job.ts";
import type { JobBill } from "./compared-job.ts";
import { type Difference, findingOf, kept } from "./finding.ts";
import type { JobCost } from "./job-cost.ts";
import { moneyOf, recordedMoney } from "./job-money.ts";
import type { Tally } from "./tally.ts";

/**
 * Where the cost of a job comes from. `log`: its own record. `rows`: its row in a bill, by its id. `days`: the rows of its model and day in a
 * bill without job ids, which are compared after all jobs are read.
 */
export type Source = { from: "log" } | { from: "rows"; rowOf: (job_id: string) => Billed | undefined } | { from: "days"; hours: BillHours };

/** A job's workload, its price, and what it was charged in the reporting currency; NaN if unknown. */
type Held = { workload: PlannedWorkload; cost: JobCost | null; charged: number };

/** Compares one job with the plan. */
export function holdJob(job: Job, source: Source, tally: Tally): void {
  const held = hold(job, ONE_JOB, source, tally);
  if (!held) return;
  const { workload, charged } = held;
  const { newTake, duplicate } = tally.repeated.add(job, workload.index, worthOf(job, held), workload.keys.client.timeout ?? Number.NaN);
  const seen = tally.observed[workload.index] as Observed;
  const request = job.request_id !== "" && (tally.requests[workload.index]?.isNew(job.request_id) ?? false);
  observe(seen, job, charged, { take: newTake, request });
  observePolls(seen, job, tally.schedules[workload.index] ?? null);
  if (duplicate) repeats(duplicate, workload, tally);
}

/** The cost of a job for finding duplicates. A successful job of unknown cost counts at its list price. */
function worthOf({ status }: Job, { cost, charged }: Held): number {
  return Number.isNaN(charged) && status === "success" ? (cost?.amount ?? Number.NaN) : charged;
}

/** Compares a group of equal jobs with the plan. */
export function holdGroup(job: Job, group: Group, source: Source, tally: Tally): void {
  const held = hold(job, group, source, tally);
  if (!held) return;
  if (group.last > tally.last) tally.last = group.last;
  observeGroup(tally.observed[held.workload.index] as Observed, job, held.charged, group);
  const duplicate = group.repeats?.(worthOf(job, held), held.workload.keys.client.timeout ?? Number.NaN);
  if (duplicate) repeats(duplicate, held.workload, tally);
}

function repeats(duplicate: Duplicate, workload: PlannedWorkload, { duplicated, duplicates, observed, most }: Tally): void {
  duplicated.count++;
  duplicated.wasted.add(duplicate.wasted);
  (observed[workload.index] as Observed).duplicates[duplicate.confidence]++;
  if (duplicates.length < most) duplicates.push(duplicate);
}

function hold(job: Job, group: Group, source: Source, tally: Tally): Held | null {
  if (job.status === "pending") {
    notEnded(job, group, source, tally);
    return null;
  }
  tally.jobs += group.jobs;
  if (job.submitted_at < tally.first) tally.first = job.submitted_at;
  if (job.submitted_at > tally.last) tally.last = job.submitted_at;
  const belongs = tally.plan.belongs(job);
  if (belongs.to === null) {
    unplaced(job, belongs.why, { group, source, tally });
    return null;
  }
  const workload = belongs.to;
  const day = dayOf(job.submitted_at);
  const cost = tally.costOf(workload, day, job.requested_seconds, job.resolution);
  if (!cost) {
    const charged = chargedOf(job, workload, source);
    tally.coverage.details.unpriced(workload.name).add(group.jobs, charged * group.jobs);
    setAside("no-price", group.jobs, { billed: charged * group.jobs, listed: Number.NaN }, tally);
    return { workload, cost, charged };
  }
  const { listed } = tally.observed[workload.index] as Observed;
  listed.jobs += group.jobs;
  listed.amount += cost.amount * group.jobs;
  const charged = compare({ job, workload, day, cost }, { group, source, tally });
  if (job.status === "success" && charged > 0) tally.observed[workload.index]?.unit.add(unitPrice({ job, workload, day, cost }, charged, tally), group.jobs);
  return { workload, cost, charged };
}

type Setting = { group: Group; source: Source; tally: Tally };

/** A job, its workload, its UTC day (days since 1970), and the price of its request. */
type Priced = { job: Job; workload: PlannedWorkload; day: number; cost: JobCost };

/** Compares a job with its bill or its record. @returns its cost, from the bill if that has a row for it, otherwise from the log */
function compare({ job, workload, day, cost }: Priced, setting: Setting): number {
  const { group, source, tally } = setting;
  const range = expectedRange(workload, job, cost);
  if (source.from === "days") {
    source.hours.add(workload, Math.floor(job.submitted_at / 3600), range, job.status === "success" ? cost.billedSeconds : Number.NaN);
    return recordedMoney(job, workload, cost);
  }
  const row = source.from === "rows" ? source.rowOf(job.job_id) : undefined;
  const isCovered = source.from === "log" || row !== undefined || tally.isBilledDay(day);
  // A job that may be free and has no row in the bill of its day cost nothing.
  const charged = row ? row.amount : source.from === "log" ? recordedMoney(job, workload, cost) : range.low === 0 && isCovered ? 0 : Number.NaN;
  if (Number.isNaN(charged)) {
    withoutMoney({ job, workload, day, cost }, range, { row, isCovered, ...setting });
    return charged;
  }
  const due = nearestExpected(range, charged);
  const isInRange = due === charged;
  if (job.status === "unknown" && isInRange && range.high > range.low) {
    setAside("outcome-unknown", group.jobs, { billed: charged * group.jobs, listed: range.high * group.jobs }, tally);
    return charged;
  }
  tally.paid(charged * group.jobs);
  tally.due(due * group.jobs);
  tally.coverage.compared.add(group.jobs, charged * group.jobs);
  const provisional = row !== undefined && tally.isProvisional(row.day);
  const held = { job, workload, day, cost, expected: due, costOf: tally.costOf };
  for (const difference of differences(held, billOf(job, charged, row)))
    report({ job, workload: workload.name, day }, difference, { group, tally, provisional });
  return charged;
}

/** Handles a job whose cost is unknown or unreadable. */
function withoutMoney(
  { job, workload, day }: Priced,
  { low, high }: ExpectedRange,
  { row, isCovered, group, source, tally }: Setting & { row: Billed | undefined; isCovered: boolean },
): void {
  const { jobs } = group;
  const { coverage } = tally;
  const listed = (job.status === "success" || !Number.isFinite(high) ? low : Math.min(low, high)) * jobs;
  if (row || job.currency !== "") {
    coverage.details.unreadable(jobs);
    coverage.aside("unreadable", jobs, Number.NaN, listed);
  } else if (source.from === "log") coverage.aside("no-cost", jobs, Number.NaN, listed);
  else if (!isCovered) tally.uncovered(jobs, listed, false);
  else {
    const provisional = tally.isProvisional(day);
    if (provisional) {
      coverage.details.awaited.add(jobs, low * jobs);
      coverage.aside("provisional", jobs, Number.NaN, listed);
    } else {
      tally.due(low * jobs);
      coverage.compared.add(jobs, 0);
    }
    report({ job, workload: workload.name, day }, { kind: "UNBILLED", delta: -low, args: { expected: low, billed: 0 } }, { group, tally, provisional });
  }
}

/** Handles a job without an end in the log: reports it if it was billed, or if it has not ended for days. */
function notEnded(job: Job, group: Group, source: Source, tally: Tally): void {
  const row = source.from === "rows" ? source.rowOf(job.job_id) : undefined;
  const belongs = tally.plan.belongs(job);
  const day = dayOf(job.submitted_at);
  const since = Number.isFinite(day) ? dateOfDay(day) : "";
  const workload = belongs.to?.name ?? null;
  if (row && row.amount !== 0 && !Number.isNaN(row.amount)) {
    tally.paid(row.amount);
    tally.coverage.compared.add(0, row.amount);
    const provisional = tally.isProvisional(row.day);
    report({ job, workload, day }, { kind: "NOT_ENDED", delta: row.amount, args: { billed: row.amount, expected: 0, since } }, { group, tally, provisional });
    return;
  }
  tally.coverage.details.pending(group.jobs);
  // A recent job may still end, so it is no finding yet.
  if (tally.isStuck(day)) report({ job, workload, day }, { kind: "NOT_ENDED", delta: 0, args: { since } }, { group, tally, provisional: false });
}

/** Handles a job that belongs to no workload. Its cost is in no budget. */
function unplaced(job: Job, why: "ambiguous" | "provider" | "model", { group, source, tally }: Setting): void {
  const row = source.from === "rows" ? source.rowOf(job.job_id) : undefined;
  const isOther = job.currency !== "" && job.currency !== tally.plan.currency;
  const cost = row ? row.amount : source.from !== "log" || isOther ? Number.NaN : job.cost;
  if (why === "ambiguous") {
    tally.coverage.details.ambiguous.add(group.jobs, cost * group.jobs);
    setAside("no-price", group.jobs, { billed: cost * group.jobs, listed: Number.NaN }, tally);
    return;
  }
  if (Number.isNaN(cost)) tally.coverage.aside(isOther ? "unreadable" : "no-cost", group.jobs, Number.NaN, Number.NaN);
  else {
    tally.paid(cost * group.jobs);
    tally.coverage.compared.add(group.jobs, cost * group.jobs);
  }
  const what = why === "provider" ? job.provider : job.model;
  const known = getOrInsert(tally.outOfPlan, `${why} ${what}`, () => {
    const day = dayOf(job.submitted_at);
    return { finding: kept({ ...findingOf("OUT_OF_PLAN", null, 0, { why, what, example: job.job_id }), day }), jobs: 0, delta: newSum(), unknown: false };
  });
  known.jobs += group.jobs;
  if (Number.isNaN(cost)) known.unknown = true;
  else known.delta.add(cost * group.jobs);
}

function setAside(why: "no-price" | "outcome-unknown", jobs: number, { billed, listed }: { billed: number; listed: number }, { coverage, paid }: Tally): void {
  coverage.aside(why, jobs, billed, listed);
  if (!Number.isNaN(billed)) paid(billed);
}

function chargedOf(job: Job, workload: PlannedWorkload, source: Source): number {
  const row = source.from === "rows" ? source.rowOf(job.job_id) : undefined;
  return row?.amount ?? moneyOf(job, workload);
}

/** The bill of one job. Length and resolution come from the record, or else from the row. */
function billOf({ billed_seconds, billed_resolution }: Job, amount: number, row: Billed | undefined): JobBill {
  if (!row) return { amount, seconds: billed_seconds, resolution: billed_resolution, charges: 0, charge: Number.NaN };
  const one = row.charges === 1;
  return {
    amount,
    seconds: Number.isNaN(billed_seconds) && one ? row.seconds : billed_seconds,
    resolution: billed_resolution === "" ? (/(?<![a-z0-9])(\d{3,4}p|4k)(?![a-z0-9])/i.exec(row.about)?.[1] ?? "") : billed_resolution,
    charges: row.charges,
    charge: row.charge,
  };
}

function report(
  { job, workload, day }: { job: Job; workload: string | null; day: number },
  { kind, delta, args }: Difference,
  { group, tally, provisional }: { group: Group; tally: Tally; provisional: boolean },
): void {
  const { job_id, request_id, metadata } = job;
  tally.find(
    {
      ...findingOf(kind, workload, delta * group.jobs, group.jobs === 1 ? args : { ...args, alike: group.jobs }),
      job_id,
      request_id,
      day,
      provisional,
      metadata: metadata === undefined || metadata === null ? "" : typeof metadata === "string" ? metadata : JSON.stringify(metadata),
    },
    group.jobs,
  );
}

/** The cost of one second (or clip, or token) before factors: the workload's list price of one, times charged / list price of the billed clip. */
function unitPrice({ job, workload, day, cost }: Priced, charged: number, { units, costOf }: Tally): number {
  let unit = units[workload.index];
  if (unit === undefined) {
    unit = costOf(workload, day, Number.NaN, "")?.unit ?? cost.unit;
    units[workload.index] = unit;
  }
  const isAsked = !(job.billed_seconds > 0) || (job.billed_seconds === cost.billedSeconds && job.billed_resolution === job.resolution);
  const asBilled = isAsked ? cost : costOf(workload, day, job.billed_seconds, job.billed_resolution === "" ? job.resolution : job.billed_resolution);
  return asBilled && asBilled.amount > 0 ? (unit * charged) / asBilled.amount : Number.NaN;
}
