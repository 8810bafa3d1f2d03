import { jobPlanOf, outputsOfJob, type Pricing } from "../engine/pricing.ts";
import { priceByJobs } from "../engine/tiers.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { modelKey } from "../prices/find.ts";
import type { Distributions } from "../stats/distributions.ts";
import { isCertain } from "./is-certain.ts";
import { jobPolicyOf } from "./job-policy.ts";
import { sumInOneOrder } from "./model/order.ts";
import { processOf } from "./model/process.ts";
import { unitOf } from "./model/unit.ts";
import type { PricedWorkload } from "./risk.ts";

/**
 * Volume tiers depend on the jobs that are submitted, and retries count. With 950 planned jobs, a failure rate of 20% and at most
 * three attempts, 950 × (1 + 0.2 + 0.04) = 1,178 jobs are submitted, which reach a tier of 1,000.
 * @returns the pricing with the submitted jobs of the month, by model
 */
export function withSubmissions(pricing: Pricing, distributions: Distributions): Pricing {
  const more = new Map<string, number[]>();
  for (const { keys } of pricing.manifest.workloads) {
    if (!keys || isCertain(keys) || !priceByJobs(keys, pricing)) continue;
    const key = modelKey(keys, pricing.book);
    const planned = jobPlanOf(keys, outputsOfJob(keys, pricing.book), pricing.month);
    more.set(key, [...(more.get(key) ?? []), planned.clips * submissionsPerClip(keys, pricing, distributions) - planned.jobs]);
  }
  if (more.size === 0) return pricing;
  const monthlyJobs = new Map(pricing.monthlyJobs);
  for (const [key, jobs] of more) monthlyJobs.set(key, (monthlyJobs.get(key) ?? 0) + sumInOneOrder(jobs));
  return { ...pricing, monthlyJobs };
}

/** Jobs submitted for one clip wanted, on average. Retries count, and so do submissions whose acknowledgement was lost. */
export function submissionsPerClip(keys: WorkloadKeys, pricing: Pricing, distributions: Distributions): number {
  const { rounds, clipsPerJob } = jobPlanOf(keys, outputsOfJob(keys, pricing.book), pricing.month);
  const process = processOf(keys, jobPolicyOf(keys, pricing), { end: "high", jobPrice: 1, statusPrice: 0, rounds, clipsPerJob, isAsked: false }, distributions);
  const { take, clip } = unitOf(process, process.first);
  return (clip.takes * take.attempts) / (1 - process.watching.ackLoss) / clipsPerJob;
}

/**
 * The price of one job, in the reporting currency, in a month of so many clips of its workload. Other workloads of the model count
 * with their mean number of jobs.
 * @returns null if the volume is one number, or if the price does not depend on the jobs of the month
 */
export function priceByClips({ keys, plan, job }: PricedWorkload, pricing: Pricing, distributions: Distributions): ((clips: number) => number) | null {
  const priceAt = typeof plan.volume.amount === "number" ? null : priceByJobs(keys, pricing);
  if (!priceAt) return null;
  const perClip = submissionsPerClip(keys, pricing, distributions);
  const others = Math.max(0, (pricing.monthlyJobs.get(modelKey(keys, pricing.book)) ?? 0) - plan.clips * perClip);
  return (clips) => (priceAt(others + clips * perClip) ?? job.amount).toNumber();
}
