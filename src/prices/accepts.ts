import { decimal } from "../money/decimal.ts";
import { requestField } from "../notation/field.ts";
import type { Accepted, Model } from "./book.ts";
import { type Fields, holds, type Scalar } from "./condition.ts";

/**
 * What a model accepts of one field in a request: every list or range must hold. A case that matches
 * replaces the model's own word. Undefined: the model declares no such option.
 */
export function limitsOf(field: string, model: Model, fields: Fields): readonly Accepted[] | undefined {
  if (field === "mode") return [{ kind: "list", values: model.modes }];
  const narrowed = model.cases.flatMap(({ accepts, when }) => {
    const accepted = accepts[field];
    return accepted !== undefined && holds(when, fields) === true ? [accepted] : [];
  });
  if (narrowed.length > 0) return narrowed;
  const own = model.accepts[field];
  if (own !== undefined) return [own];
  const without = requestField(field)?.without;
  if (without === "standard") return [{ kind: "list", values: [without] }];
  return without === "any" ? [] : undefined;
}

/** Whether a value is in a list, or in a range on one of its steps, in exact decimals. */
export function isAccepted(limit: Accepted, value: Scalar): boolean {
  if (limit.kind === "list") return limit.values.includes(value);
  const { min, max, step, auto } = limit;
  if (value === "auto") return auto === true;
  if (typeof value !== "number" || value < min || value > max) return false;
  return step === undefined || decimal(value).minus(min).mod(step).eq(0);
}

/** The values of a list; none of a range, which has too many. */
export function listedValues(limit: Accepted | undefined): readonly Scalar[] {
  return limit?.kind === "list" ? limit.values : [];
}

/** The numbers that bound what is accepted: of a range its ends, of a list each number. */
export function boundaries(limit: Accepted): readonly number[] {
  return limit.kind === "range" ? [limit.min, limit.max] : limit.values.filter((value) => typeof value === "number");
}
