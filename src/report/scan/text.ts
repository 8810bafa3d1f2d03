import { inert } from "../layout/escape.ts";
import { count, jobPrice } from "../layout/format.ts";
import type { Scanned, ScanRow } from "./row.ts";
import { hintText, LEFT_OUT_WORDS, leftOutText, parametersText } from "./words.ts";

/** Calls by provider and model, with their places, the price of one clip and the declaring workloads. `verbose` also lists every place that was left out. */
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
      "Mentioned, but not called:",
      ...mentions.flatMap(({ finding }) => finding.places.map(({ file, line, role }) => `  ${inert(file)}:${line}  ${inert(finding.model ?? "")}: ${role}`)),
      "",
    );
  if (left_out.length > 0) lines.push(`Left out: ${leftOutText(left_out)}.${verbose ? "" : " `--verbose` lists them."}`);
  if (verbose)
    lines.push(
      ...left_out.map(
        ({ file, line, text, why }) => `  ${inert(file)}${line === null ? "" : `:${line}`}  ${text === null ? "" : `${inert(text)}: `}${LEFT_OUT_WORDS[why]}`,
      ),
    );
  return `${lines.join("\n").trimEnd()}\n`;
}

const MOST = 5;

function rowLines({ finding, job_price, retired, declared_by }: ScanRow, verbose: boolean): string[] {
  const { provider, providers, model, dynamic, places, parameters, hints, confidence } = finding;
  const name = model ?? (dynamic === null ? "no model" : `the model comes from ${dynamic}`);
  const whose = provider === "unknown" ? `unknown (sold by ${providers.join(", ")})` : provider;
  const price = retired !== null ? `retired since ${retired}` : job_price === null ? "no price known" : `${jobPrice(job_price, "USD")} a clip`;
  const declared = declared_by.length > 0 ? `declared by ${declared_by.map((one) => inert(one)).join(", ")}` : "not declared";
  const said = parametersText(parameters);
  const shown = verbose ? places : places.slice(0, MOST);
  return [
    `${whose}  ${inert(name)}  ${price}, ${declared}`,
    ...shown.map(({ file, line, role }) => `  ${inert(file)}:${line}  ${role}`),
    ...(places.length > shown.length ? [`  and ${count(places.length - shown.length, "place")} more`] : []),
    ...(said !== "" ? [`  ${inert(said)}${confidence === "constant" ? " (beside the constant)" : ""}`] : []),
    ...hints.notes.map(({ kind, file, line, value }) => `  ${inert(file)}:${line}  ${hintText(kind, value)}`),
  ];
}
