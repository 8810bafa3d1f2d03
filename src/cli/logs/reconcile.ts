import { resolve } from "node:path";
import { RECONCILE_EXITS } from "../../joblog/reconcile/verdict.ts";
import { reconcileMarkdown, reconcileNotes, reconcileText, verdictOfReport } from "../../report/joblog/reconcile.ts";
import { findingsCsv, reconcileJson } from "../../report/joblog/reconcile-json.ts";
import { replace, type Terminal, write } from "../terminal.ts";
import { type LogOptions, readLogs } from "./job-logs.ts";

export type ReconcileCommandOptions = LogOptions & { tolerance: number; findings?: string };

/** `video-budget reconcile`: compares billed with expected cost, job by job. @returns 0 if as expected, 1 if it differs, 2 if too little was compared. @throws UsageError, I/O errors */
export async function reconcile(logs: readonly string[], options: ReconcileCommandOptions, terminal: Terminal): Promise<number> {
  const { reconciled, bad } = await readLogs(logs, options, terminal);
  const { format, tolerance, verbose, findings } = options;
  const reconciliation = { reconciled, bad, tolerance };
  if (format === "json") for (const note of reconcileNotes(reconciliation)) terminal.process.stderr.write(`${note}\n`);
  const report =
    format === "json"
      ? reconcileJson(reconciliation)
      : format === "markdown"
        ? reconcileMarkdown(reconciliation, verbose)
        : reconcileText(reconciliation, { ...terminal, verbose });
  if (findings !== undefined) {
    await replace(resolve(terminal.cwd, findings), findingsCsv(reconciliation), terminal.process.pid);
    terminal.process.stderr.write(`Findings written to ${findings}\n`);
  }
  await write(report, options, terminal);
  return RECONCILE_EXITS[verdictOfReport(reconciliation)];
}
