import { type Decimal, ZERO } from "./decimal.ts";

/**
 * An amount as reports show it: rounded to 6 decimals, half away from zero, and in the reporting currency. (`roundHalfUp` of big.js rounds
 * the magnitude, so −0.5 becomes −1.) Costs are sums of floats, which differ in the fifteenth digit: $0.000000000002 between two costs is 0.
 */
export function asShown(money: Decimal): Decimal {
  const shown = money.round(6, 1);
  return shown.eq(ZERO) ? ZERO : shown;
}

/** The only rounding rule: money leaves the program as this number. */
export function round(money: Decimal): number {
  return asShown(money).toNumber();
}
