import { type Decimal, ZERO } from "../money/decimal.ts";
import { once } from "./model/once.ts";
import type { TotalDistribution } from "./model/total-distribution.ts";
import { amount } from "./waterfall.ts";

/**
 * The monthly cost, in the reporting currency. `list`: jobs × job price. `expected`, `sd` and the quantiles: use at its effective
 * price, which limits are compared with. `cash`: what is paid in a steady month.
 */
export type Figures = { list: Decimal; expected: Decimal; sd: Decimal; p10: Decimal; p50: Decimal; p90: Decimal; p95: Decimal; cash: Decimal };

/** The figure that a budget compares with its limits. */
export type FigureName = "expected" | "p50" | "p90" | "p95";

/** A cost with nothing uncertain about it: every quantile is the cost itself. */
export function certain(monthly: Decimal, cash: Decimal = monthly): Figures {
  return { list: monthly, expected: monthly, sd: ZERO, p10: monthly, p50: monthly, p90: monthly, p95: monthly, cash };
}

/** The figures of a distribution. The expected cost is known exactly and passed in; the standard deviation and the quantiles are computed on first use. */
export function figuresOfDistribution(list: Decimal, expected: Decimal, distribution: TotalDistribution, cash: Decimal = expected): Figures {
  const at = (share: number): (() => Decimal) => once(() => amount(distribution.quantile(share)));
  const [sd, p10, p50, p90, p95] = [once(() => amount(distribution.sd)), at(0.1), at(0.5), at(0.9), at(0.95)];
  return {
    list,
    expected,
    get sd() {
      return sd();
    },
    get p10() {
      return p10();
    },
    get p50() {
      return p50();
    },
    get p90() {
      return p90();
    },
    get p95() {
      return p95();
    },
    cash,
  };
}
