import type { Decimal } from "./decimal.ts";
import { asShown } from "./round.ts";

/** Whether one amount is above another, as reports show them: a cost of $41.10000000000001 does not exceed a limit of $41.1. */
export function moreThan(amount: Decimal, other: Decimal): boolean {
  return asShown(amount).gt(asShown(other));
}
