import { type Decimal, decimal, ONE } from "./decimal.ts";

/** USD for one unit of each currency, as a manifest's `fx` states it. USD itself needs no rate. */
export type Rates = ReadonlyMap<string, Decimal>;

/** An amount could not be converted: the currency that has no rate. A rate is never guessed. */
export type NoRate = { noRate: string };

/** Whether a conversion found no rate. */
export function isNoRate(converted: Decimal | NoRate): converted is NoRate {
  return "noRate" in converted;
}

/**
 * Converts an amount between two currencies through USD.
 * @returns the amount in `to`, exact to 40 decimals, or the currency that has no rate
 */
export function convert(amount: Decimal, from: string, to: string, rates: Rates): Decimal | NoRate {
  if (from === to) return amount;
  const fromRate = usdPerUnit(from, rates);
  if (!fromRate) return { noRate: from };
  const toRate = usdPerUnit(to, rates);
  if (!toRate) return { noRate: to };
  return amount.times(fromRate).div(toRate);
}

function usdPerUnit(currency: string, rates: Rates): Decimal | undefined {
  return currency === "USD" ? ONE : rates.get(currency);
}

/** The rates that a manifest's `fx` declares. */
export function rates(fx: Readonly<Record<string, string>>): Rates {
  return new Map(Object.entries(fx).map(([currency, usd]) => [currency, decimal(usd)]));
}
