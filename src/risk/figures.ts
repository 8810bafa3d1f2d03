import { type Decimal, ZERO } from "../money/decimal.ts";
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
  return new FiguresOfDistribution({ list, expected, cash }, distribution);
}

/** A class, because a thousand workloads have figures each, and one object is smaller than a function for every figure. */
class FiguresOfDistribution implements Figures {
  readonly list: Decimal;
  readonly expected: Decimal;
  readonly cash: Decimal;
  private readonly distribution: TotalDistribution;
  private readonly known: Partial<Record<"sd" | "p10" | "p50" | "p90" | "p95", Decimal>> = {};

  constructor({ list, expected, cash }: Pick<Figures, "list" | "expected" | "cash">, distribution: TotalDistribution) {
    this.list = list;
    this.expected = expected;
    this.cash = cash;
    this.distribution = distribution;
  }

  get sd(): Decimal {
    this.known.sd ??= amount(this.distribution.sd);
    return this.known.sd;
  }

  get p10(): Decimal {
    this.known.p10 ??= amount(this.distribution.quantile(0.1));
    return this.known.p10;
  }

  get p50(): Decimal {
    this.known.p50 ??= amount(this.distribution.quantile(0.5));
    return this.known.p50;
  }

  get p90(): Decimal {
    this.known.p90 ??= amount(this.distribution.quantile(0.9));
    return this.known.p90;
  }

  get p95(): Decimal {
    this.known.p95 ??= amount(this.distribution.quantile(0.95));
    return this.known.p95;
  }
}
