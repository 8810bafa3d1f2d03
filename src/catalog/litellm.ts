import type { Rates } from "../money/convert.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import { round } from "../money/round.ts";
import { normaliseResolution, sizeOf } from "../notation/resolution.ts";
import { isAccepted, limitsOf, listedValues } from "../prices/accepts.ts";
import type { Book, Model, Provider } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import { findModel, priceOn, retiredSince } from "../prices/find.ts";
import type { LitellmEntry } from "./litellm-file.ts";
import { type NotPriced, notPriced, type PricedModel, quoteJob } from "./quote.ts";

/** A price of LiteLLM's list beside the book's, both in USD for one second of the clip in `request`. */
export type LiteLlmComparison = {
  key: string;
  id: string;
  /** The resolution of the comparison, in the book's words; null for the model's default. */
  resolution: string | null;
  theirs: Decimal;
  ours: Decimal;
  /** The clip that `ours` is the price of. */
  request: Readonly<Record<string, Scalar>>;
  source: string;
  checked: string;
};

export type NotCompared = { key: string; id: string | null; resolution: string | null } & (
  | NotPriced
  | { reason: "no-rate-of-theirs" | "unpriced" }
  | { reason: "retired"; date: string }
  | { reason: "not-accepted"; field: string; value: Scalar }
);

/** LiteLLM's list compared with the book. `oursOnly`: how many models have a price in force in the book and no entry in the list. */
export type Against = {
  same: readonly LiteLlmComparison[];
  differs: readonly LiteLlmComparison[];
  theirsOnly: readonly { key: string; provider: string | null; theirs: readonly LitellmEntry["rates"][number][] }[];
  notCompared: readonly NotCompared[];
  oursOnly: number;
};

/**
 * Compares the video models of LiteLLM's list with the book on a day (UTC).
 * @param providers the slugs to compare. Entries of sellers that the book lacks are included only if this is the whole book.
 */
export function compareAgainst(book: Book, entries: readonly LitellmEntry[], providers: readonly string[], market: Market): Against {
  const everything = providers.length === book.slugs.length;
  const mine = entries.filter(({ provider }) => (provider === null || !book.slugs.includes(provider) ? everything : providers.includes(provider)));
  const matched = new Set<Model>();
  const compared: LiteLlmComparison[] = [];
  const notCompared: NotCompared[] = [];
  const theirsOnly: Against["theirsOnly"][number][] = [];
  for (const entry of mine) {
    const provider = entry.provider === null ? undefined : book.provider(entry.provider);
    const model = provider && entry.names.map((name) => findModel(provider, name)).find((one) => one !== undefined);
    if (!provider || !model) {
      theirsOnly.push({ key: entry.key, provider: entry.provider, theirs: entry.rates });
      continue;
    }
    matched.add(model);
    for (const one of compareModel(provider, model, entry, market)) {
      if ("reason" in one) notCompared.push(one);
      else compared.push(one);
    }
  }
  const priced = providers.flatMap((slug) =>
    (book.provider(slug)?.models ?? []).filter((model) => priceOn(model, market.date) && retiredSince(model, market.date) === null),
  );
  return {
    same: compared.filter(isSame),
    differs: compared.filter((one) => !isSame(one)),
    theirsOnly,
    notCompared,
    oursOnly: priced.filter((model) => !matched.has(model)).length,
  };
}

/** Compares the rounded amounts, because the value of a credit is a quotient. */
function isSame({ theirs, ours }: LiteLlmComparison): boolean {
  return round(theirs) === round(ours);
}

type Market = { date: string; rates: Rates };

