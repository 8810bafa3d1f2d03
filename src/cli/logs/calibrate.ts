import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { loadBook } from "../../files/book.ts";
import { gather, type Reader } from "../../gather.ts";
import { backtest, withWeeks } from "../../joblog/calibrate/backtest.ts";
import { calibrate } from "../../joblog/calibrate/calibrate.ts";
import type { Calibration } from "../../joblog/calibrate/calibration.ts";
import { closureOf, MOST_OFF, offBy } from "../../joblog/calibrate/closure.ts";
import { type PatchOptions, treeOf } from "../../joblog/calibrate/patch.ts";
import { decoded } from "../../notation/encoding.ts";
import { badRecordsText } from "../../report/joblog/bad-records.ts";
import { calibrateMarkdown, calibrateText, closureSentence } from "../../report/joblog/calibrate.ts";
import { calibrateJson } from "../../report/joblog/calibrate-json.ts";
import { inert } from "../../report/layout/escape.ts";
import { inFull } from "../../report/words/messages.ts";
import { loadDistributions } from "../../stats/distributions.ts";
import { setKeys } from "../../yaml/set-keys.ts";
import { replace, type Terminal, UsageError, write } from "../terminal.ts";
import { type LogOptions, type LogsRead, readLogs } from "./job-logs.ts";

export type CalibrateOptions = LogOptions & PatchOptions & { write: boolean; backtest: boolean };

/** `video-budget calibrate`: measures rates with their intervals, and prints or writes the resulting edits of the manifest. @returns 0. @throws UsageError, I/O errors */
export async function calibrateLogs(logs: readonly string[], options: CalibrateOptions, terminal: Terminal): Promise<number> {
  const read = await readLogs(logs, options, terminal);
  const { head, plan, date, reconciled, bad } = read;
  const distributions = await loadDistributions();
  const { observed } = reconciled;
  const book = loadBook(terminal.folder);
  const tested = options.backtest ? { result: backtest(head, { book, date, plan, observed, distributions }) } : null;
  const measured = calibrate(plan, observed, distributions, options);
  const calibrations = tested?.result && options.only.has("reliability") ? withWeeks(measured, tested.result) : measured;
  const patched = await patchedTexts(calibrations, read);
  const overlaid = await gather(withTexts(read.reader, patched), head.roots, book.snapshot, { prices: options.prices });
  const { closures, refused } = closureOf(overlaid, { book, date, plan, observed, distributions });
  const calibrated = { currency: plan.currency, calibrations, bad, backtest: tested, distributions, closures };
  const { format } = options;
  if (format === "json") for (const note of badRecordsText(bad)) terminal.process.stderr.write(`${note}\n`);
  if (options.write) await writeManifests(patched, calibrations, { closures, refused, currency: plan.currency }, terminal);
  const report = format === "json" ? calibrateJson(calibrated) : format === "markdown" ? calibrateMarkdown(calibrated) : calibrateText(calibrated, terminal);
  await write(report, options, terminal);
  return 0;
}

/** The manifests that the patch changes, by path: the new text, or the path of a key that cannot be set. Comments stay. */
type Patched = ReadonlyMap<string, { text: string } | { stuck: readonly string[] }>;

async function patchedTexts(calibrations: readonly Calibration[], { reader }: LogsRead): Promise<Patched> {
  const changed = calibrations.filter(({ edits }) => edits.length > 0);
  const files = [...new Set(changed.map(({ workload }) => workload.file))];
  const texts = files.map(async (file) => {
    const trees = changed.filter(({ workload }) => workload.file === file).map(({ workload, edits }) => treeOf(workload.name, edits));
    const bytes = (await reader.read(file)) ?? new Uint8Array();
    return [file, setKeys(decoded(bytes) ?? "", trees)] as const;
  });
  return new Map(await Promise.all(texts));
}

/** A reader of the same files that returns the patched manifests. */
function withTexts(reader: Reader, patched: Patched): Reader {
  return {
    ...reader,
    async read(path) {
      const one = patched.get(path);
      return one && "text" in one ? new TextEncoder().encode(one.text) : await reader.read(path);
    },
  };
}

/**
 * Writes the edits to all manifests, or to none.
 * @throws UsageError if a key cannot be set, if the result has errors, or if its estimate contradicts the log
 */
async function writeManifests(
  patched: Patched,
  calibrations: readonly Calibration[],
  { closures, refused, currency }: Pick<ReturnType<typeof closureOf>, "closures" | "refused"> & { currency: string },
  { cwd, process }: Terminal,
): Promise<void> {
  if (patched.has("-")) throw new UsageError("A manifest from standard input cannot be written to: name its file with --manifest.");
  for (const [file, one] of patched) {
    if ("stuck" in one)
      throw new UsageError(
        `${inert(file)}: ${one.stuck.join(".")} cannot be set where an alias or another kind of value stands; nothing was written. Paste the patch by hand.`,
      );
  }
  if (patched.size > 0 && refused.length > 0)
    throw new UsageError(
      `check refuses the patched manifest; nothing was written:\n${refused.map((problem) => `  ${problem.file}: ${inFull(problem)}`).join("\n")}`,
    );
  for (const { workload, edits } of calibrations) {
    const closure = closures.get(workload.index);
    if (edits.length > 0 && closure && offBy(closure) > MOST_OFF)
      throw new UsageError(
        `${workload.name}: ${closureSentence(closure, currency)} The difference is more than 5%, so nothing was written. video-budget reconcile shows its cause.`,
      );
  }
  for (const [file, one] of patched) {
    if (!("text" in one)) continue;
    await replace(await realpath(resolve(cwd, file)), one.text, process.pid);
    process.stderr.write(`${inert(file)} written\n`);
  }
}
