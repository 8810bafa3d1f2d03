import type { TotalDistribution } from "./total-distribution.ts";

/** What is bought to pay for a month's use, in money above 0: whole packs, or a plan and what goes beyond it. */
export type Purchase =
  /** `value`: the use that one pack covers, which is its price. */
  | { kind: "packs"; value: number }
  /** `value`: the use that the plan includes; `beyond`: money for each unit of use above it, as a multiple of use at the plan's own price. */
  | { kind: "plan"; value: number; beyond: number };

/** A sum over more packs than this is a smooth curve: half a pack is left over on average. */
const MANY_PACKS = 4000;

/**
 * The mean of what is paid for a random month's use, of which `covered` is already paid for.
 * Of whole packs one more is bought as soon as the use passes the last, so their mean number is the sum of
 * P(use − covered > k × value) over k = 0, 1, 2…
 *
 * Packs of $100, and a month of $80 or $120 with equal chance: one pack always (1), a second in half of the months (0.5),
 * 1.5 packs, $150. Rounding the mean month of $100 up would say $100.
 */
export function expectedPayment(purchase: Purchase, { above, excess, mean, sd }: TotalDistribution, covered: number): number {
  const { value } = purchase;
  if (purchase.kind === "plan") return value + purchase.beyond * excess(covered + value);
  if ((mean + 9 * sd) / value > MANY_PACKS) return excess(covered) + value / 2;
  let packs = 0;
  for (let k = 0; k <= MANY_PACKS * 2; k++) {
    const needed = above(covered + k * value);
    if (needed < 1e-12) break;
    packs += needed;
  }
  return packs * value;
}
