import { isAccepted, limitsOf } from "../prices/accepts.ts";
import type { Accepted, Model } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import type { Request } from "./request.ts";

/** A field whose value the model does not accept: the value, and the allowed values. */
export type Refusal = { field: string; value: Scalar; allowed: readonly Scalar[] | string };

/** `refused`: the fields that the model does not accept, in the request's order. `unknown`: options that the model does not declare. */
type Refusals = { refused: readonly Refusal[]; unknown: readonly string[] };

/** By request. A request is made for one model, and several parts of a report ask what that model refuses of it. */
const known = new WeakMap<Request, { model: Model; found: Refusals }>();

/** What a model does not accept of a request. */
export function refusals(request: Request, model: Model): Refusals {
  const last = known.get(request);
  if (last?.model === model) return last.found;
  const found = refusalsOf(request, model);
  known.set(request, { model, found });
  return found;
}

function refusalsOf(request: Request, model: Model): Refusals {
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
