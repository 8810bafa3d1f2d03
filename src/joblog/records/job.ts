import type { Status } from "./status.ts";

/**
 * One job as the log has it. Text that is not there is "", a number that is not there NaN, so that a
 * million of them can be read through one object. Times are seconds since 1970, lengths seconds.
 */
export type Job = {
  workload: string;
  provider: string;
  model: string;
  job_id: string;
  request_id: string;
  /** Numbers or text: they are only compared. */
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
  /** In `currency`, or in the reporting currency where that is "". A sign before the amount stands as it is written: `$`. */
  cost: number;
  currency: string;
  /** What was billed in the provider's credits, where it says no money. */
  credits: number;
  /** Video tokens that were counted, where the provider bills them and the record says no money. */
  billed_tokens: number;
  /** Status requests that the client sent. */
  polls: number;
  /** Whether somebody kept the clip: 1, 0, or NaN if nobody said. */
  kept: number;
  /** Clips that one job was asked for, and that came out of it. */
  outputs_requested: number;
  outputs_delivered: number;
  /** What its owner wrote beside it, as it is in the log; undefined if nothing does. Only reports show it. */
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

/** Why a record cannot be used; `value` is what is there. */
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

/** A flawed record and where it is; `line` counts from 1. */
export type BadRecord = Flaw & { file: string; line: number };
