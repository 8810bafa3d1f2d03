import type { Match } from "../manifest/schema.ts";

/** The parts of a workload that scopes match. `keys` is null if it could not be read. `names`: all names of its model. */
export type Scoped = {
  name: string;
  keys: { provider: string; model: string; tags: Readonly<Record<string, string>> } | null;
  names?: readonly string[];
  mode?: string | null | undefined;
};

/** Whether a scope covers a workload. All keys of `match` must match: a list by any of its values, a model by any of its names. */
export function covers(match: Match, { name, keys, names = [], mode }: Scoped): boolean {
  if (!keys) return false;
  return (
    (!match.provider || match.provider.includes(keys.provider)) &&
    (!match.model || match.model.some((model) => model === keys.model || names.includes(model))) &&
    (!match.mode || match.mode.includes(mode ?? "")) &&
    (!match.workload || match.workload.includes(name)) &&
    Object.entries(match.tags ?? {}).every(([tag, values]) => values.includes(keys.tags[tag] ?? ""))
  );
}
