import { decimal } from "../money/decimal.ts";
import { boundaries } from "../prices/accepts.ts";
import type { Accepted, Model } from "../prices/book.ts";
import { refusals } from "./refusals.ts";
import type { Request } from "./request.ts";

/**
 * The nearest lengths in seconds to one that the model does not make: the longest shorter one and the shortest longer one. Each is given
 * only if the model accepts it in this request.
 * @param at the same request with another duration
 */
export function lengthsNear(model: Model, seconds: number, at: (duration: number) => Request): { shorter?: number; longer?: number } {
  const limits = [model.accepts, ...model.cases.map((one) => one.accepts)].map(({ duration }) => duration);
  const lengths = [...new Set(limits.flatMap((limit) => (limit ? around(limit, seconds) : [])))];
  const made = lengths.filter((duration) => !refusals(at(duration), model).refused.some(({ field }) => field === "duration")).sort((a, b) => a - b);
  const shorter = made.findLast((one) => one < seconds);
  const longer = made.find((one) => one > seconds);
  return { ...(shorter !== undefined && { shorter }), ...(longer !== undefined && { longer }) };
}

/** Candidates for the nearest length: every value of a list, or the ends of a range and the steps on both sides of `seconds`. */
function around(limit: Accepted, seconds: number): readonly number[] {
  if (limit.kind === "list" || limit.step === undefined) return boundaries(limit);
  const { min, max, step } = limit;
  const last = decimal(max).minus(min).div(step).round(0, 0);
  const below = decimal(seconds).minus(min).div(step).round(0, 0);
  const steps = [decimal(0), below, below.plus(1), last].filter((one) => one.gte(0) && one.lte(last));
  return steps.map((one) => one.times(step).plus(min).toNumber());
}
