import type { Book, Model, Price, Provider } from "./book.ts";
import { spellingsOf } from "./spelling.ts";

/** Ids and aliases of a provider's models, made once per provider. */
const indexes = new WeakMap<Provider, Map<string, Model>>();

/**
 * A model by its exact id or an explicit alias; else by what is left once the provider's `spellings` are taken off:
 * `luma/ray:1f2e` is `luma/ray` at a provider that takes `:version`. Nothing else is matched, and nothing by likeness.
 */
export function findModel(provider: Provider, name: string): Model | undefined {
  const exact = modelNamed(provider, name);
  if (exact || provider.spellings === undefined) return exact;
  for (const spelling of spellingsOf(name, provider.spellings)) {
    const model = modelNamed(provider, spelling);
    if (model) return model;
  }
  return undefined;
}

function modelNamed(provider: Provider, name: string): Model | undefined {
  if (provider.model) return provider.model(name);
  let index = indexes.get(provider);
  if (!index) {
    index = new Map();
    for (const model of provider.models) for (const alias of model.aliases) index.set(alias, model);
    for (const model of provider.models) index.set(model.id, model);
    indexes.set(provider, index);
  }
  return index.get(name);
}

/** Every name of a provider's models, made once per provider. */
const names = new WeakMap<Provider, readonly string[]>();

/** Ids and aliases of all models of a provider. */
export function modelNames(provider: Provider): readonly string[] {
  const known = provider.names ?? names.get(provider) ?? provider.models.flatMap(({ id, aliases }) => [id, ...aliases]);
  names.set(provider, known);
  return known;
}

/** The entry that holds on a day (UTC): `from` inclusive, `to` exclusive. Undefined: no price is known for that day. */
export function priceOn(model: Model, date: string): Price | undefined {
  return model.prices.find(({ from, to }) => (from === undefined || from <= date) && (to === undefined || date < to));
}

/**
 * The first day on which a model could no longer be used, where that is `date` or earlier: what retires on 2026-12-01 is
 * retired on that day. @returns null for a model that is in use
 */
export function retiredSince({ status: { retires } }: Model, date: string): string | null {
  return retires !== undefined && retires <= date ? retires : null;
}

/** The providers of a book with these slugs, in their order; those that it does not know are left out. */
export function providersOf(book: Book, slugs: readonly string[] = book.slugs): Provider[] {
  return slugs.flatMap((slug) => book.provider(slug) ?? []);
}

/** One name for a model, whichever of its names a workload uses: provider/id. */
export function modelKey({ provider, model }: { provider: string; model: string }, book: Book): string {
  const found = book.provider(provider);
  return `${provider}/${(found && findModel(found, model)?.id) ?? model}`;
}
