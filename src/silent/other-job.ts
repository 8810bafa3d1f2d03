import { pricedByCharges } from "../engine/by-charges.ts";
import { jobPlanOf, type Pricing } from "../engine/pricing.ts";
import { costKey, type JudgedSide, pricedAgain } from "../levers/priced-again.ts";
import { type Alike, onceAlike } from "../manifest/price-keys.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Decimal } from "../money/decimal.ts";
import { withValue } from "../notation/tree.ts";
import { jobPolicyOf } from "../risk/job-policy.ts";
import { dependsOnJobs } from "../risk/kept-costs.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";

/*
 * Workloads that request the same job also request the same job after the same edit. If 300 workloads differ only in volume and in how jobs
 * fail, `output.audio: false` is priced for one of them, and the job price counts for all.
 */

/** A key of a workload, its value now, and another value. */
export type OtherValue = { path: string; from: unknown; to: unknown };

/** One job and how many outputs it makes. */
type Job = { amount: Decimal; count: number };

type Jobs = Alike<Pricing, Map<string, Job | null>>;
/** Jobs with another value: priced by charges alone, and priced as requests that the model accepts. Null if there is no price. */
const charged: Jobs = new WeakMap();
const accepted: Jobs = new WeakMap();

/** The cached jobs of all workloads that request the same job. */
function known(jobs: Jobs, pricing: Pricing, keys: WorkloadKeys): Map<string, Job | null> {
  return onceAlike(jobs, pricing, keys, () => new Map<string, Job | null>());
}

function once(known: Map<string, Job | null>, { path, to }: OtherValue, work: () => Job | null): Job | null {
  const id = `${path} ${JSON.stringify(to)}`;
  const found = known.get(id);
  if (found !== undefined) return found;
  const job = work();
  known.set(id, job);
  return job;
}

/**
 * The most that a value can save, as a share (0–1) of the cost to deliver the whole plan, by charges alone: the model need not accept the
 * value. A job at $1 instead of $1.50 saves at most a third, however the jobs go.
 * @returns 0 if the charges give no price, or no lower one
 */
export function mostSavedShare(other: OtherValue, { keys, job, plan }: WorkloadCost, pricing: Pricing): number {
  if (!keys || !job || !plan) return 0;
  const less = once(known(charged, pricing, keys), other, () => {
    const found = pricedByCharges(withValue(keys, other.path.split("."), other.to) as WorkloadKeys, pricing);
    return found && { amount: found.job.amount, count: found.plan.count };
  });
  if (!less) return 0;
  const before = job.amount.toNumber() * plan.jobs;
  const after = less.amount.toNumber() * jobPlanOf(keys, less.count, pricing.month).jobs;
  return after < before ? (before - after) / before : 0;
}

/** Whether a workload's month depends on its own jobs only: its price does not depend on the number of jobs, and status requests are free. */
export function isByItself(keys: WorkloadKeys, pricing: Pricing): boolean {
  return !dependsOnJobs(keys, pricing) && jobPolicyOf(keys, pricing).status_request === undefined;
}

/**
 * The price of one job with another value, if the monthly cost is proportional to the job price: at $1 a job instead of $1.50, a bill of
 * $1,500 becomes $1,000. It is not proportional if status requests cost money, if the price depends on the number of jobs, or if the job
 * makes another number of outputs.
 * @returns `model` if it is not proportional, so that the whole risk model must price it; null if the model does not accept the value, or
 * it has no exact price
 */
export function otherJob(other: OtherValue, before: WorkloadCost, pricing: Pricing, judged: JudgedSide): Decimal | "model" | null {
  const { keys, plan, file, name: workload } = before;
  if (!keys || !plan || !isByItself(keys, pricing)) return "model";
  const job = once(known(accepted, pricing, keys), other, () => {
    const after = pricedAgain([{ file, workload, ...other }], judged)?.get(costKey(before));
    return after?.job?.bound === "exact" && after.plan ? { amount: after.job.amount, count: after.plan.count } : null;
  });
  return job && (job.count === plan.count ? job.amount : "model");
}
