import { exitCode } from "../budget/verdict.ts";
import type { RunContext } from "../github/context.ts";
import type { Inputs } from "../github/inputs.ts";
import type { Publication } from "../github/publish.ts";
import type { Suggestion } from "../github/suggestions.ts";
import { annotationsOf } from "../report/review/annotations.ts";
import { toJson } from "../report/review/json.ts";
import { lineSuggestions } from "../report/review/lever-lines.ts";
import { toMarkdown, toSummary } from "../report/review/markdown.ts";
import { isOfSeveral, reasonSentence } from "../report/words/messages.ts";
import { VERDICT_WORDS } from "../report/words/reasons.ts";
import type { Review } from "../review/result.ts";
import { commentMode } from "./comment-mode.ts";
import { outputsOf } from "./outputs.ts";
import type { Read } from "./read.ts";

/** GitHub refuses a comment of more than 65,536 characters; this many bytes are safely fewer, with the marker before them. */
const COMMENT_BYTES = 59_000;

/** GitHub drops the whole summary of a step above 1 MiB. */
const SUMMARY_BYTES = 1024 * 1024 - 1024;

/** GitHub refuses a text of a check run above 65,535 characters. */
const CHECK_BYTES = 60_000;

/** The most annotations of each level in a separate check run. One request takes 50, and GitHub allows about 80 writes a minute. */
const CHECK_ANNOTATIONS = 500;

type Where = { inputs: Inputs; context: RunContext; read: Pick<Read, "sides" | "trees"> };

/** Every form of the report that this run writes. `left` counts annotations that did not fit. */
export function render(result: Review, { inputs, context, read }: Where): { publication: Publication; left: number } {
  const { sides } = read;
  // People know the head commit of the pull request, not GitHub's test merge that was read, so the report shows the head.
  const shas = sides?.base ? { shas: { head: context.pull?.headSha ?? sides.head, base: sides.base } } : {};
  const options = { run: { url: context.run.url }, ...shas, ...docsOf(process.env) };
  const { annotations, left } = annotationsOf(result);
  const mode = context.pull ? commentMode(inputs, result) : null;
  const failing = exitCode(result.verdict) !== 0 && result.override?.state !== "granted";
  return {
    publication: {
      summary: inputs.summary ? toSummary(result, { ...options, limit: SUMMARY_BYTES }) : null,
      json: toJson(result, sides ? { commits: { head: context.pull?.headSha ?? sides.head, base: sides.base } } : {}),
      markdown: toMarkdown(result, { ...options, limit: COMMENT_BYTES }),
      outputs: outputsOf(result),
      annotations: inputs.annotations ? annotations : [],
      comment: mode && { tag: inputs.commentTag, text: toMarkdown(result, { ...options, limit: COMMENT_BYTES }), create: mode === "create" },
      suggestions: mode && { tag: inputs.commentTag, wanted: inputs.suggestions ? suggestionsOf(result, read) : [] },
      checkRun: inputs.checkRun
        ? {
            name: inputs.commentTag === "default" ? "Video Budget" : `Video Budget (${inputs.commentTag})`,
            title: VERDICT_WORDS[result.verdict].title,
            summary: toMarkdown(result, { ...options, limit: CHECK_BYTES }),
            conclusion: !failing ? "success" : inputs.warnOnly ? "neutral" : "failure",
            annotations: annotationsOf(result, CHECK_ANNOTATIONS).annotations,
          }
        : null,
    },
    left: inputs.annotations ? left : 0,
  };
}

/** Suggestions, each with the blob to which its line number refers. */
function suggestionsOf(result: Review, { trees }: Where["read"]): Suggestion[] {
  return lineSuggestions(result).flatMap(({ file, line, body }) => {
    const blob = trees?.head.blobs.get(file);
    return blob === undefined ? [] : [{ path: file, line, blob, body }];
  });
}

/** The address of the documentation in the repository and at the ref from which the workflow uses the action. */
function docsOf({ GITHUB_ACTION_REPOSITORY: repository = "", GITHUB_ACTION_REF: ref = "" }: NodeJS.ProcessEnv): { docs?: string } {
  return /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\w./-]+$/.test(ref) ? { docs: `https://github.com/${repository}/blob/${ref}` } : {};
}

/** The last line of a run names at most this many reasons. The report has all. */
const CLOSING_REASONS = 5;

/** Why the step fails, as one line. */
export function verdictLine({ verdict, reasons, currency, from }: Review): string {
  const all = reasons.filter(({ level, code }) => level === verdict || code === "overridden");
  const why = all.slice(0, CLOSING_REASONS).map((reason) => reasonSentence(reason, currency, isOfSeveral(from.head)));
  const left = all.length - why.length;
  return ["Video Budget:", `${verdict}.`, ...why, ...(left > 0 ? [`And ${left} more, in the report.`] : [])].join(" ");
}
