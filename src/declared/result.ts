import type { Reason } from "../budget/reason.ts";
import type { DeclaredWorkload } from "../manifest/parse.ts";
import type { Decimal } from "../money/decimal.ts";
import type { CodeFinding, CodePlace, Ignored } from "../scan/finding.ts";
import type { Located } from "../yaml/locate.ts";

/** Code and a workload that say two things: `what` is the key that they differ in, as each has it; `file` and `line` are the code's. */
export type Drift = {
  what: "model" | "duration" | "resolution" | "audio";
  file: string;
  line: number;
  workload: DeclaredWorkload;
  code: string | number | boolean;
  declared: string | number | boolean;
};

/** A workload that nearly declares a finding: the same model, bought at another provider. */
export type NearMiss = { workload: DeclaredWorkload };

/** A finding compared with the workloads of the manifests. */
export type HeldFinding = {
  finding: CodeFinding;
  /** What one job bills, in USD at list price; null if that is not known. */
  job_price: Decimal | null;
  /** The workloads that declare any of its places. */
  declared_by: readonly DeclaredWorkload[];
  /** The places that no workload declares. */
  undeclared: readonly CodePlace[];
  near: NearMiss | null;
  drifts: readonly Drift[];
};

/**
 * Code that was not read, so that what it calls is not known: how many files, some of them by name, and why.
 * `base`: files that a change leaves alone, in which a call that it seems to add may stand already.
 */
export type UnreadCode = { count: number; files: readonly string[]; why: "too-many" | "too-large" | "tangled" | "unreadable" | "api" | "base" };

/** What a run says of the code, beside what it says of manifests. */
export type CodeReview = {
  /** `change`: what a change adds to base. `tree`: all of the code. */
  scope: "change" | "tree";
  /** Every finding that is more than spoken of. */
  held: readonly HeldFinding[];
  /** Findings with a place that no workload declares, as the policy in force wants them told. */
  undeclared: readonly HeldFinding[];
  ignored: readonly Ignored[];
  unread: readonly UnreadCode[];
  reasons: readonly Reason[];
  problems: readonly Located[];
};
