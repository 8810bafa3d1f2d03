import type { CodeReview } from "../../declared/result.ts";
import { inert } from "../layout/escape.ts";
import { inFull } from "../words/messages.ts";

/** What code and manifests do not agree on, each with its line; notes only if they are asked for. Empty if there is nothing. */
export function disagreementLines({ problems }: CodeReview, verbose: boolean): string {
  const shown = problems.filter(({ severity }) => verbose || severity !== "note");
  const lines = shown.map((problem) => `${inert(problem.file)}:${problem.line}: ${problem.severity}: ${inFull(problem)}`);
  return lines.length === 0 ? "" : `\n${lines.join("\n")}\n`;
}
