import type { LeverEdit } from "../budget/reason.ts";
import { pricedByCharges } from "../engine/by-charges.ts";
import type { Pricing } from "../engine/pricing.ts";
import { priceByJobs } from "../engine/tiers.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Decimal } from "../money/decimal.ts";
import { withValue } from "../notation/tree.ts";
import { monthlyDeliveryCost } from "../risk/delivery-cost.ts";
import type { Exposure } from "../risk/exposure.ts";
import { isCertain } from "../risk/is-certain.ts";
import { jobPolicyOf } from "../risk/job-policy.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import { costKey } from "./priced-again.ts";

/**
 * The least monthly cost of a workload after an edit, in the reporting currency, by charges alone: the model need not accept the value.
 * This rules out nearly every value cheaply. If the workload declares nothing about how its jobs go, the cost is its list price. Else
 * every part of it is proportional to the price of a job, except status requests, which stay: a job at $1 instead of $1.50 saves at most
 * a third.
 * @returns null if no bound is known: the price depends on the jobs of the month, or the edit changes the plan or how the jobs go
 */
export function leastMonth({ path, to }: LeverEdit, before: WorkloadCost, now: Exposure): Decimal | null {
  const { keys, list, plan, risk, file } = before;
  const pricing = now.workloadPricing.get(costKey(before)) ?? now.pricing.get(file);
  const month = monthlyDeliveryCost(before);
  if (!keys || !list || !plan || !month || !pricing || !risk || list.eq(0)) return null;
  const edited = withValue(keys, path.split("."), to) as WorkloadKeys;
  if (!isAsWritten(path, keys)) return null;
  const after = pricedByCharges(edited, pricing);
  if (!after || priceByJobs(edited, pricing)) return null;
  if (isCertain(keys)) return after.list;
  const isSamePlan = JSON.stringify(after.plan) === JSON.stringify(plan);
  return isSamePlan && isSamePolicy(keys, edited, pricing) ? month.times(after.list).div(list) : null;
}

/** Whether the edited key changes only the request: no other key overrides it, and it says nothing about how jobs go. */
function isAsWritten(path: string, { output }: WorkloadKeys): boolean {
  if (path.startsWith("output.")) return output.segments === undefined && output.frames === undefined;
  return ["tier", "mode", "provider", "model"].includes(path);
}

function isSamePolicy(keys: WorkloadKeys, edited: WorkloadKeys, pricing: Pricing): boolean {
  const [before, after] = [jobPolicyOf(keys, pricing), jobPolicyOf(edited, pricing)];
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}
