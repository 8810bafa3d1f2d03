import { loadBook } from "../files/book.ts";
import { readLog } from "../files/job-log.ts";
import type { Gathered } from "../gather.ts";
import { InputError } from "../github/inputs.ts";
import { collector, LOG_DEFAULTS } from "../joblog/collect.ts";
import { logPlanOf } from "../joblog/plan.ts";
import { jobsInto } from "../joblog/reconcile/accept-records.ts";
import { reconciler } from "../joblog/reconcile/reconcile.ts";
import type { ReconcileVerdict } from "../joblog/reconcile/verdict.ts";
import { dayOf, momentOf } from "../notation/time.ts";
import { causeSentence } from "../report/joblog/findings.ts";
import { reconcileMarkdown, verdictOfReport } from "../report/joblog/reconcile.ts";
import { inert } from "../report/layout/escape.ts";
import { type Checkout, fileInCheckout } from "./checkout-file.ts";

/** The result of a reconciliation: Markdown for the job summary, a warning for each of the first causes, how many are left, and the verdict. */
export type JobLogSummary = { summary: string; warnings: readonly string[]; left: number; verdict: ReconcileVerdict };

/** GitHub shows ten warnings of a step. */
const SHOWN = 10;

/**
 * Compares job logs in the checkout with the manifest, as `video-budget reconcile` does.
 * @param paths relative to the working directory; they must be in the checkout
 * @param checkout includes the folder of the running bundle; the price book is one folder up
 * @throws InputError if a path leads out of the checkout, or the manifest has errors; the errors of node:fs
 */
export async function reconcileLogs(paths: readonly string[], head: Gathered, date: string, checkout: Checkout & { bundle: string }): Promise<JobLogSummary> {
  const plan = logPlanOf(head, loadBook(checkout.bundle), date);
  if (plan.problems.length > 0 || plan.workloads.length === 0) throw new InputError("Input job-log needs a manifest without errors that has a workload.");
  const { tolerance, window, most } = LOG_DEFAULTS;
  const reconciliation = reconciler(plan, { window, most, billing: null, today: dayOf(momentOf(date)) });
  const logs = collector();
  for (const path of paths) {
    const file = await fileInCheckout("job-log", path, checkout);
    const accept = jobsInto(reconciliation, undefined, new Map());
    await logs.collect(file, (sink) => readLog(file, checkout.workspace, () => process.stdin, sink), accept);
  }
  const reconciled = reconciliation.result();
  const report = { reconciled, bad: logs.bad(), tolerance };
  const sentences = reconciled.causes.map((cause) => `${cause.kind}: ${causeSentence(cause, reconciled.currency, inert)}`);
  return {
    summary: reconcileMarkdown(report, false),
    warnings: sentences.slice(0, SHOWN),
    left: Math.max(0, sentences.length - SHOWN),
    verdict: verdictOfReport(report),
  };
}
