import type { WorkloadKeys } from "./schema.ts";

const known = new WeakMap<WorkloadKeys, string>();

/** The keys of a workload that its job price depends on, as text. Two workloads with the same text have the same price per job. Volume and reliability are not in it. */
export function priceKeysOf(keys: WorkloadKeys): string {
  const found = known.get(keys);
  if (found !== undefined) return found;
  const { volume: _, takes, client, reliability, keep, tags, notes, code, ...priced } = keys;
  const text = JSON.stringify(priced);
  known.set(keys, text);
  return text;
}

/** A cache of values that are the same for all workloads with the same price keys. */
export type Alike<Subject extends object, Value> = WeakMap<Subject, Map<string, Value>>;

/** Computes a value once for all workloads that request the same job. */
export function onceAlike<Subject extends object, Value>(known: Alike<Subject, Value>, subject: Subject, keys: WorkloadKeys, work: () => Value): Value {
  const of = known.get(subject) ?? new Map<string, Value>();
  known.set(subject, of);
  const text = priceKeysOf(keys);
  if (of.has(text)) return of.get(text) as Value;
  const value = work();
  of.set(text, value);
  return value;
}
