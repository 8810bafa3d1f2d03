import { httpStatusOf } from "../github/client.ts";
import { ContextError } from "../github/context.ts";
import { InputError } from "../github/inputs.ts";

/** Messages of the action itself, besides the report. All go through @actions/core, which escapes them. */

export function noManifest(looked: readonly string[]): string {
  return `Nothing to check: there is no ${looked.join(", no ")} in this repository.`;
}

/** No open pull request has the head of the followed run any more. */
export function noPull({ headSha, headRepository }: { headSha: string; headRepository: string | null }): string {
  if (headRepository === null)
    return `Nothing to report: the fork that the head ${headSha.slice(0, 7)} came from was deleted, so its pull request cannot be identified.`;
  return `Nothing to report: not exactly one open pull request has the head ${headSha.slice(0, 7)} of ${JSON.stringify(headRepository)}. It was pushed to, closed or opened twice since; a later run reports on what is there now.`;
}

export function outsidePrices(path: string): string {
  return `Input prices names ${JSON.stringify(path)}, which lies outside of the repository.`;
}

export function outsideLock(path: string): string {
  return `Input lock names ${JSON.stringify(path)}, which lies outside of the repository.`;
}

export function issueRefused(error: Error): string {
  return `The issue about price changes was not written (${said(error)}). The verdict stands; the report is in the job summary. It needs permission issues: write.`;
}

export const CODE_UNREAD =
  "Code was not read, so whether it has calls that no workload declares is not known. This run has no checkout of the manifest: add actions/checkout before this step, or set scan: off.";

export const NO_LOCK = "Input repricing-issue is true, but there is no readable price lock: write one with video-budget lock, and commit it.";

export function commentRefused(error: Error): string {
  return `The pull request comment was not written (${said(error)}). The verdict stands; the report is in the job summary. A comment needs permission pull-requests: write, which runs for a fork or for Dependabot do not have.`;
}

export function suggestionsRefused(error: Error): string {
  return `Suggestions at lines of the pull request were not all written or removed (${said(error)}). The verdict stands; the comment has the same edits. They need permission pull-requests: write.`;
}

export function checkRunRefused(error: Error): string {
  return `The check run was not written (${said(error)}). The verdict stands. It needs permission checks: write.`;
}

export const NEWER_COMMENT = "The pull request comment is for a later run or a newer head; this run leaves it alone.";

export function annotationsLeft(count: number): string {
  return `${count} more ${count === 1 ? "annotation" : "annotations"} would exceed GitHub's limit for one step; all of them are in the job summary and in report-json.`;
}

/** Why the run failed, as one line: wrong usage, an error from GitHub, or a bug. */
export function failed(error: unknown): string {
  if (!(error instanceof Error)) return `Video Budget stopped: ${String(error)}`;
  if (error instanceof InputError || error instanceof ContextError) return error.message;
  if ("status" in error) {
    const hint = [401, 403, 404].includes(Number(error.status))
      ? " Reading needs the permissions contents: read and, on a pull request, pull-requests: read."
      : "";
    return `GitHub's API could not be read (${said(error)}).${hint}`;
  }
  if ("code" in error) return `Video Budget could not read or write a file: ${firstLine(error.message)}`;
  return `This is a bug in Video Budget: ${firstLine(error.message)} (run again with debug logging to see where)`;
}

/** An error as text: `403 Resource not accessible by integration, GET /repos/…`. It never contains headers, because they contain the token. */
function said(error: Error): string {
  const status = httpStatusOf(error);
  const { method, url } = ("request" in error ? error.request : {}) as { method?: string; url?: string };
  const where = method && url && URL.canParse(url) ? `, ${method} ${new URL(url).pathname}` : "";
  return `${status === null ? "" : `${status} `}${firstLine(error.message)}${where}`;
}

function firstLine(text: string): string {
  return text.split(/[\r\n]/, 1)[0]?.slice(0, 300) ?? "";
}

export const JOB_LOG_IGNORED = "Input job-log is only read from a checkout, on a push, a schedule or a dispatch: here it is ignored.";

export const ACTUALS_IGNORED = "Input actuals is only read from a checkout, on a push, a schedule or a dispatch: here it is ignored.";

export const ACTUALS_LEFT_OUT = "Input actuals is left out: it needs a manifest without errors that has a workload.";

export const DIFFERENT_BILL = "Video Budget: more than 2% of what was billed is not what was expected; the job summary has the findings.";

/** A log of which too little can be compared proves nothing, so the step is not green. */
export const TOO_LITTLE_COMPARED = "Video Budget: less than half of what was billed could be compared with what was expected; the job summary says why.";

/** Findings beyond those that GitHub shows. */
export function findingsLeft(left: number): string {
  return `${left} more ${left === 1 ? "finding is" : "findings are"} in the job summary.`;
}
