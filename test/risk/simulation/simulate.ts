import type { WorkloadKeys } from "../../../src/manifest/schema.ts";
import type { Random } from "./random.generate.ts";

/**
 * A second opinion on the risk model: it walks every job through time, draw by draw, and adds up what happens.
 * It shares no formula with src/risk; only the words of the manifest (after parsing) are the same.
 */

/** What happened to one clip wanted (or to a batch of them that one job makes). Billed amounts in job prices. */
export type Happened = {
  /** Jobs that were wanted for it, each with all its submissions. */
  takes: number;
  delivered: number;
  submissions: number;
  /** Jobs that the provider took: submissions, and those whose answers got lost. */
  created: number;
  duplicates: number;
  requests: number;
  /** 1 if nothing (kept) came of it, else 0. */
  nothing: number;
  /** Of successes that were seen, failures of first attempts and of later ones, and jobs nobody watched any more. */
  success: number;
  failed: number;
  retried: number;
  abandoned: number;
};

export type Failure = keyof NonNullable<WorkloadKeys["reliability"]["after_first"]>;
export type Rates = Partial<Record<Failure, number | undefined>>;

export const FAILURE_NAMES: readonly Failure[] = ["provider_error", "moderated", "invalid", "timed_out"];

/** A clip's workload, the rates of its month, and how slow all of its jobs are: a draw from the normal distribution. */
type Request = { keys: WorkloadKeys; rates: Rates; slow: number };

function nothingYet(): Happened {
  return { takes: 0, delivered: 0, submissions: 0, created: 0, duplicates: 0, requests: 0, nothing: 1, success: 0, failed: 0, retried: 0, abandoned: 0 };
}

/** One clip wanted, with all its takes. */
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
    // All outputs of a job are looked at, and the clip is done if any of them is kept.
    if (!simulateTake(request, clip, random)) continue;
    for (let i = 0; i < outputs; i++) if (random.chance(acceptance)) clip.nothing = 0;
  }
  return clip;
}

/** Of what one job makes, the outputs that are takes of the same clip. */
export function outputsOfOneClip({ output }: WorkloadKeys): number {
  return output.count_as === "clips" ? 1 : (output.count ?? 1);
}

/** Submits until something is delivered, the client stops, or its attempts are used up. */
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

/** One submission: jobs of answers that got lost, then the job that the client knows of. */
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

/** How a job ends. Failures of later attempts may have rates of their own. */
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

/** A client that knows how its job ended takes what was made, or tries again after the failures that it retries. */
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

/** Seconds that a job takes: half of them take no longer than the P50, and 95% no longer than the P95. Of the z of their logarithm the request decides a share. */
function secondsOf(latency: WorkloadKeys["reliability"]["latency"], slow: number, random: Random): number | null {
  if (!latency) return null;
  const { p50, p95, correlation = 0 } = latency;
  const z = Math.sqrt(correlation) * slow + Math.sqrt(1 - correlation) * random.normal();
  return p50 * (p95 / p50) ** (z / 1.6448536269514722);
}

/** Waits for one job until it is seen to be done, or patience ends while it runs, or after it finished unheard of. */
function watch(client: WorkloadKeys["client"], seconds: number | null, clip: Happened, random: Random): "done" | "running" | "unheard" {
  const finished = seconds ?? 0;
  // A client that holds a key asks for the same job again and again at each timeout: only `max_wait` ends that.
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

/** What a failure bills: of what nobody knows, the more expensive end. */
function charged(policy: number | "unknown" | undefined): number {
  return typeof policy === "number" ? policy : 1;
}

/** Everything that a clip billed for jobs, in job prices. */
export function billedOf({ success, failed, retried, abandoned }: Happened): number {
  return success + failed + retried + abandoned;
}
