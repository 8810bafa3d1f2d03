import type { Book, Model, Provider } from "./book.ts";
import { usualJobs } from "./normalise.ts";

/** A provider's entry: everything but its models. `names` has, for each model, its id and then its aliases. The models' entries follow. */
export type WrittenProvider = Omit<Provider, "models" | "model" | "ids" | "names"> & { names: readonly (readonly string[])[] };

/** A model's entry. `jobs` is absent if the model only repeats its provider's. */
export type WrittenModel = Omit<Model, "jobs"> & Partial<Pick<Model, "jobs">>;

/** The first entry: the snapshot that identifies the prices, and the number of models by provider, in the order of the entries. */
export type BookHead = { snapshot: string; models: Readonly<Record<string, number>> };

/**
 * The price book from the list that `scripts/write-book.ts` writes: the head, then each provider followed by its models.
 * Each entry is parsed on first use, because a run needs few of them.
 * @param entryAt gives the parsed entry at an index of the list; index 0 is the head
 */
export function writtenBook(entryAt: (index: number) => unknown): Book {
  const { snapshot, models } = entryAt(0) as BookHead;
  const places = new Map<string, number>();
  let next = 1;
  for (const [slug, count] of Object.entries(models)) {
    places.set(slug, next);
    next += 1 + count;
  }
  const read = new Map<string, Provider>();
  return {
    snapshot,
    slugs: [...places.keys()],
    provider(slug) {
      const place = places.get(slug);
      if (place !== undefined && !read.has(slug)) read.set(slug, providerAt(place, entryAt));
      return read.get(slug);
    },
  };
}

function providerAt(place: number, entryAt: (index: number) => unknown): Provider {
  const { names, ...provider } = entryAt(place) as WrittenProvider;
  const usual = usualJobs(provider.jobs);
  const read: Model[] = [];
  const modelAt = (index: number): Model => {
    read[index] ??= { jobs: usual, ...(entryAt(place + 1 + index) as WrittenModel) };
    return read[index];
  };
  const indexes = new Map<string, number>();
  for (const [index, [, ...aliases]] of names.entries()) for (const alias of aliases) indexes.set(alias, index);
  for (const [index, [id]] of names.entries()) indexes.set(id as string, index);
  const whole: Provider = {
    ...provider,
    get models() {
      return names.map((_, index) => modelAt(index));
    },
  };
  const model = (name: string): Model | undefined => {
    const index = indexes.get(name);
    return index === undefined ? undefined : modelAt(index);
  };
  // Not enumerable, so that a spread does not copy them: a provider that `overlay.ts` merges with this one has other models.
  return Object.defineProperties(whole, {
    model: { value: model },
    ids: { value: names.map(([id]) => id as string) },
    names: { value: names.flat() },
  });
}
