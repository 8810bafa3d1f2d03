import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import { DEFAULTED_FIELDS } from "../notation/field.ts";
import type { Model } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import { refusals } from "./refusals.ts";
import type { Request } from "./request.ts";
import type { Tariff } from "./tariff.ts";

/**
 * Something that the manifest leaves out and the price depends on. `monthly` is its effect: the
 * cost above the cheapest value that the model accepts instead, in the reporting currency.
 */
export type Assumption = { code: string; field: string; value: Scalar; monthly: Decimal };

/** At most this many values of a field are tried: the ends of a range, or a list. */
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
export function alternatives(field: string, model: Model): Scalar[] {
  const accepted = model.accepts[field];
  if (accepted === undefined) return [];
  return accepted.kind === "range" ? [accepted.min, accepted.max] : accepted.values.filter((value) => value !== "auto").slice(0, TRIED);
}
