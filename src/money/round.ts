import type { Decimal } from "./decimal.ts";

/**
 * The one rounding rule: money leaves the program as a number in the reporting currency, rounded
 * half away from zero to 6 decimals. (big.js `roundHalfUp` rounds the magnitude, so −0.5 → −1.)
 */
export function round(money: Decimal): number {
  return money.round(6, 1).toNumber();
}
