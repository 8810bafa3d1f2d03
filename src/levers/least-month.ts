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
 * The least that an edit can make of a workload's month, by charges alone, without asking what the model accepts: nearly every value is
 * ruled out by that. Where nothing of how jobs go is declared, the month is its list price. Else every part of it goes by the price of
 * a job, but status requests, which stay: a job of $1 instead of $1.50 saves at most a third.
 * @returns null if that says nothing: the price goes by the jobs of the month, or jobs go otherwise after the edit
 */
export function leastMonth({ path, to }: LeverEdit, before: WorkloadCost, now: Exposure): Decimal | null {
  const { keys, list, plan, risk, file } = before;
  const pricing = now.instead.get(costKey(before)) ?? now.pricing.get(file);
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

/** Whether a value counts as it is written, beside all other keys, and says nothing of how jobs go. */
function isAsWritten(path: string, { output }: WorkloadKeys): boolean {
  if (path.startsWith("output.")) return output.segments === undefined && output.frames === undefined;
  return ["tier", "mode", "provider", "model"].includes(path);
}

function isSamePolicy(keys: WorkloadKeys, edited: WorkloadKeys, pricing: Pricing): boolean {
  const [before, after] = [jobPolicyOf(keys, pricing), jobPolicyOf(edited, pricing)];
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}
