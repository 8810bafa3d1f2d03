import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { folderOfLog } from "../../joblog/logs.ts";
import { videoBudget } from "../in-process.ts";

/** The built command line on the log of 42 jobs: what reads packed files and tables is loaded from the bundle. */
describe("reconcile and calibrate on the command line", () => {
  const lines = readFileSync("test/joblog/data/jobs.jsonl", "utf8");
  const records = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const columns = [...new Set(records.flatMap(Object.keys))];
  const csv = [columns, ...records.map((record) => columns.map((column) => String(record[column] ?? "")))].map((row) => row.join(",")).join("\n");
  const cwd = folderOfLog({ "jobs.jsonl.gz": gzipSync(lines), "jobs.csv": csv, "jobs.csv.gz": gzipSync(csv) });

  test.each(["jobs.jsonl", "jobs.jsonl.gz", "jobs.csv", "jobs.csv.gz", "-"])("%s", async (log) => {
    const { code, stdout, stderr } = await videoBudget(["reconcile", log, "--format", "json", "--date", "2026-11-22"], {
      cwd,
      stdin: log === "-" ? lines : "",
    });
    expect([code, stderr]).toEqual([1, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ jobs: 42, billed: 31.06, expected: 29.6 });
  });

  test("calibrate --write writes the patch", async () => {
    const { code, stderr } = await videoBudget(["calibrate", "jobs.jsonl", "--write", "--date", "2026-11-22"], { cwd });
    expect([code, stderr]).toEqual([0, "video-budget.yml written\n"]);
    expect(readFileSync(join(cwd, "video-budget.yml"), "utf8")).toContain("provider_error: { k: 2, n: 42 }");
  });

  test("a missing log is an I/O error that shows its name and nothing else", async () => {
    const { code, stderr } = await videoBudget(["reconcile", "missing.jsonl"], { cwd });
    expect([code, stderr.split("\n")[0]]).toEqual([3, expect.stringContaining("ENOENT")]);
  });
});
