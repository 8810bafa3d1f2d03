import { type Decimal, ZERO } from "./decimal.ts";

/** The exact sum of some amounts. Zeros are not added, because most parts of most months are 0. */
export function exactSum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => (amount === ZERO ? sum : sum === ZERO ? amount : sum.plus(amount)), ZERO);
}
