import type { Book, Charge, Factor, Model, Price } from "../prices/book.ts";
import { priceOn, retiredSince } from "../prices/find.ts";
import { LITELLM_PROVIDERS } from "./litellm-file.ts";
import { type NotPerSecond, type PerSecond, perSecond } from "./per-second.ts";

/** A model with the price that is in force on a day. `provider` is a slug. */
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

/** A model under its key in LiteLLM's price map, with its USD for one second of output. */
export type LitellmRow = { key: string; seller: string; model: Model; price: Price; rates: PerSecond };
export type LitellmExport = { rows: readonly LitellmRow[]; notSaid: readonly ({ id: string } & (NotPerSecond | { why: "seller" }))[] };

/**
 * The prices that LiteLLM's format can express: providers that it knows, and prices that are one amount per
 * second and resolution. `notSaid` lists the other models with the reason.
 */
export function forLitellm(book: Book, date: string): LitellmExport {
  // If LiteLLM has two names for one of our providers, the first one is used.
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

/** One charge or one factor of a price in force. */
export type PriceLine = InForce & ({ charge: Charge } | { factor: Factor });

export function linesInForce(book: Book, date: string): PriceLine[] {
  return pricesInForce(book, date).flatMap((one): PriceLine[] => [
    ...one.price.charges.map((charge) => ({ ...one, charge })),
    ...one.price.factors.map((factor) => ({ ...one, factor })),
  ]);
}
