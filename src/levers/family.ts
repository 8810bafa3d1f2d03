import type { Model } from "../prices/book.ts";
import { familyOf } from "../prices/family.ts";

/**
 * The family of a model: one that is known by ids, or else its id's first word, without the vendor's before a slash.
 * `veo-3.1-fast-generate-001` is of `Veo`, `acme/reel-2-fast` of `reel`. Null where that begins with no letter.
 */
export function modelFamily({ id }: Pick<Model, "id">): string | null {
  const known = familyOf(id);
  if (known !== null && known !== "video") return known;
  const segments = id.toLowerCase().split("/");
  return /^[a-z]+/.exec(segments[segments.length > 1 ? 1 : 0] ?? "")?.[0] ?? null;
}
