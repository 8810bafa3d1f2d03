/** A cache of values by list of objects. It finds a list by its first object, and frees it together with that. */
export type ByList<Item extends object, Value> = WeakMap<Item, { items: readonly Item[]; value: Value }[]>;

/** At most this many lists with the same first object are kept. When there are more, all are dropped. */
const MOST_KEPT = 20;

/** Computes a value once for each list. The total, a scope, an account and a limit often ask for the same workloads. */
export function onceForList<Item extends object, Value>(known: ByList<Item, Value>, items: readonly Item[], compute: () => Value): Value {
  const [first] = items;
  if (!first) return compute();
  const lists = known.get(first) ?? [];
  const same = lists.find((one) => one.items.length === items.length && one.items.every((item, index) => item === items[index]));
  if (same) return same.value;
  const value = compute();
  known.set(first, [...(lists.length < MOST_KEPT ? lists : []), { items, value }]);
  return value;
}
