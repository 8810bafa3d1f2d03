import { decimal } from "../money/decimal.ts";
import type { Charge, Factor, Model, Price } from "./book.ts";

/**
 * What a person read on the live page of a price. `amounts`: what now is there, by place in the
 * list of the price's charges and then its factors, from 0, in the unit that the book has; places that
 * are left out are as the book says. `source`: the address, where it is another.
 */
export type Confirmation = { date: string; amounts: ReadonlyMap<number, string>; source?: string };

/** How many amounts of a price there are to compare: its charges, then its factors. */
export function placesOf({ charges, factors }: Price): number {
  return charges.length + factors.length;
}

/**
 * A model with one of its prices as a person found it on a day. Where every amount is the same, the
 * price is marked as checked; where one is another, the old price ends on that day and a new one
 * begins. What began that very day is corrected, since it never held otherwise.
 */
export function confirmModel(model: Model, price: Price, finding: Confirmation): { model: Model; change: "checked" | "closed" | "corrected" } {
  const { date, source } = finding;
  const now: Price = {
    ...price,
    source: source ?? price.source,
    checked: date,
    // Whoever compares with a page that quotes the provider has not read the provider's own.
    confidence: source === undefined ? price.confidence : "provider",
  };
  const found: Price = {
    ...now,
    charges: price.charges.map((charge, place) => withAmount(charge, finding.amounts.get(place))),
    factors: price.factors.map((factor, place) => withFactor(factor, finding.amounts.get(price.charges.length + place))),
  };
  const same =
    found.charges.every((charge, place) => charge === price.charges[place]) && found.factors.every((factor, place) => factor === price.factors[place]);
  const put = (...prices: readonly Price[]): Model => ({ ...model, prices: model.prices.flatMap((one) => (one === price ? prices : [one])) });
  if (same) return { model: put(now), change: "checked" };
  if (price.from === date) return { model: put(found), change: "corrected" };
  return { model: put({ ...found, from: date }, { ...price, to: date }), change: "closed" };
}

/** The same object where the amount is the same: 0.10 is 0.1. An amount that the book did not know is in dollars. */
function withAmount(charge: Charge, value: string | undefined): Charge {
  if (value === undefined) return charge;
  if (charge.amount === "unknown") return { ...charge, amount: { unit: "USD", value } };
  return decimal(charge.amount.value).eq(value) ? charge : { ...charge, amount: { ...charge.amount, value } };
}

function withFactor(factor: Factor, value: string | undefined): Factor {
  return value === undefined || decimal(factor.factor).eq(value) ? factor : { ...factor, factor: value };
}
