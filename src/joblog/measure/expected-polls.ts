import type { WorkloadKeys } from "../../manifest/schema.ts";
import type { Jobs } from "../../prices/schema.ts";

/** When a client polls a job: after `first` seconds, then every `interval` seconds, which `backoff` multiplies each time up to `max`. Each of `pollers` does so. */
export type Schedule = { first: number; interval: number; backoff: number; max: number; pollers: number };

/** The polling schedule of the manifest or the price book; null if there is none, or if a webhook reports the end. */
export function scheduleOf({ client }: WorkloadKeys, jobs: Jobs): Schedule | null {
  if (client.completion && !("poll" in client.completion)) return null;
  const poll = client.completion?.poll;
  const interval = poll?.interval ?? jobs.completion?.poll?.interval;
  if (interval === undefined || interval <= 0) return null;
  return { first: poll?.first ?? interval, interval, backoff: poll?.backoff ?? 1, max: poll?.max ?? Number.POSITIVE_INFINITY, pollers: poll?.pollers ?? 1 };
}

/** The status requests for a job that ends after `seconds`. The last one is the first after its end: with first = interval = 10, a job of 25 s takes 3. */
export function expectedPolls({ first, interval, backoff, max, pollers }: Schedule, seconds: number): number {
  if (backoff === 1 || interval >= max) return pollers * (seconds <= first ? 1 : 1 + Math.ceil((seconds - first) / Math.min(interval, max)));
  let polls = 1;
  let wait = interval;
  for (let at = first; at < seconds; polls++) {
    if (wait >= max) return pollers * (polls + Math.ceil((seconds - at) / max));
    at += wait;
    wait *= backoff;
  }
  return pollers * polls;
}
