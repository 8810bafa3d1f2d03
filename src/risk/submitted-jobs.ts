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
 * Volume tiers go by the jobs that are submitted, those included that fail and are tried again: 950 planned jobs of which a fifth
 * fails on each of up to three attempts are 950 × 1.24 = 1,178, and reach a tier of 1,000.
 * @returns the pricing with such numbers of jobs, by model
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

/** Jobs submitted for one clip wanted, on average: retries, and those whose answer was lost, included. */
export function submissionsPerClip(keys: WorkloadKeys, pricing: Pricing, distributions: Distributions): number {
  const { rounds, clipsPerJob } = jobPlanOf(keys, outputsOfJob(keys, pricing.book), pricing.month);
  const process = processOf(keys, jobPolicyOf(keys, pricing), { end: "high", jobPrice: 1, statusPrice: 0, rounds, isAsked: false }, distributions);
  const { take, clip } = unitOf(process, process.first);
  return (clip.takes * take.attempts) / (1 - process.watching.ackLoss) / clipsPerJob;
}

/**
 * The price of one job of a workload in a month of so many of its clips, where volume is a range and the price goes by the jobs of
 * the month: other workloads of the model have what they have on average.
 */
export function priceByClips({ keys, plan, job }: PricedWorkload, pricing: Pricing, distributions: Distributions): ((clips: number) => number) | null {
  const priceAt = typeof plan.volume.amount === "number" ? null : priceByJobs(keys, pricing);
  if (!priceAt) return null;
  const perClip = submissionsPerClip(keys, pricing, distributions);
  const others = Math.max(0, (pricing.monthlyJobs.get(modelKey(keys, pricing.book)) ?? 0) - plan.clips * perClip);
  return (clips) => (priceAt(others + clips * perClip) ?? job.amount).toNumber();
}
