import type { Provider } from "../prices/book.ts";
import { familyOf } from "../prices/family.ts";

/**
 * The family of a model by its id: a known family, or else the first word of the id after the vendor and a slash.
 * `veo-3.1-fast-generate-001` is in `Veo`, and `acme/reel-2-fast` in `reel`. Null if there is no such word.
 */
export function modelFamily(id: string): string | null {
  const known = familyOf(id);
  if (known !== null && known !== "video") return known;
  const segments = id.toLowerCase().split("/");
  return /^[a-z]+/.exec(segments[segments.length > 1 ? 1 : 0] ?? "")?.[0] ?? null;
}

const known = new WeakMap<Provider, ReadonlyMap<string, readonly string[]>>();

/** The model ids of a provider by family, computed once for each provider. */
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
