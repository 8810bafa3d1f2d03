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

/** What to look for: every condition given must hold; every word of `query` is part of a provider, an id, an alias or a name. */
export type Criteria = { provider?: string; model?: string; mode?: Mode; resolution?: string; query?: string };

/** One model of the price book, as a search finds it. */
export type SearchRow = {
  id: string;
  name: string | null;
  modes: readonly Mode[];
  resolutions: readonly string[];
  /** One job, in USD, of about 5 seconds at the model's defaults (and the mode and resolution searched for), and what it asks for; null where the book cannot tell. */
  example: { amount: Decimal; bound: JobPrice["bound"]; request: Readonly<Record<string, Scalar>> } | null;
  checked: string | null;
  confidence: Price["confidence"] | null;
  status: "current" | "retiring" | "retired" | "unpriced";
  /** The first day that it can no longer be used. */
  retires: string | null;
};

const SECONDS = 5;

/** Models that match, in the order of the book. @param date the day, UTC, that prices are looked up for @param rates USD for one unit of other currencies */
export function searchRows(book: Book, criteria: Criteria, date: string, rates: Rates = new Map()): SearchRow[] {
  return providersOf(book).flatMap((provider) => {
    return provider.models.filter((model) => matches(provider, model, criteria)).map((model) => rowOf(provider, model, criteria, { date, rates }));
  });
}

/**
 * Rows whose job, as shown, costs at most `ceiling` USD; `unknown`: how many have no price that could be
 * held against it. A lower bound is none: the whole may be above the ceiling.
 */
export function rowsUnderCeiling(rows: readonly SearchRow[], ceiling: Decimal): { rows: SearchRow[]; unknown: number } {
  const known = rows.filter(({ example }) => example !== null && example.bound !== "lower");
  return { rows: known.filter(({ example }) => example?.amount.lte(ceiling)), unknown: rows.length - known.length };
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
 * The shortest way to compare two models: what a clip of 5 seconds costs, or of the model's default
 * length where it makes no such clip. Where a price depends on what has no default, the first value accepted.
 */
function exampleOf(offer: PricedModel, { mode, resolution }: Criteria, market: Market): SearchRow["example"] {
  const { model } = offer;
  const chosen = new Map<string, Scalar>([
    ...(mode === undefined ? [] : [["mode", mode] as const]),
    ...(resolution === undefined ? [] : [["resolution", resolution] as const]),
  ]);
  for (const duration of [SECONDS, undefined, shortest(model)]) {
    const fields = duration === undefined ? chosen : new Map<string, Scalar>([...chosen, ["duration", duration]]);
    const quote = quoteJob(offer, fields, market, { standIns: { "input.video": SECONDS, "input.audio": SECONDS } });
    const unsaid = duration === undefined && !quote.request.fields.has("duration") && shortest(model) !== undefined;
    if (quote.state === "refused" || unsaid) continue;
    if (quote.state === "none") return null;
    const shown = ["duration", "resolution"].flatMap((field) => {
      const value = quote.request.fields.get(field);
      return value === undefined ? [] : [[field, value] as const];
    });
    return { amount: quote.job.amount, bound: quote.job.bound, request: Object.fromEntries([...shown, ...quote.filled]) };
  }
  return null;
}

function shortest({ accepts: { duration } }: Model): number | undefined {
  if (duration === undefined) return undefined;
  return boundaries(duration)[0];
}
