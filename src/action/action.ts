import * as core from "@actions/core";
import { exitCode, verdictOf } from "../budget/verdict.ts";
import { type Client, connect } from "../github/client.ts";
import { type RunContext, readContext, requireJudged } from "../github/context.ts";
import { type Inputs, readInputs } from "../github/inputs.ts";
import { livePull } from "../github/live-pull.ts";
import { publish } from "../github/publish.ts";
import { pullOfRun } from "../github/pull-of-run.ts";
import { MANIFEST_NAMES } from "../manifest/names.ts";
import type { Review } from "../review/result.ts";
import { withBilledDays } from "./actuals.ts";
import { isCodeMissing } from "./code.ts";
import { reconcileLogs } from "./job-log.ts";
import { judgeRun } from "./judge.ts";
import {
  annotationsLeft,
  CODE_UNREAD,
  checkRunRefused,
  commentRefused,
  DIFFERENT_BILL,
  failed,
  findingsLeft,
  JOB_LOG_IGNORED,
  NEWER_COMMENT,
  noManifest,
  noPull,
  suggestionsRefused,
  TOO_LITTLE_COMPARED,
} from "./notices.ts";
import { withOverride } from "./override.ts";
import type { Read } from "./read.ts";
import { render, verdictLine } from "./render.ts";
import { keepRepricingIssue } from "./repricing-issue.ts";

/** Runs all steps of the action. @param bundle the folder of the running bundle. @throws InputError, ContextError, and errors of the API and of node:fs */
async function main(bundle: string): Promise<void> {
  // 1. Read the inputs and the event, and check both before the first request to GitHub.
  const inputs = readInputs(process.env);
  const started = await readContext(process.env);
  requireJudged(started);
  const client = await connect(inputs.token, started.apiUrl, started);
  const context: RunContext = { ...started, pull: await pullOf(client, started) };
  if (started.follows && !context.pull) return core.notice(noPull(started.follows));

  // 2. Read both sides through the API, as data: no checkout is needed, and no code of the pull request runs. 3. Compute the report.
  const { read, result: judged, judgedAt } = await judgeRun(client, context, inputs, bundle);
  if (isCodeMissing({ context, inputs }, read)) core.notice(CODE_UNREAD);
  const billedDays = await withBilledDays(withoutManifest(judged, read, inputs), inputs, context);
  const result = await withOverride(billedDays, read, { client, context, judgedAt });

  // 4. Publish the report: first the summary and outputs, which need no permission, then the comment, which GitHub may refuse.
  const { publication, left } = render(result, { inputs, context, read });
  const { comment, suggestions, checkRun } = await publish(publication, context, client);
  if (left > 0) core.notice(annotationsLeft(left));
  if (comment instanceof Error) core.notice(commentRefused(comment));
  if (comment === "newer") core.info(NEWER_COMMENT);
  if (suggestions) core.notice(suggestionsRefused(suggestions));
  if (checkRun instanceof Error) core.notice(checkRunRefused(checkRun));

  await keepRepricingIssue(result, inputs, context, client);

  // 5. Compare with what was billed, if the checkout has a job log.
  const billed = await reconcileInputs(read, inputs, { ...context, bundle });

  // 6. Set the exit state last. It depends only on the verdict and the bill, whatever failed above.
  if (billed) (inputs.warnOnly ? core.warning : core.setFailed)(billed);
  if (exitCode(result.verdict) === 0) return;
  if (result.override?.state === "granted") return core.notice(verdictLine(result));
  if (inputs.warnOnly) core.warning(verdictLine(result));
  else core.setFailed(verdictLine(result));
}

/** The pull request of the run as it is now, because the event may be older than its base branch. @throws errors of the API */
async function pullOf(client: Client, { follows, pull }: RunContext): Promise<RunContext["pull"]> {
  if (follows) return pullOfRun(client, follows);
  return pull && livePull(client, pull);
}

/** Compares the job logs with the manifest and reports findings in the job summary and as warnings. @returns why the step fails, or null. @throws InputError, and errors of node:fs */
async function reconcileInputs(
  { head }: Read,
  { jobLog, workingDirectory, date }: Inputs,
  { pull, group, workspace, bundle }: RunContext & { bundle: string },
): Promise<string | null> {
  if (jobLog.length === 0) return null;
  if (pull || group || !workspace) {
    core.notice(JOB_LOG_IGNORED);
    return null;
  }
  const { summary, warnings, left, verdict } = await reconcileLogs(jobLog, head, date ?? new Date().toISOString().slice(0, 10), {
    folder: workingDirectory,
    workspace,
    bundle,
  });
  if (process.env["GITHUB_STEP_SUMMARY"]) await core.summary.addRaw(summary, true).write();
  for (const warning of warnings) core.warning(warning);
  if (left > 0) core.notice(findingsLeft(left));
  return verdict === "as-expected" ? null : verdict === "differs" ? DIFFERENT_BILL : TOO_LITTLE_COMPARED;
}

/**
 * If head has no manifest, the input `if-no-manifest` adds a reason. Even a pass is reported in a notice, because a silent gate that checked
 * nothing looks like one that found no problem.
 */
function withoutManifest(result: Review, { head, underBase }: Read, { ifNoManifest, manifest, workingDirectory }: Inputs): Review {
  if (head.manifests.length > 0 || head.problems.length > 0 || underBase !== null) return result;
  const tried = (manifest.length > 0 ? manifest : MANIFEST_NAMES).map((path) => (workingDirectory === "" ? path : `${workingDirectory}/${path}`));
  if (ifNoManifest === "pass") {
    core.notice(noManifest(tried));
    return result;
  }
  const reasons = [
    ...result.reasons,
    { code: "no-manifest", level: ifNoManifest, file: "", scope: null, limit: null, value: null, figure: null, args: { tried } } as const,
  ];
  return { ...result, reasons, verdict: verdictOf(reasons) };
}

/**
 * Runs the action once. Any error fails the step with one line, and with RUNNER_DEBUG also a stack trace.
 * @param bundle the folder of the running bundle; the price book and the detectors are one folder up
 */
export async function act(bundle: string): Promise<void> {
  try {
    await main(bundle);
  } catch (error) {
    core.setFailed(failed(error));
    if (core.isDebug() && error instanceof Error) core.debug(error.stack ?? "");
  }
}
