import { decimal } from "../money/decimal.ts";
import { requestField } from "../notation/field.ts";
import type { Accepted, Model } from "./book.ts";
import { type Fields, holds, type Scalar } from "./condition.ts";

/**
 * What a model accepts of one field in a request: every list or range must hold. A case that matches
 * replaces the model's own word. Undefined: the model declares no such option.
 */
export function limitsOf(field: string, model: Model, fields: Fields): readonly Accepted[] | undefined {
  if (field === "mode") return [model.modes];
  const narrowed = model.cases.filter((one) => one.accepts[field] !== undefined && holds(one.when, fields) === true);
  if (narrowed.length > 0) return narrowed.map((one) => one.accepts[field] as Accepted);
  const own = model.accepts[field];
  if (own !== undefined) return [own];
  const without = requestField(field)?.without;
  if (without === "standard") return [[without]];
  return without === "any" ? [] : undefined;
}

/** Whether a value is in a list, or in a range on one of its steps, in exact decimals. */
export function isAccepted(limit: Accepted, value: Scalar): boolean {
  if (Array.isArray(limit)) return limit.includes(value);
  const { min, max, step, auto } = limit as Exclude<Accepted, readonly Scalar[]>;
  if (value === "auto") return auto === true;
  if (typeof value !== "number" || value < min || value > max) return false;
  return step === undefined || decimal(value).minus(min).mod(step).eq(0);
}
