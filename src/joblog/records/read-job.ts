import type { Field, Flaw, Job } from "./job.ts";
import { ValueReader } from "./read-value.ts";

/** An unread record: any field may be absent or have any type. */
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
  | "billedTokens"
  | "billedResolution"
  | "outputsRequested"
  | "outputsDelivered";

/**
 * Reads records into one job object that is reused for each. Copy what must be kept. It reads field by field without a schema, because a log may
 * have millions of records.
 */
export function jobReader(): (raw: Raw) => Job | Flaw {
  const job = emptyJob();
  const value = new ValueReader();
  return (raw) => {
    value.flaw = null;
    readInto(job, raw, value);
    return value.flaw ?? job;
  };
}

function emptyJob(): Job {
  return {
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
    billed_tokens: Number.NaN,
    polls: Number.NaN,
    kept: Number.NaN,
    outputs_requested: Number.NaN,
    outputs_delivered: Number.NaN,
    metadata: undefined,
  };
}

function readInto(job: Job, raw: Raw, value: ValueReader): void {
  job.job_id = value.text(raw.job_id ?? raw.jobId, "job_id");
  if (job.job_id === "") value.spoilt("missing", "job_id", "");
  job.status = value.status(raw.status);
  job.workload = value.text(raw.workload, "workload");
  job.provider = value.text(raw.provider, "provider");
  job.model = value.text(raw.model, "model");
  job.request_id = value.text(raw.request_id ?? raw.requestId, "request_id");
  job.take = value.scalar(raw.take, "take");
  job.seed = value.scalar(raw.seed, "seed");
  job.attempt = value.number(raw.attempt, "attempt");
  job.idempotency_key = value.text(raw.idempotency_key ?? raw.idempotencyKey, "idempotency_key");
  job.prompt_hash = value.text(raw.prompt_hash ?? raw.promptHash, "prompt_hash");
  job.submitted_at = value.time(raw.submitted_at ?? raw.submittedAt, "submitted_at");
  job.finished_at = value.time(raw.finished_at ?? raw.finishedAt, "finished_at");
  job.gave_up_at = value.time(raw.gave_up_at ?? raw.gaveUpAt, "gave_up_at");
  job.requested_seconds = value.number(raw.requested_seconds ?? raw.requestedSeconds, "requested_seconds");
  job.billed_seconds = value.number(raw.billed_seconds ?? raw.billedSeconds, "billed_seconds");
  job.resolution = value.resolution(raw.resolution, "resolution");
  job.billed_resolution = value.resolution(raw.billed_resolution ?? raw.billedResolution, "billed_resolution");
  job.cost = value.money(raw.cost, "cost");
  job.currency = value.text(raw.currency, "currency");
  if (job.currency === "" && value.sign !== "") job.currency = value.sign;
  job.credits = value.number(raw.credits, "credits");
  job.billed_tokens = value.number(raw.billed_tokens ?? raw.billedTokens, "billed_tokens");
  job.polls = value.number(raw.polls, "polls");
  job.kept = value.mark(raw.kept, "kept");
  job.outputs_requested = value.number(raw.outputs_requested ?? raw.outputsRequested, "outputs_requested");
  job.outputs_delivered = value.number(raw.outputs_delivered ?? raw.outputsDelivered, "outputs_delivered");
  job.metadata = raw.metadata;
  if (isUnseen(job)) job.status = "unknown";
  // The clocks of client and provider may differ by a second.
  if (job.finished_at < job.submitted_at - 1) value.spoilt("ends-first", "finished_at", raw.finished_at ?? raw.finishedAt);
}

/**
 * Whether the client gave up on a job whose outcome is unknown. The status in the log is then the client's own (`timeout`) or that of the last
 * response (`processing`), not the final one of the provider.
 */
function isUnseen({ status, finished_at, gave_up_at }: Job): boolean {
  return (status === "pending" || status === "timed_out") && Number.isNaN(finished_at) && !Number.isNaN(gave_up_at);
}
