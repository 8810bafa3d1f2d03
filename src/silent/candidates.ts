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
 * `default`: the provider's word, where the manifest says nothing. The others are settings of the client that cost money without a
 * line of their own: retries without an end, status requests more often than the provider asks for, a timeout that jobs outlast,
 * refused prompts sent again, and resubmission without an idempotency key.
 */
export const SILENT_KINDS = ["default", "retries", "polls", "timeout", "moderated", "no-key"] as const;
export type SilentKind = (typeof SILENT_KINDS)[number];

/** A key that nobody chose, and what could be there instead. `first`: the first value that has a price is the cheapest; else all are tried. */
export type SilentCandidate = { kind: SilentKind; path: string; from: unknown; values: readonly unknown[]; choose: "first" | "cheapest" };

/** More attempts than this are taken as retrying without an end; that many are what is compared with. */
const ENDLESS = 10;
const FEW_ATTEMPTS = 3;

/** What nobody chose of a workload, without what it keeps: who writes `keep: [output.resolution]` has thought of it. */
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

/** What nobody chose of a job: workloads that request the same have it in common. */
const ofJob: Alike<Pricing, readonly SilentCandidate[]> = new WeakMap();

function unchosen(keys: WorkloadKeys, request: Request, model: Model): SilentCandidate[] {
  return [...defaults(outputLadders(request, model), request.given), ...modes(keys, model), ...counts(request, model)];
}

/** Values that a lever would try, where the manifest leaves the key out; of durations the shortest first. */
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

/** Where status requests have a price, and the book says how often the provider wants to be asked. */
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

/** A job may be submitted twice, and nobody says whether with a key. Where the provider takes none, there is nothing to write. */
function withoutKey({ client }: WorkloadKeys, jobs: Jobs): SilentCandidate[] {
  const isRepeated = client.submit_ack_loss > 0 || client.on_timeout === "resubmit";
  if (!isRepeated || client.idempotency_key !== undefined || jobs.idempotency_key === true || jobs.idempotency_key === false) return [];
  return [{ kind: "no-key", path: "client.idempotency_key", from: false, values: [true], choose: "first" }];
}
