import type { Meter, Subject } from "../notation/meter.ts";
import type { Mode } from "../notation/mode.ts";
import type { Condition, Scalar } from "./condition.ts";
import type { Account, Jobs, Media } from "./schema.ts";
import type { Spellings } from "./spelling.ts";

/**
 * The price book as the engine reads it: every provider, with tables unrolled into charges, `when`
 * in one form, and media and jobs resolved. `scripts/generate.ts` writes it to JSON at build time,
 * so that start-up parses no YAML of ours. Decimals stay text until they are used.
 */
export type Book = {
  /** Identifies the prices: the same snapshot, the same figures. */
  snapshot: string;
  slugs: readonly string[];
  /** A provider by its slug, exactly; read when it is first asked for. */
  provider(slug: string): Provider | undefined;
};

/** A book of these providers; of two with one slug, the later. */
export function bookOf(providers: readonly Provider[], snapshot: string): Book {
  const bySlug = new Map(providers.map((provider) => [provider.provider, provider]));
  return { snapshot, slugs: [...bySlug.keys()], provider: (slug) => bySlug.get(slug) };
}

export type Provider = {
  provider: string;
  name: string;
  pricing_urls: readonly string[];
  /** Why any model id is known but unpriced here; absent if the list is public. */
  unlisted_models?: string;
  /** What is taken off an id that is no name of the book as it is written. */
  spellings?: Spellings;
  account?: Account;
  jobs: Jobs;
  models: readonly Model[];
  /** The ids of `models` in their order, where they can be had without reading all of them. */
  ids?: readonly string[];
  /** A model by its id or an alias, where that can be had without reading all of them. */
  model?: (name: string) => Model | undefined;
  /** Ids and aliases of all models, where they can be had without reading all of them. */
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

/** What a field may be: one of these values, or a number on a step of a range; `auto`: also the word. */
export type Accepted = AcceptedList | AcceptedRange;
export type AcceptedList = { kind: "list"; values: readonly Scalar[] };
export type AcceptedRange = { kind: "range"; min: number; max: number; step?: number; auto?: boolean };
export type Default = Scalar | { from: string; max?: Scalar };
export type ModelCase = { when: Condition; accepts: Readonly<Record<string, Accepted>>; defaults: Readonly<Record<string, Default>> };

/** `pixels` as one list: a class, its exact size, and the aspect ratio where one is named. */
export type MediaProfile = Omit<Media, "pixels"> & { pixels?: readonly { class: string; ratio?: string; width: number; height: number }[] };

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

/** How much, in what: dollars, the provider's credits, or another currency. */
export type Amount = { unit: "USD" | "credits" | (string & {}); value: string };

export type Charge = {
  /** Meter and subjects, or the name given. Within a line the most specific matching charge applies. */
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

/** One value, `unknown`, or a table of values of which the most specific match applies. */
export type Bound = string | readonly { when: Condition; value: string }[];

export type Factor = { factor: string; when: Condition; from?: string; to?: string };
