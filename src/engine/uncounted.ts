import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Problem } from "../problem.ts";

/**
 * What a workload declares and the estimate does not count yet, so that nothing declared is silently
 * dropped: one note for each workload that has any. A key's default is no declaration.
 */
export function uncounted({ client, reliability, volume }: WorkloadKeys, file: string, name: string): Problem[] {
  const parts = [
    ...(["per_day", "per_week", "per_month"] as const).filter((key) => typeof volume[key] === "object").map((key) => `volume.${key}`),
    ...(volume.arrivals === "poisson" ? ["volume.arrivals"] : []),
    ...(client.max_attempts > 1 ? ["client.max_attempts"] : []),
    ...(["timeout", "on_timeout", "max_wait", "cancel", "completion"] as const).filter((key) => client[key] !== undefined).map((key) => `client.${key}`),
    ...(client.submit_ack_loss > 0 ? ["client.submit_ack_loss"] : []),
    ...(hasAny(reliability.outcomes) ? ["reliability.outcomes"] : []),
    ...(["after_first", "evidence", "billed"] as const).filter((key) => hasAny(reliability[key] ?? {})).map((key) => `reliability.${key}`),
    ...(reliability.latency ? ["reliability.latency"] : []),
  ];
  return parts.length === 0 ? [] : [{ code: "not-yet-counted", severity: "note", file, path: ["workloads", name], args: { parts } }];
}

function hasAny(map: object): boolean {
  return Object.values(map).some((value) => value !== undefined);
}
