import type { DeclaredTakes, WorkloadKeys } from "../../manifest/schema.ts";
import { FAILURES, type Failure } from "../../notation/failure.ts";
import type { Policy } from "../../notation/policy.ts";
import { recordOf } from "../../notation/record-of.ts";
import type { Jobs } from "../../prices/schema.ts";
import type { Distributions } from "../../stats/distributions.ts";
import { type Latency, latencyOf, survival } from "../../stats/lognormal.ts";
import type { AttemptOutcome, Watching } from "./attempt.ts";
import { partNumber } from "./part-number.ts";
import { type Completion, type StatusRequests, statusRequests } from "./polling.ts";
import { luckOf } from "./shared-luck.ts";
import type { Takes } from "./takes.ts";

/** The chance (0–1) of each failure per attempt; all other attempts succeed. */
export type Chances = Readonly<Record<Failure, number>>;

/** How a failure counts if it is unknown whether it is billed: `low` as free, `high` as billed in full. Limits are compared with `high`. */
export type End = "low" | "high";

/** How the jobs of a workload go, from the manifest and the price book together. Money in the reporting currency, times in seconds. */
export type JobProcess = {
  /** The most attempts of one take. */
  attempts: number;
  first: Chances;
  /** The chances on attempts 2 and later: what `after_first` declares, else those of the first attempt. */
  later: (first: Chances) => Chances;
  /** The share (0–1) of the price that each failure bills. If that is unknown, 0 or 1, as the `End` says. */
  billed: (failure: Failure) => number;
  /** The failures that can happen on some attempt. Evidence of 0 in n jobs does not rule a failure out. */
  possible: readonly Failure[];
  /** The possible failures for which it is unknown whether they are billed. */
  unknown: readonly (Failure | "cancelled")[];
  retries: ReadonlySet<Failure>;
  watching: Watching;
  /** The status requests of a job by the luck that the attempts of a request share, with weights that add up to 1. One entry if attempts are independent. */
  luck: readonly { weight: number; requests: StatusRequests }[];
  takes: Takes;
  /** The clips that one job makes, each with its own number of takes. */
  clipsPerJob: number;
  /** The percentiles of the time that a job takes. Null if they are unknown; status requests then cannot be counted. */
  latency: { p50: number; p95: number; from: "manifest" | "book" } | null;
  completion: Completion;
  /** How long the client waits for a job; infinite if it never stops waiting. */
  patience: number;
  /** Whether submissions carry an idempotency key, so that a resubmission starts no second job. */
  key: boolean;
};

/** Seconds between status requests, if neither the manifest nor the price book says. */
const USUAL_INTERVAL = 10;

/**
 * What the process depends on besides the manifest's own keys.
 *
 * - `end`: how failures count if it is unknown whether they are billed.
 * - `jobPrice`, `statusPrice`: the price of one successful job and of one status request, in the reporting currency.
 * - `rounds`: how many jobs a clip gets, or with several clips a job, how many takes each of them gets.
 * - `clipsPerJob`: the clips that one job makes.
 * - `isAsked`: whether status requests are counted, true by default. They need not be if they are free and only costs are wanted.
 */
export type JobTerms = { end: End; jobPrice: number; statusPrice: number; rounds: DeclaredTakes; clipsPerJob: number; isAsked?: boolean };

/** Processes by what the price book says about jobs, then by what is declared about them. Most workloads of a manifest declare the same. */
const worked = new WeakMap<Jobs, Map<string, JobProcess>>();

/** At most this many are kept. */
const MOST_KEPT = 1000;

/**
 * How the jobs of a workload go. The manifest takes precedence over the price book. If it is unknown whether a failure is billed,
 * `end` decides. Workloads that declare the same share one process.
 * @param jobs what the price book says about the jobs of the model, or else of the provider
 */
export function processOf({ client, reliability }: Declaring, jobs: Jobs, terms: JobTerms, distributions: Pick<Distributions, "normalCdf">): JobProcess {
  const known = worked.get(jobs) ?? new Map<string, JobProcess>();
  worked.set(jobs, known);
  const { end, jobPrice, statusPrice, rounds, clipsPerJob, isAsked = true } = terms;
  const taken = typeof rounds === "number" ? rounds : `until ${partNumber(rounds)}`;
  const declared = `${partNumber(client)} ${partNumber(reliability)} ${end} ${jobPrice} ${statusPrice} ${isAsked} ${clipsPerJob} ${taken}`;
  const process = known.get(declared) ?? workOut({ client, reliability }, jobs, terms, distributions);
  if (known.size < MOST_KEPT) known.set(declared, process);
  return process;
}

type Declaring = Pick<WorkloadKeys, "client" | "reliability">;

