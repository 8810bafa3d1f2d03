import { disagreementLines } from "../report/scan/disagreement-lines.ts";
import { scanJson } from "../report/scan/json.ts";
import { scanMarkdown } from "../report/scan/markdown.ts";
import { scanText } from "../report/scan/text.ts";
import { type CodeOfFolder, readCodeOfFolder, type ScanCommandOptions, scannedOf } from "./code-of-folder.ts";
import { type Terminal, write } from "./terminal.ts";

/**
 * `video-budget scan`: finds video-generation calls in code, by provider and model, and the workload that declares each.
 * @param paths folders or files relative to the working directory; if empty, the whole working directory
 * @returns 0; 1 if `policy.undeclared: fail` rejects an undeclared call. @throws UsageError if a path does not exist
 */
export async function scanCode(paths: readonly string[], options: ScanCommandOptions, terminal: Terminal): Promise<number> {
  const read = await readCodeOfFolder(paths, options, terminal);
  if (options.write) {
    const { addWorkloads } = await import("./scan-write.ts");
    return addWorkloads(read, options, terminal);
  }
  const { code } = read;
  await write(reportOf(read, options), options, terminal);
  return code.reasons.some(({ code: id, level }) => id === "undeclared-call" && level === "fail") ? 1 : 0;
}

function reportOf(read: CodeOfFolder, { format, verbose }: ScanCommandOptions): string {
  const scanned = scannedOf(read);
  if (format === "json") return scanJson(scanned);
  if (format === "markdown") return scanMarkdown(scanned, read.code, verbose);
  return `${scanText(scanned, verbose)}${disagreementLines(read.code, verbose)}`;
}
