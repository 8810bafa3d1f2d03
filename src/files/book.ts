import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book, Model, Provider } from "../prices/book.ts";
import { usualJobs } from "../prices/normalise.ts";

/** A provider's line: everything but its models, and of each of those its id and aliases. The models' own lines follow it. */
export type WrittenProvider = Omit<Provider, "models" | "model"> & { names: readonly (readonly string[])[] };

/** A model's line. `jobs` is absent where the model says nothing of its own: it would be the same in each line of a provider. */
type WrittenModel = Omit<Model, "jobs"> & Partial<Pick<Model, "jobs">>;

/**
 * The built-in price book: the JSON that `scripts/generate.ts` writes beside the two bundles, so that start-up
 * parses no YAML of ours. It is a list with a line for each entry: first the snapshot and how many models each
 * provider has, then each provider, followed by its models. A line is parsed when it is first asked for: a run
 * needs few of them. All of it is ASCII.
 * @param folder where the running bundle is; the book is one folder up
 * @throws the error of node:fs where it is not there
 */
export function loadBook(folder: string): Book {
  const [head = "", ...lines] = readFileSync(join(folder, "..", "prices.json"), "latin1").split("\n");
  const { snapshot, models } = JSON.parse(head.slice(1, -1)) as { snapshot: string; models: Readonly<Record<string, number>> };
  const places = new Map<string, number>();
  let next = 0;
  for (const [slug, count] of Object.entries(models)) {
    places.set(slug, next);
    next += 1 + count;
  }
  const parsed = new Map<string, Provider>();
  return {
    snapshot,
    slugs: [...places.keys()],
    provider(slug) {
      const place = places.get(slug);
      if (place !== undefined && !parsed.has(slug)) parsed.set(slug, providerAt(place, lines));
      return parsed.get(slug);
    },
  };
}

function providerAt(place: number, lines: readonly string[]): Provider {
  const { names, ...provider } = entry<WrittenProvider>(lines[place]);
  const usual = usualJobs(provider.jobs);
  const read: Model[] = [];
  const modelAt = (index: number): Model => {
    read[index] ??= { jobs: usual, ...entry<WrittenModel>(lines[place + 1 + index]) };
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
  return Object.defineProperty(whole, "model", { value: model });
}

/** What a line of the list says, without the comma after it. */
function entry<T>(line: string | undefined): T {
  return JSON.parse(line?.endsWith(",") ? line.slice(0, -1) : (line ?? "")) as T;
}