function workOut(
  { client, reliability }: Declaring,
  jobs: Jobs,
  { end, jobPrice, statusPrice, rounds, clipsPerJob, isAsked = true }: JobTerms,
  { normalCdf }: Pick<Distributions, "normalCdf">,
): JobProcess {
  const first = chancesOf(reliability.outcomes, reliability.evidence);
  const worse = reliability.after_first;
  const policyOf = (failure: Failure | "cancelled"): Policy => reliability.billed?.[failure] ?? jobs.billed?.[failure]?.value ?? "unknown";
  const key = client.idempotency_key ?? jobs.idempotency_key === true;
  const known = reliability.latency ?? jobs.latency;
  const latency = known ? { p50: known.p50, p95: known.p95, from: reliability.latency ? ("manifest" as const) : ("book" as const) } : null;
  const waits = client.on_timeout === undefined || client.on_timeout === "keep-polling" || (client.on_timeout === "resubmit" && key);
  const patience = (waits ? latency && client.max_wait : client.timeout) ?? Number.POSITIVE_INFINITY;
  const completion = completionOf(client.completion, jobs);
  const { requests, luck } = latency
    ? askedFor({ completion, patience, p50: latency.p50, p95: latency.p95, correlation: reliability.latency?.correlation ?? 0, isAsked }, normalCdf)
    : NOT_ASKED;
  // A resubmission with the key finds the finished job, even if its webhook was lost.
  const finds = client.on_timeout === "resubmit" && key;
  const unseen = completion.kind === "webhook" && !completion.fallback && !finds ? completion.loss : 0;
  const cancels = client.on_timeout === "cancel-and-resubmit";
  const possible = FAILURES.filter((failure) => first[failure] > 0 || (worse?.[failure] ?? 0) > 0 || reliability.evidence?.[failure] !== undefined);
  return {
    attempts: client.max_attempts,
    first,
    later: (drawn) => (worse ? capped({ ...drawn, ...given(worse) }) : drawn),
    billed: (failure) => shareOf(policyOf(failure), end),
    possible,
    unknown: possible.filter((failure) => policyOf(failure) === "unknown"),
    retries: new Set(client.retry_on),
    watching: {
      requests,
      whenLate: waits || client.on_timeout === "give-up" ? "stop" : "retry",
      ...(cancels && { cancel: client.cancel ?? { success: 0, billed: 0 } }),
      unseen,
      ackLoss: key ? 0 : client.submit_ack_loss,
      jobPrice,
      statusPrice: latency ? statusPrice : 0,
    },
    luck,
    takes: typeof rounds === "number" ? rounds : rounds.until_kept,
    clipsPerJob,
    latency,
    completion,
    patience,
    key,
  };
}

type Asked = Pick<JobProcess, "luck"> & { requests: StatusRequests };
type Waiting = { completion: Completion; patience: number; p50: number; p95: number; correlation: number; isAsked: boolean };

/** If the latency is unknown, every job is done at once, and status requests are not counted. */
const NOT_ASKED: Asked = { requests: { seen: [1, 0, 0, 0], running: 0 }, luck: [{ weight: 1, requests: { seen: [1, 0, 0, 0], running: 0 } }] };

/** Status requests by how the client waits. They do not depend on prices and failures, and many workloads have clients that wait alike. */
const asked = new Map<string, Asked>();

function askedFor(waiting: Waiting, normalCdf: Distributions["normalCdf"]): Asked {
  const written = JSON.stringify(waiting);
  const before = asked.get(written);
  if (before) return before;
  const { completion, patience, correlation, isAsked } = waiting;
  const latency = latencyOf(waiting);
  const requestsOf = (one: Latency): StatusRequests => {
    const survives = survival(one, normalCdf);
    return isAsked ? statusRequests(completion, patience, survives) : { seen: [1 - survives(patience), 0, 0, 0], running: 0 };
  };
  const requests = requestsOf(latency);
  const luck =
    correlation > 0 ? luckOf(latency, correlation).map((one) => ({ weight: one.weight, requests: requestsOf(one.latency) })) : [{ weight: 1, requests }];
  const found = { requests, luck };
  if (asked.size < MOST_KEPT) asked.set(written, found);
  return found;
}

/** The outcomes of one attempt. Success has the chance that the failures leave: failures of 3% and 2% leave 95%. */
export function outcomesOf(chances: Chances, { billed, retries }: Pick<JobProcess, "billed" | "retries">): AttemptOutcome[] {
  const failed = FAILURES.reduce((sum, failure) => sum + chances[failure], 0);
  return [
    { chance: Math.max(0, 1 - failed), billed: 1, retry: false, delivers: true, instant: false },
    ...FAILURES.map((failure) => ({
      chance: chances[failure],
      billed: billed(failure),
      retry: retries.has(failure),
      delivers: false,
      instant: failure === "invalid",
    })),
  ];
}

/** Drawn rates can add up to more than 1. They are then scaled down to 1: 0.8 and 0.4 become 0.667 and 0.333, and no attempt succeeds. */
export function capped(chances: Chances): Chances {
  const sum = FAILURES.reduce((total, failure) => total + chances[failure], 0);
  return sum <= 1 ? chances : recordOf(FAILURES, (failure) => chances[failure] / sum);
}

type Declared = WorkloadKeys["reliability"];

/** The rate of each failure: k / n if there is evidence, else the declared rate. Evidence of 3 of 60 is 5%. */
function chancesOf(outcomes: Declared["outcomes"], evidence: Declared["evidence"]): Chances {
  const rate = (failure: Failure): number => {
    const counted = evidence?.[failure];
    return counted ? counted.k / counted.n : (outcomes[failure] ?? 0);
  };
  return recordOf(FAILURES, rate);
}

function given(some: Partial<Record<Failure, number | undefined>>): Partial<Record<Failure, number>> {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));
}

function shareOf(policy: Policy, end: End): number {
  return policy === "unknown" ? (end === "high" ? 1 : 0) : policy;
}

function completionOf(declared: WorkloadKeys["client"]["completion"], jobs: Jobs): Completion {
  if (declared && "webhook" in declared) {
    const { loss, fallback_poll } = declared.webhook;
    return { kind: "webhook", loss, ...(fallback_poll && { fallback: fallback_poll }) };
  }
  const poll = declared?.poll;
  const interval = Math.max(poll?.interval ?? jobs.completion?.poll?.interval ?? USUAL_INTERVAL, 0.01);
  return {
    kind: "poll",
    first: poll?.first ?? interval,
    interval,
    backoff: poll?.backoff ?? 1,
    max: poll?.max ?? Number.POSITIVE_INFINITY,
    pollers: poll?.pollers ?? 1,
  };
}
