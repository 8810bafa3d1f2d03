import type { Book, Model, Provider } from "./book.ts";
import { usualJobs } from "./normalise.ts";

/** A provider's entry: everything but its models, and of each of those its id and aliases. The models' own entries follow it. */
export type WrittenProvider = Omit<Provider, "models" | "model" | "ids" | "names"> & { names: readonly (readonly string[])[] };

/** A model's entry. `jobs` is absent if the model says nothing of its own: it would be the same in each entry of a provider. */
export type WrittenModel = Omit<Model, "jobs"> & Partial<Pick<Model, "jobs">>;

/** The first entry: what identifies the prices, and how many models each provider has, in the order of their entries. */
export type BookHead = { snapshot: string; models: Readonly<Record<string, number>> };

/**
 * The price book of a list that `scripts/write-book.ts` wrote: a head, then each provider, followed by its models. An entry is read when it is first
 * asked for: a run needs few of them.
 * @param entryAt the entry at an index of the list; the head is the one at 0
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
  // Not copied with the rest: a provider that is laid over this one has other models.
  return Object.defineProperties(whole, {
    model: { value: model },
    ids: { value: names.map(([id]) => id as string) },
    names: { value: names.flat() },
  });
}
