import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { videoBudget } from "./in-process.ts";
import { commit, folderOf, git } from "./run.ts";

/** 8 s × $0.12 = $0.96 a clip of Veo 3.1 Fast at 1080p (Google's list of 2026-04-07). */
const MANIFEST = `version: 1
workloads:
  clip:
    provider: vertex
    model: veo-3.1-fast-generate-001
    mode: text-to-video
    output: { duration: 8s, resolution: 1080p, audio: true }
    volume: { per_month: 10 }
`;
const DAY = ["--date", "2026-11-22"];
const ENCODINGS: readonly [string, (text: string) => Buffer][] = [
  ["UTF-8 with a mark", (text) => Buffer.from(`\ufeff${text}`)],
  ["UTF-16, little end first", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16, big end first", (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
];

describe("file encodings", () => {
  test.each(ENCODINGS)("a manifest in %s is read", async (_, encoded) => {
    const folder = folderOf({});
    writeFileSync(join(folder, "video-budget.yml"), encoded(MANIFEST));
    const ran = await videoBudget(["check", "--format", "json", ...DAY], { cwd: folder });
    expect([ran.code, JSON.parse(ran.stdout).total.head.expected]).toEqual([0, 9.6]);
  });

  test.each(ENCODINGS)("a log and a bill in %s are read", async (_, encoded) => {
    const folder = folderOf({ "video-budget.yml": MANIFEST });
    writeFileSync(join(folder, "jobs.csv"), encoded("job_id,status,cost\nä1,success,0.96\nj2,success,0.96\n"));
    writeFileSync(join(folder, "jobs.jsonl"), encoded('{"job_id":"j3","status":"success","cost":0.96}\n'));
    writeFileSync(join(folder, "bill.csv"), encoded("job id\tcost\nä1\t0.96\nj2\t0.96\nj3\t0.96\n"));
    const ran = await videoBudget(["reconcile", "jobs.csv", "jobs.jsonl", "--billing", "bill.csv", "--format", "json", ...DAY], { cwd: folder });
    const said = JSON.parse(ran.stdout);
    expect([ran.code, said.jobs, said.bad_records, said.billed, said.findings]).toEqual([0, 3, 0, 2.88, []]);
  });

  test("a manifest or a log in an unmarked encoding is refused with a message", async () => {
    const folder = folderOf({ "good.yml": MANIFEST });
    writeFileSync(join(folder, "video-budget.yml"), Buffer.from(MANIFEST, "utf16le"));
    writeFileSync(join(folder, "jobs.csv"), Buffer.from("job_id,status\nj1,success\n", "utf16le"));
    const manifest = await videoBudget(["check", ...DAY], { cwd: folder });
    expect([manifest.code, manifest.stdout.replace(/\s+/g, " ")]).toEqual([2, expect.stringContaining("neither UTF-8 text nor UTF-16")]);
    const log = await videoBudget(["reconcile", "jobs.csv", "--manifest", "good.yml", ...DAY], { cwd: folder });
    expect([log.code, log.stderr]).toEqual([2, expect.stringContaining("jobs.csv:1 begins a file that is neither UTF-8 nor UTF-16")]);
  });
});

describe("output errors", () => {
  test.skipIf(!existsSync("/dev/full"))("a full disk is one line on standard error and exit 3", () => {
    const full = openSync("/dev/full", "w");
    const cwd = folderOf({ "video-budget.yml": MANIFEST });
    for (const format of ["text", "json", "markdown"]) {
      const ran = spawnSync(process.execPath, [resolve("dist/cli/index.js"), "check", "--format", format], {
        cwd,
        stdio: ["ignore", full, "pipe"],
        encoding: "utf8",
      });
      expect([ran.status, ran.stderr]).toEqual([3, expect.stringMatching(/^error: the report could not be written: .*\n$/)]);
    }
  });

  test("a reader that stops early is not an error", () => {
    const cwd = folderOf({ "video-budget.yml": MANIFEST });
    const ran = spawnSync("sh", ["-c", `"${process.execPath}" "${resolve("dist/cli/index.js")}" prices search | true`], { cwd, encoding: "utf8" });
    expect([ran.status, ran.stderr]).toEqual([0, ""]);
  });
});

describe("names with control characters", () => {
  const BAD = "a\u001b[31m\nb.yml";

  test("in a manifest's path are a problem, and the path still matches its glob", async () => {
    const cwd = folderOf({ [BAD]: MANIFEST });
    for (const named of [BAD, "a*.yml"]) {
      const ran = await videoBudget(["check", named, "--format", "json", ...DAY], { cwd });
      expect([ran.code, JSON.parse(ran.stdout).problems.map(({ code }: { code: string }) => code)]).toEqual([2, ["unprintable-path"]]);
    }
    const text = await videoBudget(["check", "a*.yml", ...DAY], { cwd });
    expect(text.stdout).toContain("\\u{1b}");
    expect(text.stdout).not.toContain("\u001b");
  });

  test.each([
    ["check", `no${BAD}`],
    ["check", `${BAD}*`],
    ["check", "--base", BAD],
    ["check", "--output", `no/such/${BAD}`],
    ["explain", "--workload", BAD],
    ["prices", "show", BAD],
    ["prices", "search", "--provider", BAD],
    ["reconcile", BAD],
    [BAD],
    ["check", `--${BAD}`],
  ])("%j is reported without them", async (...args) => {
    const ran = await videoBudget(args, { cwd: folderOf({ "video-budget.yml": MANIFEST }) });
    expect(ran.code).toBeGreaterThan(1);
    expect(`${ran.stdout}${ran.stderr}`).not.toContain("\u001b");
  });
});

describe("a mistake in --base", () => {
  const folder = folderOf({});
  git(folder, "init", "-q");
  commit(folder, { "video-budget.yml": MANIFEST });
  git(folder, "tag", "v1.0");
  mkdirSync(join(folder, "below"));

  test.each([
    ["mian", "Did you mean main?"],
    ["v1.o", "Did you mean v1.0?"],
    ["something-else", "In CI, check out with fetch-depth: 0."],
  ])("%s gets a one-line answer", async (named, said) => {
    const ran = await videoBudget(["check", "--base", named], { cwd: folder });
    expect([ran.code, ran.stdout, ran.stderr.split("\n").length, ran.stderr]).toEqual([2, "", 2, expect.stringContaining(said)]);
  });

  test("outside a repository, the answer says so", async () => {
    const ran = await videoBudget(["check", "--base", "main"], { cwd: folderOf({ "video-budget.yml": MANIFEST }) });
    expect([ran.code, ran.stderr.split("\n").length, ran.stderr]).toEqual([2, 2, expect.stringContaining("not a git repository")]);
  });
});
