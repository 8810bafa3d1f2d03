import type { Status } from "./status.ts";

/**
 * One job of a log. Absent text is "" and an absent number is NaN, so that one object can be reused for a million records. Times are seconds
 * since 1970, lengths are seconds.
 */
export type Job = {
  workload: string;
  provider: string;
  model: string;
  job_id: string;
  request_id: string;
  /** Numbers or text, because they are only compared. */
  take: string | number;
  seed: string | number;
  attempt: number;
  idempotency_key: string;
  prompt_hash: string;
  submitted_at: number;
  finished_at: number;
  gave_up_at: number;
  status: Status | "pending";
  requested_seconds: number;
  billed_seconds: number;
  resolution: string;
  billed_resolution: string;
  /** In `currency`, or in the reporting currency if that is "". `currency` may also be the sign beside the amount: `$`. */
  cost: number;
  currency: string;
  /** The bill in the provider's credits, for a record without money. */
  credits: number;
  /** The billed video tokens, for a record without money. */
  billed_tokens: number;
  /** Status requests that the client sent. */
  polls: number;
  /** Whether the clip was kept: 1 or 0; NaN if unknown. */
  kept: number;
  /** The number of clips that the job was to make, and that it delivered. */
  outputs_requested: number;
  outputs_delivered: number;
  /** Any value from the log for reports to show; undefined if there is none. */
  metadata: unknown;
};

/** The fields of a record, as `--map` and the header of a CSV name them. */
export const FIELDS = [
  "workload",
  "provider",
  "model",
  "job_id",
  "request_id",
  "take",
  "attempt",
  "idempotency_key",
  "prompt_hash",
  "seed",
  "submitted_at",
  "finished_at",
  "gave_up_at",
  "status",
  "requested_seconds",
  "billed_seconds",
  "resolution",
  "billed_resolution",
  "cost",
  "currency",
  "credits",
  "billed_tokens",
  "polls",
  "kept",
  "outputs_requested",
  "outputs_delivered",
  "metadata",
] as const satisfies readonly (keyof Job)[];

export type Field = (typeof FIELDS)[number];

/** Why a record cannot be used. `value`: the wrong value of `field`, as text. */
export type Flaw = {
  flaw:
    | "not-json"
    | "unknown-shape"
    | "other-name"
    | "not-a-record"
    | "too-long"
    | "rest"
    | "missing"
    | "not-text"
    | "not-a-number"
    | "not-a-time"
    | "negative"
    | "unknown-status"
    | "ends-first"
    | "columns"
    | "encoding"
    | "no-rate";
  field: string;
  value: string;
};

/** A flawed record and its place; `line` counts from 1. */
export type BadRecord = Flaw & { file: string; line: number };
