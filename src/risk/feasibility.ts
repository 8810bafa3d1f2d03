import { creditValue } from "../engine/credit.ts";
import type { Pricing } from "../engine/pricing.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { FAILURES } from "../notation/failure.ts";
import type { Jobs } from "../prices/schema.ts";
import type { Problem } from "../problem.ts";
import type { Distributions } from "../stats/distributions.ts";
import { wilson95 } from "../stats/interval.ts";
import { latencyOf, meanWatched, patienceFor } from "../stats/lognormal.ts";
import type { JobProcess } from "./model/process.ts";
import type { Risk } from "./risk.ts";

/** The share of jobs that may run longer than the suggested timeout: one in a thousand. */
const RARE = 0.001;

const SECONDS_AN_HOUR = 3600;
const HOURS_A_MONTH = 24 * 30.4375;

/** A workload and its jobs. `jobs`: what the price book says about them. `concurrency`: how many jobs the account may run at the same time. */
type Declared = { keys: WorkloadKeys; name: string; risk: Risk; jobs: Jobs };
type Declaring = Declared & { process: JobProcess; concurrency: number | undefined };

/** Finds settings that cannot work as declared, with the same figures as the cost. Each is a warning, or a note if it costs nothing as declared. */
export function feasibilityProblems(declared: Declared, pricing: Pricing, distributions: Distributions): Problem[] {
  const { keys, name, jobs } = declared;
  const { process } = declared.risk;
  const { file, settings } = pricing.manifest;
  const warn = (code: Problem["code"], path: readonly string[], args: Problem["args"], severity: Problem["severity"] = "warning"): Problem => ({
    code,
    severity,
    file,
    path: ["workloads", name, ...path],
    args: { ...args, currency: settings.currency },
  });
  if (!process) return idlePeak(keys, undefined, undefined, warn);
  const account = settings.accounts[keys.provider];
  const concurrency =
    account?.concurrency ?? creditValue(pricing.book.provider(keys.provider)?.account, account)?.pack?.concurrency ?? jobs.limits?.concurrency;
  const declaring: Declaring = { ...declared, process, concurrency };
  return [
    ...timeoutInTail(declaring, warn, distributions),
    ...lostWebhook(process, declared.risk, warn),
    ...load(declaring, warn, distributions),
    ...uncountable(keys, process, jobs, warn),
    ...contradicted(keys, warn),
    ...idlePeak(keys, process, concurrency ?? (process.completion.kind === "poll" ? jobs.limits?.requests_per_second : undefined), warn),
  ];
}

/**
 * A declared rate outside the 95% Wilson interval of its evidence. One of the two is wrong; the model uses the evidence.
 * Example: 1% is declared and 10 of 20 jobs failed, which is 29.9% to 70.1%.
 */
function contradicted({ reliability: { outcomes, evidence } }: WorkloadKeys, warn: Warn): Problem[] {
  if (!evidence) return [];
  return FAILURES.flatMap((failure) => {
    const [declared, counted] = [outcomes[failure], evidence[failure]];
    if (declared === undefined || !counted) return [];
    const { k, n } = counted;
    const [low, high] = wilson95(k, n);
    if (declared >= low && declared <= high) return [];
    return [warn("evidence-disagrees", ["reliability", "outcomes", failure], { outcome: failure, declared, k, n, low, high })];
  });
}

/** A declared peak is checked with the latency of jobs, against a limit on jobs or on status requests. It has no effect if either is unknown. */
function idlePeak({ volume }: WorkloadKeys, process: JobProcess | undefined, most: number | undefined, warn: Warn): Problem[] {
  const why = process?.latency ? (most === undefined ? "concurrency" : null) : "latency";
  return volume.peak_per_hour === undefined || why === null
    ? []
    : [warn("no-effect", ["volume", "peak_per_hour"], { key: "volume.peak_per_hour", why }, "note")];
}

