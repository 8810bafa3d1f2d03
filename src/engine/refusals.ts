import { isAccepted, limitsOf } from "../prices/accepts.ts";
import type { Accepted, Model } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import type { Request } from "./request.ts";

/** A field whose value the model does not accept: the value, and the allowed values. */
export type Refusal = { field: string; value: Scalar; allowed: readonly Scalar[] | string };

/** The fields of a request that the model does not accept, in the request's order. `unknown`: options that the model does not declare. */
export function refusals(request: Request, model: Model): { refused: Refusal[]; unknown: string[] } {
  const refused: Refusal[] = [];
  const unknown: string[] = [];
  for (const [field, value] of request.fields) {
    const limits = limitsOf(field, model, (name) => request.fields.get(name));
    if (!limits) {
      unknown.push(field);
      continue;
    }
    const broken = limits.find((limit) => !isAccepted(limit, value));
    // An input of 0 is not sent, so it cannot be too short. The mode decides whether it may be missing.
    if (broken && !(value === 0 && field.startsWith("input."))) refused.push({ field, value, allowed: describe(broken) });
  }
  return { refused, unknown };
}

function describe(limit: Accepted): Refusal["allowed"] {
  if (limit.kind === "list") return limit.values;
  const { min, max, step } = limit;
  return `${min} to ${max}${step === undefined ? "" : ` in steps of ${step}`}`;
}
