import { type Alike, onceAlike } from "../manifest/price-keys.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import { DEFAULTED_FIELDS } from "../notation/field.ts";
import type { Model } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import type { Pricing } from "./pricing.ts";
import { refusals } from "./refusals.ts";
import type { Request } from "./request.ts";
import { type Tariff, tariffOf } from "./tariff.ts";

/**
 * A value that the manifest leaves out although the price depends on it. `monthly` is its effect in the reporting currency: how much more the
 * assumed value costs than the cheapest value that the model accepts.
 */
export type Assumption = { code: string; field: string; value: Scalar; monthly: Decimal };

/** At most this many values of a list are tried. */
const TRIED = 16;

/** The assumptions about one job. The caller multiplies `monthly` by the jobs of a month. */
export function assumptionsOf(keys: WorkloadKeys, request: Request, { model, money: { credit }, ask, bill }: Tariff, amount: Decimal): Assumption[] {
  const assumed: Assumption[] = DEFAULTED_FIELDS.flatMap((field) => {
    const value = request.fields.get(field);
    if (request.given.has(field) || value === undefined || (field === "duration" && (request.given.has("frames") || request.given.has("segments")))) return [];
    const others = alternatives(field, model).map((other) => ask({ ...keys, output: { ...keys.output, [field]: other } }));
    const prices = others.filter((other) => refusals(other, model).refused.length === 0).map((other) => bill(other));
    const cheapest = prices.reduce((least, one) => ("no" in one || one.amount.gte(least) ? least : one.amount), amount);
    return [{ code: `default-${field}`, field: `output.${field}`, value, monthly: amount.minus(cheapest) }];
  });
  if (request.auto) assumed.push({ code: "auto-duration", field: "output.duration", value: request.fields.get("duration") ?? "auto", monthly: ZERO });
  if (keys.mode === undefined && model.modes.length > 1) assumed.push({ code: "default-mode", field: "mode", value: model.modes[0] ?? "", monthly: ZERO });
  if (credit?.assumed && credit.pack) assumed.push({ code: "dearest-pack", field: "accounts", value: credit.pack.name, monthly: ZERO });
  return assumed;
}

/** Values of a field that a model accepts: a list, or the ends of a range. */
function alternatives(field: string, model: Model): Scalar[] {
  const accepted = model.accepts[field];
  if (accepted === undefined) return [];
  return accepted.kind === "range" ? [accepted.min, accepted.max] : accepted.values.filter((value) => value !== "auto").slice(0, TRIED);
}

/** Fields that change the price of a job but not the number of jobs. */
export const CHOICES = ["resolution", "audio"] as const;
export type Choice = (typeof CHOICES)[number];

/** The value of a field at which a job costs the most, and that cost in the reporting currency. */
export type MostExpensive = { value: Scalar; amount: Decimal };

const known: Readonly<Record<Choice, Alike<Pricing, MostExpensive | null>>> = { resolution: new WeakMap(), audio: new WeakMap() };

/** The most expensive value of a field that the model accepts together with the rest of the request. Null if there is none, or no price. */
export function mostExpensiveOf(choice: Choice, keys: WorkloadKeys, pricing: Pricing): MostExpensive | null {
  return onceAlike(known[choice], pricing, keys, () => {
    const tariff = tariffOf(keys, pricing);
    if (!tariff) return null;
    const own = tariff.ask(keys);
    return alternatives(choice, tariff.model).reduce((most: MostExpensive | null, value) => {
      const request = own.fields.get(choice) === value ? own : tariff.ask({ ...keys, output: { ...keys.output, [choice]: value } });
      const job = refusals(request, tariff.model).refused.length === 0 ? tariff.bill(request) : null;
      return !job || "no" in job || (most && job.amount.lte(most.amount)) ? most : { value, amount: job.amount };
    }, null);
  });
}
