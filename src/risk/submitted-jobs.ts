import { jobPlanOf, outputsOfJob, type Pricing, type VaryingJobs } from "../engine/pricing.ts";
import { priceByJobs } from "../engine/tiers.ts";
import type { MonthlyVolume } from "../engine/volume.ts";
import type { Volume, WorkloadKeys } from "../manifest/schema.ts";
import { modelKey } from "../prices/find.ts";
import type { Distributions } from "../stats/distributions.ts";
import { sumInOneOrder } from "../stats/sum-in-one-order.ts";
import { isCertain } from "./is-certain.ts";
import { jobPolicyOf } from "./job-policy.ts";
import type { DrawnJobs, TierPrice } from "./model/clip-costs.ts";
import { demandOf, withDrawnArrivals } from "./model/demand.ts";
import { processOf } from "./model/process.ts";
import { unitOf } from "./model/unit.ts";
import { volumeVariable } from "./model/workload-distribution.ts";
import type { PricedWorkload } from "./risk.ts";

/**
 * Volume tiers depend on the jobs that are submitted, and retries count. With 950 planned jobs, a failure rate of 20% and at most
 * three attempts, 950 × (1 + 0.2 + 0.04) = 1,178 jobs are submitted, which reach a tier of 1,000.
 * @returns the pricing with the submitted jobs of the month, by model, and with the workloads whose jobs vary
 */
export function withSubmissions(pricing: Pricing, distributions: Distributions): Pricing {
  const more = new Map<string, number[]>();
  const varying = new Map<string, VaryingJobs[]>();
  for (const { keys, file, name } of pricing.manifest.workloads) {
    if (!keys || isCertain(keys) || !priceByJobs(keys, pricing)) continue;
    const key = modelKey(keys, pricing.book);
    const planned = jobPlanOf(keys, outputsOfJob(keys, pricing.book), pricing.month);
    const perClip = submissionsPerClip(keys, pricing, distributions);
    more.set(key, [...(more.get(key) ?? []), planned.clips * perClip - planned.jobs]);
    const { volume } = planned;
    const { arrivals, driver } = keys.volume;
    if (varies(volume, arrivals)) varying.set(key, [...(varying.get(key) ?? []), { name: `${file} ${name}`, volume, arrivals, driver, perClip }]);
  }
  if (more.size === 0) return pricing;
  const monthlyJobs = new Map(pricing.monthlyJobs);
  for (const [key, jobs] of more) monthlyJobs.set(key, (monthlyJobs.get(key) ?? 0) + sumInOneOrder(jobs));
  return { ...pricing, monthlyJobs, varyingJobs: varying };
}

function varies({ amount }: MonthlyVolume, arrivals: Volume["arrivals"]): boolean {
  return typeof amount !== "number" || (arrivals === "poisson" && amount > 0);
}

/** Jobs submitted for one clip wanted, on average. Retries count, and so do submissions whose acknowledgement was lost. */
export function submissionsPerClip(keys: WorkloadKeys, pricing: Pricing, distributions: Distributions): number {
  const { rounds, clipsPerJob } = jobPlanOf(keys, outputsOfJob(keys, pricing.book), pricing.month);
  const process = processOf(keys, jobPolicyOf(keys, pricing), { end: "high", jobPrice: 1, statusPrice: 0, rounds, clipsPerJob, isAsked: false }, distributions);
  const { take, clip } = unitOf(process, process.first);
  return (clip.takes * take.attempts) / (1 - process.watching.ackLoss) / clipsPerJob;
}

/**
 * With more varying volumes of one model than this, the other workloads count with their average: the work grows with the square of their
 * number. With 40 independent ranges around an edge, the expected month is 0.4% off a simulation; with their average it would be 20%.
 */
const MOST_DRAWN = 40;

/**
 * The price of a workload's job in each tier, and what decides the tier of a month: its own clips, and those of the model's other workloads.
 * @returns null if the price does not depend on the jobs of the month, or if no volume that decides it varies
 */
export function tierPriceOf({ keys, plan, job, name }: PricedWorkload, pricing: Pricing, distributions: Distributions): TierPrice | null {
  const priceAt = priceByJobs(keys, pricing);
  if (!priceAt) return null;
  const model = modelKey(keys, pricing.book);
  const varying = drawnTogether(pricing.varyingJobs?.get(model) ?? []).filter((one) => one.name !== name);
  if (varying.length === 0 && !varies(plan.volume, keys.volume.arrivals)) return null;
  const perClip = submissionsPerClip(keys, pricing, distributions);
  const counted = [plan.clips * perClip, ...varying.map(({ mean }) => mean)];
  const fixed = Math.max(0, (pricing.monthlyJobs.get(model) ?? 0) - sumInOneOrder(counted));
  return { price: (jobs) => (priceAt(jobs) ?? job.amount).toNumber(), perClip, fixed, others: varying.map(({ drawn }) => drawn) };
}

/** A workload of a model with tiers: its mean jobs of a month, and the jobs at each draw of its volume. */
type Other = { name: string; mean: number; drawn: DrawnJobs };

const others = new WeakMap<readonly VaryingJobs[], readonly Other[]>();

/** The workloads whose volumes are drawn together, in the order of their names. None if there are too many unknowns. */
function drawnTogether(varying: readonly VaryingJobs[]): readonly Other[] {
  const known = others.get(varying);
  if (known) return known;
  const variables = new Set(varying.map(({ name, driver }) => volumeVariable(name, driver)));
  const all = variables.size > MOST_DRAWN ? [] : varying.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(otherOf);
  others.set(varying, all);
  return all;
}

function otherOf({ name, volume, arrivals, driver, perClip }: VaryingJobs): Other {
  const { mean, draw } = withDrawnArrivals(demandOf(volume, arrivals));
  // Every workload of the model asks for the same draws.
  const byDraws = new Map<string, Float64Array>();
  const jobs: DrawnJobs["jobs"] = (draws, distributions) => {
    const found = byDraws.get(draws.id) ?? (draw?.(draws, distributions) ?? new Float64Array(draws.uniform.length)).map((clips) => clips * perClip);
    byDraws.set(draws.id, found);
    return found;
  };
  return { name, mean: mean * perClip, drawn: { variable: volumeVariable(name, driver), jobs } };
}
