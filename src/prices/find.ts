import type { Book, Model, Price, Provider } from "./book.ts";
import { spellingsOf } from "./spelling.ts";

/** Models by id and alias, indexed once per provider. */
const indexes = new WeakMap<Provider, Map<string, Model>>();

/**
 * The model with this exact id or alias. If there is none, the provider's `spellings` are stripped and the rest
 * is looked up: `luma/ray:1f2e` is `luma/ray` at a provider whose ids carry a `:version`. There is no fuzzy match.
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

/** All names of a provider's models, collected once per provider. */
const names = new WeakMap<Provider, readonly string[]>();

/** Ids and aliases of all models of a provider. */
export function modelNames(provider: Provider): readonly string[] {
  const known = provider.names ?? names.get(provider) ?? provider.models.flatMap(({ id, aliases }) => [id, ...aliases]);
  names.set(provider, known);
  return known;
}

/** The price that is valid on a day (UTC): `from` is inclusive, `to` exclusive. Undefined if no price is known for that day. */
export function priceOn(model: Model, date: string): Price | undefined {
  return model.prices.find(({ from, to }) => (from === undefined || from <= date) && (to === undefined || date < to));
}

/**
 * The day since which a model cannot be used, if it is retired by `date`. A model that retires on 2026-12-01
 * counts as retired on that day.
 * @returns null if the model is still in use
 */
export function retiredSince({ status: { retires } }: Model, date: string): string | null {
  return retires !== undefined && retires <= date ? retires : null;
}

/** The providers with these slugs, in the same order. Unknown slugs are left out. */
export function providersOf(book: Book, slugs: readonly string[] = book.slugs): Provider[] {
  return slugs.flatMap((slug) => book.provider(slug) ?? []);
}

/** The key `provider/id` of a model, the same for its id and all its aliases. An unknown model keeps the name it was given. */
export function modelKey({ provider, model }: { provider: string; model: string }, book: Book): string {
  const found = book.provider(provider);
  return `${provider}/${(found && findModel(found, model)?.id) ?? model}`;
}
