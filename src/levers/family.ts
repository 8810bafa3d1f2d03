import type { Provider } from "../prices/book.ts";
import { familyOf } from "../prices/family.ts";

/**
 * The family of a model by its id: one that is known, or else the id's first word, without the vendor's before a slash.
 * `veo-3.1-fast-generate-001` is of `Veo`, `acme/reel-2-fast` of `reel`. Null if that begins with no letter.
 */
export function modelFamily(id: string): string | null {
  const known = familyOf(id);
  if (known !== null && known !== "video") return known;
  const segments = id.toLowerCase().split("/");
  return /^[a-z]+/.exec(segments[segments.length > 1 ? 1 : 0] ?? "")?.[0] ?? null;
}

const known = new WeakMap<Provider, ReadonlyMap<string, readonly string[]>>();

/** The ids of a provider's models by their family, made once per provider. */
export function idsByFamily(provider: Provider): ReadonlyMap<string, readonly string[]> {
  const found = known.get(provider);
  if (found) return found;
  const made = new Map<string, string[]>();
  for (const id of provider.ids ?? provider.models.map((model) => model.id)) {
    const family = modelFamily(id);
    if (family !== null) made.set(family, [...(made.get(family) ?? []), id]);
  }
  known.set(provider, made);
  return made;
}
