import type { CodeReview } from "../../declared/result.ts";
import { code, prose } from "../layout/escape.ts";
import { count, jobPrice } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { inFull } from "../words/messages.ts";
import type { Scanned, ScanRow } from "./row.ts";
import { hintText, leftOutText, parametersText } from "./words.ts";

/** At most this many places of one model are named; `verbose` names all. */
const MOST = 5;

/** The result of a scan as Markdown: a table of models with their places, the price of one clip and the declaring workloads, then problems and hints. */
export function scanMarkdown({ files, rows, ignored, left_out }: Scanned, { problems }: CodeReview, verbose: boolean): string {
  const calls = rows.filter(({ finding }) => finding.confidence !== "mention");
  const shown = problems.filter(({ severity }) => verbose || severity !== "note");
  const hints = calls.flatMap(({ finding }) =>
    finding.hints.notes.map(({ kind, file, line, value }) => `- ${code(`${file}:${line}`)} ${hintText(kind, value)}`),
  );
  const lines = [
    "## Video generation in code",
    "",
    `${count(calls.length, "model")} in ${count(files, "file")}.`,
    "",
    ...(calls.length > 0
      ? [...tableHead(["Model", "Where", "What the code says", "One clip:", "Declared by"]), ...calls.map((row) => rowOf(row, verbose)), ""]
      : []),
    ...list(
      "To look at",
      shown.map((problem) => `- ${code(`${problem.file}:${problem.line}`)} ${problem.severity}: ${prose(inFull(problem), 800)}`),
    ),
    ...list("Around the calls", [...new Set(hints)]),
    ...list(
      "Ignored by a comment",
      ignored.map(({ file, line, text, reason }) => `- ${code(`${file}:${line}`)} ${code(text)}: ${reason === "" ? "no reason given" : code(reason)}`),
    ),
    ...(left_out.length > 0 ? [`Left out: ${leftOutText(left_out).replaceAll("`", "")}.`] : []),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`**${title}**`, "", ...lines, ""];
}

function rowOf({ finding, job_price, retired, declared_by }: ScanRow, verbose: boolean): string {
  const { provider, providers, model, dynamic, places, parameters } = finding;
  const whose = provider === "unknown" ? `unknown (sold by ${providers.join(", ")})` : provider;
  const what =
    model === null ? `${code(whose)}, ${dynamic === null ? "which takes no model" : `the model comes from ${code(dynamic)}`}` : `${code(whose)} ${code(model)}`;
  const named = (verbose ? places : places.slice(0, MOST)).map(({ file, line }) => code(`${file}:${line}`));
  const more = places.length - named.length;
  const said = parametersText(parameters);
  return tableRow([
    what,
    [...named, ...(more > 0 ? [`and ${count(more, "place")} more`] : [])].join("<br>"),
    said === "" ? "nothing" : code(said),
    retired !== null ? `retired since ${retired}` : job_price === null ? "unknown" : jobPrice(job_price, "USD"),
    declared_by.length === 0 ? "**none**" : declared_by.map((name) => code(name)).join(", "),
  ]);
}
