import type { CodeReview } from "../../declared/result.ts";
import { inert } from "../layout/escape.ts";
import { inFull } from "../words/messages.ts";

/** Differences between code and manifests, each with its line. Notes are included only with `verbose`. Empty if there are none. */
export function disagreementLines({ problems }: CodeReview, verbose: boolean): string {
  const shown = problems.filter(({ severity }) => verbose || severity !== "note");
  const lines = shown.map((problem) => `${inert(problem.file)}:${problem.line}: ${problem.severity}: ${inFull(problem)}`);
  return lines.length === 0 ? "" : `\n${lines.join("\n")}\n`;
}
