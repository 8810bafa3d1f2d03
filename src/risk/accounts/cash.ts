import type { TotalDistribution } from "../model/total-distribution.ts";

/** What is bought to pay for a month's use: whole packs, or a plan and the use beyond it. Amounts above 0, in the reporting currency. */
export type Purchase =
  /** `value`: the price of one pack, and the use that it covers. `least`: the monthly cost of packs that expire, used or not. */
  | { kind: "packs"; value: number; least: number }
  /** A plan with no known price for use beyond its size. As many whole plans are paid as the month needs, and at least one. */
  | { kind: "plans"; value: number }
  /** `value`: the price of the plan, and the use that it includes. `beyond`: the price of use above it, as a multiple of the plan's own price per unit. */
  | { kind: "plan"; value: number; beyond: number };

/**
 * The mean payment in a steady month: one of many equal months. Packs last for more than a month. A pack is replaced when it is used
 * up or when it expires, so the payment is the larger of the two costs: E[max(use, least)] = least + E[(use − least)⁺].
 *
 * A pack of $700 has 5,000 units and expires after 180 days. With 30 units a month, packs expire: a month costs
 * $700 / (180 / 30.4375) = $118.37, not $4.20 of use. With 2,000 units a month, a pack is used up in 76 days: a month costs its use, $280.
 *
 * The formula leaves two things out. A team buys the next pack with the next job, not on the day when the old one expires: with 20 jobs a
 * month, that is 1.5 days later, and the month costs $117.38. And the use within a pack's life varies differently from the use of a month:
 * simulations differ from the formula by up to 1.5%.
 */
export function steadyPayment(purchase: Purchase, distribution: TotalDistribution): number {
  if (purchase.kind !== "packs") return firstPayment(purchase, distribution, 0);
  return purchase.least + distribution.excess(purchase.least);
}

/** With more packs than this, the rest of the last pack is spread evenly: half a pack is left over on average. */
const MANY_PACKS = 4000;

/**
 * The mean payment for the random use of a first month, of which `covered` is already paid for, in the reporting currency.
 * Another pack is bought as soon as the use exceeds the last one, so the mean number of packs is the sum of
 * P(use − covered > k × value) over k = 0, 1, 2…
 *
 * A pack costs $100, and the use is $80 or $120 with equal chance. One pack is always bought (1), and a second in half of the
 * months (0.5): 1.5 packs, $150. The mean use of $100 alone would give one pack, $100.
 */
export function firstPayment(purchase: Purchase, use: TotalDistribution, covered: number): number {
  const { value } = purchase;
  if (purchase.kind === "plan") return value + purchase.beyond * use.excess(covered + value);
  if ((use.mean + 9 * use.sd) / value > MANY_PACKS) return use.excess(covered) + value / 2;
  let packs = purchase.kind === "plans" ? 1 : 0;
  for (let k = packs; k <= MANY_PACKS * 2; k++) {
    const needed = use.above(covered + k * value);
    if (needed < 1e-12) break;
    packs += needed;
  }
  return packs * value;
}
