import type { Book, Model, Provider } from "../../prices/book.ts";
import { findModel, priceOn, retiredSince } from "../../prices/find.ts";
import type { Market } from "../quote.ts";
import { type ComparedPrice, type ComparedRate, comparePrice } from "./compare-price.ts";
import type { FeedAdapter, FeedContent, FeedRetirement, FeedRow } from "./feed.ts";
import { FEED_IDS } from "./ids.ts";
import { KNOWN_ERRORS } from "./known-errors.ts";

/**
 * What a feed says of one model. `new`: the book does not have it. `gone`: the seller lists it no more. `known-error`: it differs as it is
 * known to. `not-understood`: nothing of the row was used. `after`: the model as it can be written; null if a person must.
 */
export type UpdateLine = {
  key: string;
  id: string | null;
  state: "same" | "moved" | "new" | "gone" | "known-error" | "not-understood" | "retired";
  rates: readonly ComparedRate[];
  after: Model | null;
  why: string | null;
};

/** A day on which a model ends, beside what the book says of it. */
export type RetirementLine = { key: string; id: string | null; state: "same" | "moved" | "new"; theirs: FeedRetirement; ours: string | null };

/** One feed compared with the book. `dropped`: rows that are no video. */
export type FeedUpdate = {
  feed: string;
  origin: string;
  trust: FeedAdapter["trust"];
  lines: readonly UpdateLine[];
  retirements: readonly RetirementLine[];
  dropped: number;
};

/**
 * Holds a feed against the book on a day (UTC). Only a seller's own word is written: what somebody quotes is compared, and named.
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

/** The address of what was read; of a file, that of the feed. */
function sourceOf({ url, name }: FeedAdapter, origin: string): string | undefined {
  if (/^https:\/\//.test(origin)) return origin;
  // A page for each model: the one that was read is not known.
  return name === "venice" ? undefined : url;
}

function lineOf(book: Book, row: FeedRow, adapter: FeedAdapter, { source, ...market }: Market & { source: string | undefined }): UpdateLine {
  const mapped = FEED_IDS[adapter.name]?.[row.key];
  const nothing = { key: row.key, rates: [], after: null };
  if (mapped === null) return { ...nothing, id: null, state: "known-error", why: "it is left out on purpose" };
  const found = mapped === undefined ? byName(book, row) : byId(book, mapped);
  const theirs = (row.rates ?? []).map((rate): ComparedRate => ({ ...rate, ours: null, state: "lacking" }));
  if (!found)
    return { ...nothing, id: null, state: row.wrong === undefined ? "new" : "not-understood", rates: theirs, why: row.wrong ?? "the book has no such id" };
  const { provider, model } = found;
  const id = `${provider.provider}/${model.id}`;
  if (row.wrong !== undefined) return { ...nothing, id, state: "not-understood", why: row.wrong };
  if (retiredSince(model, market.date) !== null) return { ...nothing, id, state: "retired", why: `the book has it as retired since ${model.status.retires}` };
  const price = priceOn(model, market.date);
  if (!price) return { ...nothing, id, state: "new", rates: theirs, why: "the book has no price of it" };
  const held = comparePrice({ provider, model, price }, row.rates, market, { date: market.date, source });
  return { key: row.key, id, ...judged(adapter, row.key, held) };
}

function judged(adapter: FeedAdapter, key: string, { rates, after, why }: ComparedPrice): Omit<UpdateLine, "key" | "id"> {
  const known = KNOWN_ERRORS.filter((error) => error.feed === adapter.name && error.key === key);
  const isKnown = (rate: ComparedRate): boolean => known.some(({ usd, when }) => Number(usd) === Number(rate.usd) && when === whenText(rate));
  const moved = rates.filter(({ state }) => state === "moved");
  const [pinned] = known;
  if (moved.length > 0 && moved.every(isKnown)) return { state: "known-error", rates, after: null, why: pinned?.why ?? null };
  const state = moved.length > 0 ? "moved" : rates.some(({ state: one }) => one === "same") ? "same" : "new";
  const quoted = adapter.trust === "third-party";
  const reason = quoted ? "somebody quotes it: compare with the seller's page" : why;
  return { state, rates, after: quoted ? null : after, why: after && !quoted ? null : reason };
}

/** resolution 720p, audio true; nothing if a rate is for all. */
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

/** Feeds that list all that their seller has. */
const WHOLE = new Set(["vercel", "openrouter"]);

function gone(book: Book, { name }: FeedAdapter, lines: readonly UpdateLine[], date: string): UpdateLine[] {
  if (!WHOLE.has(name)) return [];
  const seen = new Set(lines.map(({ id }) => id));
  const models = book.provider(name)?.models ?? [];
  return models
    .filter((model) => priceOn(model, date) && retiredSince(model, date) === null && !seen.has(`${name}/${model.id}`))
    .map(({ id }) => ({ key: id, id: `${name}/${id}`, state: "gone", rates: [], after: null, why: "the seller lists it no more" }));
}

function retirementOf(book: Book, theirs: FeedRetirement): RetirementLine {
  const found = byName(book, { ...theirs, names: [theirs.key], rates: [] });
  const ours = found ? ((theirs.may ? found.model.status.may_retire : found.model.status.retires) ?? null) : null;
  const state = !found ? "new" : ours === theirs.date ? "same" : "moved";
  return { key: theirs.key, id: found ? `${found.provider.provider}/${found.model.id}` : null, state, theirs, ours };
}
