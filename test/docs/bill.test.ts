import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runWith } from "../cli/in-process.ts";
import { blocksOf, manifestsOf } from "./pages.ts";

const PAGE = "docs/cookbook/check-the-bill.md";

test("the page on checking a bill shows what reconcile finds in its log", async () => {
  const folder = mkdtempSync(join(tmpdir(), "video-budget-bill-"));
  writeFileSync(join(folder, "video-budget.yml"), manifestsOf(PAGE)[0]?.block.text ?? "");
  writeFileSync(join(folder, "jobs.jsonl"), blocksOf(PAGE).find(({ language }) => language === "jsonl")?.text ?? "");
  const command = /^video-budget (reconcile .*)$/m.exec(readFileSync(PAGE, "utf8"))?.[1] ?? "";
  const { code, stdout } = await runWith("dist/cli", folder, [...command.split(" "), "--date", "2026-11-28", "--format", "json"]);
  const report = JSON.parse(stdout);

  const rows = [...readFileSync(PAGE, "utf8").matchAll(/^\| `([A-Z_]+)` \| `(j\d)` \| \$(\d+\.\d\d) \|/gm)].map(([, kind, job, amount]) => [
    kind,
    job,
    Number(amount),
  ]);
  expect(rows).toEqual([
    ["FAILED_JOB_BILLED", "j2", 0.25], // billed $0.25; the provider's own errors cost $0
    ["DURATION", "j3", 0.25], // 10 s × 5 credits × $0.01 instead of 5 s
  ]);
  const found = (report.findings as { kind: string; job_id: string; delta: number }[]).map(({ kind, job_id, delta }) => [kind, job_id, delta]);
  expect(found.sort()).toEqual(rows.sort());
  expect([code, report.verdict]).toEqual([1, "differs"]);
  expect([report.billed, report.expected]).toEqual([1, 0.5]);
});
