import type { JobPrice, Term } from "../engine/price.ts";
import type { Refusal } from "../engine/refusals.ts";
import type { Decimal } from "../money/decimal.ts";
import { round } from "../money/round.ts";
import { daysBetween } from "../notation/date.ts";
import { modeFollowsInput } from "../notation/mode.ts";
import { normaliseResolution, sizeOf } from "../notation/resolution.ts";
import { limitsOf } from "../prices/accepts.ts";
import type { Book, Model, Price, Provider } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import { priceOn, providersOf, retiredSince } from "../prices/find.ts";
import { type ClipRequest, fieldsOf, inputsOf } from "./clip-request.ts";
import { type Market, type NotPriced, notPriced, type Quote, quoteJob } from "./quote.ts";

/** A model that makes the requested clip, with the list price of one job in USD. */
export type Ranked = {
  id: string;
  name: string | null;
  /** USD for one job, and USD for each second of the clips that the job makes. */
  amount: Decimal;
  perSecond: Decimal;
  bound: JobPrice["bound"];
  /** The billed quantities, after minimums and steps. */
  billed: readonly { quantity: Decimal; meter: string; of: readonly string[] }[];
  /** The provider's defaults for fields that the request leaves open: sound, resolution, count, and those that the price depends on. */
  defaults: Readonly<Record<string, Scalar>>;
  /** Fields that the price depends on and that have no default, with the values that were chosen for them. */
  chosen: Readonly<Record<string, Scalar>>;
  /** The pack or plan that the assumed value of a credit comes from; null if no assumption was needed. */
  pack: string | null;
  /** Requested fields about which the book says nothing. */
  unstated: readonly string[];
  source: string;
  checked: string;
  confidence: Price["confidence"];
  stale: boolean;
};

/** A model that is not ranked, and why. `amount`: USD for the job, if it has a price nevertheless. */
export type LeftOut = { id: string } & (
  | { reason: "mode" | "unpriced" }
  | { reason: "retired"; date: string }
  | NotPriced
  | ({ reason: "not-accepted" } & Refusal)
  | { reason: "not-stated"; field: string; amount: Decimal | null }
);

export type Ranking = { ask: ClipRequest; date: string; ranked: readonly Ranked[]; leftOut: readonly LeftOut[] };

/** Days after which a price counts as stale: the default of the manifest's `price_max_age_days`. */
export const MAX_AGE_DAYS = 180;

/** A model is ranked only if the book states that it supports the requested values of these fields. Other fields may be `unstated`. */
const MUST_BE_STATED = ["resolution", "duration", "audio"];

/** Ranks the models by the price of one job, cheapest first and then by name. Models that cannot be ranked are in `leftOut`. */
export function rankModels(book: Book, asked: ClipRequest, market: Market, providers: readonly string[] = book.slugs): Ranking {
  const ask: ClipRequest = asked.resolution === undefined ? asked : { ...asked, resolution: normaliseResolution(asked.resolution) };
  const ranked: Ranked[] = [];
  const leftOut: LeftOut[] = [];
  for (const provider of providersOf(book, providers)) {
    for (const model of provider.models) {
      const found = place(provider, model, ask, market);
      if ("reason" in found) leftOut.push(found);
      else ranked.push(found);
    }
  }
  // The value of a credit is a quotient cut at 40 decimals. Comparing rounded amounts keeps equal prices equal.
  ranked.sort((a, b) => round(a.amount) - round(b.amount) || (a.id < b.id ? -1 : 1));
  return { ask, date: market.date, ranked, leftOut };
}

