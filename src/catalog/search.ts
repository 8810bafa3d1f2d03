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

/** Search criteria; a model must meet all of them. Every word of `query` must occur in the provider, an id, an alias or a name. `duration` is in seconds. */
export type Criteria = { provider?: string; model?: string; mode?: Mode; resolution?: string; duration?: number; query?: string };

/** The job whose price every row shows, if its model makes that job: seconds and resolution. */
export function jobOfRows({ duration = SECONDS, resolution = RESOLUTION }: Criteria): { duration: number; resolution: string } {
  return { duration, resolution };
}

/** One model of the price book in a search result. */
export type SearchRow = {
  id: string;
  name: string | null;
  modes: readonly Mode[];
  resolutions: readonly string[];
  /**
   * The price of one job in USD, and its request. `as_asked`: it has the length and resolution of `jobOfRows`; otherwise the model
   * does not make such a job and the next best one is priced. Null if the book has no price.
   */
  example: { amount: Decimal; bound: JobPrice["bound"]; request: Readonly<Record<string, Scalar>>; as_asked: boolean } | null;
  checked: string | null;
  confidence: Price["confidence"] | null;
  status: "current" | "retiring" | "retired" | "unpriced";
  /** The first day on which the model cannot be used. */
  retires: string | null;
};

const SECONDS = 5;
const RESOLUTION = "720p";

/** Matching models in the order of the book. @param date the day (UTC) whose prices apply @param rates USD for one unit of each other currency */
export function searchRows(book: Book, criteria: Criteria, date: string, rates: Rates = new Map()): SearchRow[] {
  return providersOf(book).flatMap((provider) => {
    return provider.models.filter((model) => matches(provider, model, criteria)).map((model) => rowOf(provider, model, criteria, { date, rates }));
  });
}

/**
 * Rows whose job costs at most `ceiling` USD. `unknown`: the number of rows without a comparable price. A lower bound
 * counts as unknown, because the full price may be above the ceiling.
 */
export function rowsUnderCeiling(rows: readonly SearchRow[], ceiling: Decimal): { rows: SearchRow[]; unknown: number } {
  const known = rows.filter(({ example }) => example !== null && example.bound !== "lower");
  return { rows: known.filter(({ example }) => example?.amount.lte(ceiling)), unknown: rows.length - known.length };
}

/** Sorts the rows. @returns a new list */
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

/** Matching providers without any model in the book. They have no row, so a search must mention them separately. */
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
    // A word may also be part of the joined name `vertex/veo-3.1`, as reports write it.
    words.every((word) => text.includes(word) || names.some((one) => `${provider}/${one}`.toLowerCase().includes(word)))
  );
}

/** Whether a model makes a resolution in this mode, or in any of its modes if none is given. Some modes have fewer resolutions. */
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

/** Every resolution that a model accepts in some mode or has as its default, in the book's order and form. */
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
 * The price of one clip with the length and resolution of `jobOfRows`. If the model does not make that clip, its own default or
 * shortest length is tried, then its default resolution. A field without a default takes the first accepted value.
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
