import type { Assumption } from "../engine/assumption.ts";
import type { Jobs } from "../prices/schema.ts";
import type { Distributions } from "../stats/distributions.ts";
import type { PricedWorkload, Risk } from "./risk.ts";
import { expectedMonth, timesOut } from "./risk-of-month.ts";

/**
 * What the risk model had to assume about how jobs go. `monthly` is what an assumption adds to the expected monthly cost, in the
 * reporting currency; 0 if there is no alternative to compare with.
 * @param statusPrice the price of one status request, in the reporting currency
 */
export function riskAssumptions(
  { process, figures, open, withKey }: Risk,
  { planned, jobs, statusPrice }: { planned: PricedWorkload; jobs: Jobs; statusPrice: number },
  distributions: Distributions,
): Assumption[] {
  if (!process) return [];
  const { keys } = planned;
  const assumed: Assumption[] = [];
  if (process.unknown.length > 0) assumed.push({ code: "unknown-billed", field: "reliability.billed", value: process.unknown.join(", "), monthly: open() });
  const repeats = keys.client.submit_ack_loss > 0 || keys.client.on_timeout === "resubmit";
  if (repeats && keys.client.idempotency_key === undefined) {
    const monthly = figures.expected.minus(withKey()?.expected ?? figures.expected);
    assumed.push({ code: process.key ? "book-key" : "no-key", field: "client.idempotency_key", value: process.key, monthly });
  }
  if (process.latency?.from === "book") {
    assumed.push({
      code: "book-latency",
      field: "reliability.latency",
      value: `${process.latency.p50} s, ${process.latency.p95} s`,
      monthly: figures.expected.times(0),
    });
  }
  if (timesOut(process) && keys.reliability.latency?.correlation === undefined) {
    assumed.push({ code: "independent-attempts", field: "reliability.latency.correlation", value: 0, monthly: figures.expected.times(0) });
  }
  if (keys.client.on_timeout === "cancel-and-resubmit" && keys.client.cancel === undefined) {
    const cancelled = { ...planned, keys: { ...keys, client: { ...keys.client, cancel: { success: 1, billed: 0 } } } };
    assumed.push({
      code: "no-cancel",
      field: "client.cancel",
      value: "0%",
      monthly: figures.expected.minus(expectedMonth(cancelled, jobs, statusPrice, distributions)),
    });
  }
  return assumed;
}
