import type { WorkloadKeys } from "../../../src/manifest/schema.ts";
import type { Random } from "./random.generate.ts";

/**
 * A second opinion on the risk model: it simulates every job through time, draw by draw, and adds up the results.
 * It shares no formula with src/risk; only the parsed manifest is shared.
 */

/** The simulated events of one wanted clip, or of many clips whose jobs make several. Billed amounts are multiples of a job's price. */
export type Happened = {
  /** Wanted jobs; each may need several submissions. */
  takes: number;
  delivered: number;
  submissions: number;
  /** Jobs that the provider accepted, including those whose acknowledgement was lost. */
  created: number;
  duplicates: number;
  requests: number;
  /** The clips of which no output was kept. */
  nothing: number;
  /** Billed amounts of observed successes, of failures of first and later attempts, and of jobs that the client no longer watched. */
  success: number;
  failed: number;
  retried: number;
  abandoned: number;
};

export type Failure = keyof NonNullable<WorkloadKeys["reliability"]["after_first"]>;
export type Rates = Partial<Record<Failure, number | undefined>>;

export const FAILURE_NAMES: readonly Failure[] = ["provider_error", "moderated", "invalid", "timed_out"];

/** A clip's workload, the rates of its month, and how slow its jobs are (a draw from the standard normal distribution). */
type Request = { keys: WorkloadKeys; rates: Rates; slow: number };

function nothingYet(): Happened {
  return { takes: 0, delivered: 0, submissions: 0, created: 0, duplicates: 0, requests: 0, nothing: 1, success: 0, failed: 0, retried: 0, abandoned: 0 };
}

/** Simulates one wanted clip with all its takes. */
export function simulateClip(keys: WorkloadKeys, rates: Rates, random: Random): Happened {
  const request = { keys, rates, slow: keys.reliability.latency?.correlation ? random.normal() : 0 };
  const clip = nothingYet();
  const { takes } = keys;
  const outputs = outputsOfOneClip(keys);
  if (typeof takes === "number") {
    const planned = Math.floor(takes) + (random.chance(takes % 1) ? 1 : 0);
    for (let made = 0; made < planned; made += outputs) if (simulateTake(request, clip, random)) clip.nothing = 0;
    return clip;
  }
  const { acceptance, max } = takes.until_kept;
  while (clip.nothing === 1 && clip.takes * outputs < max) {
    // Each output of a job may be kept, and the clip is done if any is.
    if (!simulateTake(request, clip, random)) continue;
    for (let i = 0; i < outputs; i++) if (random.chance(acceptance)) clip.nothing = 0;
  }
  return clip;
}

/** Whether each output of a job is a clip of its own. */
export function makesBatches({ output }: WorkloadKeys): boolean {
  return output.count_as === "clips" && (output.count ?? 1) > 1;
}

/** `wanted`: clips; if the number is not whole, the last clip counts with its fraction. */
type Batches = { keys: WorkloadKeys; rates: Rates; wanted: number };

/**
 * Simulates clips of which one job makes several. Each clip needs its own number of takes. Clips that need another take wait until a job is
 * full. The last job may be partly empty, and counts with the part that is full.
 */
export function simulateBatches({ keys, rates, wanted }: Batches, random: Random, each: (billed: number) => void = () => {}): Happened {
  const { takes, output } = keys;
  const all = { ...nothingYet(), nothing: 0 };
  const plannedTakes = (): number => (typeof takes === "number" ? Math.floor(takes) + (random.chance(takes % 1) ? 1 : 0) : takes.until_kept.max);
  const waiting = Array.from({ length: Math.ceil(wanted) }, (_, i) => ({ part: Math.min(1, wanted - i), left: plannedTakes(), nothing: true }));
  while (waiting.length > 0) {
    const clips = waiting.splice(0, output.count ?? 1);
    const part = clips.reduce((sum, clip) => sum + clip.part, 0) / (output.count ?? 1);
    const job = nothingYet();
    const arrives = simulateTake({ keys, rates, slow: keys.reliability.latency?.correlation ? random.normal() : 0 }, job, random);
    for (const key of Object.keys(job) as (keyof Happened)[]) if (key !== "nothing") all[key] += part * job[key];
    each(part * billedOf(job));
    for (const clip of clips) {
      const isKept = arrives && (typeof takes === "number" || random.chance(takes.until_kept.acceptance));
      if (isKept) clip.nothing = false;
      clip.left--;
      if (clip.left > 0 && (typeof takes === "number" || !isKept)) waiting.push(clip);
      else if (clip.nothing) all.nothing += clip.part;
    }
  }
  return all;
}

/** The number of a job's outputs that are takes of the same clip. */
export function outputsOfOneClip({ output }: WorkloadKeys): number {
  return output.count_as === "clips" ? 1 : (output.count ?? 1);
}

/** Submits until the take is delivered, the client stops, or its attempts are used up. */
function simulateTake(request: Request, clip: Happened, random: Random): boolean {
  clip.takes++;
  for (let attempt = 1; attempt <= request.keys.client.max_attempts; attempt++) {
    const next = simulateSubmission(request, attempt, clip, random);
    if (next === "delivered") {
      clip.delivered++;
      return true;
    }
    if (next === "stop") return false;
  }
  return false;
}

