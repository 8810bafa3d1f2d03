import type { Decimal } from "../money/decimal.ts";
import { moreThan } from "../money/more-than.ts";

/** Whether a cost exceeds a limit, as reports show both. A limit of 0 allows no cost at all: one of $0.0000004, which is 0 in six decimals, exceeds it. */
export function isOverLimit(cost: Decimal, limit: Decimal): boolean {
  return limit.eq(0) ? cost.gt(0) : moreThan(cost, limit);
}
