import { resolutionsOf } from "../../catalog/search.ts";
import { nearest } from "../../notation/nearest.ts";
import { normaliseResolution, sizeOf } from "../../notation/resolution.ts";
import type { Book, Model, Provider } from "../../prices/book.ts";
import { findModel } from "../../prices/find.ts";
import { providerCalled } from "../../prices/provider-names.ts";
import { nearestModel } from "../../prices/recognise.ts";
import { UsageError } from "../terminal.ts";

/** Lookups of names on the command line that must be in the price book. Each throws a UsageError that lists what the book has. */

/** A provider by its slug. @param hint the message for an unknown name; default: the most similar slug, or else all slugs */
export function knownProvider(slug: string, book: Book, hint?: string): Provider {
  const provider = book.provider(slug);
  if (provider) return provider;
  const near = providerCalled(slug, book) ?? nearest(slug, book.slugs);
  const rest = hint ?? (near === null ? `There are: ${book.slugs.join(", ")}.` : "");
  throw new UsageError([`No provider is named ${slug}.`, near === null ? "" : `Did you mean ${near}?`, rest].filter((part) => part !== "").join(" "));
}

/** At most this many models are named if no name is similar; the others are counted. */
const NAMED = 12;

/** A model by PROVIDER/MODEL (id or alias), or by its id or alias alone if only one provider sells it. */
export function knownModel(name: string, book: Book): { provider: Provider; model: Model } {
  const [slug = "", ...rest] = name.split("/");
  const sellers = bareModels(name, book);
  const [only] = sellers;
  const isFull = book.provider(slug) !== undefined && findModel(book.provider(slug) as Provider, rest.join("/")) !== undefined;
  if (!isFull && only && sellers.length === 1) return only;
  if (!isFull && sellers.length > 1)
    throw new UsageError(
      `${name} is sold by ${sellers.length} providers: name one. There are: ${sellers.map(({ provider, model }) => `${provider.provider}/${model.id}`).join(", ")}.`,
    );
  const provider = knownProvider(slug, book, "Write PROVIDER/MODEL, such as vertex/veo-3.1-fast-generate-001; prices search finds it.");
  const id = rest.join("/");
  const model = findModel(provider, id);
  if (model) return { provider, model };
  const near = nearestModel(provider, id);
  const why = provider.unlisted_models ? ` ${provider.unlisted_models}` : "";
  const ids = provider.models.map((one) => one.id);
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : "";
  const all = near
    ? `Did you mean ${near}? video-budget prices search --provider ${slug} lists its models.`
    : `There are: ${ids.slice(0, NAMED).join(", ") || "none"}${more}.`;
  throw new UsageError(`${slug} has no model ${id || "without a name"} in the price book.${why} ${all}`);
}

/** The providers that sell a model with exactly this id or alias. */
export function bareModels(name: string, book: Book): { provider: Provider; model: Model }[] {
  return book.slugs.flatMap((slug) => {
    const provider = book.provider(slug) as Provider;
    const model = findModel(provider, name);
    return model ? [{ provider, model }] : [];
  });
}

/** Names in the book that are similar to a query: a provider, a model, or PROVIDER/MODEL. */
export function nearNames(query: string, book: Book): string[] {
  const models = book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap(({ id }) => [id, `${slug}/${id}`]));
  const found = [nearest(query, book.slugs), nearest(query, models)].filter((one) => one !== null);
  return [...new Set(found)];
}

/** A resolution that some model makes, in the book's form. Any exact size is accepted. */
export function knownResolution(written: string, book: Book): string {
  const resolution = normaliseResolution(written);
  if (sizeOf(resolution)) return resolution;
  const all = [...new Set(book.slugs.flatMap((slug) => (book.provider(slug)?.models ?? []).flatMap(resolutionsOf)))].filter((one) => !sizeOf(one));
  if (!all.includes(resolution)) {
    all.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    throw new UsageError(`No model makes ${written}.${meant(resolution, all)} There are: ${all.join(", ")}; or write an exact size, such as 1280x720.`);
  }
  return resolution;
}

/** A model's id or alias, of any provider. */
export function knownName(name: string, book: Book): string {
  const names = book.slugs.flatMap((slug) =>
    (book.provider(slug)?.models ?? []).flatMap(({ id, aliases }) => [id, ...aliases, ...[id, ...aliases].map((one) => `${slug}/${one}`)]),
  );
  if (!names.includes(name))
    throw new UsageError(`No model has the id or the alias ${name}.${meant(name, names)} Without --model, words find parts of a name.`);
  return name;
}

function meant(name: string, names: readonly string[]): string {
  const found = nearest(name, names);
  return found ? ` Did you mean ${found}?` : "";
}
