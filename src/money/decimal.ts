import Big from "big.js";

/**
 * Exact decimals for every price and every sum of money.
 *
 * Sums and products of `Big` are exact. A quotient is cut at 40 decimals, far below the one
 * rounding rule (`round.ts`), so that 1/211 of a dollar per credit loses nothing that is shown.
 */
const Decimal = Big();
Decimal.DP = 40;
Decimal.RM = Big.roundHalfUp;
Decimal.NE = -30;
Decimal.PE = 40;

export type Decimal = Big;

/** Reads a decimal from its written form, or from a number whose shortest form is what was written. */
export function decimal(value: string | number | Big): Big {
  return Decimal(value);
}

export const ZERO: Big = decimal(0);
export const ONE: Big = decimal(1);
