const numbers = new Map<string, number>();
const known = new WeakMap<object, number>();

/** The cache is cleared at this size. Numbers are never reused, so results that are stored under a number stay right. */
const MOST_KEPT = 20_000;
let last = 0;

/**
 * A number for a part of a workload, as a short key for what was computed from it. Equal parts have the same number: two clients of
 * `{ timeout: 150 }` may both be 7, and one of `{ timeout: 160 }` is then 8. Equal parts are mostly the same object
 * (`manifest/read-keys.ts`), and each object is converted to text once.
 */
export function partNumber(part: object): number {
  const found = known.get(part);
  if (found !== undefined) return found;
  const text = JSON.stringify(part);
  const number = numbers.get(text) ?? ++last;
  if (numbers.size >= MOST_KEPT) numbers.clear();
  numbers.set(text, number);
  known.set(part, number);
  return number;
}
