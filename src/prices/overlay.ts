import type { Book, Provider } from "./book.ts";

/**
 * A book with further price files over it: of a provider that both know, the file's models and account
 * win, and the book's other models remain. Later files win over earlier ones.
 * @param snapshot identifies the result, as `Book.snapshot` does the built-in book
 */
export function overlay(book: Book, files: readonly Provider[], snapshot: string): Book {
  const over = new Map<string, Provider>();
  for (const file of files) {
    const known = over.get(file.provider) ?? book.provider(file.provider);
    const own = new Set(file.models.flatMap(({ id, aliases }) => [id, ...aliases]));
    const others = known?.models.filter(({ id }) => !own.has(id)) ?? [];
    over.set(file.provider, { ...known, ...file, models: [...file.models, ...others] });
  }
  return { snapshot, slugs: [...new Set([...book.slugs, ...over.keys()])], provider: (slug) => over.get(slug) ?? book.provider(slug) };
}