/** Simulates one submission: jobs whose acknowledgement is lost, then the job that the client knows. */
function simulateSubmission(request: Request, attempt: number, clip: Happened, random: Random): "delivered" | "retry" | "stop" {
  const { client, reliability } = request.keys;
  clip.submissions++;
  clip.created++;
  while (!client.idempotency_key && random.chance(client.submit_ack_loss)) {
    clip.created++;
    clip.duplicates++;
    clip.abandoned += billOf(request, endOf(request, attempt, random));
  }
  const ended = endOf(request, attempt, random);
  if (ended === "invalid") return saw(request, ended, attempt, clip);
  const seen = watch(client, secondsOf(reliability.latency, request.slow, random), clip, random);
  if (seen === "done") return saw(request, ended, attempt, clip);
  const again = client.on_timeout === "cancel-and-resubmit" || (client.on_timeout === "resubmit" && !client.idempotency_key);
  if (seen === "running" && client.on_timeout === "cancel-and-resubmit" && random.chance(client.cancel?.success ?? 0)) {
    addFailed(clip, attempt, client.cancel?.billed ?? 0);
    return "retry";
  }
  clip.duplicates++;
  clip.abandoned += billOf(request, ended);
  return again ? "retry" : "stop";
}

/** How a job ends. Later attempts can have their own failure rates. */
function endOf({ keys, rates }: Request, attempt: number, random: Random): Failure | "success" {
  const worse = attempt === 1 ? undefined : keys.reliability.after_first;
  let left = random.uniform();
  for (let i = 0; i < FAILURE_NAMES.length; i++) {
    const failure = FAILURE_NAMES[i] as Failure;
    left -= worse?.[failure] ?? rates[failure] ?? 0;
    if (left < 0) return failure;
  }
  return "success";
}

/** The client sees how its job ended: it has the output, or it retries some failures. */
function saw(request: Request, ended: Failure | "success", attempt: number, clip: Happened): "delivered" | "retry" | "stop" {
  if (ended === "success") {
    clip.success++;
    return "delivered";
  }
  addFailed(clip, attempt, billOf(request, ended));
  return request.keys.client.retry_on.includes(ended) ? "retry" : "stop";
}

function addFailed(clip: Happened, attempt: number, bill: number): void {
  if (attempt === 1) clip.failed += bill;
  else clip.retried += bill;
}

function billOf({ keys }: Request, how: Failure | "success"): number {
  return how === "success" ? 1 : charged(keys.reliability.billed?.[how]);
}

/** Seconds that a job takes: half of them take no longer than the P50, and 95% no longer than the P95. The request determines a share of the z value of their logarithm. */
function secondsOf(latency: WorkloadKeys["reliability"]["latency"], slow: number, random: Random): number | null {
  if (!latency) return null;
  const { p50, p95, correlation = 0 } = latency;
  const z = Math.sqrt(correlation) * slow + Math.sqrt(1 - correlation) * random.normal();
  return p50 * (p95 / p50) ** (z / 1.6448536269514722);
}

/** Waits for one job until the client sees that it is done, or until patience ends. */
function watch(client: WorkloadKeys["client"], seconds: number | null, clip: Happened, random: Random): "done" | "running" | "unheard" {
  const finished = seconds ?? 0;
  // A client with an idempotency key gets the same job again at each timeout, so only `max_wait` ends the wait.
  const insists = client.on_timeout === "resubmit" && client.idempotency_key === true;
  const waits = insists || client.on_timeout === undefined || client.on_timeout === "keep-polling";
  const patience = (seconds !== null && (waits ? client.max_wait : client.timeout)) || Number.POSITIVE_INFINITY;
  const { completion } = client;
  if (completion && "webhook" in completion) {
    const { loss, fallback_poll } = completion.webhook;
    const arrives = !random.chance(loss);
    if (!fallback_poll) return finished > patience ? "running" : arrives || insists ? "done" : "unheard";
    if (seconds === null) return "done";
    for (let at = fallback_poll.after; ; at += fallback_poll.interval) {
      const now = Math.min(at, patience);
      if (arrives && finished <= now) return "done";
      clip.requests++;
      if (finished <= now) return "done";
      if (now === patience) return "running";
    }
  }
  if (seconds === null) return "done";
  const { interval = 10, first = interval, backoff = 1, max = Number.POSITIVE_INFINITY, pollers = 1 } = completion?.poll ?? {};
  let gap = interval;
  for (let at = first; ; at += gap, gap = Math.min(gap * backoff, max)) {
    const now = Math.min(at, patience);
    clip.requests += pollers;
    if (finished <= now) return "done";
    if (now === patience) return "running";
  }
}

/** What a failure bills; for an unknown policy, the more expensive end. */
function charged(policy: number | "unknown" | undefined): number {
  return typeof policy === "number" ? policy : 1;
}

/** Everything that was billed for a clip, as a multiple of a job's price. */
export function billedOf({ success, failed, retried, abandoned }: Happened): number {
  return success + failed + retried + abandoned;
}
