/**
 * How a client learns that a job is done: by polling, or by a webhook that may be lost. Times in seconds; `loss` a share 0–1.
 * `pollers`: how many processes poll the same job.
 */
export type Completion =
  | { kind: "poll"; first: number; interval: number; backoff: number; max: number; pollers: number }
  | { kind: "webhook"; loss: number; fallback?: { after: number; interval: number } };

/** The number n of status requests of one submission. `seen[i]`: E[nⁱ; job done within patience], i = 0–3. `running`: n if the job outlasts patience. */
export type StatusRequests = { seen: readonly [number, number, number, number]; running: number };

/** When a smaller share of jobs than this still runs, further requests do not count. */
const NEGLIGIBLE = 1e-12;

/** At most this many requests are counted for one job. Nobody means a schedule with more. */
const MOST = 100_000;

/**
 * Moments of the number n of status requests for one submission that a client watches for `patience` seconds.
 *
 * Polling asks at least once, and again as long as the last answer was "still running", until patience ends. S(s) is the share of
 * jobs that still run after s seconds. The mean number of requests is 1 + S(s₀) + S(s₁) + … over the times of the requests. With
 * requests after 10, 20 and 30 s, and 80%, 30% and 0% of jobs still running then: 1 + 0.8 + 0.3 = 2.1 requests.
 * The means of n² and n³ follow in the same way: request k + 1 adds (k + 1)² − k² to n².
 *
 * Fallback polling beside a webhook asks only while the job still runs, and once more if the webhook was lost.
 * @param patience seconds; infinite if the client never stops
 * @param survival the share (0–1) of jobs that still run after so many seconds
 */
export function statusRequests(completion: Completion, patience: number, survival: (seconds: number) => number): StatusRequests {
  const late = survival(patience);
  const done = 1 - late;
  if (completion.kind === "poll") {
    const asked = tally(completion, patience, survival, 1);
    const { pollers } = completion;
    const seen = (power: 1 | 2 | 3): number => (asked.moments[power] - late * asked.count ** power) * pollers ** power;
    return { seen: [done, seen(1), seen(2), seen(3)], running: asked.count * pollers };
  }
  const { loss, fallback } = completion;
  if (!fallback) return { seen: [done, 0, 0, 0], running: 0 };
  const asked = tally({ first: fallback.after, interval: fallback.interval, backoff: 1, max: Number.POSITIVE_INFINITY }, patience, survival, 0);
  if (Number.isFinite(patience)) ask(asked, late);
  const seen = (power: 1 | 2 | 3): number => asked.moments[power] - late * asked.count ** power;
  const [a, b, c] = [seen(1), seen(2), seen(3)];
  return { seen: [done, a + loss * done, b + 2 * loss * a + loss * done, c + 3 * loss * (a + b) + loss * done], running: asked.count };
}

type Schedule = { first: number; interval: number; backoff: number; max: number };

/** The requests so far: the moments of their number, and their number for a job that still runs. */
type Asked = { moments: [number, number, number, number]; count: number };

/** Walks through a schedule up to `patience`. `before` requests are always made, and each further one only if the job still runs. */
function tally({ first, interval, backoff, max }: Schedule, patience: number, survival: (seconds: number) => number, before: 0 | 1): Asked {
  const asked: Asked = { moments: [1, before, before, before], count: before };
  for (let at = first, gap = interval; at < patience && asked.count < MOST; at += gap, gap = Math.min(gap * backoff, Math.max(max, interval))) {
    const running = survival(at);
    if (running < NEGLIGIBLE && patience === Number.POSITIVE_INFINITY) break;
    ask(asked, running);
  }
  return asked;
}

/** Adds one request, which is made with this chance. From 2 requests to 3, the square grows by 9 − 4 = 5 and the cube by 27 − 8 = 19, each times the chance. */
function ask(asked: Asked, chance: number): void {
  const { moments, count } = asked;
  moments[1] += chance;
  moments[2] += (2 * count + 1) * chance;
  moments[3] += (3 * count * (count + 1) + 1) * chance;
  asked.count++;
}
