import type { Decimal } from "../money/decimal.ts";
import { daysBetween } from "../notation/date.ts";
import type { Mode } from "../notation/mode.ts";
import { normaliseResolution } from "../notation/resolution.ts";
import type { Book, Model, Price, Provider } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import { priceOn } from "../prices/find.ts";
import { refusals } from "./accept.ts";
import { creditValue } from "./credit.ts";
import { manifestPath } from "./manifest-path.ts";
import { type JobPrice, type NoPrice, priceJob } from "./price.ts";
import { type Request, type RequestKeys, requestOf } from "./request.ts";

/** What to look for: every condition given must hold; every word of `query` is part of a provider, an id, an alias or a name. */
export type Criteria = { provider?: string; model?: string; mode?: string; resolution?: string; query?: string };

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

/** Models that match, in the order of the book. @param date the day, UTC, that prices are looked up for */
export function searchRows(book: Book, criteria: Criteria, date: string): SearchRow[] {
  return book.slugs.flatMap((slug) => {
    const provider = book.provider(slug) as Provider;
    return provider.models.filter((model) => matches(provider, model, criteria)).map((model) => rowOf(provider, model, criteria, date));
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
    (id === undefined || names.includes(id)) &&
    (mode === undefined || model.modes.some((one) => one === mode)) &&
    (resolution === undefined || resolutionsOf(model).includes(normaliseResolution(resolution))) &&
    // A name as manifests split it, or as reports join it: google/veo-3.1.
    words.every((word) => text.includes(word) || names.some((one) => `${provider}/${one}`.toLowerCase().includes(word)))
  );
}

function resolutionsOf({ accepts, cases, defaults }: Model): string[] {
  const lists = [accepts["resolution"], ...cases.map((one) => one.accepts["resolution"])];
  const listed = lists.flatMap((list) => (Array.isArray(list) ? list.map(String) : []));
  const assumed = defaults["resolution"];
  return [...new Set([...listed, ...(typeof assumed === "string" ? [assumed] : [])])];
}

function rowOf(provider: Provider, model: Model, criteria: Criteria, date: string): SearchRow {
  const price = priceOn(model, date);
  const { retires } = model.status;
  const left = retires === undefined ? undefined : daysBetween(date, retires);
  return {
    id: `${provider.provider}/${model.id}`,
    name: model.name ?? null,
    modes: model.modes,
    resolutions: resolutionsOf(model),
    example: price ? exampleOf(provider, model, price, criteria, date) : null,
    checked: price?.checked ?? null,
    confidence: price?.confidence ?? null,
    status: left !== undefined && left <= 0 ? "retired" : price ? (left === undefined ? "current" : "retiring") : "unpriced",
    retires: retires ?? null,
  };
}

/** What stands for an input that a price asks for and the model does not limit: seconds, and bytes of a prompt. */
const USUAL: Readonly<Record<string, Scalar>> = { "input.video": SECONDS, "input.audio": SECONDS, "input.text_bytes": 200 };

/** Fields that a price asks for and that have no default are filled in, at most this many. */
const FILLED = 4;

/**
 * The shortest way to compare two models: what a clip of 5 seconds costs, or of the model's default
 * length where it makes no such clip. Where a price depends on what has no default, the first value accepted.
 */
function exampleOf({ account }: Provider, model: Model, price: Price, { mode, resolution }: Criteria, date: string): SearchRow["example"] {
  const money = { currency: "USD", rates: new Map(), credit: creditValue(account, undefined), discount: 0 };
  const asked = (fields: ReadonlyMap<string, Scalar>): Request => requestOf(keysOf(fields), model, {});
  const chosen = new Map<string, Scalar>([
    ...(mode === undefined ? [] : [["mode", mode] as const]),
    ...(resolution === undefined ? [] : [["resolution", resolution] as const]),
  ]);
  const lengths = [SECONDS, undefined, shortest(model)].map((duration) => (duration === undefined ? chosen : new Map([...chosen, ["duration", duration]])));
  let fields = lengths.find((one) => asked(one).fields.has("duration") && refusals(asked(one), model).refused.length === 0) ?? chosen;
  for (let filled = 0; filled <= FILLED; filled++) {
    const request = asked(fields);
    const job: JobPrice | NoPrice = priceJob(price, request, model.media, money, date);
    if (!("no" in job)) {
      const shown = ["duration", "resolution"].flatMap((field) => (request.fields.has(field) ? [[field, request.fields.get(field) as Scalar] as const] : []));
      return { amount: job.amount, bound: job.bound, request: Object.fromEntries([...shown, ...[...fields].filter(([field]) => field !== "mode")]) };
    }
    const value = job.no === "field" ? firstAccepted(model, job.field) : undefined;
    if (job.no !== "field" || value === undefined) return null;
    fields = new Map([...fields, [job.field, value]]);
  }
  return null;
}

/** A workload that asks for these fields and nothing else. */
function keysOf(fields: ReadonlyMap<string, Scalar>): RequestKeys {
  const keys: Record<string, Record<string, unknown>> = { output: {}, input: {}, options: {} };
  for (const [field, value] of fields) {
    const [outer = "", inner] = manifestPath(field);
    if (inner === undefined) Object.assign(keys, { [outer]: value });
    else keys[outer] = { ...keys[outer], [inner]: outer === "input" && (inner === "video" || inner === "audio") ? [value] : value };
  }
  return keys as unknown as RequestKeys;
}

function firstAccepted({ accepts, cases }: Model, field: string): Scalar | undefined {
  const accepted = accepts[field] ?? cases.map((one) => one.accepts[field]).find((limit) => limit !== undefined);
  if (accepted === undefined) return USUAL[field];
  return Array.isArray(accepted) ? accepted[0] : (accepted as { min: number }).min;
}

function shortest({ accepts: { duration } }: Model): number | undefined {
  if (duration === undefined) return undefined;
  return Array.isArray(duration) ? duration.find((value) => typeof value === "number") : (duration as { min: number }).min;
}
