import { estimateManifest, estimateWorkload } from "../engine/estimate.ts";
import type { Pricing, VaryingJobs } from "../engine/pricing.ts";
import type { DeclaredWorkload } from "../manifest/parse.ts";
import type { Settings, WorkloadKeys } from "../manifest/schema.ts";
import type { Book, Model } from "../prices/book.ts";
import { findModel, modelKey } from "../prices/find.ts";
import type { Distributions } from "../stats/distributions.ts";
import { jobPolicyOf } from "./job-policy.ts";
import { type WorkloadCost, workloadCosts } from "./workload-cost.ts";

/** A cost, and what else it depends on. `jobs`: the jobs of the workload's model in the month. `varying`: the workloads that they vary with. */
type Kept = { book: Book; jobs: number | undefined; varying: string; cost: WorkloadCost };

/** Costs by the settings of the manifest and the keys of the workload, then by its name and the month. Costs are freed together with their keys. */
const kept = new WeakMap<Settings, WeakMap<WorkloadKeys, Map<string, Kept>>>();

/** At most this many costs of one workload are kept. When there are more, all are dropped. */
const MOST_KEPT = 150;

/**
 * The costs of a manifest's workloads. A workload is priced again only if its keys are a new object, or if the settings, the prices
 * or the month differ: if one of 20 workloads is edited, one is priced.
 */
export function costsOf(pricing: Pricing, distributions: Distributions): WorkloadCost[] {
  const { workloads } = pricing.manifest;
  if (workloads.some((workload) => sharesRequests(workload, pricing))) return workloadCosts(estimateManifest(pricing), pricing, distributions);
  const found = workloads.map((workload) => keptCost(workload, pricing));
  const missing = workloads.filter((_, index) => !found[index]);
  if (missing.length === 0) return found as WorkloadCost[];
  const estimates = missing.map((workload) => estimateWorkload(workload, pricing));
  const made = workloadCosts(estimates, pricing, distributions);
  for (const [index, cost] of made.entries()) keep(missing[index] as DeclaredWorkload, cost, pricing);
  let next = 0;
  return found.map((cost) => cost ?? (made[next++] as WorkloadCost));
}

function keptCost({ file, name, keys }: DeclaredWorkload, pricing: Pricing): WorkloadCost | null {
  const costs = keys && kept.get(pricing.manifest.settings)?.get(keys);
  // A cost that was worked out for a report also answers a question for the cost alone.
  const one = costs && (costs.get(placeOf(file, name, pricing)) ?? (pricing.costOnly && costs.get(placeOf(file, name, { ...pricing, costOnly: false }))));
  if (!one || one.book !== pricing.book) return null;
  const jobs = jobsOf(keys, pricing);
  if (one.jobs === jobs && one.varying === varyingOf(keys, pricing)) return one.cost;
  return dependsOnJobs(keys, pricing) ? null : withJobs(one.cost, jobs);
}

function keep({ file, name, keys }: DeclaredWorkload, cost: WorkloadCost, pricing: Pricing): void {
  if (!keys) return;
  const { settings } = pricing.manifest;
  const ofManifest = kept.get(settings) ?? new WeakMap<WorkloadKeys, Map<string, Kept>>();
  const costs = ofManifest.get(keys) ?? new Map<string, Kept>();
  kept.set(settings, ofManifest.set(keys, costs));
  if (costs.size >= MOST_KEPT) costs.clear();
  costs.set(placeOf(file, name, pricing), { book: pricing.book, jobs: jobsOf(keys, pricing), varying: varyingOf(keys, pricing), cost });
}

/** Whether status requests are free up to a number a month. All workloads of the provider share that allowance, so none is priced alone. */
function sharesRequests({ keys }: DeclaredWorkload, pricing: Pricing): boolean {
  return keys !== null && jobPolicyOf(keys, pricing).status_request?.free_per_month !== undefined;
}

function placeOf(file: string, name: string, { date, month, costOnly = false }: Pricing): string {
  return `${file}\n${name}\n${date} ${month.date} ${month.after} ${costOnly}`;
}

function jobsOf(keys: WorkloadKeys, { monthlyJobs, book }: Pricing): number | undefined {
  return monthlyJobs.get(modelKey(keys, book));
}

const written = new WeakMap<readonly VaryingJobs[], string>();

function varyingOf(keys: WorkloadKeys, { varyingJobs, book }: Pricing): string {
  const varying = varyingJobs?.get(modelKey(keys, book));
  if (!varying) return "";
  const text = written.get(varying) ?? JSON.stringify(varying);
  written.set(varying, text);
  return text;
}

/** The cost with another number of jobs of its model in its request. Nothing else changes if no price depends on that number. */
function withJobs(cost: WorkloadCost, jobs: number | undefined): WorkloadCost {
  if (!cost.request || jobs === undefined) return cost;
  return { ...cost, request: { ...cost.request, fields: new Map([...cost.request.fields, ["monthly_jobs", jobs]]) } };
}

/** Whether the price of a workload may depend on the jobs of the month: it has a contract price, or its model's prices name `monthly_jobs`. */
export function dependsOnJobs(keys: WorkloadKeys, { book }: Pricing): boolean {
  const provider = book.provider(keys.provider);
  const model = provider && findModel(provider, keys.model);
  return keys.price !== undefined || (model !== undefined && asksForJobs(model));
}

const asking = new WeakMap<Model, boolean>();

function asksForJobs(model: Model): boolean {
  const known = asking.get(model) ?? JSON.stringify(model).includes('"monthly_jobs"');
  asking.set(model, known);
  return known;
}
