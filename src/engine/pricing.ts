import type { ManifestFile } from "../manifest/parse.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { convert, type NoRate, type Rates, rates } from "../money/convert.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import type { Book } from "../prices/book.ts";
import { modelKey } from "../prices/find.ts";
import type { CreditValue } from "./credit.ts";
import { clipsPerMonth, takesPerClip } from "./volume.ts";

/** What all workloads of one manifest share. */
export type Pricing = {
  manifest: ManifestFile;
  book: Book;
  /** The day prices are looked up for, UTC. */
  date: string;
  rates: Rates;
  credits: Map<string, CreditValue | undefined>;
  /** Jobs a month by provider and model, for volume tiers. */
  monthlyJobs: ReadonlyMap<string, number>;
};

/** What the workloads of one manifest share: its settings and its price book, on one day. */
export function pricingOf(manifest: ManifestFile, book: Book, date: string): Pricing {
  return { manifest, book, date, rates: rates(manifest.settings.fx), credits: new Map(), monthlyJobs: jobsByModel(manifest, book) };
}

/**
 * The one way to the reporting currency: an amount in `from`, or the currency that has no rate. Without a rate
 * an amount is unknown and never 0; nothing at all is 0 in every currency, and needs none.
 * With `fx: { EUR: 1.1 }` and `currency: EUR`, $11 are 10; without `fx` the answer is `{ noRate: "EUR" }`.
 */
export function toReporting(amount: Decimal, from: string, { manifest, rates }: Pick<Pricing, "manifest" | "rates">): Decimal | NoRate {
  return amount.eq(0) ? ZERO : convert(amount, from, manifest.settings.currency, rates);
}

/** Jobs that are planned a month of each model over the whole manifest, the account's other jobs included. */
export function jobsByModel(manifest: ManifestFile, book: Book): Map<string, number> {
  const jobs = new Map<string, number>();
  for (const { keys } of manifest.workloads) {
    if (!keys) continue;
    const key = modelKey(keys, book);
    jobs.set(key, (jobs.get(key) ?? 0) + jobPlanOf(keys, keys.output.count ?? 1).jobs);
  }
  for (const [provider, { other_jobs }] of Object.entries(manifest.settings.accounts)) {
    if (other_jobs === undefined) continue;
    for (const [key, own] of jobs) if (key.startsWith(`${provider}/`)) jobs.set(key, own + other_jobs);
  }
  return jobs;
}

/** Clips wanted a month, takes of each, outputs of one job, and the jobs of a month that this makes. */
export type JobPlan = { clips: number; takes: number; count: number; jobs: number };

export function jobPlanOf(keys: WorkloadKeys, count: number): JobPlan {
  const clips = clipsPerMonth(keys.volume);
  const takes = takesPerClip(keys.takes);
  return { clips, takes, count, jobs: (clips * takes) / count };
}
