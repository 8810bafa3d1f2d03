import { decimal } from "../money/decimal.ts";
import type { Charge, Factor, Model, Price } from "./book.ts";

/**
 * What a person read on the page of a price.
 * `date`: the day of reading. `amounts`: only the amounts that were read, by place, in the unit of the
 * price book. Places count from 0: first the price's charges, then its factors. A place that is left out
 * is unchanged. `source`: the address, if it differs from the book's.
 */
export type Confirmation = { date: string; amounts: ReadonlyMap<number, string>; source?: string };

/** The number of amounts that a price has to compare: its charges and its factors. */
export function placesOf({ charges, factors }: Price): number {
  return charges.length + factors.length;
}

/**
 * Applies what a person found to one price of a model.
 * `checked`: every amount is the same, so only the price's date of checking changes. `closed`: an amount
 * differs, so the old price ends on the day of the finding and a new one begins. `corrected`: an amount
 * differs and the price began on that same day, so the price itself is replaced.
 */
export function confirmModel(model: Model, price: Price, finding: Confirmation): { model: Model; change: "checked" | "closed" | "corrected" } {
  const { date, source } = finding;
  const now: Price = {
    ...price,
    source: source ?? price.source,
    checked: date,
    // The same source keeps its confidence: a third party's page does not become the provider's by being read again.
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

/** The same object if the amounts are equal as decimals (0.10 equals 0.1). An amount that was unknown becomes one in dollars. */
function withAmount(charge: Charge, value: string | undefined): Charge {
  if (value === undefined) return charge;
  if (charge.amount === "unknown") return { ...charge, amount: { unit: "USD", value } };
  return decimal(charge.amount.value).eq(value) ? charge : { ...charge, amount: { ...charge.amount, value } };
}

function withFactor(factor: Factor, value: string | undefined): Factor {
  return value === undefined || decimal(factor.factor).eq(value) ? factor : { ...factor, factor: value };
}
