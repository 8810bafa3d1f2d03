import type { Decimal } from "../money/decimal.ts";

/** As many decimals as reports show at most. */
const DECIMALS = 6;

/**
 * Whether one amount is above another, as reports show them. Costs are sums of floats, which differ in the fifteenth digit: a cost of
 * $41.10000000000001 is shown as $41.1, and does not exceed a limit of $41.1.
 */
export function moreThan(amount: Decimal, other: Decimal): boolean {
  return amount.round(DECIMALS, 1).gt(other.round(DECIMALS, 1));
}
