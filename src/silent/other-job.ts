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
 * Workloads that request the same job have the same job with one key written otherwise. So of 300 workloads that differ in volume and in how
 * jobs fail, one is priced with `output.audio: false`.
 */

/** A key of a workload and what is written there instead. */
export type OtherValue = { path: string; from: unknown; to: unknown };

/** One job and how many outputs it makes. */
type Job = { amount: Decimal; count: number };

type Jobs = Alike<Pricing, Map<string, Job | null>>;
/** By charges alone, and as the model accepts them. */
const charged: Jobs = new WeakMap();
const accepted: Jobs = new WeakMap();

/** The jobs that are known of workloads that request what one does. */
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
 * The most that a value can save of a month's delivery cost, as a share of it, by charges alone and without asking what the model
 * accepts: a job of $1 instead of $1.50 saves at most a third, however jobs go. 0 if the charges give no price, or no lower one.
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

/** Whether a workload's own jobs are all that its month depends on: no price goes by the jobs of the month, and asking for the status costs nothing. */
export function isByItself(keys: WorkloadKeys, pricing: Pricing): boolean {
  return !dependsOnJobs(keys, pricing) && jobPolicyOf(keys, pricing).status_request === undefined;
}

/**
 * The job with another value, where the month goes in proportion to the price of a job: a job of $1 instead of $1.50 makes $1,000 of $1,500, and
 * $20 of $30 that are not billed. It does not where status requests cost money, where the price goes by the jobs of the month, or where
 * a job makes another number of outputs: `model` then says that the whole model has to be asked.
 * @returns null if the model does not accept the value, or nobody knows its price
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
