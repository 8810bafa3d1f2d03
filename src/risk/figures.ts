import { type Decimal, ZERO } from "../money/decimal.ts";

/**
 * A month in the reporting currency. `list`: jobs × job price. `expected` and its
 * quantiles: use at its effective price, which limits hold. `cash`: what is paid in a steady month.
 */
export type Figures = { list: Decimal; expected: Decimal; sd: Decimal; p10: Decimal; p50: Decimal; p90: Decimal; p95: Decimal; cash: Decimal };

/** Which figure a budget holds against its limits. */
export type FigureName = "expected" | "p50" | "p90" | "p95";

/** A cost with nothing uncertain about it: every quantile is the cost itself. */
export function certain(monthly: Decimal, cash: Decimal = monthly): Figures {
  return { list: monthly, expected: monthly, sd: ZERO, p10: monthly, p50: monthly, p90: monthly, p95: monthly, cash };
}
