import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bookFolder, runWith } from "../cli/in-process.ts";
import type { Ran } from "../cli/run.ts";
import { ACME } from "../in-memory.ts";

const book = bookFolder(ACME);

/** A folder with the log of 42 jobs, its manifest and price file; these files are added or replace them. */
export function folderOfLog(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "video-budget-log-"));
  cpSync("test/joblog/data", folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
  return folder;
}

/** Runs a command in such a folder. @param typed standard input */
export function runLog(folder: string, args: readonly string[], typed?: string): Promise<Ran> {
  return runWith(book, folder, [...args, "--date", "2026-11-22"], { typed });
}

/** One record a line. */
export function jsonLines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

/** A job of the manifest beside the log, as asked for and billed: 8 s of 720p for 0.80. */
export function jobOf(job_id: string, more: object = {}): Record<string, unknown> {
  return {
    job_id,
    submitted_at: "2026-11-01T00:00:00Z",
    finished_at: "2026-11-01T00:01:40Z",
    status: "success",
    requested_seconds: 8,
    billed_seconds: 8,
    resolution: "720p",
    billed_resolution: "720p",
    cost: 0.8,
    ...more,
  };
}

export type Said = {
  verdict: string;
  compared: { jobs: number; billed: number };
  not_compared: { why: string; jobs: number; billed: number | null; listed: number }[];
  days: { log: string[] | null; bill: string[] | null };
  matched_share: number;
  causes: {
    kind: string;
    workload: string | null;
    ratio: number | null;
    from: string | null;
    to: string | null;
    jobs: number;
    delta: number | null;
    message: string;
  }[];
  notes: string[];
  jobs: number;
  bad_records: number;
  billed: number;
  expected: number;
  unexplained_share: number;
  findings: { kind: string; job_id: string | null; request_id: string | null; workload: string | null; delta: number; message: string }[];
  duplicates: { first: string; second: string; confidence: string; wasted: number }[];
};

/** What `reconcile --format json` says of these records. */
export async function reconcileJobs(
  records: readonly object[],
  files: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Said & { code: number; stderr: string }> {
  const folder = folderOfLog({ "jobs.jsonl": jsonLines(records), ...files });
  const { code, stdout, stderr } = await runLog(folder, ["reconcile", "jobs.jsonl", "--format", "json", ...args]);
  if (stdout === "") throw new Error(stderr);
  return { ...(JSON.parse(stdout) as Said), code, stderr };
}

/** Of each finding its kind, job and difference. */
export function kinds({ findings }: Said): unknown[] {
  return findings.map(({ kind, job_id, delta }) => [kind, job_id, delta]);
}
