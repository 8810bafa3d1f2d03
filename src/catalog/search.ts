import type { JobPrice } from "../engine/price.ts";
import { refusals } from "../engine/refusals.ts";
import { requestOf } from "../engine/request.ts";
import type { Rates } from "../money/convert.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Mode } from "../notation/mode.ts";
import { normaliseResolution } from "../notation/resolution.ts";
import { boundaries, listedValues } from "../prices/accepts.ts";
import type { Book, Model, Price, Provider } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import { priceOn, providersOf, retiredSince } from "../prices/find.ts";
import { keysOf } from "./clip-request.ts";
import { type Market, type PricedModel, quoteJob } from "./quote.ts";
import type { Sort } from "./sort.ts";

/** What to look for: every condition given must hold; every word of `query` is part of a provider, an id, an alias or a name. */
export type Criteria = { provider?: string; model?: string; mode?: Mode; resolution?: string; duration?: number; query?: string };

/** The one job that every row is a price of, where its model makes it: seconds and resolution. */
export function jobOfRows({ duration = SECONDS, resolution = RESOLUTION }: Criteria): { duration: number; resolution: string } {
  return { duration, resolution };
}

/** One model of the price book, as a search finds it. */
export type SearchRow = {
  id: string;
  name: string | null;
  modes: readonly Mode[];
  resolutions: readonly string[];
  /** One job, in USD, of the length and resolution that all rows have, or of what comes next to it where the model does not make that (`as_asked`), and what it asks for; null if the book cannot tell. */
  example: { amount: Decimal; bound: JobPrice["bound"]; request: Readonly<Record<string, Scalar>>; as_asked: boolean } | null;
  checked: string | null;
  confidence: Price["confidence"] | null;
  status: "current" | "retiring" | "retired" | "unpriced";
  /** The first day that it can no longer be used. */
  retires: string | null;
};

const SECONDS = 5;
const RESOLUTION = "720p";

/** Models that match, in the order of the book. @param date the day, UTC, that prices are looked up for @param rates USD for one unit of other currencies */
export function searchRows(book: Book, criteria: Criteria, date: string, rates: Rates = new Map()): SearchRow[] {
  return providersOf(book).flatMap((provider) => {
    return provider.models.filter((model) => matches(provider, model, criteria)).map((model) => rowOf(provider, model, criteria, { date, rates }));
  });
}

/**
 * Rows whose job, as shown, costs at most `ceiling` USD; `unknown`: how many have no price that could be
 * compared with it. A lower bound is none: the whole may be above the ceiling.
 */
export function rowsUnderCeiling(rows: readonly SearchRow[], ceiling: Decimal): { rows: SearchRow[]; unknown: number } {
  const known = rows.filter(({ example }) => example !== null && example.bound !== "lower");
  return { rows: known.filter(({ example }) => example?.amount.lte(ceiling)), unknown: rows.length - known.length };
}

/** Rows in another order. @returns a new list */
export function sortedRows(rows: readonly SearchRow[], sort: Sort): SearchRow[] {
  const order: Readonly<Record<Sort, (a: SearchRow, b: SearchRow) => number>> = {
    book: () => 0,
    price: (a, b) => (a.example && b.example ? a.example.amount.cmp(b.example.amount) : Number(a.example === null) - Number(b.example === null)),
    name: (a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)),
    checked: (a, b) =>
      a.checked !== null && b.checked !== null
        ? a.checked > b.checked
          ? -1
          : Number(a.checked < b.checked)
        : Number(a.checked === null) - Number(b.checked === null),
  };
  return [...rows].sort(order[sort]);
}

/** Providers that match the words and list no model: what is known of them is not in any row. */
export function unlistedProviders(book: Book, { query = "", provider: slug, model, mode, resolution }: Criteria): Provider[] {
  if (model !== undefined || mode !== undefined || resolution !== undefined) return [];
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0 && slug === undefined) return [];
  return book.slugs.flatMap((one) => {
    const provider = book.provider(one) as Provider;
    const text = `${provider.provider}\n${provider.name}`.toLowerCase();
    const isMeant = (slug === undefined || slug === one) && words.every((word) => text.includes(word));
    return isMeant && provider.models.length === 0 ? [provider] : [];
  });
}

