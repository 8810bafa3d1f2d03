import type { WorkloadKeys } from "./schema.ts";

const known = new WeakMap<WorkloadKeys, string>();

/** What of a workload its job price goes by, as text: of two workloads with the same one job costs the same. How many jobs there are and how they go is not in it. */
export function priceKeysOf(keys: WorkloadKeys): string {
  const found = known.get(keys);
  if (found !== undefined) return found;
  const { volume: _, takes, client, reliability, keep, tags, notes, code, ...priced } = keys;
  const text = JSON.stringify(priced);
  known.set(keys, text);
  return text;
}

/** What was worked out of a subject for workloads whose job price goes by the same. */
export type Alike<Subject extends object, Value> = WeakMap<Subject, Map<string, Value>>;

/** Works out a value once for all workloads of which one job is the same. */
export function onceAlike<Subject extends object, Value>(known: Alike<Subject, Value>, subject: Subject, keys: WorkloadKeys, work: () => Value): Value {
  const of = known.get(subject) ?? new Map<string, Value>();
  known.set(subject, of);
  const text = priceKeysOf(keys);
  if (of.has(text)) return of.get(text) as Value;
  const value = work();
  of.set(text, value);
  return value;
}
