import Big from "big.js";

/**
 * Exact decimals for every price and every sum of money.
 *
 * Sums and products of `Big` are exact. A quotient is rounded to 40 decimals, far below the six decimals
 * that reports show (`round.ts`): with $1/211 a credit, no figure that is shown changes.
 */
const Decimal = Big();
Decimal.DP = 40;
Decimal.RM = Big.roundHalfUp;
Decimal.NE = -30;
Decimal.PE = 40;

export type Decimal = Big;

/** A decimal from text, or from a number by its shortest decimal form: the number 0.1 is exactly 0.1. */
export function decimal(value: string | number | Big): Big {
  return new Decimal(value);
}

export const ZERO: Big = decimal(0);
export const ONE: Big = decimal(1);
