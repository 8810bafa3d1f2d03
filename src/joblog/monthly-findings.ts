import { DAYS_A_MONTH } from "../engine/volume.ts";
import { convert } from "../money/convert.ts";
import { decimal } from "../money/decimal.ts";
import type { Finding } from "./finding.ts";
import type { CostOf } from "./job-cost.ts";
import { type Observed, spanOf } from "./observed.ts";
import type { Plan, Planned } from "./plan.ts";

/** What differs by less than this share is as declared. */
export const MATERIAL = 0.1;

/** A week has its own rhythm: a shorter log does not say how much a month has. */
export const LEAST_DAYS = 7;

/** z of a 95 % interval. */
const Z95 = 1.96;

/** Jobs a day over the span of a log, and of a month at that pace. Null per month of a log without a span. */
export function volumeOf(seen: Observed): { days: number; perMonth: number | null } {
  const days = spanOf(seen) / 86_400;
  return { days, perMonth: days > 0 ? (seen.jobs / days) * DAYS_A_MONTH : null };
}

/** What differs from the manifest over a whole workload: more or fewer jobs than declared, and more status requests than one client sends. */
export function monthlyFindings(plan: Plan, observed: readonly Observed[], costOf: CostOf): Finding[] {
  return plan.workloads.flatMap((workload) => {
    const seen = observed[workload.index] as Observed;
    return [...volume(workload, seen, costOf), ...polling(workload, seen)];
  });
}

/** Only of a log over a week or more, and where chance alone does not explain the difference. */
export function isOtherVolume(seen: Observed, declared: number): boolean {
  const { days, perMonth } = volumeOf(seen);
  if (days < LEAST_DAYS || perMonth === null) return false;
  const planned = (declared * days) / DAYS_A_MONTH;
  return Math.abs(perMonth - declared) > MATERIAL * declared && Math.abs(seen.jobs - planned) > Z95 * Math.sqrt(Math.max(planned, 1));
}

function volume(workload: Planned, seen: Observed, costOf: CostOf): Finding[] {
  const { declared } = workload;
  const { days, perMonth } = volumeOf(seen);
  if (declared === null || perMonth === null || !isOtherVolume(seen, declared)) return [];
  const price = costOf(workload, Number.NaN, Number.NaN, "")?.amount ?? 0;
  return [finding(workload, "VOLUME", (perMonth - declared) * price, { jobs: seen.jobs, days, per_month: perMonth, declared })];
}

function polling(workload: Planned, { polls }: Observed): Finding[] {
  const { expectedJobs: jobs, sentThere: sent, expected } = polls;
  if (jobs === 0 || expected === 0 || sent <= (1 + MATERIAL) * expected) return [];
  const { usd } = workload.jobs.status_request ?? {};
  const { manifest, rates } = workload.pricing();
  const price = usd === undefined ? null : convert(decimal(usd), "USD", manifest.settings.currency, rates);
  const each = price === null || "noRate" in price ? 0 : price.toNumber();
  return [finding(workload, "DUPLICATE_POLLING", (sent - expected) * each, { jobs, sent: sent / jobs, planned: expected / jobs })];
}

function finding(workload: Planned, kind: Finding["kind"], delta: number, args: Finding["args"]): Finding {
  return { kind, job_id: "", request_id: "", workload: workload.name, delta, provisional: false, args };
}
