import { findingOf } from "../reconcile/finding.ts";
import type { Tally } from "../reconcile/tally.ts";
import type { Billed, Billing } from "./billing.ts";
import { workloadOfRow } from "./row-workload.ts";

/**
 * Reports what is left of a bill by job after all jobs are read. Each row of a job that is not in the log is a finding. Rows without a job
 * (refunds, adjustments, an account's own id) are combined into one finding.
 */
export function rowsWithoutJobs(billing: Billing, tally: Tally): void {
  const common = billing.commonId();
  const rest: Billed[] = billing.rest();
  for (const row of billing.jobs().values()) {
    if (row.matched) continue;
    if (row.id === common) rest.push(row);
    else ghost(row, tally);
  }
  adjustments(rest, tally);
}

function ghost(row: Billed, tally: Tally): void {
  const { id, request_id, sku, amount, day } = row;
  if (!tally.covers(day, day)) {
    tally.outside(1, amount);
    return;
  }
  if (Number.isNaN(amount)) {
    tally.coverage.details.unreadable(1);
    tally.coverage.aside("unreadable", 1, Number.NaN, Number.NaN);
    return;
  }
  tally.paid(amount);
  tally.coverage.compared.add(0, amount);
  // A row of $0 is no difference, for example a free failure of a job that the log lacks.
  if (amount === 0) return;
  const workload = workloadOfRow(tally.plan, row)?.name ?? null;
  const finding = findingOf("GHOST", workload, amount, { billed: amount, sku, day });
  tally.find({ ...finding, job_id: id, request_id, day, provisional: tally.isProvisional(day) }, 1);
}

/** Reports rows without a job, on the days of the log, as one difference. */
function adjustments(rows: readonly Billed[], tally: Tally): void {
  let [count, sum, first, last] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { amount, day } of rows) {
    if (!tally.covers(day, day) || Number.isNaN(amount)) {
      if (Number.isNaN(amount)) tally.coverage.aside("unreadable", 1, Number.NaN, Number.NaN);
      else tally.outside(1, amount);
      continue;
    }
    count++;
    sum += amount;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (count === 0 || sum === 0) return;
  tally.paid(sum);
  tally.find({ ...findingOf("ADJUSTMENT", null, sum, { rows: count, billed: sum, from: first, to: last }), day: first }, count);
}
