import { reconcileJson, reconcileMarkdown, reconcileNotes, reconcileText } from "../../report/joblog/reconcile.ts";
import { type Terminal, write } from "../terminal.ts";
import { type LogOptions, readLogs } from "./job-logs.ts";

export type ReconcileCommandOptions = LogOptions & { tolerance: number };

/** `video-budget reconcile`: billed against expected, job by job. @returns 1 where more than the tolerance is unexplained. @throws UsageError, I/O errors */
export async function reconcile(logs: readonly string[], options: ReconcileCommandOptions, terminal: Terminal): Promise<number> {
  const { reconciled, bad } = await readLogs(logs, options, terminal);
  const { format, tolerance, verbose } = options;
  const reconciliation = { reconciled, bad, tolerance };
  if (format === "json") for (const note of reconcileNotes(reconciliation)) terminal.process.stderr.write(`${note}\n`);
  const report =
    format === "json"
      ? reconcileJson(reconciliation)
      : format === "markdown"
        ? reconcileMarkdown(reconciliation, verbose)
        : reconcileText(reconciliation, { ...terminal, verbose });
  await write(report, options, terminal);
  return reconciled.unexplained > tolerance ? 1 : 0;
}
