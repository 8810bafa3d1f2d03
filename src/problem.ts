/**
 * What is wrong with an input, as data. The English (a sentence and a remedy for each code) is in
 * `report/words/messages.ts`; line and column are found at the end, from `path`, by `yaml/locate.ts`.
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
  /** Byte-independent character offset, for text that never became a tree (YAML errors). */
  offset?: number;
  /** What the sentence names: the offending value, what is allowed, the nearest name… */
  args: Readonly<Record<string, Arg>>;
};

export type Arg = string | number | boolean | null | readonly (string | number | boolean)[];

/** Closed list: a new code does not compile until `report/words/messages.ts` gives it its words. */
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
  // A manifest against the price book
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
  // A lock of prices
  | "lock-unreadable"
  | "lock-unknown-workload"
  | "lock-outdated"
  // Code against the manifest
  | "undeclared-call"
  | "model-drift"
  | "parameter-drift"
  | "unused-workload"
  | "scan-incomplete"
  | "count-as-takes"
  // What nobody chose
  | "silent-cost"
  // What was billed
  | "pace-off-plan"
  // How jobs go
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
