import { expect, test } from "vitest";
import { runWith } from "./in-process.ts";
import { folderOf } from "./run.ts";

const workload = "{ provider: vertex, model: veo-3.1-fast-generate-001, output: { duration: 8s, resolution: 1080p }, volume: { per_month: 350 } }";
const TWO = { "video-budget.yml": `version: 1\nworkloads:\n  teaser: ${workload}\n  intro: ${workload}\n` };
const explain = (files: Readonly<Record<string, string>>, ...args: string[]) =>
  runWith("dist/cli", folderOf(files), ["explain", ...args, "--date", "2026-11-28"]);

test("explain lists the workloads without a name, and explains the workload of a name", async () => {
  const listed = await explain(TWO);
  expect([listed.code, listed.stdout]).toEqual([0, "Workloads:\n  teaser\n  intro\n\nvideo-budget explain NAME explains one of them.\n"]);
  // 8 s × $0.12 = $0.96.
  for (const args of [["teaser"], ["--workload", "teaser"], ["video-budget.yml", "--workload", "teaser"]]) {
    const { code, stdout } = await explain(TWO, ...args);
    expect([code, stdout]).toEqual([0, expect.stringContaining("0.96")]);
  }
});

test("explain needs no name if there is one workload", async () => {
  const { code, stdout } = await explain({ "video-budget.yml": `version: 1\nworkloads:\n  teaser: ${workload}\n` });
  expect([code, stdout]).toEqual([0, expect.stringContaining("teaser")]);
});

test("an unknown name is answered with the nearest one", async () => {
  const { code, stderr } = await explain(TWO, "teasr");
  expect([code, stderr]).toEqual([2, expect.stringContaining("Did you mean teaser?")]);
});