function compareModel(provider: Provider, model: Model, entry: LitellmEntry, market: Market): (LiteLlmComparison | NotCompared)[] {
  const about = { key: entry.key, id: `${provider.provider}/${model.id}`, resolution: null };
  const price = priceOn(model, market.date);
  const retired = retiredSince(model, market.date);
  if (retired !== null) return [{ ...about, reason: "retired", date: retired }];
  if (!price) return [{ ...about, reason: "unpriced" }];
  if (entry.rates.length === 0) return [{ ...about, reason: "no-rate-of-theirs" }];
  const inAll = entry.rates.flatMap((rate) => resolutionsOf(model, entry, rate).map((resolution) => ({ resolution, theirs: decimal(rate.usd) })));
  const found = SOUNDS.filter((audio) => audio === undefined || model.accepts["audio"] !== undefined).map((audio) =>
    inAll.map(({ resolution, theirs }) => compareAt({ provider, model, price }, { ...about, resolution, theirs }, audio, market)),
  );
  const agreeing = found.map((some) => some.filter((one) => !("reason" in one) && isSame(one)).length);
  return found[agreeing.indexOf(Math.max(...agreeing))] ?? [];
}

/** Seconds. Common lengths of clips, tried after the model's default; the first one with a price is compared. */
const LENGTHS = [5, 8, 10, 4, 6];

/** LiteLLM's list does not state sound. All rates of a model are compared at the default, with sound, or without it: whichever agrees most often. */
const SOUNDS = [undefined, true, false];

/** Compares one rate of LiteLLM's list. `theirs` is in USD for one second. */
function compareAt(
  offer: PricedModel,
  { theirs, ...about }: { key: string; id: string; resolution: string | null; theirs: Decimal },
  audio: boolean | undefined,
  market: Market,
): LiteLlmComparison | NotCompared {
  const { model, price } = offer;
  const lengths = [model.defaults["duration"], ...LENGTHS].filter((value) => typeof value === "number");
  const clips = lengths.map((duration) => {
    const asked = { duration, ...(about.resolution !== null && { resolution: about.resolution }), ...(audio !== undefined && { audio }) };
    return { duration, quote: quoteJob(offer, new Map<string, Scalar>(Object.entries(asked)), market) };
  });
  const clip = clips.find(({ quote }) => quote.state === "priced") ?? clips[0];
  if (clip?.quote.state === "priced") {
    const { request, job } = clip.quote;
    const shown = ["mode", "duration", "resolution", "audio"].flatMap((field) => {
      const value = request.fields.get(field);
      return value === undefined ? [] : [[field, value] as const];
    });
    const { source, checked } = price;
    return { ...about, theirs, ours: job.amount.div(clip.duration), request: Object.fromEntries(shown), source, checked };
  }
  if (clip?.quote.state === "none") return { ...about, ...notPriced(clip.quote.no) };
  const refusal = clip?.quote.refused[0];
  return { ...about, reason: "not-accepted", field: refusal?.field ?? "duration", value: refusal?.value ?? "" };
}

/**
 * The resolutions at which a rate is compared, in the book's words; null is the model's default. A rate without
 * a resolution applies to every resolution that no other rate names: of those that the entry lists, or else of
 * those that the book's model makes.
 */
function resolutionsOf(model: Model, { rates, resolutions }: LitellmEntry, { resolution }: LitellmEntry["rates"][number]): (string | null)[] {
  if (resolution !== null) return [ourName(model, resolution)];
  const limits = limitsOf("resolution", model, () => undefined) ?? [];
  const makes = (one: string): boolean => limits.length > 0 && limits.every((limit) => isAccepted(limit, one));
  const listed = [...new Set(resolutions.map((one) => ourName(model, one)))].filter(makes);
  const all = limits.flatMap(listedValues).filter((one): one is string => typeof one === "string" && makes(one));
  const own = rates.flatMap((rate) => (rate.resolution === null ? [] : [ourName(model, rate.resolution)]));
  const named = listed.length > 0 ? listed : all;
  return named.length > 0 ? named.filter((one) => !own.includes(one)) : [null];
}

/** The book's name for a resolution of the list: the same word, or the class of an exact size (`1280x720` is `720p`). */
function ourName(model: Model, theirs: string): string {
  const name = normaliseResolution(theirs);
  const size = sizeOf(name);
  const limits = limitsOf("resolution", model, () => undefined) ?? [];
  const known = [name, ...(size ? [`${Math.min(...size)}p`] : [])];
  return known.find((one) => limits.length > 0 && limits.every((limit) => isAccepted(limit, one))) ?? name;
}
