const known = new WeakMap<object, string>();

/**
 * A part of a workload as text, as a key for what was computed from it. Equal parts are mostly the same object
 * (`manifest/read-keys.ts`), and each object is converted once.
 */
export function textOf(part: object): string {
  const found = known.get(part);
  if (found !== undefined) return found;
  const text = JSON.stringify(part);
  known.set(part, text);
  return text;
}
