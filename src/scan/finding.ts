/**
 * How certain it is that the code makes video with a model.
 * `call`: the code sends the id, as an argument, in the body or in the URL of a call that submits a job, or as a value that the same file sends.
 * `constant`: the id is ready to be sent, as a constant, a value of a map, a default or the value of an environment variable.
 * `mention`: the id is only mentioned, as in a type, a comparison, a list of choices or a price. The gate does not judge mentions.
 */
export type Confidence = "call" | "constant" | "mention";

/** The roles that a string with an id can have in the code, with the confidence that each gives. */
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

/** A place in the code: a path from the root of the scan, with `/`, and a line counted from 1. */
export type CodePlace = { file: string; line: number; role: Role };

/** The parameters of a job that a scan reads, by the manifest's names. */
export const PARAMETERS = ["duration", "resolution", "aspect_ratio", "audio", "count"] as const;
export type ParameterName = (typeof PARAMETERS)[number];

/**
 * One parameter of the calls of a finding.
 * `literal`: written in the call or in what it sends. `default`: the fallback of a function's parameter or an environment variable.
 * `dynamic`: decided at run time; `value` is null. `not-sent`: the provider's default applies; `value` and `line` are null.
 * A duration is in seconds, a resolution as in a manifest (`720p`, `1280x720`), an aspect ratio like `16:9`.
 * `value` is that of the first literal. If there are several literals, `values` has every distinct one of each file.
 */
export type Parameter = {
  value: string | number | boolean | null;
  from: "literal" | "default" | "dynamic" | "not-sent";
  file: string | null;
  line: number | null;
  values?: readonly LiteralValue[];
};
export type LiteralValue = { value: string | number | boolean; file: string; line: number };

/**
 * Code around a call that costs money when something goes wrong. `value`: attempts for `retried-submit`, retries for `client-retries`,
 * seconds for `short-timeout`; null if the code does not have the number.
 */
export const HINTS = ["retried-submit", "client-retries", "endless-poll", "short-timeout"] as const;
export type HintKind = (typeof HINTS)[number];
export type Hint = { kind: HintKind; file: string; line: number; value: number | null };

/** The hints of a finding as values for the manifest's `client`, and the places that they come from. */
export type Hints = {
  /** The most submits of one clip, including the first; present if a retry with a known number surrounds the submit. */
  max_attempts?: number;
  /** Seconds after which the client stops waiting; present if the code has a known limit. */
  give_up_after?: number;
  notes: readonly Hint[];
};

/** One model of one provider with which the code under one manifest makes video. */
export type CodeFinding = {
  /** The provider's slug; "unknown" if nothing in the code shows which provider is called. */
  provider: string;
  /** All possible providers: more than one if several sell the id and no host or library decides between them. */
  providers: readonly string[];
  /** The id as it is written; null if the code decides it at run time, or if the API takes no model (then `dynamic` is null, too). */
  model: string | null;
  /** What decides the model at run time: "env VIDEO_MODEL", "parameter modelId". Null if the model is known or the API takes none. */
  dynamic: string | null;
  /** Whether the price book has the id at this provider, as an id or an alias. */
  priced: boolean;
  confidence: Confidence;
  parameters: Readonly<Partial<Record<ParameterName, Parameter>>>;
  /** Sorted by file and line, never empty. Mentions are listed only if there is no call and no constant. */
  places: readonly CodePlace[];
  hints: Hints;
  /** The manifest that owns the places: the nearest of `ScanOptions.manifests` in their folder or above it; null if there is none. */
  manifest: string | null;
  /** Identifies the manifest, the provider and the model (or what decides it). It does not depend on lines, so base and head agree. */
  fingerprint: string;
};

/** Why something that looks like a model or a call is not a finding. */
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
  // Code about which nothing is known.
  "too-large",
  "tangled",
  "unreadable",
] as const;
export type LeftOutReason = (typeof LEFT_OUT)[number];
/** A place that is not a finding, or a file that was not read (then `line` and `text` are null). */
export type LeftOutOfScan = { why: LeftOutReason; file: string; line: number | null; text: string | null };

/** A place that a comment excludes: `// video-budget: ignore REASON` on the same line or the line above. */
export type Ignored = { file: string; line: number; text: string; reason: string };

/** The result of a scan, before it is compared with manifests. */
export type ScanResult = {
  /** The number of files that were handed over, including those that were not read. */
  files: number;
  /** Sorted by manifest, provider and model. */
  findings: readonly CodeFinding[];
  ignored: readonly Ignored[];
  left_out: readonly LeftOutOfScan[];
};

/** A file for the scanner: its path from the root, with `/`, and its content as bytes or text; null if it could not be read. */
export type SourceFile = { path: string; content: Uint8Array | string | null };

/** The manifests' `scan` settings, and the paths of the manifests. */
export type ScanOptions = {
  /** Paths of the manifests. Each owns the files below its folder, except those that a nearer manifest owns. */
  manifests?: readonly string[];
  /** Globs of paths to leave out. */
  ignore?: readonly string[];
  /** Ids that make no video in this repository. */
  models?: readonly string[];
  /** The team's own functions that submit a job, as they are called: `renderClip(`. */
  calls?: readonly string[];
};
