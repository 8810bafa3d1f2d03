import type { Decimal } from "./decimal.ts";

/**
 * The only rounding rule: money leaves the program as a number in the reporting currency, rounded to 6
 * decimals, half away from zero. (`roundHalfUp` of big.js rounds the magnitude, so −0.5 becomes −1.)
 */
export function round(money: Decimal): number {
  return money.round(6, 1).toNumber();
}
