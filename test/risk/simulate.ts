import type { Volume, WorkloadKeys } from "../../src/manifest/schema.ts";
import { drawArrivals, drawPert, drawRate, type Random } from "./random.generate.ts";

/**
 * A second opinion on the risk model: it walks every job through time, draw by draw, and adds up what happens.
 * It shares no formula with src/risk; only the words of the manifest (after parsing) are the same.
 */

/** A workload, and what one successful job and one status request cost in the reporting currency. */
export type Simulated = { keys: WorkloadKeys; job: number; status: number };

/** What happened to one clip wanted (or to a batch of them that one job makes). Billed amounts in job prices. */
export type Happened = {
  /** Jobs that were wanted for it, each with all its submissions. */
  takes: number;
  delivered: number;
  submissions: number;
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

type Failure = keyof NonNullable<WorkloadKeys["reliability"]["after_first"]>;
type Rates = Partial<Record<Failure, number | undefined>>;

const FAILURES: readonly Failure[] = ["provider_error", "moderated", "invalid", "timed_out"];

/** One clip wanted, with all its takes. */
export function simulateClip(keys: WorkloadKeys, rates: Rates, random: Random): Happened {
  const clip: Happened = { takes: 0, delivered: 0, submissions: 0, duplicates: 0, requests: 0, nothing: 1, success: 0, failed: 0, retried: 0, abandoned: 0 };
  const { takes } = keys;
  const outputs = outputsOfOneClip(keys);
  if (typeof takes === "number") {
    const planned = Math.floor(takes) + (random.chance(takes % 1) ? 1 : 0);
    for (let made = 0; made < planned; made += outputs) if (simulateTake(keys, rates, clip, random)) clip.nothing = 0;
    return clip;
  }
  const { acceptance, max } = takes.until_kept;
  while (clip.nothing === 1 && clip.takes * outputs < max) {
    // All outputs of a job are looked at, and the clip is done if any of them is kept.
    if (!simulateTake(keys, rates, clip, random)) continue;
    for (let i = 0; i < outputs; i++) if (random.chance(acceptance)) clip.nothing = 0;
  }
  return clip;
}

/** Of what one job makes, the outputs that are takes of the same clip. */
export function outputsOfOneClip({ output }: WorkloadKeys): number {
  return output.count_as === "clips" ? 1 : (output.count ?? 1);
}

/** Submits until something is delivered, the client stops, or its attempts are used up. */
function simulateTake(keys: WorkloadKeys, rates: Rates, clip: Happened, random: Random): boolean {
  clip.takes++;
  for (let attempt = 1; attempt <= keys.client.max_attempts; attempt++) {
    const next = simulateSubmission({ keys, rates, attempt }, clip, random);
    if (next === "delivered") {
      clip.delivered++;
      return true;
    }
    if (next === "stop") return false;
  }
  return false;
}

/** One submission: jobs of answers that got lost, then the job that the client knows of. */
function simulateSubmission(
  { keys: { client, reliability }, rates, attempt }: { keys: WorkloadKeys; rates: Rates; attempt: number },
  clip: Happened,
  random: Random,
): "delivered" | "retry" | "stop" {
  clip.submissions++;
  const worse = attempt === 1 ? undefined : reliability.after_first;
  const end = (): Failure | "success" => {
    let left = random.uniform();
    for (const failure of FAILURES) {
      left -= worse?.[failure] ?? rates[failure] ?? 0;
      if (left < 0) return failure;
    }
    return "success";
  };
  const bill = (how: Failure | "success"): number => (how === "success" ? 1 : charged(reliability.billed?.[how]));
  while (!client.idempotency_key && random.chance(client.submit_ack_loss)) {
    clip.duplicates++;
    clip.abandoned += bill(end());
  }
  const ended = end();
  const saw = (): "delivered" | "retry" | "stop" => {
    if (ended === "success") {
      clip.success++;
      return "delivered";
    }
    clip[attempt === 1 ? "failed" : "retried"] += bill(ended);
    return client.retry_on.includes(ended) ? "retry" : "stop";
  };
  if (ended === "invalid") return saw();
  const seen = watch(client, reliability.latency, clip, random);
  if (seen === "done") return saw();
  const again = client.on_timeout === "cancel-and-resubmit" || (client.on_timeout === "resubmit" && !client.idempotency_key);
  if (seen === "running" && client.on_timeout === "cancel-and-resubmit" && random.chance(client.cancel?.success ?? 0)) {
    clip[attempt === 1 ? "failed" : "retried"] += client.cancel?.billed ?? 0;
    return "retry";
  }
  clip.duplicates++;
  clip.abandoned += bill(ended);
  return again ? "retry" : "stop";
}

/** Waits for one job until it is seen to be done, or patience ends while it runs, or after it finished unheard of. */
function watch(
  client: WorkloadKeys["client"],
  latency: WorkloadKeys["reliability"]["latency"],
  clip: Happened,
  random: Random,
): "done" | "running" | "unheard" {
  const finished = latency ? latency.p50 * (latency.p95 / latency.p50) ** (random.normal() / 1.6448536269514722) : 0;
  // A client that holds a key asks for the same job again and again at each timeout: only `max_wait` ends that.
  const insists = client.on_timeout === "resubmit" && client.idempotency_key === true;
  const waits = insists || client.on_timeout === undefined || client.on_timeout === "keep-polling";
  const patience = (latency && (waits ? client.max_wait : client.timeout)) ?? Number.POSITIVE_INFINITY;
  const { completion } = client;
  if (completion && "webhook" in completion) {
    const { loss, fallback_poll } = completion.webhook;
    const arrives = !random.chance(loss);
    if (!fallback_poll) return finished > patience ? "running" : arrives || insists ? "done" : "unheard";
    if (!latency) return "done";
    for (let at = fallback_poll.after; ; at += fallback_poll.interval) {
      const now = Math.min(at, patience);
      if (arrives && finished <= now) return "done";
      clip.requests++;
      if (finished <= now) return "done";
      if (now === patience) return "running";
    }
  }
  if (!latency) return "done";
  const { interval = 10, first = interval, backoff = 1, max = Number.POSITIVE_INFINITY, pollers = 1 } = completion?.poll ?? {};
  let gap = interval;
  for (let at = first; ; at += gap, gap = Math.min(gap * backoff, max)) {
    const now = Math.min(at, patience);
    clip.requests += pollers;
    if (finished <= now) return "done";
    if (now === patience) return "running";
  }
}

/** What a failure bills: of what nobody knows, the dearer end. */
function charged(policy: number | "unknown" | undefined): number {
  return typeof policy === "number" ? policy : 1;
}

/** The declared rates; those with evidence are drawn anew for each month. */
export function drawRates({ outcomes, evidence }: WorkloadKeys["reliability"], random: Random): Rates {
  const rates: Rates = { ...outcomes };
  for (const failure of FAILURES) {
    const seen = evidence?.[failure];
    if (seen) rates[failure] = drawRate(random, seen.k, seen.n);
  }
  return rates;
}

/** Days of a month: 365.25 / 12. */
const MONTH = 30.4375;

/** Clips wanted in one month. */
export function drawVolume({ per_day, per_week, per_month, arrivals }: Volume, random: Random): number {
  const [amount, times] = per_day !== undefined ? [per_day, MONTH] : per_week !== undefined ? [per_week, MONTH / 7] : [per_month ?? 0, 1];
  if (typeof amount === "number") return arrivals === "poisson" ? drawArrivals(random, amount * times) : amount * times;
  if ("likely" in amount) return times * drawPert(random, amount);
  // 80% of a normal distribution lie within 1.2816 standard deviations.
  return times * Math.sqrt(amount.p10 * amount.p90) * (amount.p90 / amount.p10) ** (random.normal() / (2 * 1.2815515655446004));
}

/** What one month costs. A part of a clip is one more clip, that often. */
export function simulateMonth({ keys, job, status }: Simulated, random: Random, free = 0): number {
  const rates = drawRates(keys.reliability, random);
  const wanted = (drawVolume(keys.volume, random) * outputsOfOneClip(keys)) / (keys.output.count ?? 1);
  const clips = Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0);
  let [jobs, requests] = [0, 0];
  for (let i = 0; i < clips; i++) {
    const clip = simulateClip(keys, rates, random);
    jobs += billedOf(clip);
    requests += clip.requests;
  }
  return jobs * job + Math.max(0, requests - free) * status;
}

/** Everything that a clip billed for jobs, in job prices. */
export function billedOf({ success, failed, retried, abandoned }: Happened): number {
  return success + failed + retried + abandoned;
}
