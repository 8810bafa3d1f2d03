import type { Match } from "../manifest/schema.ts";
import { nearest } from "../notation/nearest.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";

/**
 * If a scope's `match` covers no workload, suggests the line that was probably meant: `team: growth` for `team: grwoth` if a
 * workload has that tag, `team: growth` for `tem: growth`, `provider: vertex` for `provider: vertx`.
 * @returns null if some workload has each value, or if no value is similar
 */
export function nearMatch({ tags, ...match }: Match, workloads: readonly WorkloadCost[]): string | null {
  const read = workloads.flatMap(({ name, keys, names = [], mode }) => (keys ? [{ name, keys, names, mode }] : []));
  const there = {
    provider: read.map(({ keys }) => keys.provider),
    model: read.flatMap(({ keys, names }) => [keys.model, ...names]),
    mode: read.map(({ mode }) => mode ?? ""),
    workload: read.map(({ name }) => name),
  };
  for (const key of ["provider", "model", "mode", "workload"] as const) {
    const meant = meantOf(match[key] ?? [], there[key]);
    if (meant !== null) return `${key}: ${meant}`;
  }
  const pairs = read.flatMap(({ keys }) => Object.entries(keys.tags));
  for (const [tag, values] of Object.entries(tags ?? {})) {
    const known = pairs.filter(([name]) => name === tag).map(([, value]) => value);
    const name = known.length > 0 ? tag : nearest(tag, [...new Set(pairs.map(([one]) => one))]);
    if (name === null) continue;
    const meant = known.length > 0 ? meantOf(values, known) : (values[0] ?? null);
    if (meant !== null) return `tags: { ${name}: ${meant} }`;
  }
  return null;
}

/** The existing value that is most similar to a written one; null if a written value exists or none is similar. */
function meantOf(written: readonly string[], there: readonly string[]): string | null {
  if (written.some((value) => there.includes(value))) return null;
  return written.map((value) => nearest(value, [...new Set(there)])).find((found) => found !== null) ?? null;
}
