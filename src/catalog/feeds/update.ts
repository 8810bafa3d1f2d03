import type { Book, Model, Provider } from "../../prices/book.ts";
import { findModel, priceOn, retiredSince } from "../../prices/find.ts";
import type { Market } from "../quote.ts";
import { type ComparedPrice, type ComparedRate, comparePrice } from "./compare-price.ts";
import type { FeedAdapter, FeedContent, FeedRetirement, FeedRow } from "./feed.ts";
import { FEED_IDS } from "./ids.ts";
import { KNOWN_ERRORS } from "./known-errors.ts";

/**
 * One model of a feed, compared with the book. `moved`: a price differs. `new`: the book lacks the model or its price. `gone`: the
 * seller no longer lists it. `known-error`: it differs only by known errors, or the book leaves it out on purpose.
 * `not-understood`: nothing of the row was used. `after`: the model to write; null if there is nothing to write or a person must decide.
 */
export type UpdateLine = {
  key: string;
  id: string | null;
  state: "same" | "moved" | "new" | "gone" | "known-error" | "not-understood" | "retired";
  rates: readonly ComparedRate[];
  after: Model | null;
  why: string | null;
};

/** A retirement in the feed beside the book's date for it. */
export type RetirementLine = { key: string; id: string | null; state: "same" | "moved" | "new"; theirs: FeedRetirement; ours: string | null };

/** One feed compared with the book. `dropped`: the number of rows that are not about video. */
export type FeedUpdate = {
  feed: string;
  origin: string;
  trust: FeedAdapter["trust"];
  lines: readonly UpdateLine[];
  retirements: readonly RetirementLine[];
  dropped: number;
};

/**
 * Compares a feed with the book on a day (UTC). Only a seller's own prices lead to an `after`; a third party's are compared and reported.
 * @param origin the file or address that the feed came from
 */
export function updateOf(
  book: Book,
  adapter: FeedAdapter,
  { rows, retirements, dropped }: FeedContent,
  { origin, ...market }: Market & { origin: string },
): FeedUpdate {
  const source = adapter.trust === "seller" ? sourceOf(adapter, origin) : undefined;
  const lines = rows.map((row) => lineOf(book, row, adapter, { ...market, source }));
  return {
    feed: adapter.name,
    origin,
    trust: adapter.trust,
    lines: [...lines, ...(rows.length === 0 ? [] : gone(book, adapter, lines, market.date))],
    retirements: retirements.map((one) => retirementOf(book, one)),
    dropped,
  };
}

/** The address of the text that was read. For a local file, the feed's usual address. */
function sourceOf({ url, name }: FeedAdapter, origin: string): string | undefined {
  if (/^https:\/\//.test(origin)) return origin;
  // Venice has one page for each model, so a local file does not tell which address it came from.
  return name === "venice" ? undefined : url;
}

function lineOf(book: Book, row: FeedRow, adapter: FeedAdapter, { source, ...market }: Market & { source: string | undefined }): UpdateLine {
  const mapped = FEED_IDS[adapter.name]?.[row.key];
  const nothing = { key: row.key, rates: [], after: null };
  if (mapped === null) return { ...nothing, id: null, state: "known-error", why: "the book leaves it out on purpose" };
  const found = mapped === undefined ? byName(book, row) : byId(book, mapped);
  const theirs = (row.rates ?? []).map((rate): ComparedRate => ({ ...rate, ours: null, state: "lacking" }));
  if (!found)
    return { ...nothing, id: null, state: row.wrong === undefined ? "new" : "not-understood", rates: theirs, why: row.wrong ?? "the book has no such id" };
  const { provider, model } = found;
  const id = `${provider.provider}/${model.id}`;
  if (row.wrong !== undefined) return { ...nothing, id, state: "not-understood", why: row.wrong };
  if (retiredSince(model, market.date) !== null) return { ...nothing, id, state: "retired", why: `retired in the book since ${model.status.retires}` };
  const price = priceOn(model, market.date);
  if (!price) return { ...nothing, id, state: "new", rates: theirs, why: "the book has no price for it" };
  const compared = comparePrice({ provider, model, price }, row.rates, market, { date: market.date, source });
  return { key: row.key, id, ...judged(adapter, row.key, compared) };
}

function judged(adapter: FeedAdapter, key: string, { rates, after, why }: ComparedPrice): Omit<UpdateLine, "key" | "id"> {
  const known = KNOWN_ERRORS.filter((error) => error.feed === adapter.name && error.key === key);
  const isKnown = (rate: ComparedRate): boolean => known.some(({ usd, when }) => Number(usd) === Number(rate.usd) && when === whenText(rate));
  const moved = rates.filter(({ state }) => state === "moved");
  const [pinned] = known;
  if (moved.length > 0 && moved.every(isKnown)) return { state: "known-error", rates, after: null, why: pinned?.why ?? null };
  const state = moved.length > 0 ? "moved" : rates.some(({ state: one }) => one === "same") ? "same" : "new";
  const quoted = adapter.trust === "third-party";
  const reason = quoted ? "a third party's price: compare with the seller's page" : why;
  return { state, rates, after: quoted ? null : after, why: after && !quoted ? null : reason };
}

/** The condition of a rate as text: `resolution 720p, audio true`. Empty if the rate applies to every request. */
export function whenText({ when }: Pick<ComparedRate, "when">): string {
  return Object.entries(when)
    .map(([field, value]) => `${field} ${value}`)
    .join(", ");
}

function byName(book: Book, { provider: slug, names }: FeedRow): { provider: Provider; model: Model } | null {
  const provider = slug === null ? undefined : book.provider(slug);
  const model = provider && names.map((name) => findModel(provider, name)).find((one) => one !== undefined);
  return provider && model ? { provider, model } : null;
}

function byId(book: Book, id: string): { provider: Provider; model: Model } | null {
  const [slug = "", ...rest] = id.split("/");
  return byName(book, { key: id, provider: slug, names: [rest.join("/")], rates: [] });
}

/** Feeds that list every model of their seller, so that a missing model is gone. */
const WHOLE = new Set(["vercel", "openrouter"]);

function gone(book: Book, { name }: FeedAdapter, lines: readonly UpdateLine[], date: string): UpdateLine[] {
  if (!WHOLE.has(name)) return [];
  const seen = new Set(lines.map(({ id }) => id));
  const models = book.provider(name)?.models ?? [];
  return models
    .filter((model) => priceOn(model, date) && retiredSince(model, date) === null && !seen.has(`${name}/${model.id}`))
    .map(({ id }) => ({ key: id, id: `${name}/${id}`, state: "gone", rates: [], after: null, why: "the seller no longer lists it" }));
}

function retirementOf(book: Book, theirs: FeedRetirement): RetirementLine {
  const found = byName(book, { ...theirs, names: [theirs.key], rates: [] });
  const ours = found ? ((theirs.may ? found.model.status.may_retire : found.model.status.retires) ?? null) : null;
  const state = !found ? "new" : ours === theirs.date ? "same" : "moved";
  return { key: theirs.key, id: found ? `${found.provider.provider}/${found.model.id}` : null, state, theirs, ours };
}
