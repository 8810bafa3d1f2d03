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

/** A model that makes the clip that was asked for, and what one job of it costs in USD at list price. */
export type Ranked = {
  id: string;
  name: string | null;
  /** USD for one job, and for a second of the clips that it makes. */
  amount: Decimal;
  perSecond: Decimal;
  bound: JobPrice["bound"];
  /** What the job is billed for, after minimum and steps. */
  billed: readonly { quantity: Decimal; meter: string; of: readonly string[] }[];
  /** The provider's defaults in fields that were not asked for and that its price, or the sound, depends on. */
  defaults: Readonly<Record<string, Scalar>>;
  /** Fields that nobody sets and that the price depends on, with what was chosen for them. */
  chosen: Readonly<Record<string, Scalar>>;
  /** The pack or plan whose price of a credit was assumed; null if none had to be. */
  pack: string | null;
  /** Fields that were asked for and that the book says nothing about. */
  unstated: readonly string[];
  source: string;
  checked: string;
  confidence: Price["confidence"];
  stale: boolean;
};

/** A model that is not ranked, and why. `amount`: USD for the job, where it would be priced all the same. */
export type LeftOut = { id: string } & (
  | { reason: "mode" | "unpriced" }
  | { reason: "retired"; date: string }
  | NotPriced
  | ({ reason: "not-accepted" } & Refusal)
  | { reason: "not-stated"; field: string; amount: Decimal | null }
);

export type Ranking = { ask: ClipRequest; date: string; ranked: readonly Ranked[]; leftOut: readonly LeftOut[] };

/** Older than this counts as stale, as in a manifest that says nothing else (`price_max_age_days`). */
export const MAX_AGE_DAYS = 180;

/** A model is only said to make these where the book says so; of other fields, silence is a note. */
const MUST_BE_STATED = ["resolution", "duration", "audio"];

/** Every model by the price of one clip, cheapest first, equals in the order of their names; and those that are not ranked. */
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
  // A credit's value is a quotient that is cut at 40 decimals: equals are told by what is shown of them.
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
    // It was given, and the book knows nothing to do with it: pixels of a resolution that it does not list.
    return no.reason === "field-needed" && no.field in ask ? { id, reason: "not-stated", field: no.field, amount: null } : { id, ...no };
  }
  const unstated = unstatedOf(ask, model, quote);
  const missing = MUST_BE_STATED.find((field) => unstated.includes(field));
  if (missing !== undefined) return { id, reason: "not-stated", field: missing, amount: quote.job.amount };
  return { ...rankedOf({ id, model, price }, ask, quote, market.date), unstated };
}

/** Of several refusals the one that says most: a size that is not made, before a length, before sound. */
function mainOf(refused: readonly Refusal[]): Refusal {
  return MUST_BE_STATED.map((field) => refused.find((one) => one.field === field)).find((one) => one !== undefined) ?? (refused[0] as Refusal);
}

/** Fields that were asked for and of which the book neither lists what is accepted nor names this as the default. */
function unstatedOf(ask: ClipRequest, model: Model, { request }: Quote): string[] {
  return Object.entries(ask).flatMap(([field, value]) => {
    if (field === "mode" || value === undefined || (field === "duration" && modeFollowsInput(ask.mode))) return [];
    const names = field === "duration" ? ["duration", "frames"] : [field];
    const stated = names.some((name) => request.fields.has(name) && (limitsOf(name, model, (other) => request.fields.get(other)) ?? []).length > 0);
    // An exact size is not listed by name: the pixels of a class that is, say it.
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

/** Fields that follow from others, and are no default of anybody. */
const DERIVED = new Set(["mode", "duration", "frames", "megapixels", "input.megapixels"]);

function isLine(term: Term): term is Term & { kind: "line" } {
  return term.kind === "line";
}
