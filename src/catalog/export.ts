import type { Book, Charge, Factor, Model, Price } from "../prices/book.ts";
import { priceOn, retiredSince } from "../prices/find.ts";
import { LITELLM_PROVIDERS } from "./litellm-file.ts";
import { type NotPerSecond, type PerSecond, perSecond } from "./per-second.ts";

/** A model with the price in force on a day. */
export type InForce = { provider: string; model: Model; price: Price };

/** Every model that can be called on a day (UTC) and has a price, in the order of the book. */
export function pricesInForce(book: Book, date: string): InForce[] {
  return book.slugs.flatMap((slug) =>
    (book.provider(slug)?.models ?? []).flatMap((model) => {
      const price = priceOn(model, date);
      return price && retiredSince(model, date) === null ? [{ provider: slug, model, price }] : [];
    }),
  );
}

/** A model as LiteLLM's list names it, with what one second costs. */
export type LitellmRow = { key: string; seller: string; model: Model; price: Price; rates: PerSecond };
export type LitellmExport = { rows: readonly LitellmRow[]; notSaid: readonly ({ id: string } & (NotPerSecond | { why: "seller" }))[] };

/** The book as far as LiteLLM's list can say it: sellers that it knows, and prices that are an amount for each second and resolution. */
export function forLitellm(book: Book, date: string): LitellmExport {
  // Of two of their names for one seller, the first.
  const sellers = new Map(
    Object.entries(LITELLM_PROVIDERS)
      .reverse()
      .map(([theirs, ours]) => [ours, theirs]),
  );
  const rows: LitellmRow[] = [];
  const notSaid: LitellmExport["notSaid"][number][] = [];
  for (const { provider, model, price } of pricesInForce(book, date)) {
    const id = `${provider}/${model.id}`;
    const seller = sellers.get(provider);
    const known = book.provider(provider);
    const rates = seller === undefined || !known ? ({ why: "seller" } as const) : perSecond(known, model, price);
    if ("why" in rates) notSaid.push({ id, ...rates });
    else rows.push({ key: `${seller}/${model.id}`, seller: seller as string, model, price, rates });
  }
  return { rows, notSaid };
}

/** What one line of a price file's table says: an amount for a meter, or a factor on it, under a condition. */
export type PriceLine = InForce & ({ charge: Charge } | { factor: Factor });

export function linesInForce(book: Book, date: string): PriceLine[] {
  return pricesInForce(book, date).flatMap((one): PriceLine[] => [
    ...one.price.charges.map((charge) => ({ ...one, charge })),
    ...one.price.factors.map((factor) => ({ ...one, factor })),
  ]);
}
