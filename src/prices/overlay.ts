import type { Book, Model, Provider } from "./book.ts";
import { mergeJobs } from "./normalise.ts";

/** The last result for the same files. To return the same book keeps every cache that is keyed by a book. */
const known = new WeakMap<readonly Provider[], { under: Book; snapshot: string; made: Book }>();

/**
 * Lays price files over a book. If both have a provider, each model of the file replaces the book's model
 * of that name, and the file's account and `jobs` win if it has any. Everything else of the book remains. Later
 * files win over earlier ones.
 * @param snapshot identifies the result, as `Book.snapshot` does the built-in book
 */
export function overlay(book: Book, files: readonly Provider[], snapshot: string): Book {
  const last = known.get(files);
  if (last?.under === book && last.snapshot === snapshot) return last.made;
  const made = laidOver(book, files, snapshot);
  known.set(files, { under: book, snapshot, made });
  return made;
}

function laidOver(book: Book, files: readonly Provider[], snapshot: string): Book {
  const over = new Map<string, Provider>();
  for (const file of files) {
    const known = over.get(file.provider) ?? book.provider(file.provider);
    over.set(file.provider, known ? merged(known, file) : file);
  }
  return { snapshot, slugs: [...new Set([...book.slugs, ...over.keys()])], provider: (slug) => over.get(slug) ?? book.provider(slug) };
}

function merged(known: Provider, file: Provider): Provider {
  return {
    ...known,
    ...file,
    pricing_urls: file.pricing_urls.length > 0 ? file.pricing_urls : known.pricing_urls,
    jobs: Object.keys(file.jobs).length > 0 ? mergeJobs(known.jobs, file.jobs) : known.jobs,
    models: [...file.models, ...others(known, file)],
  };
}

/** The known models that the file does not replace. They lose each alias that the file gives to a model of its own. */
function others(known: Provider, file: Provider): Model[] {
  const own = new Set(file.models.flatMap(({ id, aliases }) => [id, ...aliases]));
  return known.models
    .filter(({ id }) => !own.has(id))
    .map((model) => (model.aliases.some((alias) => own.has(alias)) ? { ...model, aliases: model.aliases.filter((alias) => !own.has(alias)) } : model));
}
