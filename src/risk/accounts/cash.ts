import type { TotalDistribution } from "../model/total-distribution.ts";

/** What is bought to pay for a month's use, in money above 0: whole packs, or a plan and what goes beyond it. */
export type Purchase =
  /** `value`: the use that one pack covers, which is its price. `least`: money a month that packs cost because they expire, used or not. */
  | { kind: "packs"; value: number; least: number }
  /** A plan that sells nothing beyond its size at a known price: as many whole ones as the month needs, and one at least. */
  | { kind: "plans"; value: number }
  /** `value`: the use that the plan includes; `beyond`: money for each unit of use above it, as a multiple of use at the plan's own price. */
  | { kind: "plan"; value: number; beyond: number };

/**
 * The mean of what is paid in one month of many alike. Packs last for longer than a month: what is bought follows use, and where
 * they expire before they are used, their expiry: the greater of both, E[max(use, least)] = least + E[(use − least)⁺].
 *
 * A pack of $700 that holds 5,000 units for 180 days, and 30 units a month: $700 / (180 / 30.4375) = $118.37 a month, and not $4.20
 * of use. With 2,000 units a month packs are used up in 76 days, and a month costs its use, $280.
 *
 * Two things are left out. The next pack is bought for the next job, and not on the day when the old one expires: with 20 jobs a month, 1.5 days
 * later, and $117.38. And the luck of jobs is that of a month, and not that of a pack's own days: within 1.5% in simulations.
 */
export function steadyPayment(purchase: Purchase, distribution: TotalDistribution): number {
  if (purchase.kind !== "packs") return firstPayment(purchase, distribution, 0);
  return purchase.least + distribution.excess(purchase.least);
}

/** A sum over more packs than this is a smooth curve: half a pack is left over on average. */
const MANY_PACKS = 4000;

/**
 * The mean of what is paid for a random first month's use, of which `covered` is already paid for.
 * Of whole packs one more is bought as soon as the use passes the last, so their mean number is the sum of
 * P(use − covered > k × value) over k = 0, 1, 2…
 *
 * Packs of $100, and a month of $80 or $120 with equal chance: one pack always (1), a second in half of the months (0.5),
 * 1.5 packs, $150. Rounding the mean month of $100 up would say $100.
 */
export function firstPayment(purchase: Purchase, { above, excess, mean, sd }: TotalDistribution, covered: number): number {
  const { value } = purchase;
  if (purchase.kind === "plan") return value + purchase.beyond * excess(covered + value);
  if ((mean + 9 * sd) / value > MANY_PACKS) return excess(covered) + value / 2;
  let packs = purchase.kind === "plans" ? 1 : 0;
  for (let k = packs; k <= MANY_PACKS * 2; k++) {
    const needed = above(covered + k * value);
    if (needed < 1e-12) break;
    packs += needed;
  }
  return packs * value;
}
