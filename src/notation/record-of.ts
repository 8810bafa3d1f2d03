/** A value for each of some keys: `recordOf(["a", "b"], (key) => key.length)` is `{ a: 1, b: 1 }`. */
export function recordOf<Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;
}

/** The keys of an object that has no others than its type says. */
export function fieldNames<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}
