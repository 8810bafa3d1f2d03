import type { Decimal } from "../money/decimal.ts";
import { findModel, priceOn } from "../prices/find.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import { askedOf } from "./asked.ts";
import type { Lock, LockedPrice } from "./lock-file.ts";

/**
 * The lock of the current prices: for each workload the id, the dated entry and the source of its price, and the cost of one job.
 * A workload that could not be read is left out. One without a price has a `job_price` of null.
 * @param nameOf the path of a manifest from the lock's folder
 */
export function lockOf({ estimates, pricing }: Exposure, book: { snapshot: string }, date: string, nameOf: (file: string) => string): Lock {
  const workloads: Record<string, Record<string, LockedPrice>> = {};
  for (const one of estimates) {
    const price = lockedPriceOf(one, pricing);
    if (!price) continue;
    const file = nameOf(one.file);
    workloads[file] = { ...workloads[file], [one.name]: price };
  }
  return { schema: "video-budget/lock@1", date, snapshot: book.snapshot, workloads };
}

function lockedPriceOf({ file, keys, source, job, monthly }: WorkloadCost, pricings: Exposure["pricing"]): LockedPrice | null {
  const pricing = pricings.get(file);
  if (!keys || !pricing) return null;
  const provider = pricing.book.provider(keys.provider);
  const model = provider && findModel(provider, keys.model);
  const entry = model && priceOn(model, pricing.date);
  return {
    id: source?.id ?? `${keys.provider}/${model?.id ?? keys.model}`,
    from: keys.price ? null : (entry?.from ?? null),
    source: keys.price ? "contract" : (source?.source ?? ""),
    job_price: job && monthly ? amountOf(job.amount) : null,
    asked: askedOf(keys, pricing),
  };
}

/** An amount as the lock stores it, rounded to 12 decimals. The value of a credit may have no end: $10 / 3 is $3.333… */
export function amountOf(amount: Decimal): number {
  return Number(amount.round(12, 1).toString());
}
