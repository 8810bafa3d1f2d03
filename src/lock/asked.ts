import type { Pricing } from "../engine/pricing.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { findModel, modelKey, priceOn } from "../prices/find.ts";
import { inOrder } from "./lock-file.ts";

/**
 * Everything in a manifest that determines the price of one job of a workload: the request, a contract price, and how its provider is
 * paid. Clips, takes and failures are left out. The number of jobs a month is included if the price has monthly tiers.
 */
export function askedOf(keys: WorkloadKeys, pricing: Pricing): Record<string, unknown> {
  const { provider, model, mode, output, input, options, tier, region, runtime, price } = keys;
  const { currency, fx, accounts } = pricing.manifest.settings;
  const { prepaid: _, trial: __, concurrency: ___, fees: ____, ...account } = accounts[provider] ?? {};
  const known = pricing.book.provider(provider);
  const found = known && findModel(known, model);
  const isTiered = JSON.stringify((found && priceOn(found, pricing.date)) ?? null).includes('"monthly_jobs"');
  const asked = {
    provider,
    model,
    mode,
    output,
    input,
    options,
    tier,
    region,
    runtime,
    price,
    currency,
    fx,
    account,
    ...(isTiered && { monthly_jobs: pricing.monthlyJobs.get(modelKey(keys, pricing.book)) }),
  };
  const said = Object.entries(asked).filter(([, value]) => value !== undefined && !isEmpty(value));
  return inOrder(Object.fromEntries(said)) as Record<string, unknown>;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.values(value).every((one) => one === undefined);
}
