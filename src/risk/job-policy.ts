import type { Estimate } from "../engine/estimate.ts";
import { type Pricing, toReporting } from "../engine/pricing.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import type { NoRate } from "../money/convert.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import { findModel } from "../prices/find.ts";
import type { Jobs } from "../prices/schema.ts";
import type { PricedWorkload } from "./risk.ts";

/** A priced workload, as the input of the risk model; null if it has no price. */
export function plannedOf({ keys, job, plan, monthly, file, name }: Estimate): PricedWorkload | null {
  return keys && job && plan && monthly ? { keys, job, plan, list: monthly, name: `${file} ${name}` } : null;
}

/** What the price book says about the jobs of a workload: of its model, or else of its provider. Empty if the book knows neither. */
export function jobPolicyOf({ provider, model }: WorkloadKeys, { book }: Pricing): Jobs {
  const known = book.provider(provider);
  return (known && findModel(known, model)?.jobs) ?? known?.jobs ?? NOTHING_SAID;
}

const NOTHING_SAID: Jobs = {};

/** The list price of one status request in the reporting currency, 0 if the book has none; or the currency that has no exchange rate. */
export function statusPriceOf(jobs: Jobs, pricing: Pricing): Decimal | NoRate {
  const usd = jobs.status_request?.usd;
  return usd === undefined ? ZERO : toReporting(decimal(usd), "USD", pricing);
}
