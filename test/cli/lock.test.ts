import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ACME } from "../in-memory.ts";
import { bookFolder, runWith } from "./in-process.ts";
import { commit, folderOf, git } from "./run.ts";

const NOW = bookFolder(ACME);
/** The same book with sound at $0.18 a second instead of $0.15. */
const [acme1] = ACME.models;
const charges = [
  { meter: "second", usd: 0.1 },
  { meter: "second", usd: 0.18, when: { audio: true } },
];
const LATER = bookFolder({ ...ACME, models: [{ ...acme1, prices: [{ ...acme1?.prices[0], charges }] }, ...ACME.models.slice(1)] });

/** 100 clips × 5 s × $0.15 = $75 a month, and $90 at the later book's. */
const manifest = (clips = 100): string =>
  `version: 1\nbudget: { monthly: 1000 }\nworkloads:\n  clip: { provider: acme, model: acme-1, output: { duration: 5s }, volume: { per_month: ${clips} } }\n`;
const DAY = ["--date", "2026-11-22"];

test("check with a newer price book shows old and new prices apart from the change's own edits", async () => {
  const cwd = folderOf({ "video-budget.yml": manifest() });
  const locked = await runWith(NOW, cwd, ["lock", ...DAY]);
  expect([locked.code, locked.stdout, locked.stderr]).toEqual([0, "", "Locked the prices of 1 workload on 2026-11-22 in video-budget.lock.\n"]);
  const text = readFileSync(join(cwd, "video-budget.lock"), "utf8");
  expect(JSON.parse(text).workloads["video-budget.yml"].clip).toMatchObject({ id: "acme/acme-1", from: null, job_price: 0.75 });
  await runWith(NOW, cwd, ["lock", ...DAY]);
  expect(readFileSync(join(cwd, "video-budget.lock"), "utf8")).toBe(text);

  const same = await runWith(NOW, cwd, ["check", ...DAY]);
  expect([same.code, same.stdout.includes("since the lock")]).toEqual([0, false]);
  const moved = await runWith(LATER, cwd, ["check", ...DAY]);
  expect(moved.code).toBe(0);
  expect(moved.stdout).toContain("Prices that changed since the lock of 2026-11-22");
  expect(moved.stdout).toContain("clip: acme/acme-1, $0.75 → $0.90 a job, +$15.00 a month");
  const { total, workloads } = JSON.parse((await runWith(LATER, cwd, ["check", ...DAY, "--format", "json"])).stdout);
  expect([total.repricing, workloads[0].changes]).toEqual([15, [{ path: "price", from: 0.75, to: 0.9, monthly: 15 }]]);
});

test("with a git ref, the base branch's lock applies", async () => {
  const cwd = folderOf({ "video-budget.yml": manifest() });
  await runWith(NOW, cwd, ["lock", ...DAY]);
  git(cwd, "init", "--quiet", "--initial-branch=main");
  commit(cwd, {});
  git(cwd, "checkout", "--quiet", "-b", "more");
  commit(cwd, { "video-budget.yml": manifest(200) });
  // The lock is rewritten at the later prices, but base's lock counts.
  await runWith(LATER, cwd, ["lock", ...DAY]);
  const ran = await runWith(LATER, cwd, ["check", "--base", "main", ...DAY, "--format", "json"]);
  const { total, workloads } = JSON.parse(ran.stdout);
  // Its own edit: 100 more clips at $0.90. The price change: base's 100 clips, $0.15 more each.
  expect([total.delta.expected, total.repricing, workloads[0].changes]).toEqual([
    90,
    15,
    [
      { path: "volume.per_month", from: 100, to: 200, monthly: 90 },
      { path: "price", from: 0.75, to: 0.9, monthly: 15 },
    ],
  ]);
});

test("an unpriced workload is not locked, and a lock named on the command line must exist", async () => {
  const cwd = folderOf({ "video-budget.yml": manifest().replace("acme-1", "acne-1") });
  const refused = await runWith(NOW, cwd, ["lock", ...DAY]);
  expect([refused.code, refused.stdout]).toEqual([2, ""]);
  expect(refused.stderr).toContain("Nothing was locked: 1 error must be fixed first.");
  const absent = await runWith(NOW, folderOf({ "video-budget.yml": manifest() }), ["check", "--lock", "no.lock", ...DAY]);
  expect([absent.code, absent.stderr]).toEqual([2, "error: --lock no.lock: there is no such file. Write one: video-budget lock --output no.lock.\n"]);
});
