const known = new WeakMap<object, string>();

/**
 * What a part of a workload says, as text, to find what was worked out of it. Parts that say the same are mostly one object
 * (`manifest/read-keys.ts`), and each is written out once.
 */
export function textOf(part: object): string {
  const found = known.get(part);
  if (found !== undefined) return found;
  const text = JSON.stringify(part);
  known.set(part, text);
  return text;
}
