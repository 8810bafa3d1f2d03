/** How a client learns that a job is done: by asking, or by a webhook that may be lost. Times in seconds, `loss` a share 0–1. */
export type Completion =
  | { kind: "poll"; first: number; interval: number; backoff: number; max: number; pollers: number }
  | { kind: "webhook"; loss: number; fallback?: { after: number; interval: number } };

/** Status requests of one submission: `seen[i]` = E[nⁱ; done in time], i = 0–3, and their number for a job that outlasts the client's patience. */
export type StatusRequests = { seen: readonly [number, number, number, number]; running: number };

/** Below this share of jobs still running, further requests no longer count. */
const NEGLIGIBLE = 1e-12;

/** More requests than this for one job are no schedule that anyone means: the rest is left out. */
const MOST = 100_000;

/**
 * Moments of the number of status requests for one submission that a client watches for `patience` seconds.
 *
 * Polling asks at s₀ < s₁ < … < s_m = patience, the last time exactly then. Request k is made if the job
 * still ran at the one before it, so E[n] = 1 + Σ S(s_(k−1)), and by parts E[nⁱ] = Σ ((k+1)ⁱ − kⁱ) S(s_(k−1)).
 * A fallback after a webhook asks at s_k if the job still runs then, and once more where the webhook was lost.
 * @param survival the share of jobs still running after so many seconds
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

/** Requests so far: moments of their number, and how many a job that is not done gets. */
type Asked = { moments: [number, number, number, number]; count: number };

/** Walks a schedule up to `patience`: `before` requests are made whatever happens, each further one if the job still runs. */
function tally({ first, interval, backoff, max }: Schedule, patience: number, survival: (seconds: number) => number, before: 0 | 1): Asked {
  const asked: Asked = { moments: [1, before, before, before], count: before };
  for (let at = first, gap = interval; at < patience && asked.count < MOST; at += gap, gap = Math.min(gap * backoff, Math.max(max, interval))) {
    const running = survival(at);
    if (running < NEGLIGIBLE && patience === Number.POSITIVE_INFINITY) break;
    ask(asked, running);
  }
  return asked;
}

/** One request more, made with this chance: E[nⁱ] grows by ((n+1)ⁱ − nⁱ) times it. */
function ask(asked: Asked, chance: number): void {
  const { moments, count } = asked;
  moments[1] += chance;
  moments[2] += (2 * count + 1) * chance;
  moments[3] += (3 * count * (count + 1) + 1) * chance;
  asked.count++;
}
