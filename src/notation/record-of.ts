/** An object with a value for each key: `recordOf(["a", "b"], (key) => key.length)` is `{ a: 1, b: 1 }`. */
export function recordOf<Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;
}

/** The keys of an object, for an object that has exactly the keys of its type. */
export function fieldNames<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}

/**
 * The value at a record's own key. Every object inherits a `constructor` and a `toString`, so a plain lookup of the option
 * `constructor: global` finds a function of JavaScript.
 */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
