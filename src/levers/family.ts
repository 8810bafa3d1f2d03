import type { Model } from "../prices/book.ts";

/**
 * The family that a model's id names: its first word, without the vendor's before a slash. `veo-3.1-fast-generate-001` is of
 * `veo`, `fal-ai/kling-video/v3/pro/text-to-video` of `kling`. Null where the id begins with no letter.
 */
export function familyOf({ id }: Pick<Model, "id">): string | null {
  const segments = id.toLowerCase().split("/");
  const name = segments.length > 1 ? segments[1] : segments[0];
  return /^[a-z]+/.exec(name ?? "")?.[0] ?? null;
}
