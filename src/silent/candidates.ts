import type { Pricing } from "../engine/pricing.ts";
import type { Request } from "../engine/request.ts";
import { isKept, type Ladder, outputLadders } from "../levers/ladders.ts";
import { type Alike, onceAlike } from "../manifest/price-keys.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { boundaries, limitsOf } from "../prices/accepts.ts";
import type { Model } from "../prices/book.ts";
import { findModel } from "../prices/find.ts";
import type { Jobs } from "../prices/schema.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";

/**
 * Kinds of costs that nobody chose. `default`: the manifest leaves a key out, so the provider's default counts. The others are client
 * settings that cost money without a line in the estimate: retries almost without an end, more status requests than the provider
 * recommends, a timeout that many jobs outlast, retries of moderated prompts, and resubmissions without an idempotency key.
 */
export const SILENT_KINDS = ["default", "retries", "polls", "timeout", "moderated", "no-key"] as const;
export type SilentKind = (typeof SILENT_KINDS)[number];

/**
 * A key that nobody chose, its value now (`from`), and values that could replace it. `choose`: with `first`, the first value that has a
 * price is taken; with `cheapest`, all are tried.
 */
export type SilentCandidate = { kind: SilentKind; path: string; from: unknown; values: readonly unknown[]; choose: "first" | "cheapest" };

/** More attempts than this count as retries without an end. */
const ENDLESS = 10;

/** The number of attempts that endless retries are compared with. */
const FEW_ATTEMPTS = 3;

/** The keys of a workload that nobody chose. Keys in its `keep` list are left out: `keep: [output.resolution]` is a choice. */
export function silentCandidates({ keys, request, problems }: WorkloadCost, pricing: Pricing): SilentCandidate[] {
  if (!keys) return [];
  const { book } = pricing;
  const provider = book.provider(keys.provider);
  const model = provider && findModel(provider, keys.model);
  const jobs = model?.jobs ?? provider?.jobs ?? {};
  const timeout = problems.find(({ code }) => code === "timeout-in-tail");
  return [
    ...(model && request ? onceAlike(ofJob, pricing, keys, () => unchosen(keys, request, model)) : []),
    ...retries(keys),
    ...polls(keys, jobs),
    ...(timeout ? [{ kind: "timeout", path: "client.timeout", from: keys.client.timeout, values: [timeout.args["cure"]], choose: "first" } as const] : []),
    ...moderated(keys),
    ...withoutKey(keys, jobs),
  ].filter(({ path, values }) => values.length > 0 && !isKept(path, keys));
}

/** The unchosen keys of a job. They are computed once for all workloads that request the same job. */
const ofJob: Alike<Pricing, readonly SilentCandidate[]> = new WeakMap();

function unchosen(keys: WorkloadKeys, request: Request, model: Model): SilentCandidate[] {
  return [...defaults(outputLadders(request, model), request.given), ...modes(keys, model), ...counts(request, model)];
}

/** Keys that the manifest leaves out, with the values that a lever would try, in reverse order: the shortest duration first. */
function defaults(ladders: readonly Ladder[], given: ReadonlySet<string>): SilentCandidate[] {
  return ladders
    .filter(({ path }) => !given.has(path.replace(/^output\./, "")))
    .map(({ kind, path, from, size, at }) => ({
      kind: "default",
      path,
      from: from ?? "standard",
      values: Array.from({ length: size }, (_, index) => at(size - 1 - index)),
      choose: kind === "duration" ? "first" : "cheapest",
    }));
}

function modes({ mode }: WorkloadKeys, { modes: [first, ...others] }: Model): SilentCandidate[] {
  return mode === undefined ? [{ kind: "default", path: "mode", from: first, values: others, choose: "cheapest" }] : [];
}

function counts({ fields, given }: Request, model: Model): SilentCandidate[] {
  const count = fields.get("count");
  if (given.has("count") || typeof count !== "number" || count <= 1) return [];
  const fewer = (limitsOf("count", model, (field) => fields.get(field)) ?? []).flatMap(boundaries).filter((one) => one < count);
  return [{ kind: "default", path: "output.count", from: count, values: [...new Set(fewer)], choose: "cheapest" }];
}

function retries({ client: { max_attempts } }: WorkloadKeys): SilentCandidate[] {
  return max_attempts <= ENDLESS ? [] : [{ kind: "retries", path: "client.max_attempts", from: max_attempts, values: [FEW_ATTEMPTS], choose: "first" }];
}

/** A polling interval below the one that the price book recommends. It costs money only if status requests have a price. */
function polls({ client: { completion } }: WorkloadKeys, jobs: Jobs): SilentCandidate[] {
  const [own, usual] = [completion && "poll" in completion ? completion.poll.interval : undefined, jobs.completion?.poll?.interval];
  if (own === undefined || usual === undefined || own >= usual || jobs.status_request === undefined) return [];
  return [{ kind: "polls", path: "client.completion.poll.interval", from: own, values: [usual], choose: "first" }];
}

function moderated({ client: { retry_on } }: WorkloadKeys): SilentCandidate[] {
  if (!retry_on.includes("moderated")) return [];
  const others = retry_on.filter((failure) => failure !== "moderated");
  return [{ kind: "moderated", path: "client.retry_on", from: retry_on, values: [others], choose: "first" }];
}

/** A job may be submitted twice, and neither the manifest nor the book says whether with an idempotency key. Nothing to write if the provider takes none. */
function withoutKey({ client }: WorkloadKeys, jobs: Jobs): SilentCandidate[] {
  const isRepeated = client.submit_ack_loss > 0 || client.on_timeout === "resubmit";
  if (!isRepeated || client.idempotency_key !== undefined || jobs.idempotency_key === true || jobs.idempotency_key === false) return [];
  return [{ kind: "no-key", path: "client.idempotency_key", from: false, values: [true], choose: "first" }];
}
