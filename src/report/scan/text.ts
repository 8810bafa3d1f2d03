import type { HINTS, LeftOutReason, Parameter } from "../../scan/finding.ts";
import { literalValues } from "../../scan/merged-parameters.ts";
import { inert } from "../layout/escape.ts";
import { count, jobPrice } from "../layout/format.ts";
import type { Scanned, ScanRow } from "./row.ts";

/** What is left out, in words. */
const WHY: Readonly<Record<LeftOutReason, string>> = {
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
  unreadable: "could not be read",
};

const HINT: Readonly<Record<(typeof HINTS)[number], (value: number | null) => string>> = {
  "retried-submit": (value) =>
    `the submit is sent again${value === null ? "" : `, ${value} times at most`}, without an idempotency key: a clip may be made and billed more than once`,
  "client-retries": (value) => `the library sends a failed request again, ${value} times at most`,
  "endless-poll": () => "this loop waits without an end: a job that never finishes holds it for ever",
  "short-timeout": (value) => `the client gives up after ${value} s: a job that takes longer is made, and billed, all the same`,
};

/** Calls by provider and model, with places, what one clip costs and who declares them; `verbose`: also what was left out, each place. */
export function scanText({ files, rows, ignored, left_out }: Scanned, verbose: boolean): string {
  const calls = rows.filter(({ finding }) => finding.confidence !== "mention");
  const mentions = rows.filter(({ finding }) => finding.confidence === "mention");
  const lines = [`${count(calls.length, "model")} in code, of ${count(files, "file")}.`, ""];
  for (const row of calls) lines.push(...rowLines(row, verbose), "");
  if (ignored.length > 0)
    lines.push(
      "Ignored by a comment:",
      ...ignored.map(({ file, line, text, reason }) => `  ${inert(file)}:${line}  ${inert(text)}: ${inert(reason || "no reason given")}`),
      "",
    );
  if (verbose && mentions.length > 0)
    lines.push(
      "Spoken of, and not sent:",
      ...mentions.flatMap(({ finding }) => finding.places.map(({ file, line, role }) => `  ${inert(file)}:${line}  ${inert(finding.model ?? "")}: ${role}`)),
      "",
    );
  const counts = new Map<LeftOutReason, number>();
  for (const { why } of left_out) counts.set(why, (counts.get(why) ?? 0) + 1);
  if (counts.size > 0)
    lines.push(`Left out: ${[...counts].map(([why, many]) => `${many} ${WHY[why]}`).join(", ")}.${verbose ? "" : " `--verbose` lists them."}`);
  if (verbose)
    lines.push(
      ...left_out.map(
        ({ file, line, text, why }) => `  ${inert(file)}${line === null ? "" : `:${line}`}  ${text === null ? "" : `${inert(text)}: `}${WHY[why]}`,
      ),
    );
  return `${lines.join("\n").trimEnd()}\n`;
}

const MOST = 5;

function rowLines({ finding, job_price, declared_by }: ScanRow, verbose: boolean): string[] {
  const { provider, providers, model, dynamic, places, parameters, hints, confidence } = finding;
  const name = model ?? (dynamic === null ? "no model" : `the model comes from ${dynamic}`);
  const whose = provider === "unknown" ? `unknown (sold by ${providers.join(", ")})` : provider;
  const price = job_price === null ? "no price known" : `${jobPrice(job_price, "USD")} a clip`;
  const declared = declared_by.length > 0 ? `declared by ${declared_by.map((one) => inert(one)).join(", ")}` : "not declared";
  const said = Object.entries(parameters).flatMap(([key, one]) => (one && one.from !== "not-sent" ? [`${key} ${parameterText(one)}`] : []));
  const shown = verbose ? places : places.slice(0, MOST);
  return [
    `${whose}  ${inert(name)}  ${price}, ${declared}`,
    ...shown.map(({ file, line, role }) => `  ${inert(file)}:${line}  ${role}`),
    ...(places.length > shown.length ? [`  and ${count(places.length - shown.length, "place")} more`] : []),
    ...(said.length > 0 ? [`  ${inert(said.join(", "))}${confidence === "constant" ? " (beside the constant)" : ""}`] : []),
    ...hints.notes.map(({ kind, file, line, value }) => `  ${inert(file)}:${line}  ${HINT[kind](value)}`),
  ];
}

function parameterText(one: Parameter): string {
  const values = [...new Set(literalValues(one).map(({ value }) => value))];
  if (values.length > 1) return `${values.slice(0, MOST).join(" or ")}${values.length > MOST ? ` and ${count(values.length - MOST, "value")} more` : ""}`;
  return one.value === null ? "decided at run time" : `${one.value}${one.from === "default" ? " by default" : ""}`;
}
