import { heldLines } from "../report/scan/held.ts";
import { scanJson } from "../report/scan/json.ts";
import type { Scanned, ScanRow } from "../report/scan/row.ts";
import { scanText } from "../report/scan/text.ts";
import { readCodeOfFolder, type ScanCommandOptions } from "./code-of-folder.ts";
import { type Terminal, write } from "./terminal.ts";

/**
 * `video-budget scan`: video-generation calls in code, by provider and model, and which workload declares each.
 * @param paths folders or files from the working directory; none: all of it
 * @returns 0; 1 where `policy.undeclared: fail` refuses a call that no workload declares. @throws UsageError where a path is not there
 */
export async function scanCode(paths: readonly string[], options: ScanCommandOptions, terminal: Terminal): Promise<number> {
  const read = await readCodeOfFolder(paths, options, terminal);
  if (options.write) {
    const { addWorkloads } = await import("./scan-write.ts");
    return addWorkloads(read, options, terminal);
  }
  const { found, code } = read;
  const held = new Map(code.held.map((one) => [one.finding, one]));
  const rows = found.findings.map((finding): ScanRow => {
    const one = held.get(finding);
    return { finding, job_price: one?.job_price ?? null, declared_by: one?.declared_by.map(({ name }) => name) ?? [] };
  });
  const scanned: Scanned = { ...found, rows };
  const report = options.format === "json" ? scanJson(scanned) : `${scanText(scanned, options.verbose)}${heldLines(code, options.verbose)}`;
  await write(report, options, terminal);
  return code.reasons.some(({ code: id, level }) => id === "undeclared-call" && level === "fail") ? 1 : 0;
}
