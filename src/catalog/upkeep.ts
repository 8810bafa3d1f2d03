import { daysBetween } from "../notation/date.ts";
import type { Book, Model, Price, Provider } from "../prices/book.ts";
import { findModel, priceOn, providersOf, retiredSince } from "../prices/find.ts";

/** The parts of a price book that need attention on a day. Days are whole, dates are in UTC, and every list starts with the most urgent entry. */
export type Upkeep = {
  date: string;
  maxAge: number;
  ahead: number;
  /** The number of models examined, and how many prices of them are in force on that day. */
  models: number;
  prices: number;
  /** Prices in force that were last checked more than `maxAge` days ago, of models that are not retired. */
  stale: readonly Stale[];
  /** Changes within the next `ahead` days, and prices that have ended without a successor. */
  coming: readonly Coming[];
  /** Retired models that the book still lists, with the models that name them as a successor or an alternative. */
  retired: readonly Retired[];
};

export type Stale = { provider: string; id: string; checked: string; days: number; confidence: Price["confidence"]; source: string };

/**
 * A dated change. `retires`: the first day on which the model cannot be used. `may-retire`: the earliest such day that its maker announced.
 * `price-ends`: the price ends or has ended, and none follows. `price-changes`: another price follows. `promotion-ends`: a charge or a
 * factor of the price ends.
 */
export type Coming = {
  id: string;
  kind: "retires" | "may-retire" | "price-ends" | "price-changes" | "promotion-ends";
  date: string;
  days: number;
  successor: string | null;
};

export type Retired = { id: string; date: string; successor: string | null; named_by: readonly string[] };

/** Examines a book. @param providers slugs to examine @param maxAge days after which a checked price is stale @param ahead days to look forward */
export function upkeepOf(book: Book, providers: readonly string[], date: string, { maxAge, ahead }: Readonly<Record<"maxAge" | "ahead", number>>): Upkeep {
  const all = providersOf(book, providers).flatMap((provider) => provider.models.map((model) => ({ provider, model, id: `${provider.provider}/${model.id}` })));
  const gone = all.filter(({ model }) => retiredSince(model, date) !== null);
  const alive = all.filter((one) => !gone.includes(one));
  const stale = alive.flatMap(({ provider, model, id }) => staleOf({ provider: provider.provider, id }, priceOn(model, date), date, maxAge));
  const coming = alive.flatMap(({ model, id }) => comingOf(id, model, date, ahead));
  const retired = gone.map(({ provider, model, id }): Retired => {
    const { retires = date, successor = null } = model.status;
    return { id, date: retires, successor, named_by: alive.filter((other) => names(book, other, provider, model)).map((other) => other.id) };
  });
  return {
    date,
    maxAge,
    ahead,
    models: all.length,
    prices: all.filter(({ model }) => priceOn(model, date) !== undefined).length,
    stale: stale.sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1)),
    coming: coming.sort((a, b) => a.days - b.days || (a.id < b.id ? -1 : 1)),
    retired: retired.sort((a, b) => b.named_by.length - a.named_by.length || (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1)),
  };
}

/** The number of findings to act on: stale prices, coming changes, and retired models that another model still recommends. */
export function findingsOf({ stale, coming, retired }: Upkeep): number {
  return stale.length + coming.length + retired.filter(({ named_by }) => named_by.length > 0).length;
}

function staleOf({ provider, id }: { provider: string; id: string }, price: Price | undefined, date: string, maxAge: number): Stale[] {
  if (!price) return [];
  const { checked, confidence, source } = price;
  const days = daysBetween(checked, date);
  return days > maxAge ? [{ provider, id, checked, days, confidence, source }] : [];
}

function comingOf(id: string, model: Model, date: string, ahead: number): Coming[] {
  const { retires, may_retire, successor = null } = model.status;
  const price = priceOn(model, date);
  const entry = (kind: Coming["kind"], day: string): Coming[] => {
    const days = daysBetween(date, day);
    return days <= ahead ? [{ id, kind, date: day, days, successor }] : [];
  };
  const promotions = [...(price?.charges ?? []), ...(price?.factors ?? [])].flatMap(({ to }) => (to !== undefined && to > date ? [to] : []));
  const ended = model.prices.flatMap(({ to }) => (to !== undefined && to <= date ? [to] : [])).sort();
  const last = ended.at(-1);
  return [
    ...(retires === undefined ? [] : entry("retires", retires)),
    ...(may_retire === undefined || retires !== undefined ? [] : entry("may-retire", may_retire)),
    ...(price?.to === undefined ? [] : entry(priceOn(model, price.to) ? "price-changes" : "price-ends", price.to)),
    ...(price === undefined && last !== undefined ? entry("price-ends", last) : []),
    ...[...new Set(promotions)].flatMap((day) => entry("promotion-ends", day)),
  ];
}

/** Whether a model names `target` as its successor or an alternative: by a name at the same provider, or as `provider/model`. */
function names(book: Book, { provider, model }: { provider: Provider; model: Model }, of: Provider, target: Model): boolean {
  const { successor, alternatives = [] } = model.status;
  return [...(successor === undefined ? [] : [successor]), ...alternatives].some((name) => {
    if (provider.provider === of.provider && findModel(provider, name) === target) return true;
    const [slug = "", ...rest] = name.split("/");
    const other = slug === of.provider ? book.provider(slug) : undefined;
    return other !== undefined && findModel(other, rest.join("/")) === target;
  });
}
