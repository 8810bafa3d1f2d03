import { type Alike, onceAlike } from "../manifest/price-keys.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import type { JobPrice } from "./price.ts";
import { type JobPlan, jobPlanOf, type Pricing } from "./pricing.ts";
import { tariffOf } from "./tariff.ts";

/** A workload priced only by its charges: the price of one job, the jobs of a month, and their product `list`. */
export type ByCharges = { job: JobPrice; plan: JobPlan; list: Decimal };

/**
 * Prices a workload only by the charges, even if the model does not accept the request. It is used for mixes of two versions of a
 * workload, which can be requests that nobody could send.
 * @returns null if the charges give no price
 */
export function pricedByCharges(keys: WorkloadKeys, pricing: Pricing): ByCharges | null {
  const one = onceAlike(chargedJobs, pricing, keys, () => chargedJob(keys, pricing));
  if (!one) return null;
  const { job, count } = one;
  const plan = jobPlanOf(keys, count, pricing.month);
  return { job, plan, list: job.amount.times(decimal(plan.jobs)) };
}

/** The price of one job by its charges, and its number of outputs. */
type ChargedJob = { job: JobPrice; count: number };
const chargedJobs: Alike<Pricing, ChargedJob | null> = new WeakMap();

function chargedJob(keys: WorkloadKeys, pricing: Pricing): ChargedJob | null {
  const tariff = tariffOf(keys, pricing);
  if (!tariff) return null;
  const request = tariff.ask(keys);
  const job = tariff.bill(request);
  return "no" in job ? null : { job, count: Number(request.fields.get("count") ?? 1) };
}
