const numbers = new Map<string, number>();
const known = new WeakMap<object, number>();

/** When more texts than these are known, all are forgotten. A number is given once, so what was worked out by it stays right. */
const MOST_KEPT = 20_000;
let last = 0;

/**
 * A number for what a part of a workload says, to find what was worked out of it: parts that say the same have the same number. Such
 * parts are mostly one object (`manifest/read-keys.ts`), and each is written out once. Two clients of `{ timeout: 150 }` are both 7, one of
 * `{ timeout: 160 }` is 8.
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
