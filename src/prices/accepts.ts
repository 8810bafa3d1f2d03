import { decimal } from "../money/decimal.ts";
import { requestField } from "../notation/field.ts";
import { ownValue } from "../notation/record-of.ts";
import type { Accepted, Model } from "./book.ts";
import { type Fields, holds, type Scalar } from "./condition.ts";

/**
 * The limits on one field of a request. A value must meet all of them. The cases that match the request
 * replace the model's own `accepts`.
 * @returns an empty list if any value is accepted; undefined if the model declares no such option
 */
export function limitsOf(field: string, model: Model, fields: Fields): readonly Accepted[] | undefined {
  if (field === "mode") return [{ kind: "list", values: model.modes }];
  const narrowed = model.cases.flatMap(({ accepts, when }) => {
    const accepted = ownValue(accepts, field);
    return accepted !== undefined && holds(when, fields) === true ? [accepted] : [];
  });
  if (narrowed.length > 0) return narrowed;
  const own = ownValue(model.accepts, field);
  if (own !== undefined) return [own];
  const without = requestField(field)?.without;
  if (without === "standard") return [{ kind: "list", values: [without] }];
  return without === "any" ? [] : undefined;
}

/** Whether a value is in the list, or lies in the range on one of its steps. Steps count from `min`, in exact decimals. */
export function isAccepted(limit: Accepted, value: Scalar): boolean {
  if (limit.kind === "list") return limit.values.includes(value);
  const { min, max, step, auto } = limit;
  if (value === "auto") return auto === true;
  if (typeof value !== "number" || value < min || value > max) return false;
  return step === undefined || decimal(value).minus(min).mod(step).eq(0);
}

/** The values of a list. A range gives none, because it has too many. */
export function listedValues(limit: Accepted | undefined): readonly Scalar[] {
  return limit?.kind === "list" ? limit.values : [];
}

/** The numbers to test a limit with: both ends of a range, or every number of a list. */
export function boundaries(limit: Accepted): readonly number[] {
  return limit.kind === "range" ? [limit.min, limit.max] : limit.values.filter((value) => typeof value === "number");
}
