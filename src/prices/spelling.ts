/**
 * What callers of a provider write around a model's id, by its price file. An id is looked up as it is written first;
 * only if the book has no such name is anything taken off.
 */
export type Spellings = {
  /** Taken off the front: a gateway's own name (`vercel/`), a host (`https://fal.run/`), a path of the API (`models/`). */
  prefixes?: readonly string[] | undefined;
  /** Where one of these stands after the first character, it and what follows are taken off: `:` of `owner/name:version`, `@` of `name@001`. */
  version_marks?: readonly string[] | undefined;
  /** True: a day at the end is taken off, `-2025-10-06` or `-20251006`. */
  dates?: boolean | undefined;
};

const DAY = /-20\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])$/;

/**
 * The names that a written id may stand for, in the order in which they are looked up: as written, then with less and
 * less around it. `replicate/luma/ray:1f2e` with the prefix `replicate/` and the mark `:` gives itself,
 * `luma/ray:1f2e`, `replicate/luma/ray` and `luma/ray`.
 */
export function spellingsOf(id: string, { prefixes = [], version_marks: marks = [], dates = false }: Spellings = {}): string[] {
  const bare = [id, ...prefixes.flatMap((prefix) => (id.startsWith(prefix) && id.length > prefix.length ? [id.slice(prefix.length)] : []))];
  const unversioned = bare.flatMap((name) => marks.flatMap((mark) => beforeMark(name, mark)));
  const undated = dates ? [...bare, ...unversioned].flatMap((name) => (DAY.test(name) ? [name.replace(DAY, "")] : [])) : [];
  return [...new Set([...bare, ...unversioned, ...undated])];
}

/** An address has a `:` of its own, so only what follows its last `/` is looked at. */
function beforeMark(name: string, mark: string): string[] {
  const at = name.indexOf(mark, name.lastIndexOf("/") + 2);
  return at < 1 ? [] : [name.slice(0, at)];
}
