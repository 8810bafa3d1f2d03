/** A cache of values by set of objects. It finds a set by its first object, and frees it together with that. */
export type BySet<Item extends object, Value> = WeakMap<Item, { items: readonly Item[]; value: Value }[]>;

/** Computes a value once for each set. The total, a scope, an account and a limit often ask for the same set of workloads. */
export function onceForSet<Item extends object, Value>(known: BySet<Item, Value>, items: readonly Item[], compute: () => Value): Value {
  const [first] = items;
  if (!first) return compute();
  const sets = known.get(first) ?? [];
  known.set(first, sets);
  const same = sets.find((one) => one.items.length === items.length && one.items.every((item, index) => item === items[index]));
  if (same) return same.value;
  const value = compute();
  sets.push({ items, value });
  return value;
}