type Warn = (code: Problem["code"], path: readonly string[], args: Problem["args"], severity?: Problem["severity"]) => Problem;

/**
 * A timeout below the P95 latency, after which the client gives up, cancels, or resubmits without an idempotency key. The first
 * job may keep running and is then billed. The warning has the monthly cost of such jobs and a timeout that avoids them.
 */
function timeoutInTail({ keys: { client }, risk, process: { latency, key } }: Declaring, warn: Warn, { normalQuantile }: Distributions): Problem[] {
  const abandons = client.on_timeout === "cancel-and-resubmit" || client.on_timeout === "give-up" || (client.on_timeout === "resubmit" && !key);
  if (!latency || client.timeout === undefined || !abandons || client.timeout >= latency.p95) return [];
  const cure = Math.ceil(patienceFor(latencyOf(latency), RARE, normalQuantile));
  return [warn("timeout-in-tail", ["client", "timeout"], { timeout: client.timeout, p95: latency.p95, cure, monthly: risk.waterfall.duplicates.toNumber() })];
}

/** A webhook without fallback polling: if it is lost, the job is billed and its output is never seen. A note if the declared loss is 0. */
function lostWebhook({ completion, watching }: JobProcess, { waterfall }: Risk, warn: Warn): Problem[] {
  if (completion.kind !== "webhook" || completion.fallback) return [];
  const { loss } = completion;
  return [
    warn(
      "webhook-without-fallback",
      ["client", "completion"],
      { loss, monthly: watching.unseen > 0 ? waterfall.duplicates.toNumber() : 0 },
      loss > 0 ? "warning" : "note",
    ),
  ];
}

/**
 * Compares the jobs in flight with the account's concurrency, and their status requests with the provider's limit. Little's law:
 * jobs in flight = arrivals × mean time watched. 360 jobs an hour that are watched for 100 s each are 0.1 × 100 = 10 in flight.
 * Arrivals are those of the declared peak. Without a peak, the mean hour is compared with the limit on status requests alone.
 */
function load({ keys, risk, process, jobs: { limits }, concurrency }: Declaring, warn: Warn, { normalCdf }: Distributions): Problem[] {
  const { volume } = keys;
  const { jobs, demand } = risk;
  const { latency, patience, completion } = process;
  const most = limits?.requests_per_second;
  if (!latency || jobs.clips === 0 || (concurrency === undefined && most === undefined)) return [];
  const perClip = jobs.submitted / jobs.clips;
  const clipsPerHour = volume.peak_per_hour ?? demand.mean / HOURS_A_MONTH;
  const inFlight = ((clipsPerHour * perClip) / SECONDS_AN_HOUR) * meanWatched(latencyOf(latency), patience, normalCdf);
  const problems: Problem[] = [];
  if (concurrency !== undefined && volume.peak_per_hour !== undefined && inFlight > concurrency) {
    problems.push(warn("concurrency-too-small", ["volume", "peak_per_hour"], { inFlight, concurrency, peak: volume.peak_per_hour }));
  }
  if (completion.kind === "poll" && most !== undefined) {
    const perSecond = (inFlight * completion.pollers) / completion.interval;
    if (perSecond > most) {
      const refused = 1 - most / perSecond;
      const interval = (inFlight * completion.pollers) / most;
      problems.push(warn("polling-too-fast", ["client", "completion"], { perSecond, limit: most, refused, interval }));
    }
  }
  return problems;
}

/** Settings and prices that cannot be counted because the latency of jobs is unknown. */
function uncountable({ client }: WorkloadKeys, { latency }: JobProcess, jobs: Jobs, warn: Warn): Problem[] {
  if (latency) return [];
  return [
    ...(client.max_wait === undefined ? [] : [warn("needs-latency", ["client", "max_wait"], { key: "client.max_wait" }, "note")]),
    ...(jobs.status_request === undefined ? [] : [warn("needs-latency", ["reliability"], { key: "status requests", usd: jobs.status_request.usd })]),
  ];
}
