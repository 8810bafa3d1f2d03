import { modelOf, namesOf, type Plan, type PlannedWorkload } from "../plan.ts";
import type { Billed, Billing } from "./billing.ts";
import { near, nearestExpected } from "./compare-job.ts";
import type { ExcludedCounters } from "./excluded.ts";
import type { Finding, Findings } from "./finding.ts";
import { type ModelDay, type SkuDays, skuDayKey } from "./sku-days.ts";

type Rest = {
  billing: Billing;
  /** Null where the bill names jobs. */
  skus: SkuDays | null;
  plan: Plan;
  /** The first and the last day of the log; NaN where its jobs have no times. */
  period: readonly [first: number, last: number];
  found: Findings;
  excluded: ExcludedCounters;
  billed: (amount: number) => void;
  expected: (amount: number) => void;
};

/**
 * What is left of a bill when all jobs are read: rows of jobs that nobody logged, and rows that name no
 * job, which are compared with the day's jobs of their model.
 */
export function reconcileRest(rest: Rest): void {
  const { billing, skus, plan } = rest;
  for (const row of billing.unmatched()) ghost(row, workloadOf(plan, row.sku), rest);
  if (!skus) {
    for (const row of billing.bySku()) ghost(row, workloadOf(plan, row.sku), rest);
    return;
  }
  const rows = rowsByModel(rest);
  const days = skus.all();
  for (const [key, { row, workload }] of rows) if (!days.has(key)) ghost(row, workload, rest);
  for (const [key, day] of days) compareDay(day, rows.get(key)?.row, rest);
}

/** A row of which the log has no job; of a day that the log does not cover, nobody can say. */
function ghost(row: Billed, workload: PlannedWorkload | undefined, { billing, period: [first, last], excluded, billed, found }: Rest): void {
  // A job of the last minutes may be billed on the next day.
  if (row.day < first || row.day > last + 1) {
    excluded.outside.add(1, row.amount);
    return;
  }
  billed(row.amount);
  const args = { billed: row.amount, sku: row.sku, day: row.day };
  const provisional = billing.isProvisional(row.day);
  found.add({ kind: "GHOST", job_id: row.id, request_id: row.request_id, workload: workload?.name ?? null, delta: row.amount, provisional, args }, 1);
}

/** Rows that name no job, by day and model; what no workload uses is out of plan. */
function rowsByModel({ billing, plan, found, billed }: Rest): Map<string, { row: Billed; workload: PlannedWorkload }> {
  const rows = new Map<string, { row: Billed; workload: PlannedWorkload }>();
  for (const row of billing.bySku()) {
    const workload = workloadOf(plan, row.sku);
    if (!workload) {
      billed(row.amount);
      const args = { why: "model", what: row.sku };
      found.add({ kind: "OUT_OF_PLAN", job_id: "", request_id: "", workload: null, delta: row.amount, provisional: false, args }, 1);
      continue;
    }
    const key = skuDayKey(row.day, modelOf(workload));
    const known = rows.get(key)?.row;
    rows.set(key, { workload, row: known ? { ...known, amount: known.amount + row.amount, seconds: known.seconds + row.seconds } : row });
  }
  return rows;
}

function compareDay(
  { model, day, workload, jobs, range, seconds }: ModelDay,
  row: Billed | undefined,
  { billing, excluded, billed, expected, found }: Rest,
): void {
  const provisional = billing.isProvisional(day);
  const add = (kind: Finding["kind"], delta: number, args: Finding["args"]): void =>
    found.add({ kind, job_id: "", request_id: "", workload, delta, provisional, args: { ...args, sku: model, day, jobs } }, 1);
  if (!row) {
    if (range.low === 0) return;
    if (provisional) excluded.awaited.add(jobs, range.low);
    else expected(range.low);
    add("UNBILLED", -range.low, { expected: range.low });
    return;
  }
  const due = nearestExpected(range, row.amount);
  billed(row.amount);
  expected(due);
  if (near(row.amount, due)) return;
  const isLength = !Number.isNaN(row.seconds) && seconds > 0 && !near(row.seconds, seconds);
  add(isLength ? "DURATION" : "UNIT_PRICE", row.amount - due, { billed: row.amount, expected: due, ...(isLength && { asked: seconds, got: row.seconds }) });
}

/** The first workload whose model a SKU names: exactly, by an alias, or somewhere in it. */
function workloadOf({ workloads }: Plan, sku: string): PlannedWorkload | undefined {
  const name = sku.toLowerCase();
  if (name === "") return undefined;
  const is = (matches: (one: string) => boolean) => workloads.find((workload) => namesOf(workload).some((one) => matches(one.toLowerCase())));
  return is((one) => one === name) ?? is((one) => name.includes(one));
}
