import type { CodeFinding, HintKind, LeftOutOfScan, LeftOutReason, Parameter } from "../../scan/finding.ts";
import { literalValues } from "../../scan/merged-parameters.ts";
import { count } from "../layout/format.ts";

/** The reasons to leave out a place or a file, in words. */
export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  comment: "in a comment",
  message: "in a message or other text for people",
  type: "in a type",
  comparison: "in a comparison",
  "ui-list": "in a list of choices",
  "price-table": "in prices or credits",
  key: "used as a name of its own",
  "not-video": "does not generate video",
  "no-evidence": "the provider is unclear",
  test: "in tests",
  doc: "in documents",
  "ignored-path": "excluded (`scan.ignore`, manifests and price files)",
  vendored: "third-party code",
  generated: "generated",
  minified: "minified",
  lock: "a lock file",
  data: "data",
  binary: "binary",
  "too-large": "too large",
  tangled: "refers to itself too often to be followed to the end",
  unreadable: "could not be read",
};

const HINT: Readonly<Record<HintKind, (value: number | null) => string>> = {
  "retried-submit": (value) =>
    `a retry${value === null ? "" : ` (up to ${value} attempts)`} submits the job again without an idempotency key: one clip can be generated and billed more than once`,
  "client-retries": (value) => `the library retries a failed request up to ${value} times`,
  "endless-poll": () => "this loop has no time limit: it waits forever for a job that never finishes",
  "short-timeout": (value) => `the client gives up after ${value} s: a job that takes longer still finishes and is billed`,
};

/** A hint in words. */
export function hintText(kind: HintKind, value: number | null): string {
  return HINT[kind](value);
}

/** The number of places and files that are left out, by reason. */
export function leftOutText(leftOut: readonly LeftOutOfScan[]): string {
  const counts = new Map<LeftOutReason, number>();
  for (const { why } of leftOut) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, many]) => `${many} ${LEFT_OUT_WORDS[why]}`).join(", ");
}

/** The parameters in the code: `duration 5 or 10, resolution 720p by default`. Empty if it has none. */
export function parametersText(parameters: CodeFinding["parameters"]): string {
  return Object.entries(parameters)
    .flatMap(([key, one]) => (one && one.from !== "not-sent" ? [`${key} ${parameterText(one)}`] : []))
    .join(", ");
}

/** At most this many values of one parameter are named. */
const MOST_VALUES = 5;

function parameterText(one: Parameter): string {
  const values = [...new Set(literalValues(one).map(({ value }) => value))];
  const more = values.length - MOST_VALUES;
  if (values.length > 1) return `${values.slice(0, MOST_VALUES).join(" or ")}${more > 0 ? ` and ${count(more, "value")} more` : ""}`;
  return one.value === null ? "decided at run time" : `${one.value}${one.from === "default" ? " by default" : ""}`;
}
