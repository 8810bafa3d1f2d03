import type { LimitLever, Reason } from "../../budget/reason.ts";
import { exitCode } from "../../budget/verdict.ts";
import { type LineEdit, lineEdit } from "../../levers/line-edit.ts";
import type { Review } from "../../review/result.ts";
import { inert } from "../layout/escape.ts";
import { leverText } from "../words/levers.ts";

/** Lines longer than this are not shown as a diff. */
const LONGEST = 500;

/** At most this many levers are named for one limit. The JSON report has all. */
export const NAMED_LEVERS = 5;

/** A lever as a diff of lines, each with this indentation. Empty if the lever does not edit lines or if a line is not safe to show. */
export function leverDiff(lever: LimitLever, { from }: Review, indent: string): string[] {
  const edit = lineEdit(from.head, lever);
  if (!edit || !isSafe(edit)) return [];
  const taken = edit.before.filter((line) => !edit.after.includes(line));
  const kept = edit.before.filter((line) => edit.after.includes(line));
  const put = edit.after.filter((line) => !kept.includes(line));
  return ["", "```diff", ...kept.map((line) => ` ${line}`), ...taken.map((line) => `-${line}`), ...put.map((line) => `+${line}`), "```"].map((line) =>
    line === "" ? line : `${indent}${line}`,
  );
}

/** Suggested replacements for a line of a manifest. Each of them alone makes the check pass. `body` is Markdown. */
export type LineSuggestion = { file: string; line: number; body: string };

/** Levers that edit one line and bring every limit within budget, grouped by line. Those that change the result least come first. None if nothing fails or the failure is overridden. */
export function lineSuggestions(review: Review): LineSuggestion[] {
  if (exitCode(review.verdict) === 0 || review.override?.state === "granted") return [];
  const byLine = new Map<string, { file: string; line: number; texts: string[] }>();
  for (const { lever, reason } of leversIn(review)) {
    const edit = lineEdit(review.from.head, lever);
    if (edit?.before.length !== 1 || !isSafe(edit)) continue;
    const at = `${edit.file}\n${edit.line}`;
    const text = [leverText(lever, reason, review), "", "```suggestion", ...edit.after, "```"].join("\n");
    byLine.set(at, { file: edit.file, line: edit.line, texts: [...(byLine.get(at)?.texts ?? []), text] });
  }
  return [...byLine.values()].map(({ file, line, texts }) => ({
    file,
    line,
    body: `${texts.length === 1 ? "This edit makes" : "Each of these edits alone makes"} the check green.\n\n${texts.join("\n\n")}\n`,
  }));
}

/** The levers that make the check pass, each only once even if several limits have it. */
function leversIn({ reasons }: Review): { lever: LimitLever; reason: Reason }[] {
  const told = new Set<string>();
  return reasons.flatMap((reason) =>
    (reason.levers?.() ?? []).slice(0, NAMED_LEVERS).flatMap((lever) => {
      const key = JSON.stringify([lever.file, lever.workload, lever.path, lever.to]);
      if (lever.holds !== "all" || exitCode(lever.verdict) !== 0 || told.has(key)) return [];
      told.add(key);
      return [{ lever, reason }];
    }),
  );
}

/** Whether every line is safe in a code block: without invisible characters, code fences and workflow commands. */
function isSafe({ before, after }: LineEdit): boolean {
  return [...before, ...after].every((line) => line.length <= LONGEST && inert(line, LONGEST) === line);
}
