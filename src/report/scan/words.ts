import type { CodeFinding, HintKind, LeftOutOfScan, LeftOutReason, Parameter } from "../../scan/finding.ts";
import { literalValues } from "../../scan/merged-parameters.ts";
import { count } from "../layout/format.ts";

/** What is left out, in words. */
export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  comment: "in a comment",
  message: "in a message or a text for people",
  type: "in a type",
  comparison: "compared, not sent",
  "ui-list": "in a list to choose from",
  "price-table": "in prices or credits",
  key: "a name for something else",
  "not-video": "makes no video",
  "no-evidence": "nothing says whose it is",
  test: "in tests",
  doc: "in documents",
  "ignored-path": "left out by `scan.ignore`",
  vendored: "written by others",
  generated: "written by a program",
  minified: "minified",
  lock: "a lock file",
  data: "data",
  binary: "no source",
  "too-large": "too large",
  tangled: "names each other too often to be followed to the end",
  unreadable: "could not be read",
};

const HINT: Readonly<Record<HintKind, (value: number | null) => string>> = {
  "retried-submit": (value) =>
    `the submit is sent again${value === null ? "" : `, ${value} times at most`}, without an idempotency key: a clip may be made and billed more than once`,
  "client-retries": (value) => `the library sends a failed request again, ${value} times at most`,
  "endless-poll": () => "this loop waits without an end: a job that never finishes holds it for ever",
  "short-timeout": (value) => `the client gives up after ${value} s: a job that takes longer is made, and billed, all the same`,
};

/** What stands around a call and costs money when things go wrong. */
export function hintText(kind: HintKind, value: number | null): string {
  return HINT[kind](value);
}

/** How many places and files are left out, by why. */
export function leftOutText(leftOut: readonly LeftOutOfScan[]): string {
  const counts = new Map<LeftOutReason, number>();
  for (const { why } of leftOut) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, many]) => `${many} ${LEFT_OUT_WORDS[why]}`).join(", ");
}

/** What code says of a clip: `duration 5 or 10, resolution 720p by default`; empty where it says nothing. */
export function parametersText(parameters: CodeFinding["parameters"]): string {
  return Object.entries(parameters)
    .flatMap(([key, one]) => (one && one.from !== "not-sent" ? [`${key} ${parameterText(one)}`] : []))
    .join(", ");
}

/** Values of one parameter that are named. */
const MOST_VALUES = 5;

function parameterText(one: Parameter): string {
  const values = [...new Set(literalValues(one).map(({ value }) => value))];
  const more = values.length - MOST_VALUES;
  if (values.length > 1) return `${values.slice(0, MOST_VALUES).join(" or ")}${more > 0 ? ` and ${count(more, "value")} more` : ""}`;
  return one.value === null ? "decided at run time" : `${one.value}${one.from === "default" ? " by default" : ""}`;
}
