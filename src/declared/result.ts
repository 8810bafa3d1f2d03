import type { Reason } from "../budget/reason.ts";
import type { DeclaredWorkload } from "../manifest/parse.ts";
import type { Decimal } from "../money/decimal.ts";
import type { CodeFinding, CodePlace, Ignored } from "../scan/finding.ts";
import type { Located } from "../yaml/locate.ts";

/** A difference between code and a workload. `what`: the key. `code` and `declared`: the two values. `file` and `line`: the place in the code. */
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
export type MatchedFinding = {
  finding: CodeFinding;
  /** The list price in USD of one job; null if it is unknown. */
  job_price: Decimal | null;
  /** The workloads that declare any of its places. */
  declared_by: readonly DeclaredWorkload[];
  /** The places that no workload declares. */
  undeclared: readonly CodePlace[];
  near: NearMiss | null;
  drifts: readonly Drift[];
};

/**
 * Files whose calls are unknown because they were not read: their number, the names of some, and the reason.
 * `base`: files that the change does not touch. One of them may already have a call that the change seems to add.
 */
export type UnreadCode = { count: number; files: readonly string[]; why: "too-many" | "too-large" | "tangled" | "unreadable" | "api" | "base" };

/** The part of a report about code, besides the part about manifests. */
export type CodeReview = {
  /** `change`: only what the change adds to base. `tree`: all of the code. */
  scope: "change" | "tree";
  /** Every finding that is more than a mention. */
  held: readonly MatchedFinding[];
  /** Findings with an undeclared place, reported as the policy requires. */
  undeclared: readonly MatchedFinding[];
  ignored: readonly Ignored[];
  unread: readonly UnreadCode[];
  reasons: readonly Reason[];
  problems: readonly Located[];
};
