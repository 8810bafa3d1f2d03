import { toReporting } from "../../engine/pricing.ts";
import { clipsWanted, volumeIn } from "../../engine/volume.ts";
import { isNoRate } from "../../money/convert.ts";
import { decimal } from "../../money/decimal.ts";
import type { Observed } from "../measure/observed.ts";
import { type Covered, clipPace, coveredDays, isOtherVolume, jobPace, MATERIAL } from "../measure/volume.ts";
import type { Plan, PlannedWorkload } from "../plan.ts";
import { type Finding, findingOf } from "./finding.ts";
import type { CostOf } from "./job-cost.ts";

/** Differences from the manifest over a whole workload: more or fewer jobs than declared, and more status requests than its schedule sends. */
export function monthlyFindings(plan: Plan, observed: readonly Observed[], costOf: CostOf): Finding[] {
  const covered = coveredDays(observed);
  return plan.workloads.flatMap((workload) => {
    const seen = observed[workload.index] as Observed;
    return [...volume(workload, seen, covered, costOf), ...polling(workload, seen)];
  });
}

/** Compares the volume: wanted clips with planned clips if every job names its request, otherwise jobs with the planned jobs before retries. */
function volume(workload: PlannedWorkload, seen: Observed, covered: Covered | null, costOf: CostOf): Finding[] {
  const { declared: plannedJobs, keys, pricing } = workload;
  if (plannedJobs === null) return [];
  const clips = clipPace(seen, covered);
  const pace = clips ?? jobPace(seen, covered);
  const declared = clips ? clipsWanted(volumeIn(keys.volume, pricing().month)) : plannedJobs;
  if (pace.perMonth === null || !isOtherVolume(pace, declared)) return [];
  const jobs = declared === 0 ? 1 : plannedJobs / declared;
  const price = (costOf(workload, Number.NaN, Number.NaN, "")?.amount ?? 0) * jobs;
  const args = { jobs: pace.count, days: pace.days, per_month: pace.perMonth, declared, unit: clips ? "clip" : "job" };
  return [findingOf("VOLUME", workload.name, (pace.perMonth - declared) * price, args)];
}

function polling(workload: PlannedWorkload, { polls }: Observed): Finding[] {
  const { expectedJobs: jobs, sentThere: sent, expected } = polls;
  if (jobs === 0 || expected === 0 || sent <= (1 + MATERIAL) * expected) return [];
  const { usd } = workload.jobs.status_request ?? {};
  const price = toReporting(decimal(usd ?? 0), "USD", workload.pricing());
  const delta = isNoRate(price) ? null : (sent - expected) * price.toNumber();
  return [findingOf("DUPLICATE_POLLING", workload.name, delta, { jobs, sent: sent / jobs, planned: expected / jobs })];
}
