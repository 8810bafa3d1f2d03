import type { WorkloadKeys } from "../manifest/schema.ts";
import { FAILURES } from "../notation/failure.ts";

/**
 * Whether a workload declares nothing about how its jobs go: no failures, no client behavior, no uncertain volume. Its monthly
 * cost is then its list price, and is labeled so. No distribution is needed for it.
 */
export function isCertain({ client, reliability, volume, takes }: WorkloadKeys): boolean {
  return (
    Number.isInteger(takes) &&
    [volume.per_day, volume.per_week, volume.per_month, ...Object.values(volume.months ?? {})].every((amount) => typeof amount !== "object") &&
    volume.arrivals === "fixed" &&
    client.submit_ack_loss === 0 &&
    [client.timeout, client.max_wait, client.completion, client.cancel, reliability.latency].every((declared) => declared === undefined) &&
    !Object.values(reliability.outcomes).some((chance) => (chance ?? 0) > 0) &&
    [reliability.after_first, reliability.evidence].every((declared) => FAILURES.every((failure) => declared?.[failure] === undefined))
  );
}
