import { METERS } from "../notation/meter.ts";
import type { Accepted, Amount, Bound, Charge, Default, Factor, MediaProfile, Model, Price, Provider } from "./book.ts";
import { type Condition, comparable, matcher, type NumberRange, type Scalar } from "./condition.ts";
import type { ChargeEntry, FactorEntry, Jobs, Media, ModelEntry, PriceEntry, PriceFile } from "./schema.ts";

/** Turns a price file into the form that the engine reads: tables unrolled, conditions in one form, media and jobs resolved. */
export function normalise(file: PriceFile): Provider {
  const { models, media, jobs, pricing_urls, ...rest } = file;
  return {
    ...rest,
    pricing_urls: pricing_urls ?? [],
    jobs: jobs ?? {},
    models: models.map((model) => normaliseModel(model, media ?? {}, jobs ?? {})),
  } as Provider;
}

function normaliseModel(entry: ModelEntry, profiles: Readonly<Record<string, Media>>, jobs: Jobs): Model {
  const { aliases, accepts, defaults, cases, status, media, prices, examples: _, ...rest } = entry;
  const profile = typeof media === "string" ? profiles[media] : media;
  return {
    ...rest,
    aliases: aliases ?? [],
    accepts: normaliseAccepts(accepts),
    defaults: normaliseDefaults(defaults),
    cases: (cases ?? []).map((one) => ({ when: condition(one.when), accepts: normaliseAccepts(one.accepts), defaults: normaliseDefaults(one.defaults) })),
    status: status ?? {},
    ...(profile && { media: normaliseMedia(profile) }),
    jobs: mergeJobs(usualJobs(jobs), entry.jobs ?? {}),
    prices: prices.map(normalisePrice),
  } as Model;
}

/** The `jobs` of a model that has none of its own: the provider's, without `evidence`, which stays with the provider. */
export function usualJobs({ evidence: _, ...provider }: Jobs): Jobs {
  return mergeJobs(provider, {});
}

/**
 * Merges two `jobs` field by field; the second wins. It is used for a model over its provider, and for a
 * later price file over an earlier one.
 */
export function mergeJobs(provider: Jobs, model: Jobs): Jobs {
  return {
    ...provider,
    ...model,
    billed: { ...provider.billed, ...model.billed },
    completion: { ...provider.completion, ...model.completion },
    ...((provider.evidence || model.evidence) && { evidence: { ...provider.evidence, ...model.evidence } }),
  };
}

function normaliseAccepts(written: ModelEntry["accepts"]): Record<string, Accepted> {
  return Object.fromEntries(Object.entries(written ?? {}).map(([field, accepted]) => [field, normaliseAccepted(field, accepted)]));
}

function normaliseAccepted(field: string, written: NonNullable<ModelEntry["accepts"]>[string]): Accepted {
  if (Array.isArray(written)) return { kind: "list", values: written.map((value) => comparable(field, value)) };
  const { min, max, step, auto } = written;
  return { kind: "range", min, max, ...(step !== undefined && { step }), ...(auto !== undefined && { auto }) };
}

function normaliseDefaults(written: ModelEntry["defaults"]): Record<string, Default> {
  return Object.fromEntries(Object.entries(written ?? {}).map(([field, value]) => [field, normaliseDefault(field, value)]));
}

function normaliseDefault(field: string, written: NonNullable<ModelEntry["defaults"]>[string]): Default {
  if (typeof written !== "object") return comparable(field, written);
  return { from: written.from, ...(written.max !== undefined && { max: written.max }) };
}

function normaliseMedia({ pixels, ...rest }: Media): MediaProfile {
  if (!pixels) return rest;
  const list = Object.entries(pixels).flatMap(([name, sizes]) =>
    Array.isArray(sizes)
      ? sizes.map((size) => ({ class: String(comparable("resolution", name)), ...parseSize(size) }))
      : Object.entries(sizes).map(([ratio, [width, height]]) => ({ class: String(comparable("resolution", name)), ratio, width, height })),
  );
  return { ...rest, pixels: list };
}

function parseSize(size: string): { width: number; height: number } {
  const [width = 0, height = 0] = size.split("x").map(Number);
  return { width, height };
}

/** A `when` of a price file as a condition. */
export function condition(written: Readonly<Record<string, unknown>> | undefined): Condition {
  return Object.fromEntries(Object.entries(written ?? {}).map(([field, value]) => [field, matcher(field, value as Scalar | readonly Scalar[] | NumberRange)]));
}

function normalisePrice(entry: PriceEntry): Price {
  const { charges, holes, ...rest } = entry;
  return {
    ...rest,
    charges: charges.flatMap((charge) => ("factor" in charge ? [] : unroll(charge))),
    factors: charges.flatMap((charge) => ("factor" in charge ? [normaliseFactor(charge)] : [])),
    holes: (holes ?? []).map(condition),
  } as Price;
}

function normaliseFactor({ factor, when, from, to }: FactorEntry): Factor {
  return { factor, when: condition(when), ...(from && { from }), ...(to && { to }) };
}

/** One charge, or one for each row of its table. The last cell of a row is the amount; the others belong to its `when`. */
function unroll(entry: ChargeEntry): Charge[] {
  const { meter, of, line, extra, when, usd, credits, amount, currency, per, by, unit, rows, min, max, included, notes: _, ...rest } = entry;
  const subjects = of === undefined ? [METERS[meter].subject] : Array.isArray(of) ? of : [of];
  const shared = {
    ...rest,
    line: line ?? `${meter} of ${subjects.join(" + ")}`,
    extra: extra ?? false,
    meter,
    of: subjects,
    per: per ?? "1",
    round: entry.round ?? "up",
    ...(min !== undefined && { min: bound(min) }),
    ...(max !== undefined && { max: bound(max) }),
    ...(included !== undefined && { included: bound(included) }),
  } as const;
  if (!by || !rows) return [{ ...shared, when: condition(when), amount: amountOf({ usd, credits, amount, currency }) } as Charge];
  return rows.map((row) => {
    const cells = condition(Object.fromEntries(by.map((field, column) => [field, row[column]])));
    return { ...shared, when: { ...condition(when), ...cells }, amount: cellAmount(row[by.length], unit ?? "usd") } as Charge;
  });
}

type AmountKeys = { usd?: string | undefined; credits?: string | undefined; amount?: string | undefined; currency?: string | undefined };

function amountOf({ usd, credits, amount, currency }: AmountKeys): Amount | "unknown" {
  if (usd !== undefined) return { unit: "USD", value: usd };
  if (credits !== undefined) return { unit: "credits", value: credits };
  return amount === undefined || amount === "unknown" ? "unknown" : { unit: currency ?? "USD", value: amount };
}

function cellAmount(cell: unknown, unit: string): Amount | "unknown" {
  if (cell === "unknown") return "unknown";
  if (typeof cell === "object" && cell !== null) return amountOf(cell as AmountKeys);
  return { unit: unit === "usd" ? "USD" : unit, value: String(cell) };
}

function bound(written: NonNullable<ChargeEntry["min"]>): Bound {
  if (typeof written === "string") return written;
  return written.rows.map((row) => ({
    when: condition(Object.fromEntries(written.by.map((field, column) => [field, row[column]]))),
    value: String(row[written.by.length]),
  }));
}
