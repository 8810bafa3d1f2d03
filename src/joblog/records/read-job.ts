import { momentOf } from "../../notation/time.ts";
import type { Field, Flaw, Job } from "./job.ts";
import { jobStatusOf } from "./status.ts";

/** A record before it is read: any field may be anything, or not there. */
export type Raw = Readonly<Partial<Record<Field | CamelCase, unknown>>>;

type CamelCase =
  | "jobId"
  | "requestId"
  | "idempotencyKey"
  | "promptHash"
  | "submittedAt"
  | "finishedAt"
  | "gaveUpAt"
  | "requestedSeconds"
  | "billedSeconds"
  | "billedResolution";

/**
 * Reads records into one job that is used again for each: what is to be kept of it must be copied.
 * Field by field, without a schema, since a log has millions of records.
 */
export function jobReader(): (raw: Raw) => Job | Flaw {
  const job: Job = {
    workload: "",
    provider: "",
    model: "",
    job_id: "",
    request_id: "",
    take: "",
    seed: "",
    attempt: Number.NaN,
    idempotency_key: "",
    prompt_hash: "",
    submitted_at: Number.NaN,
    finished_at: Number.NaN,
    gave_up_at: Number.NaN,
    status: "pending",
    requested_seconds: Number.NaN,
    billed_seconds: Number.NaN,
    resolution: "",
    billed_resolution: "",
    cost: Number.NaN,
    currency: "",
    credits: Number.NaN,
    polls: Number.NaN,
    kept: Number.NaN,
  };
  const statuses = new Map<unknown, Job["status"] | undefined>();
  let flaw: Flaw | null = null;

  const spoilt = (kind: Flaw["flaw"], field: Field, value: unknown): void => {
    flaw ??= { flaw: kind, field, value: shown(value) };
  };
  const text = (value: unknown, field: Field): string => {
    if (typeof value === "string") return value;
    if (value === undefined || value === null) return "";
    if (typeof value === "number") return String(value);
    spoilt("not-text", field, value);
    return "";
  };
  const scalar = (value: unknown, field: Field): string | number => (typeof value === "number" ? value : text(value, field));
  const number = (value: unknown, field: Field): number => {
    if (typeof value === "number") {
      if (value < 0) spoilt("negative", field, value);
      return value;
    }
    if (value === undefined || value === null || value === "") return Number.NaN;
    const read = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
    if (!Number.isFinite(read)) spoilt("not-a-number", field, value);
    else if (read < 0) spoilt("negative", field, value);
    return read;
  };
  const time = (value: unknown, field: Field): number => {
    if (value === undefined || value === null || value === "") return Number.NaN;
    const read = typeof value === "number" || typeof value === "string" ? momentOf(value) : Number.NaN;
    if (!Number.isFinite(read)) spoilt("not-a-time", field, value);
    return read;
  };
  const mark = (value: unknown, field: Field): number => {
    if (value === undefined || value === null || value === "") return Number.NaN;
    const word = String(value).toLowerCase();
    if (word === "true" || word === "yes" || word === "1") return 1;
    if (word !== "false" && word !== "no" && word !== "0") spoilt("not-a-number", field, value);
    return 0;
  };
  const resolution = (value: unknown, field: Field): string => (typeof value === "number" ? `${value}p` : text(value, field));
  const status = (value: unknown): Job["status"] => {
    if (value === undefined || value === null || value === "") {
      spoilt("missing", "status", value);
      return "pending";
    }
    let known = statuses.get(value);
    if (known === undefined) {
      known = typeof value === "string" ? jobStatusOf(value) : undefined;
      if (known === undefined) spoilt("unknown-status", "status", value);
      else if (statuses.size < 1000) statuses.set(value, known);
    }
    return known ?? "pending";
  };

  return (raw) => {
    flaw = null;
    job.job_id = text(raw.job_id ?? raw.jobId, "job_id");
    if (job.job_id === "") spoilt("missing", "job_id", "");
    job.status = status(raw.status);
    job.workload = text(raw.workload, "workload");
    job.provider = text(raw.provider, "provider");
    job.model = text(raw.model, "model");
    job.request_id = text(raw.request_id ?? raw.requestId, "request_id");
    job.take = scalar(raw.take, "take");
    job.seed = scalar(raw.seed, "seed");
    job.attempt = number(raw.attempt, "attempt");
    job.idempotency_key = text(raw.idempotency_key ?? raw.idempotencyKey, "idempotency_key");
    job.prompt_hash = text(raw.prompt_hash ?? raw.promptHash, "prompt_hash");
    job.submitted_at = time(raw.submitted_at ?? raw.submittedAt, "submitted_at");
    job.finished_at = time(raw.finished_at ?? raw.finishedAt, "finished_at");
    job.gave_up_at = time(raw.gave_up_at ?? raw.gaveUpAt, "gave_up_at");
    job.requested_seconds = number(raw.requested_seconds ?? raw.requestedSeconds, "requested_seconds");
    job.billed_seconds = number(raw.billed_seconds ?? raw.billedSeconds, "billed_seconds");
    job.resolution = resolution(raw.resolution, "resolution");
    job.billed_resolution = resolution(raw.billed_resolution ?? raw.billedResolution, "billed_resolution");
    job.cost = number(raw.cost, "cost");
    job.currency = text(raw.currency, "currency");
    job.credits = number(raw.credits, "credits");
    job.polls = number(raw.polls, "polls");
    job.kept = mark(raw.kept, "kept");
    // Clocks of a client and a provider differ; a second is not a mistake.
    if (job.finished_at < job.submitted_at - 1) spoilt("ends-first", "finished_at", raw.finished_at ?? raw.finishedAt);
    return flaw ?? job;
  };
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? (Array.isArray(value) ? "a list" : "a map") : String(value).slice(0, 200);
}