function place(provider: Provider, model: Model, ask: ClipRequest, market: Market): Ranked | LeftOut {
  const id = `${provider.provider}/${model.id}`;
  const retired = retiredSince(model, market.date);
  if (!model.modes.includes(ask.mode)) return { id, reason: "mode" };
  if (retired !== null) return { id, reason: "retired", date: retired };
  const price = priceOn(model, market.date);
  if (!price) return { id, reason: "unpriced" };
  const { duration } = ask;
  const standIns = {
    "input.video": duration,
    "input.audio": duration,
    "input.images": Math.max(1, inputsOf(ask).images),
    ...(ask.resolution !== undefined && { "input.resolution": ask.resolution }),
  };
  const quote = quoteJob({ provider, model, price }, fieldsOf(ask), market, { standIns, vary: true });
  if (quote.state === "refused") return { id, reason: "not-accepted", ...mainOf(quote.refused) };
  if (quote.state === "none") {
    const no = notPriced(quote.no);
    // The request has the field, but the book cannot use its value: it has no pixels for that resolution.
    return no.reason === "field-needed" && no.field in ask ? { id, reason: "not-stated", field: no.field, amount: null } : { id, ...no };
  }
  const unstated = unstatedOf(ask, model, quote);
  const missing = MUST_BE_STATED.find((field) => unstated.includes(field));
  if (missing !== undefined) return { id, reason: "not-stated", field: missing, amount: quote.job.amount };
  return { ...rankedOf({ id, model, price }, ask, quote, market.date), unstated };
}

/** The refusal to report: resolution first, then duration, then sound, then any other. */
function mainOf(refused: readonly Refusal[]): Refusal {
  return MUST_BE_STATED.map((field) => refused.find((one) => one.field === field)).find((one) => one !== undefined) ?? (refused[0] as Refusal);
}

/** Requested fields for which the book lists no accepted values and has another default, or none. */
function unstatedOf(ask: ClipRequest, model: Model, { request }: Quote): string[] {
  return Object.entries(ask).flatMap(([field, value]) => {
    if (field === "mode" || value === undefined || (field === "duration" && modeFollowsInput(ask.mode))) return [];
    const names = field === "duration" ? ["duration", "frames"] : [field];
    const stated = names.some((name) => request.fields.has(name) && (limitsOf(name, model, (other) => request.fields.get(other)) ?? []).length > 0);
    // An exact size is not in the list of resolutions, but the media profile may have its pixels.
    const sized = field === "resolution" && sizeOf(String(value)) !== undefined && request.size !== undefined && model.media?.pixels !== undefined;
    return stated || sized || model.defaults[field] === value ? [] : [field];
  });
}

function rankedOf(
  { id, model, price }: { id: string; model: Model; price: Price },
  { duration }: ClipRequest,
  { request, filled, credit, job }: Quote & { state: "priced" },
  date: string,
): Omit<Ranked, "unstated"> {
  const count = Number(request.fields.get("count") ?? 1);
  const inCredits = price.charges.some(({ amount }) => amount !== "unknown" && amount.unit === "credits");
  const depends = new Set(["audio", "resolution", "count", ...[...price.charges, ...price.factors].flatMap(({ when }) => Object.keys(when))]);
  const defaults = [...request.fields].filter(([field]) => depends.has(field) && !request.given.has(field) && !DERIVED.has(field));
  return {
    id,
    name: model.name ?? null,
    amount: job.amount,
    perSecond: job.amount.div(duration).div(count),
    bound: job.bound,
    billed: job.terms.flatMap((term) => (isLine(term) && term.quantity.gt(0) ? [{ quantity: term.quantity, meter: term.meter, of: term.of }] : [])),
    defaults: Object.fromEntries(defaults),
    chosen: Object.fromEntries(filled),
    pack: (inCredits && credit?.assumed && credit.pack?.name) || null,
    source: price.source,
    checked: price.checked,
    confidence: price.confidence,
    stale: daysBetween(price.checked, date) > MAX_AGE_DAYS,
  };
}

/** Fields that are derived from others and have no default of their own. */
const DERIVED = new Set(["mode", "duration", "frames", "megapixels", "input.megapixels"]);

function isLine(term: Term): term is Term & { kind: "line" } {
  return term.kind === "line";
}
