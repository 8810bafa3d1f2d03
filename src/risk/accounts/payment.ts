import type { Pack } from "../../engine/credit.ts";
import { DAYS_A_MONTH } from "../../engine/volume.ts";
import { type Decimal, decimal, ONE, ZERO } from "../../money/decimal.ts";
import type { TotalDistribution } from "../model/total-distribution.ts";
import { amount } from "../waterfall.ts";
import { firstPayment, type Purchase, steadyPayment } from "./cash.ts";

/** The mean amount of a credit that the month uses, after the credit `before` is used up. E[min(S, x)] = E[S] − E[(S − x)⁺]. */
export function usedOf(credit: Decimal, before: Decimal, usage: Decimal, totalDistribution: TotalDistribution | null): Decimal {
  if (credit.lte(0)) return ZERO;
  if (totalDistribution) return amount(totalDistribution.excess(before.toNumber()) - totalDistribution.excess(before.plus(credit).toNumber()));
  const left = usage.minus(before);
  return left.lte(0) ? ZERO : left.lt(credit) ? left : credit;
}

/** The probability (0–1) that the month's use is above `size`; 0 or 1 if the use is certain. */
export function exceeds(size: Decimal, usage: Decimal, totalDistribution: TotalDistribution | null): number {
  return totalDistribution ? totalDistribution.above(size.toNumber()) : usage.gt(size) ? 1 : 0;
}

/**
 * The mean payment for use, exact if the use is certain: in a steady month, and in a first month of which `covered` is already paid for.
 * `beyond`: what use beyond a plan costs above the plan's own price, in a steady month. If such use is cheaper, it is negative.
 */
type Payment = { steady: Decimal; beyond: Decimal; first: (covered: Decimal) => Decimal | null };

/** How use is paid: in packs or plans at `price`, or by credit that is topped up, at least `least` at a time (null if it has no exchange rate). */
type Terms = { pack: Pack | undefined; price: Decimal; least: Decimal | null };

/** The payment for a use with this mean and distribution, in the reporting currency. */
export function paying({ pack, price, least }: Terms, usage: Decimal, totalDistribution: TotalDistribution | null): Payment {
  if (!pack || price.lte(0)) return { steady: usage, beyond: ZERO, first: (covered) => least && toppedUp(least, covered, usage, totalDistribution) };
  const purchase = purchaseOf(pack, price);
  const first = (covered: Decimal): Decimal => {
    if (totalDistribution) return amount(firstPayment(purchase, totalDistribution, covered.toNumber()));
    const use = positive(usage.minus(covered));
    if (purchase.kind === "plan") return price.plus(positive(use.minus(price)).times(decimal(purchase.beyond)));
    const whole = use.div(price).round(0, 3).times(price);
    return purchase.kind === "plans" && whole.lt(price) ? price : whole;
  };
  if (purchase.kind === "plans") return { steady: first(ZERO), beyond: ZERO, first };
  if (purchase.kind === "plan") {
    const over = totalDistribution ? amount(totalDistribution.excess(price.toNumber())) : positive(usage.minus(price));
    return { steady: first(ZERO), beyond: over.times(decimal(purchase.beyond).minus(ONE)), first };
  }
  const expired = amount(purchase.least);
  if (totalDistribution && expired.gt(0)) return { steady: amount(steadyPayment(purchase, totalDistribution)), beyond: ZERO, first };
  return { steady: usage.gt(expired) ? usage : expired, beyond: ZERO, first };
}

/**
 * The first month's payment for credit that is topped up as needed, at least `least` at a time. Credit that is left over pays for later
 * months. A month uses $2.50, and the minimum purchase is $10: the first month pays $10, a steady month $2.50. If all use is covered,
 * nothing is bought.
 */
function toppedUp(least: Decimal, covered: Decimal, usage: Decimal, totalDistribution: TotalDistribution | null): Decimal {
  const paid = usage.minus(usedOf(covered, ZERO, usage, totalDistribution));
  if (least.lte(0)) return paid;
  if (!totalDistribution) return paid.gt(0) && paid.lt(least) ? least : paid;
  // With X = (S − covered)⁺: E[max(X, least); X > 0] = E[X] + least × P(X > 0) − E[min(X, least)].
  const [there, smallest] = [covered.toNumber(), least.toNumber()];
  const more = smallest * totalDistribution.above(there) - totalDistribution.excess(there) + totalDistribution.excess(there + smallest);
  return more > LEAST_SHOWN ? paid.plus(amount(more)) : paid;
}

/** A smaller amount than this is rounding error: reports round money to six decimals. */
const LEAST_SHOWN = 5e-7;

/** How a pack or plan at this price is bought. The unused part of a plan is lost every month, that of a pack when it expires. */
function purchaseOf(pack: Pack, price: Decimal): Purchase {
  const value = price.toNumber();
  if (!pack.monthly) return { kind: "packs", value, least: pack.expires === undefined ? 0 : price.times(decimal(DAYS_A_MONTH)).div(pack.expires).toNumber() };
  if (pack.beyond === undefined || typeof pack.beyond === "string") return { kind: "plans", value };
  return { kind: "plan", value, beyond: pack.beyond.div(pack.price.div(pack.size)).toNumber() };
}

function positive(value: Decimal): Decimal {
  return value.gt(0) ? value : ZERO;
}
