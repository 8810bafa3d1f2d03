import type { WorkloadKeys } from "../../manifest/schema.ts";
import type { Jobs } from "../../prices/schema.ts";

/** When a client asks for a job's status: after `first` seconds, then every `interval`, growing to `max`; each of `pollers` does. */
export type Schedule = { first: number; interval: number; backoff: number; max: number; pollers: number };

/** The schedule that manifest and book declare; null if neither does, or where a webhook tells. */
export function scheduleOf({ client }: WorkloadKeys, jobs: Jobs): Schedule | null {
  if (client.completion && !("poll" in client.completion)) return null;
  const poll = client.completion?.poll;
  const interval = poll?.interval ?? jobs.completion?.poll?.interval;
  if (interval === undefined || interval <= 0) return null;
  return { first: poll?.first ?? interval, interval, backoff: poll?.backoff ?? 1, max: poll?.max ?? Number.POSITIVE_INFINITY, pollers: poll?.pollers ?? 1 };
}

/** Status requests for a job that ends after so many seconds: the last one is the first that comes after its end. */
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
