import type { Match } from "../manifest/schema.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";

/** Whether a scope covers a workload: all of its keys must match, a list by any of its values, a model by any of its names. */
export function covers(match: Match, { name, keys, names = [], mode }: WorkloadCost): boolean {
  if (!keys) return false;
  return (
    (!match.provider || match.provider.includes(keys.provider)) &&
    (!match.model || match.model.some((model) => model === keys.model || names.includes(model))) &&
    (!match.mode || match.mode.includes(mode ?? "")) &&
    (!match.workload || match.workload.includes(name)) &&
    Object.entries(match.tags ?? {}).every(([tag, values]) => values.includes(keys.tags[tag] ?? ""))
  );
}
