import { isTree } from "../notation/tree.ts";

/** Groups of keys of which a workload has only one. A workload's own key removes the others of its group that come from `defaults`. */
const CHOICES: readonly (readonly string[])[] = [
  ["volume.per_day", "volume.per_week", "volume.per_month"],
  ["output.duration", "output.frames", "output.segments"],
  ["client.completion.poll", "client.completion.webhook"],
];

/** Keys whose maps count as one value: they replace the default and do not merge with it. */
const WHOLE = new Set(["volume.per_day", "volume.per_week", "volume.per_month", "price", "takes"]);

/**
 * Merges a workload into the manifest's `defaults`: maps merge deeply, lists replace, and the workload's own value wins.
 * Neither argument changes. Only own keys are read, so that `__proto__` is a key like any other.
 */
export function merge(defaults: unknown, own: unknown, at = ""): unknown {
  if (!isTree(defaults) || !isTree(own) || WHOLE.has(at) || at.startsWith("volume.months.")) return own === undefined ? defaults : own;
  const merged = new Map<string, unknown>(Object.entries(defaults));
  for (const key of Object.keys(own)) {
    for (const choice of CHOICES.filter((keys) => keys.includes(join(at, key)))) {
      for (const other of choice) merged.delete(other.slice(at.length + 1));
    }
  }
  for (const [key, value] of Object.entries(own)) {
    const inherited = Object.hasOwn(defaults, key) ? defaults[key] : undefined;
    merged.set(key, merge(inherited, value, join(at, key)));
  }
  return Object.fromEntries(merged);
}

function join(at: string, key: string): string {
  return at === "" ? key : `${at}.${key}`;
}
