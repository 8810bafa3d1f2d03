import { readFile, realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { loadBook } from "../../files/book.ts";
import { backtest } from "../../joblog/calibrate/backtest.ts";
import { calibrate } from "../../joblog/calibrate/calibrate.ts";
import type { Calibration } from "../../joblog/calibrate/calibration.ts";
import { treeOf } from "../../joblog/calibrate/patch.ts";
import { decoded } from "../../notation/encoding.ts";
import { badRecordsText } from "../../report/joblog/bad-records.ts";
import { calibrateJson, calibrateMarkdown, calibrateText } from "../../report/joblog/calibrate.ts";
import { inert } from "../../report/layout/escape.ts";
import { loadDistributions } from "../../stats/distributions.ts";
import { setKeys } from "../../yaml/set-keys.ts";
import { replace, type Terminal, UsageError, write } from "../terminal.ts";
import { type LogOptions, readLogs } from "./job-logs.ts";

export type CalibrateOptions = LogOptions & { write: boolean; backtest: boolean };

/** `video-budget calibrate`: measured rates with their intervals, and what they change in the manifest. @returns 0. @throws UsageError, I/O errors */
export async function calibrateLogs(logs: readonly string[], options: CalibrateOptions, terminal: Terminal): Promise<number> {
  const { head, plan, date, reconciled, bad } = await readLogs(logs, options, terminal);
  const distributions = await loadDistributions();
  const calibrations = calibrate(plan, reconciled.observed, distributions);
  const logged = { head, date, plan, observed: reconciled.observed };
  const tested = options.backtest ? { result: backtest({ ...logged, book: loadBook(terminal.folder) }, distributions) } : null;
  const calibrated = { currency: plan.currency, calibrations, bad, backtest: tested, distributions };
  const { format } = options;
  if (format === "json") for (const note of badRecordsText(bad)) terminal.process.stderr.write(`${note}\n`);
  if (options.write) await writeManifests(calibrations, terminal);
  const report = format === "json" ? calibrateJson(calibrated) : format === "markdown" ? calibrateMarkdown(calibrated) : calibrateText(calibrated, terminal);
  await write(report, options, terminal);
  return 0;
}

/** Puts what changes into each manifest that has it; comments stay. */
async function writeManifests(calibrations: readonly Calibration[], { cwd, process }: Terminal): Promise<void> {
  const changed = calibrations.filter(({ edits }) => edits.length > 0);
  for (const file of new Set(changed.map(({ workload }) => workload.file))) {
    if (file === "-") throw new UsageError("A manifest from standard input cannot be written to: name its file with --manifest.");
    const path = await realpath(resolve(cwd, file));
    const trees = changed.filter(({ workload }) => workload.file === file).map(({ workload, edits }) => treeOf(workload.name, edits));
    const spliced = setKeys(decoded(await readFile(path)) ?? "", trees);
    if ("stuck" in spliced)
      throw new UsageError(
        `${inert(file)}: ${spliced.stuck.join(".")} cannot be set where an alias or another kind of value stands; nothing was written. Paste the patch by hand.`,
      );
    await replace(path, spliced.text, process.pid);
    process.stderr.write(`${inert(file)} written\n`);
  }
}
