import { type Alike, onceAlike } from "../manifest/price-keys.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import type { JobPrice } from "./price.ts";
import { type JobPlan, jobPlanOf, type Pricing } from "./pricing.ts";
import { tariffOf } from "./tariff.ts";

/** A workload priced by its charges alone: one job, the jobs of a month, and both multiplied. */
export type ByCharges = { job: JobPrice; plan: JobPlan; list: Decimal };

/**
 * What a workload would cost by charges alone, even if the model does not accept the request. Used for mixes of two versions
 * of a workload, some of which are requests that nobody could send.
 * @returns null if the charges give no price.
 */
export function pricedByCharges(keys: WorkloadKeys, pricing: Pricing): ByCharges | null {
  const one = onceAlike(chargedJobs, pricing, keys, () => chargedJob(keys, pricing));
  if (!one) return null;
  const { job, count } = one;
  const plan = jobPlanOf(keys, count, pricing.month);
  return { job, plan, list: job.amount.times(decimal(plan.jobs)) };
}

/** One job by its charges, and how many outputs it makes. */
type ChargedJob = { job: JobPrice; count: number };
const chargedJobs: Alike<Pricing, ChargedJob | null> = new WeakMap();

function chargedJob(keys: WorkloadKeys, pricing: Pricing): ChargedJob | null {
  const tariff = tariffOf(keys, pricing);
  if (!tariff) return null;
  const request = tariff.ask(keys);
  const job = tariff.bill(request);
  return "no" in job ? null : { job, count: Number(request.fields.get("count") ?? 1) };
}
