import type { Meter, Subject } from "../notation/meter.ts";
import type { Mode } from "../notation/mode.ts";
import type { Condition, Scalar } from "./condition.ts";
import type { Account, Jobs, Media } from "./schema.ts";
import type { Spellings } from "./spelling.ts";

/**
 * The price book as the engine reads it: tables unrolled into charges, every `when` in one form, media
 * and jobs resolved. `scripts/generate.ts` writes it to JSON at build time, so that a run does not
 * parse the YAML of `prices/`. Decimals stay text until they are used.
 */
export type Book = {
  /** Identifies the prices: the same snapshot gives the same figures. */
  snapshot: string;
  slugs: readonly string[];
  /** The provider with exactly this slug. It is parsed on first use. */
  provider(slug: string): Provider | undefined;
};

/** A book of these providers. If two have the same slug, the later one wins. */
export function bookOf(providers: readonly Provider[], snapshot: string): Book {
  const bySlug = new Map(providers.map((provider) => [provider.provider, provider]));
  return { snapshot, slugs: [...bySlug.keys()], provider: (slug) => bySlug.get(slug) };
}

export type Provider = {
  provider: string;
  name: string;
  pricing_urls: readonly string[];
  /** Why an id that is not listed counts as known but unpriced. Absent if the book lists every model of the provider. */
  unlisted_models?: string;
  /** Prefixes, versions and dates to strip from an id that is not found as it is written. */
  spellings?: Spellings;
  account?: Account;
  jobs: Jobs;
  models: readonly Model[];
  /** The ids of `models`, in the same order, if they are available without parsing every model. */
  ids?: readonly string[];
  /** Finds a model by its id or an alias, if that is possible without parsing every model. */
  model?: (name: string) => Model | undefined;
  /** Ids and aliases of all models, if they are available without parsing every model. */
  names?: readonly string[];
  notes?: string;
};

export type Model = {
  id: string;
  name?: string;
  aliases: readonly string[];
  modes: readonly Mode[];
  accepts: Readonly<Record<string, Accepted>>;
  defaults: Readonly<Record<string, Default>>;
  cases: readonly ModelCase[];
  status: { released?: string; retires?: string; may_retire?: string; successor?: string; alternatives?: readonly string[]; notes?: string };
  media?: MediaProfile;
  jobs: Jobs;
  prices: readonly Price[];
  notes?: string;
};

/** The values a field may have: one of a list, or a number on a step of a range. With `auto`, the word `auto` is accepted, too. */
export type Accepted = AcceptedList | AcceptedRange;
export type AcceptedList = { kind: "list"; values: readonly Scalar[] };
export type AcceptedRange = { kind: "range"; min: number; max: number; step?: number; auto?: boolean };
export type Default = Scalar | { from: string; max?: Scalar };
export type ModelCase = { when: Condition; accepts: Readonly<Record<string, Accepted>>; defaults: Readonly<Record<string, Default>> };

/** Media with `pixels` as one flat list: resolution class, exact size, and the aspect ratio if the price file names one. */
export type MediaProfile = Omit<Media, "pixels"> & { pixels?: readonly { class: string; ratio?: string; width: number; height: number }[] };

/** One dated price of a model. `from` is the first day (UTC) on which it is valid, `to` the first day on which it no longer is. */
export type Price = {
  from?: string;
  to?: string;
  source: string;
  checked: string;
  confidence: "provider" | "third-party" | "inferred";
  charges: readonly Charge[];
  factors: readonly Factor[];
  holes: readonly Condition[];
  total?: { min?: string; round_to?: string; round?: Rounding; max?: string };
  notes?: string;
};

export type Rounding = "up" | "nearest" | "down";

/** A decimal and its unit: dollars, the provider's credits, or the ISO code of another currency. */
export type Amount = { unit: "USD" | "credits" | (string & {}); value: string };

/**
 * One charge of a price: `amount` buys `per` units of the meter. The quantity is counted in this order:
 * `each` for every input file, the sum, `min`, `step` with `round`, `max`, minus `included`.
 */
export type Charge = {
  /** `second of output` (meter and subjects), or the name in the price file. In each line, the most specific matching charge applies. */
  line: string;
  extra: boolean;
  meter: Meter;
  of: readonly Subject[];
  when: Condition;
  amount: Amount | "unknown";
  per: string;
  each?: { step?: string; min?: string; max?: string; share?: string };
  min?: Bound;
  step?: string;
  round: Rounding;
  max?: Bound;
  included?: Bound;
  from?: string;
  to?: string;
};

/** A decimal, `unknown`, or a table in which the most specific matching row applies. */
export type Bound = string | readonly { when: Condition; value: string }[];

export type Factor = { factor: string; when: Condition; from?: string; to?: string };
