import { type Alike, onceAlike } from "../manifest/price-keys.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Scalar } from "../prices/condition.ts";
import { alternatives } from "./assumption.ts";
import type { Pricing } from "./pricing.ts";
import { refusals } from "./refusals.ts";
import { tariffOf } from "./tariff.ts";

/** Choices that change what one job costs, and not how many there are. */
export const CHOICES = ["resolution", "audio"] as const;
export type Choice = (typeof CHOICES)[number];

/** The value of a choice at which a job costs most, in the reporting currency. */
export type Dearest = { value: Scalar; amount: Decimal };

const known: Readonly<Record<Choice, Alike<Pricing, Dearest | null>>> = { resolution: new WeakMap(), audio: new WeakMap() };

/** The dearest value that the model accepts beside all else that is asked for; null where it has none, or a contract names the price. */
export function dearestOf(choice: Choice, keys: WorkloadKeys, pricing: Pricing): Dearest | null {
  return onceAlike(known[choice], pricing, keys, () => {
    const tariff = tariffOf(keys, pricing);
    if (!tariff) return null;
    return alternatives(choice, tariff.model).reduce((most: Dearest | null, value) => {
      const request = tariff.ask({ ...keys, output: { ...keys.output, [choice]: value } });
      const job = refusals(request, tariff.model).refused.length === 0 ? tariff.bill(request) : null;
      return !job || "no" in job || (most && job.amount.lte(most.amount)) ? most : { value, amount: job.amount };
    }, null);
  });
}
