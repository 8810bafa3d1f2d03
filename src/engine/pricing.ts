import type { ManifestFile } from "../manifest/parse.ts";
import type { DeclaredTakes, Volume, WorkloadKeys } from "../manifest/schema.ts";
import { convert, type NoRate, type Rates, rates } from "../money/convert.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import type { Book } from "../prices/book.ts";
import { findModel, modelKey } from "../prices/find.ts";
import type { CreditValue } from "./credit.ts";
import { requestOf } from "./request.ts";
import { clipsWanted, type MonthlyVolume, meanTakes, type PlannedMonth, takesInJobs, volumeIn } from "./volume.ts";

/** What all workloads of one manifest share. */
export type Pricing = {
  manifest: ManifestFile;
  book: Book;
  /** The day (UTC) whose prices apply. */
  date: string;
  /** The month whose volumes count. */
  month: PlannedMonth;
  rates: Rates;
  credits: Map<string, CreditValue | undefined>;
  /** Jobs a month by provider and model, for volume tiers. */
  monthlyJobs: ReadonlyMap<string, number>;
  /** The workloads of a model with volume tiers whose jobs vary from month to month, by model. Absent before the risk model has counted retries. */
  varyingJobs?: ReadonlyMap<string, readonly VaryingJobs[]>;
  /** True if only the cost is needed. Assumptions are not computed then. */
  costOnly?: boolean;
};

/** A workload whose number of clips varies from month to month. `name`: its file and name. `perClip`: the jobs that it submits for one clip, retries included. */
export type VaryingJobs = { name: string; volume: MonthlyVolume; arrivals: Volume["arrivals"]; driver: string | undefined; perClip: number };

/**
 * Prepares the pricing of one manifest's workloads, at the prices of one day.
 * @param month the month whose volumes count; default: the month of the day
 */
export function pricingOf(manifest: ManifestFile, book: Book, date: string, month: PlannedMonth = { date, after: 0 }): Pricing {
  return { manifest, book, date, month, rates: rates(manifest.settings.fx), credits: new Map(), monthlyJobs: jobsByModel(manifest, book, month) };
}

/**
 * Converts an amount from a currency to the reporting currency. Without an exchange rate, the amount is unknown, never 0; the result names
 * the currency without a rate. Only an amount of 0 needs no rate.
 * With `fx: { EUR: 1.1 }` and `currency: EUR`, $11 is 10; without `fx`, the result is `{ noRate: "EUR" }`.
 */
export function toReporting(amount: Decimal, from: string, { manifest, rates }: Pick<Pricing, "manifest" | "rates">): Decimal | NoRate {
  return amount.eq(0) ? ZERO : convert(amount, from, manifest.settings.currency, rates);
}

/** Planned jobs of the month by model (`modelKey`), over the whole manifest, including the account's other jobs. */
export function jobsByModel(manifest: ManifestFile, book: Book, month: PlannedMonth): Map<string, number> {
  const jobs = new Map<string, number>();
  for (const { keys } of manifest.workloads) {
    if (!keys) continue;
    const key = modelKey(keys, book);
    jobs.set(key, (jobs.get(key) ?? 0) + jobPlanOf(keys, outputsOfJob(keys, book), month).jobs);
  }
  for (const [provider, { other_jobs }] of Object.entries(manifest.settings.accounts)) {
    if (other_jobs === undefined) continue;
    for (const [key, own] of jobs) if (key.startsWith(`${provider}/`)) jobs.set(key, own + other_jobs);
  }
  return jobs;
}

/** Outputs of one job: from the manifest, otherwise the model's default. */
export function outputsOfJob(keys: WorkloadKeys, book: Book): number {
  const provider = book.provider(keys.provider);
  const model = provider && findModel(provider, keys.model);
  const hasDefault = model && [model.defaults, ...model.cases.map(({ defaults }) => defaults)].some((defaults) => defaults["count"] !== undefined);
  return keys.output.count ?? (hasDefault ? Number(requestOf(keys, model, {}).fields.get("count") ?? 1) : 1);
}

/** The plan of one workload for a month. */
export type JobPlan = {
  /** Clips wanted in the month, on average. */
  clips: number;
  volume: MonthlyVolume;
  /** Takes generated for each clip, including outputs beyond the requested takes: jobs × count / clips. */
  takes: number;
  /** Outputs of one job. */
  count: number;
  /** Clips that one job delivers: 1 if its outputs are takes of one clip, `count` if each is a clip of its own. */
  clipsPerJob: number;
  /** Takes counted in whole jobs: how many jobs a clip gets. */
  rounds: DeclaredTakes;
  /** Jobs submitted in the month, without retries. */
  jobs: number;
};

/**
 * The jobs of a month. With `count_as: takes`, the outputs of one job are takes of one clip: 100 clips of 3 takes from jobs of 4 outputs
 * need 100 jobs and give 400 takes. With `count_as: clips`, each output is a clip: 100 × 3 / 4 = 75 jobs and 300 takes.
 */
export function jobPlanOf(keys: WorkloadKeys, count: number, month: PlannedMonth): JobPlan {
  const volume = volumeIn(keys.volume, month);
  const clips = clipsWanted(volume);
  const [clipsPerJob, rounds] = keys.output.count_as === "clips" ? [count, keys.takes] : [1, takesInJobs(keys.takes, count)];
  const jobs = (clips * meanTakes(rounds)) / clipsPerJob;
  return { clips, volume, takes: (meanTakes(rounds) * count) / clipsPerJob, count, clipsPerJob, rounds, jobs };
}
