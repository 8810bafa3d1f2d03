/**
 * How sure it is that the code makes this video.
 * `call`: the id is sent: an argument of a call that submits a job, its body, its URL, or a value that the same file sends.
 * `constant`: the id waits to be sent: a constant, a value of a map, a default, a value of the environment.
 * `mention`: the id is only spoken of: a type, a comparison, a list to choose from, a price. The gate does not judge a mention.
 */
export type Confidence = "call" | "constant" | "mention";

/** What the string with the id is to the code around it; the first line is `call`, the second `constant`, the rest `mention`. */
export const ROLES = {
  call: "call",
  body: "call",
  url: "call",
  constant: "constant",
  map: "constant",
  default: "constant",
  "env-default": "constant",
  type: "mention",
  comparison: "mention",
  "ui-list": "mention",
  "price-table": "mention",
  message: "mention",
  key: "mention",
} as const satisfies Readonly<Record<string, Confidence>>;
export type Role = keyof typeof ROLES;

/** Where something stands: a path from the root of what is scanned, with `/`, and a line from 1. */
export type CodePlace = { file: string; line: number; role: Role };

/** What code says of a job, by the manifest's names. */
export const PARAMETERS = ["duration", "resolution", "aspect_ratio", "audio", "count"] as const;
export type ParameterName = (typeof PARAMETERS)[number];

/**
 * One parameter of the calls of a finding.
 * `literal`: written in the call or in what it sends. `default`: what a parameter or an environment variable falls back to.
 * `dynamic`: decided at run time, `value` is null. `not-sent`: the provider's own default holds, `value` and `line` are null.
 * A duration is in seconds, a resolution as a manifest writes it (`720p`, `1280x720`), a ratio `16:9`.
 * `value` is the first literal's. `values`, where several literals are not one value in one file: each value of each file.
 */
export type Parameter = {
  value: string | number | boolean | null;
  from: "literal" | "default" | "dynamic" | "not-sent";
  file: string | null;
  line: number | null;
  values?: readonly LiteralValue[];
};
export type LiteralValue = { value: string | number | boolean; file: string; line: number };

/** What is around a call and costs money when things go wrong. `line` is where it is written. */
export const HINTS = ["retried-submit", "client-retries", "endless-poll", "short-timeout"] as const;
export type HintKind = (typeof HINTS)[number];
export type Hint = { kind: HintKind; file: string; line: number; value: number | null };

/** The hints of a finding as values for `client`, with the places that say so. */
export type Hints = {
  /** Submits of one clip, the first included, where a retry with a number is around the submit. */
  max_attempts?: number;
  /** Seconds after which the client stops waiting, where a loop has an end. */
  give_up_after?: number;
  notes: readonly Hint[];
};

/** One model of one provider that code under one manifest makes video with. */
export type CodeFinding = {
  /** The price file's slug; "unknown" where the id is known and nothing says who is asked. */
  provider: string;
  /** Every provider it may be: several where an id is sold by several and no host or library is beside it. */
  providers: readonly string[];
  /** The id as it is written; null if the code decides it at run time, or the provider has no models (`dynamic` tells them apart). */
  model: string | null;
  /** What decides the model, where `model` is null: "env VIDEO_MODEL", "parameter modelId". Null if the API takes no model. */
  dynamic: string | null;
  /** Whether the book knows the id at the provider, as an id or an alias. */
  priced: boolean;
  confidence: Confidence;
  parameters: Readonly<Partial<Record<ParameterName, Parameter>>>;
  /** In order of file and line, never empty; of one confidence and better ones alone: mentions only if there is nothing else. */
  places: readonly CodePlace[];
  hints: Hints;
  /** The nearest of `ScanOptions.manifests` upward of the places; null if there is none. */
  manifest: string | null;
  /** Identifies manifest, provider and model (or what decides the model): the same at base and head, whatever the line. */
  fingerprint: string;
};

/** Why something that looks like a model or a call is no finding. */
export const LEFT_OUT = [
  // Places in files that are read.
  "comment",
  "message",
  "type",
  "comparison",
  "ui-list",
  "price-table",
  "key",
  "not-video",
  "no-evidence",
  // Places in files whose path says what they are.
  "test",
  "doc",
  // Files that are not read.
  "ignored-path",
  "vendored",
  "generated",
  "minified",
  "lock",
  "data",
  "binary",
  // Code of which nothing is known.
  "too-large",
  "tangled",
  "unreadable",
] as const;
export type LeftOutReason = (typeof LEFT_OUT)[number];
/** A place, or a file that was not read (`line` null, `text` null). */
export type LeftOutOfScan = { why: LeftOutReason; file: string; line: number | null; text: string | null };

/** A place that a comment takes out: `// video-budget: ignore REASON` on its line or the one above. */
export type Ignored = { file: string; line: number; text: string; reason: string };

/** What a scan found, before anything is compared with manifests. */
export type ScanResult = {
  /** Files given, whether read or not. */
  files: number;
  /** By manifest, provider, model. */
  findings: readonly CodeFinding[];
  ignored: readonly Ignored[];
  left_out: readonly LeftOutOfScan[];
};

/** A file as it is handed to the scanner: its path from the root with `/`, and its content, as bytes or as text; null if it could not be read. */
export type SourceFile = { path: string; content: Uint8Array | string | null };

/** What a manifest's `scan` says, and where manifests are. */
export type ScanOptions = {
  /** Paths of the manifests: each owns the files under its folder that no nearer one owns. */
  manifests?: readonly string[];
  /** Globs of paths that are left out. */
  ignore?: readonly string[];
  /** Ids that are no video here. */
  models?: readonly string[];
  /** The team's own wrappers, as they are written before an argument list: `renderClip(`. */
  calls?: readonly string[];
};
