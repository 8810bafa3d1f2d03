import { loadDetectors } from "../files/detectors.ts";
import { sourceTree } from "../files/source-tree.ts";
import { rates } from "../money/convert.ts";
import { scanJson } from "../report/scan/json.ts";
import type { ScanRow } from "../report/scan/row.ts";
import { scanText } from "../report/scan/text.ts";
import type { ScanOptions, ScanResult, SourceFile } from "../scan/finding.ts";
import { jobPriceOf } from "../scan/job-price.ts";
import { scanFiles } from "../scan/scan.ts";
import { bookWithFiles } from "./prices/price-book.ts";
import type { Fx } from "./prices/prices.ts";
import { type Options, type Terminal, today, UsageError, write } from "./terminal.ts";

export type ScanCommandOptions = Options & Fx & { ignore: string[] };

/**
 * `video-budget scan`: video-generation calls in code, by provider and model.
 * @param paths folders or files from the working directory; none: all of it
 * @returns 0: nothing here declares or refuses anything. @throws UsageError where a path is not there
 */
export async function scanCode(paths: readonly string[], options: ScanCommandOptions, terminal: Terminal): Promise<number> {
  const book = await bookWithFiles(options, terminal);
  const settings: ScanOptions = { ignore: options.ignore };
  const found: ScanResult = scanFiles(contents(paths.length > 0 ? paths : ["."], terminal.cwd), loadDetectors(terminal.folder), book, settings);
  const market = { date: options.date ?? today(), rates: rates(options.fx) };
  const rows: ScanRow[] = found.findings.map((finding) => ({ finding, job_price: jobPriceOf(finding, book, market), declared_by: [] }));
  const report = options.format === "json" ? scanJson({ ...found, rows }) : scanText({ ...found, rows }, options.verbose);
  await write(report, options, terminal);
  return 0;
}

/** Files one after the other, each read when the scanner comes to it. */
function* contents(paths: readonly string[], cwd: string): Generator<SourceFile> {
  let files: ReturnType<typeof sourceTree>;
  try {
    files = sourceTree(paths, cwd);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  for (const { path, bytes } of files) yield { path, content: bytes() };
}
