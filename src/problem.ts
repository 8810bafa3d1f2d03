/**
 * A problem of an input, as data. Its sentence and its remedy are in `report/words/problems.ts`. At the end,
 * `yaml/locate.ts` finds line and column from `path`.
 */
export type Problem = {
  code: ProblemCode;
  severity: "error" | "warning" | "note";
  /** The file that must be edited, relative to the repository or the working directory. */
  file: string;
  /** Where in the file, as keys and indexes from its root. */
  path: readonly (string | number)[];
  /** Whether the key itself is at fault (an unknown or duplicate key) and not its value. */
  at?: "key";
  /** The offset in characters, not bytes. For text that could not be parsed as YAML, so that `path` leads nowhere. */
  offset?: number;
  /** The values in the sentence: the wrong value, the allowed values, the nearest name… */
  args: Readonly<Record<string, Arg>>;
};

export type Arg = string | number | boolean | null | readonly (string | number | boolean)[];

/** Closed list: a new code does not compile until `report/words/problems.ts` has its words. */
export type ProblemCode =
  // The file as text
  | "file-missing"
  | "file-too-large"
  | "not-utf8"
  | "yaml-syntax"
  | "duplicate-key"
  | "too-many-aliases"
  | "not-a-map"
  | "outside-repository"
  | "unprintable-path"
  | "tree-truncated"
  | "too-many-files"
  | "manifest-returned"
  | "history-unread"
  // The file as a manifest or a price file
  | "unknown-key"
  | "not-indented"
  | "missing-key"
  | "wrong-value"
  | "out-of-range"
  | "shares-over-one"
  | "timeout-without-behaviour"
  | "behaviour-without-timeout"
  | "behaviour-without-latency"
  | "one-of"
  | "not-ascending"
  | "no-workloads"
  | "include-cycle"
  | "include-matches-nothing"
  | "mixed-currencies"
  | "no-exchange-rate"
  | "scope-matches-nothing"
  // A manifest compared with the price book
  | "unknown-provider"
  | "unknown-model"
  | "unknown-pack"
  | "unknown-fee"
  | "unlisted-with-price"
  | "retired"
  | "retires-soon"
  | "may-retire"
  | "not-accepted"
  | "unknown-option"
  | "not-offered"
  | "field-needed"
  | "unpriced"
  | "lower-bound"
  | "stale-price"
  // The price lock
  | "lock-unreadable"
  | "lock-unknown-workload"
  | "lock-outdated"
  // Code compared with the manifest
  | "undeclared-call"
  | "model-drift"
  | "parameter-drift"
  | "unused-workload"
  | "scan-incomplete"
  | "count-as-takes"
  // Defaults that nobody chose
  | "silent-cost"
  // The bill compared with the plan
  | "pace-off-plan"
  // Jobs, accounts and evidence
  | "timeout-in-tail"
  | "webhook-without-fallback"
  | "concurrency-too-small"
  | "polling-too-fast"
  | "needs-latency"
  | "plan-exceeded"
  | "near-tier"
  | "evidence-disagrees"
  | "credit-expires"
  | "balance-below-a-job"
  | "no-effect"
  | "figure-of-plan"
  // A price file on its own (build-time checks)
  | "price-overlap"
  | "price-duplicate"
  | "price-rivals"
  | "price-quantity-keys"
  | "price-hole"
  | "price-when"
  | "price-default"
  | "price-media"
  | "price-units"
  | "price-conditional-meter"
  | "price-out-of-scope";
