import { loadBook } from "../files/book.ts";
import { diskReader } from "../files/disk.ts";
import { readLog } from "../files/job-log.ts";
import type { Gathered } from "../gather.ts";
import { InputError } from "../github/inputs.ts";
import { logPlanOf } from "../joblog/plan.ts";
import { jobsInto } from "../joblog/reconcile/accept-records.ts";
import { reconciler } from "../joblog/reconcile/reconcile.ts";
import type { BadRecord, Flaw } from "../joblog/records/job.ts";
import { findingSentence } from "../report/joblog/findings.ts";
import { reconcileMarkdown } from "../report/joblog/reconcile.ts";
import { inert } from "../report/layout/escape.ts";

/** What the logs say: Markdown for the job summary, a sentence for each finding that GitHub shows, and whether more than the tolerance is unexplained. */
export type JobLogSummary = { summary: string; warnings: readonly string[]; left: number; isOver: boolean };

/** The command line's own defaults: the share that may stay unexplained, the seconds in which two jobs can be one, and findings of a kind that are kept. */
const TOLERANCE = 0.02;
const WINDOW = 900;
const KEPT = 1000;

/** GitHub shows ten warnings of a step. */
const SHOWN = 10;

/** Bad records that are named; all are counted. */
const NAMED = 20;

/**
 * Holds logs of jobs in the checkout against the manifest, as `video-budget reconcile` does.
 * @param paths from the working directory; they must lie in the checkout
 * @throws InputError where a path leads out of the checkout, or the manifest has errors; the errors of node:fs
 */
export async function reconcileLogs(paths: readonly string[], folder: string, head: Gathered, date: string, workspace: string): Promise<JobLogSummary> {
  const plan = logPlanOf(head, loadBook(import.meta.dirname), date);
  if (plan.problems.length > 0 || plan.workloads.length === 0) throw new InputError("Input job-log needs a manifest without errors that has a workload.");
  const disk = diskReader(workspace, [workspace]);
  const reconciliation = reconciler(plan, { window: WINDOW, most: KEPT, billing: null });
  const first: BadRecord[] = [];
  let count = 0;
  for (const path of paths) {
    const file = folder === "" ? path : `${folder}/${path}`;
    if (!disk.contains(file)) throw new InputError(`Input job-log names ${JSON.stringify(path)}, which is outside of the checkout.`);
    const flawed = (line: number, flaw: Flaw): void => {
      count++;
      if (first.length < NAMED) first.push({ ...flaw, file, line });
    };
    const take = jobsInto(reconciliation, undefined, new Map());
    const kind = await readLog(file, workspace, () => process.stdin, {
      record(value, line) {
        const flaw = take(value);
        if (flaw) flawed(line, flaw);
      },
      broken: (line, flaw, value) => flawed(line, { flaw, field: "", value }),
    });
    if (kind === "json") throw new InputError(`Input job-log names ${JSON.stringify(path)}, which is one JSON list: write one record a line.`);
  }
  const reconciled = reconciliation.result();
  const sentences = reconciled.findings.map((finding) => `${finding.kind}: ${findingSentence(finding, reconciled.currency, inert)}`);
  return {
    summary: reconcileMarkdown({ reconciled, bad: { count, first }, tolerance: TOLERANCE }, false),
    warnings: sentences.slice(0, SHOWN),
    left: Math.max(0, sentences.length - SHOWN),
    isOver: reconciled.unexplained > TOLERANCE,
  };
}