function matches({ provider, name }: Provider, model: Model, { provider: slug, model: id, mode, resolution, query }: Criteria): boolean {
  const names = [model.id, ...model.aliases];
  const text = [provider, name, ...names, model.name ?? ""].join("\n").toLowerCase();
  const words = (query ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return (
    (slug === undefined || slug === provider) &&
    (id === undefined || names.includes(id) || names.some((one) => `${provider}/${one}` === id)) &&
    (mode === undefined || model.modes.some((one) => one === mode)) &&
    (resolution === undefined || makes(model, mode, normaliseResolution(resolution))) &&
    // A name as manifests split it, or as reports join it: vertex/veo-3.1.
    words.every((word) => text.includes(word) || names.some((one) => `${provider}/${one}`.toLowerCase().includes(word)))
  );
}

/** Whether a model makes a resolution in a mode, or in any mode where none is asked for: some modes of a model make fewer. */
function makes(model: Model, mode: Mode | undefined, resolution: string): boolean {
  if (!resolutionsOf(model).includes(resolution)) return false;
  return (mode === undefined ? model.modes : [mode]).some((one) => {
    const request = requestOf(
      keysOf(
        new Map([
          ["mode", one],
          ["resolution", resolution],
        ]),
      ),
      model,
      {},
    );
    return !refusals(request, model).refused.some(({ field }) => field === "resolution");
  });
}

/** Every resolution that a model states, in any mode, in the book's order and form. */
export function resolutionsOf({ accepts, cases, defaults }: Model): string[] {
  const lists = [accepts["resolution"], ...cases.map((one) => one.accepts["resolution"])];
  const listed = lists.flatMap((list) => listedValues(list).map(String));
  const assumed = defaults["resolution"];
  return [...new Set([...listed, ...(typeof assumed === "string" ? [assumed] : [])])];
}

function rowOf(provider: Provider, model: Model, criteria: Criteria, market: Market): SearchRow {
  const { date } = market;
  const price = priceOn(model, date);
  const { retires } = model.status;
  return {
    id: `${provider.provider}/${model.id}`,
    name: model.name ?? null,
    modes: model.modes,
    resolutions: resolutionsOf(model),
    example: price ? exampleOf({ provider, model, price }, criteria, market) : null,
    checked: price?.checked ?? null,
    confidence: price?.confidence ?? null,
    status: retiredSince(model, date) !== null ? "retired" : price ? (retires === undefined ? "current" : "retiring") : "unpriced",
    retires: retires ?? null,
  };
}

/**
 * The shortest way to compare two models: what one clip of the length and resolution of all rows costs, or of the model's own
 * resolution or length where it makes no such clip. Where a price depends on what has no default, the first value accepted.
 */
function exampleOf(offer: PricedModel, criteria: Criteria, market: Market): SearchRow["example"] {
  const { model } = offer;
  const { mode, resolution } = criteria;
  const asked = jobOfRows(criteria);
  const own = resolution === undefined ? [asked.resolution, undefined] : [resolution];
  for (const [wanted, duration] of own.flatMap((one) => [asked.duration, undefined, shortest(model)].map((length) => [one, length] as const))) {
    const stated = resolutionsOf(model).length > 0;
    if (wanted !== undefined && !stated && resolution === undefined) continue;
    const chosen = new Map<string, Scalar>([
      ...(mode === undefined ? [] : [["mode", mode] as const]),
      ...(wanted === undefined ? [] : [["resolution", wanted] as const]),
    ]);
    const fields = duration === undefined ? chosen : new Map<string, Scalar>([...chosen, ["duration", duration]]);
    const quote = quoteJob(offer, fields, market, { standIns: { "input.video": SECONDS, "input.audio": SECONDS } });
    const unsaid = duration === undefined && !quote.request.fields.has("duration") && shortest(model) !== undefined;
    if (quote.state === "refused" || unsaid) continue;
    if (quote.state === "none") return null;
    const shown = ["duration", "resolution"].flatMap((field) => {
      const value = quote.request.fields.get(field);
      return value === undefined ? [] : [[field, value] as const];
    });
    const isAsked = (field: "duration" | "resolution"): boolean => !quote.request.fields.has(field) || quote.request.fields.get(field) === asked[field];
    const as_asked = isAsked("duration") && isAsked("resolution");
    return { amount: quote.job.amount, bound: quote.job.bound, request: Object.fromEntries([...shown, ...quote.filled]), as_asked };
  }
  return null;
}

function shortest({ accepts: { duration } }: Model): number | undefined {
  if (duration === undefined) return undefined;
  return boundaries(duration)[0];
}
