import type { RollUp } from "../../rollup/rollup.ts";
import { code } from "../layout/escape.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { inFull, reasonSentence } from "../words/messages.ts";
import { VERDICT_WORDS } from "../words/reasons.ts";
import { tablesOf } from "./rows.ts";
import { methodLines, noticeSentence, sentenceOf } from "./words.ts";

/** A roll-up as Markdown, for a job summary or an issue. */
export function rollUpMarkdown(rolled: RollUp): string {
  const { verdict, currency, reasons, notices, problems } = rolled;
  const { sign, title } = VERDICT_WORDS[verdict];
  const said = [
    ...problems.map((problem) => `${problem.severity} at ${code(`${problem.file}:${problem.line}:${problem.column}`, 200)}: ${inFull(problem)}`),
    ...reasons.map((reason) => reasonSentence(reason, currency)),
    ...notices.map(noticeSentence),
  ];
  const lines = [
    `### ${sign} All repositories: ${verdict === "pass" && rolled.budgets.length === 0 ? "no limit is set" : title}`,
    "",
    sentenceOf(rolled),
    ...(said.length > 0 ? ["", ...said.map((text) => `- ${text}`)] : []),
    ...tablesOf(rolled, code).flatMap((table) => ["", `**${table.title}**`, "", ...tableHead(table.titles), ...table.rows.map(tableRow)]),
    ...methodLines(rolled).flatMap((text) => ["", `<sub>${text}</sub>`]),
  ];
  return `${lines.join("\n")}\n`;
}
