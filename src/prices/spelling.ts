/**
 * What callers of a provider write around a model's id, as its price file states it. An id is first looked up as it is
 * written. Parts are stripped only if the book has no such name.
 */
export type Spellings = {
  /** Prefixes to strip: a gateway's name (`vercel/`), a host (`https://fal.run/`), a path of the API (`models/`). */
  prefixes?: readonly string[] | undefined;
  /** Separators to strip together with what follows: `:` in `owner/name:version`, `@` in `name@001`. */
  version_marks?: readonly string[] | undefined;
  /** Whether to strip a date at the end: `-2025-10-06` or `-20251006`. */
  dates?: boolean | undefined;
};

const DAY = /-20\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])$/;

/**
 * The names to look up for a written id, in this order: as written, without a prefix, without a version, without a
 * date. With the prefix `replicate/` and the mark `:`, the id `replicate/luma/ray:1f2e` gives itself,
 * `luma/ray:1f2e`, `replicate/luma/ray` and `luma/ray`.
 */
export function spellingsOf(id: string, { prefixes = [], version_marks: marks = [], dates = false }: Spellings = {}): string[] {
  const bare = [id, ...prefixes.flatMap((prefix) => (id.startsWith(prefix) && id.length > prefix.length ? [id.slice(prefix.length)] : []))];
  const unversioned = bare.flatMap((name) => marks.flatMap((mark) => beforeMark(name, mark)));
  const undated = dates ? [...bare, ...unversioned].flatMap((name) => (DAY.test(name) ? [name.replace(DAY, "")] : [])) : [];
  return [...new Set([...bare, ...unversioned, ...undated])];
}

/** The part before the mark. Only the text after the last `/` is searched, because `https:` contains a `:`, too. */
function beforeMark(name: string, mark: string): string[] {
  const at = name.indexOf(mark, name.lastIndexOf("/") + 2);
  return at < 1 ? [] : [name.slice(0, at)];
}
