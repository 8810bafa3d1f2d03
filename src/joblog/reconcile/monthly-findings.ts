import { toReporting } from "../../engine/pricing.ts";
import { isNoRate } from "../../money/convert.ts";
import { decimal } from "../../money/decimal.ts";
import type { Observed } from "../measure/observed.ts";
import { isOtherVolume, MATERIAL, volumeOf } from "../measure/volume.ts";
import type { Plan, PlannedWorkload } from "../plan.ts";
import { type Finding, findingOf } from "./finding.ts";
import type { CostOf } from "./job-cost.ts";

/** What differs from the manifest over a whole workload: more or fewer jobs than declared, and more status requests than one client sends. */
export function monthlyFindings(plan: Plan, observed: readonly Observed[], costOf: CostOf): Finding[] {
  return plan.workloads.flatMap((workload) => {
    const seen = observed[workload.index] as Observed;
    return [...volume(workload, seen, costOf), ...polling(workload, seen)];
  });
}

function volume(workload: PlannedWorkload, seen: Observed, costOf: CostOf): Finding[] {
  const { declared } = workload;
  const { days, perMonth } = volumeOf(seen);
  if (declared === null || perMonth === null || !isOtherVolume(seen, declared)) return [];
  const price = costOf(workload, Number.NaN, Number.NaN, "")?.amount ?? 0;
  return [findingOf("VOLUME", workload.name, (perMonth - declared) * price, { jobs: seen.jobs, days, per_month: perMonth, declared })];
}

function polling(workload: PlannedWorkload, { polls }: Observed): Finding[] {
  const { expectedJobs: jobs, sentThere: sent, expected } = polls;
  if (jobs === 0 || expected === 0 || sent <= (1 + MATERIAL) * expected) return [];
  const { usd } = workload.jobs.status_request ?? {};
  const price = toReporting(decimal(usd ?? 0), "USD", workload.pricing());
  const delta = isNoRate(price) ? null : (sent - expected) * price.toNumber();
  return [findingOf("DUPLICATE_POLLING", workload.name, delta, { jobs, sent: sent / jobs, planned: expected / jobs })];
}
