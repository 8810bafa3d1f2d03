import type { Match } from "../manifest/schema.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";

/** Whether a scope covers a workload: all of its keys must match, a list by any of its values. */
export function covers(match: Match, { name, keys, mode, source }: WorkloadCost): boolean {
  if (!keys) return false;
  const ids = [keys.model, source?.id.slice(keys.provider.length + 1)];
  return (
    (!match.provider || match.provider.includes(keys.provider)) &&
    (!match.model || match.model.some((model) => ids.includes(model))) &&
    (!match.mode || match.mode.includes(mode ?? "")) &&
    (!match.workload || match.workload.includes(name)) &&
    Object.entries(match.tags ?? {}).every(([tag, values]) => values.includes(keys.tags[tag] ?? ""))
  );
}
