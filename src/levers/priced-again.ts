import type { LeverEdit } from "../budget/reason.ts";
import { estimateWorkload } from "../engine/estimate.ts";
import { type Pricing, pricingOf } from "../engine/pricing.ts";
import { priceByJobs } from "../engine/tiers.ts";
import type { Gathered } from "../gather.ts";
import type { DeclaredWorkload, ManifestFile } from "../manifest/parse.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Exposure } from "../risk/exposure.ts";
import { jobPolicyOf } from "../risk/job-policy.ts";
import { withSubmissions } from "../risk/submitted-jobs.ts";
import { type WorkloadCost, workloadCosts } from "../risk/workload-cost.ts";
import type { Distributions } from "../stats/distributions.ts";
import { afterEdit, type EditedWorkload, editedWorkloads } from "./edit.ts";

/** The head as it was judged, which edits start from. `date`: the day of the prices, `YYYY-MM-DD`. */
export type JudgedSide = { head: Gathered; now: Exposure; date: string; distributions: Distributions };

/** A key for a workload in maps of costs: its file and its name. */
export function costKey({ file, name }: { file: string; name: string }): string {
  return `${file}\n${name}`;
}

/**
 * Prices edited workloads again with the whole risk model, by `costKey`. The effect of the edits on other workloads is left out.
 * @returns null if an edited workload cannot be read, is not accepted by its model, or has no price
 */
export function pricedAgain(edits: readonly LeverEdit[], side: JudgedSide): ReadonlyMap<string, WorkloadCost> | null {
  const edited = editedWorkloads(side.head, edits);
  if (!edited) return null;
  const costs = new Map<string, WorkloadCost>();
  for (const edit of edited) {
    const cost = editedCost(edit, side);
    if (!cost || cost.monthly === null || cost.status !== "priced") return null;
    costs.set(costKey(cost), cost);
  }
  return costs;
}

function editedCost(edit: EditedWorkload, { head, now, date, distributions }: JudgedSide): WorkloadCost | undefined {
  const { file, name, keys } = edit;
  const declared = head.manifests.find((one) => one.file === file);
  const before = declared && named(declared, name);
  const as = now.workloadPricing.get(costKey(edit)) ?? now.pricing.get(file);
  if (!declared || !before || !as) return undefined;
  const known = costOnly(as);
  const one = afterEdit(before, edit);
  const all = (): ManifestFile => ({ ...known.manifest, workloads: declared.workloads.map((other) => (other === before ? one : other)) });
  const pricing = goesByJobs(keys, known) ? withSubmissions({ ...pricingOf(all(), known.book, date), costOnly: true }, distributions) : known;
  const workloads = sharesRequests(keys, known) ? all().workloads : [one];
  const estimates = workloads.map((workload) => estimateWorkload(workload, pricing));
  return workloadCosts(estimates, pricing, distributions).find((other) => other.name === name);
}

/** The workloads of each manifest by name, because a thousand of them may be priced again. */
const byName = new WeakMap<ManifestFile, ReadonlyMap<string, DeclaredWorkload>>();

function named(manifest: ManifestFile, name: string): DeclaredWorkload | undefined {
  const known = byName.get(manifest) ?? new Map(manifest.workloads.map((one) => [one.name, one]));
  byName.set(manifest, known);
  return known.get(name);
}

/** One cost-only copy for each pricing, because results are cached by the pricing object. */
const costsAlone = new WeakMap<Pricing, Pricing>();

function costOnly(pricing: Pricing): Pricing {
  const known = costsAlone.get(pricing) ?? { ...pricing, costOnly: true };
  costsAlone.set(pricing, known);
  return known;
}

/** Whether the price of a job depends on the number of jobs of its model, so that they have to be counted again. */
function goesByJobs(keys: WorkloadKeys, pricing: Pricing): boolean {
  return priceByJobs(keys, pricing) !== null;
}

/** Whether the provider has a free allowance of status requests, which all of its workloads share. */
function sharesRequests(keys: WorkloadKeys, pricing: Pricing): boolean {
  return jobPolicyOf(keys, pricing).status_request?.free_per_month !== undefined;
}
