import picocolors from "picocolors";
import type { RollUp } from "../../rollup/rollup.ts";
import { columns } from "../layout/columns.ts";
import { inert } from "../layout/escape.ts";
import { wrap } from "../layout/wrap.ts";
import { inFull, reasonSentence } from "../words/messages.ts";
import { VERDICT_WORDS } from "../words/reasons.ts";
import { tablesOf } from "./rows.ts";
import { methodLines, noticeSentence, sentenceOf } from "./words.ts";

/** A roll-up for a terminal or a pipe. No line is wider than `width` columns. */
export function rollUpText(rolled: RollUp, { width, color }: { width: number; color: boolean }): string {
  const paint = picocolors.createColors(color);
  const { verdict, currency, reasons, notices, problems } = rolled;
  const title = verdict === "pass" && rolled.budgets.length === 0 ? "no limit is set" : VERDICT_WORDS[verdict].title;
  const said = [
    ...problems.map((problem) => `${problem.severity} at ${inert(problem.file)}:${problem.line}:${problem.column}: ${inFull(problem)}`),
    ...reasons.map((reason) => reasonSentence(reason, currency)),
    ...notices.map(noticeSentence),
  ];
  const tables = tablesOf(rolled, inert).flatMap((table) => [
    "",
    paint.bold(table.title),
    ...columns(
      table.titles.map((one) => (one.endsWith(":") ? { title: one.slice(0, -1), align: "right" as const } : { title: one })),
      table.rows,
      width,
      paint.dim,
    ),
  ]);
  const lines = [
    ...wrap(`${verdict.toUpperCase()}: ${title}`, width).map(paint.bold),
    ...wrap(sentenceOf(rolled), width),
    ...tables,
    ...(said.length > 0 ? ["", ...said.flatMap((text) => wrap(`- ${text}`, width, "  "))] : []),
    ...methodLines(rolled).flatMap((text) => ["", ...wrap(text, width).map(paint.dim)]),
  ];
  return `${lines.join("\n")}\n`;
}
