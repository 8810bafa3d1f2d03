import { symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { videoBudget } from "./in-process.ts";
import { commit, folderOf, git, writeFiles } from "./run.ts";

/** 8 s × $0.12 = $0.96 a clip of Veo 3.1 Fast at 1080p (Google's list of 2026-04-07). */
const manifest = (clips: number): string => `version: 1
workloads:
  clip:
    provider: vertex
    model: veo-3.1-fast-generate-001
    mode: text-to-video
    output: { duration: 8s, resolution: 1080p, audio: true }
    volume: { per_month: ${clips} }
`;

async function json(args: readonly string[], cwd: string) {
  const ran = await videoBudget(["check", ...args, "--date", "2026-11-22", "--format", "json"], { cwd });
  return { ...ran, report: JSON.parse(ran.stdout) };
}

/** A repository whose `video-budget.yml` is a link to `conf/main.yml`, with 10 clips on `main` and 30 on `feature`. */
function linked(): string {
  const folder = folderOf({});
  git(folder, "init", "-q");
  writeFiles(folder, { "conf/main.yml": manifest(10) });
  symlinkSync("conf/main.yml", join(folder, "video-budget.yml"));
  commit(folder, {});
  git(folder, "checkout", "-q", "-b", "feature");
  commit(folder, { "conf/main.yml": manifest(30) });
  return folder;
}

test("a manifest that links to a file of the repository is compared with the link's target on the base branch", async () => {
  const { report: said } = await json(["--base", "main"], linked());
  // 10 → 30 clips of $0.96.
  expect([said.workloads[0].file, said.total.base.expected, said.total.head.expected]).toEqual(["video-budget.yml", 9.6, 28.8]);
  expect(said.workloads[0].change).toBe("changed");
});

test("a linked folder is followed, from below it and by an absolute path", async () => {
  const folder = linked();
  symlinkSync("conf", join(folder, "alias"));
  const below = (await json(["alias/main.yml", "--base", "main"], folder)).report;
  expect([below.workloads[0].file, below.total.base.expected, below.workloads[0].change]).toEqual(["alias/main.yml", 9.6, "changed"]);
  const absolute = (await json([join(folder, "video-budget.yml"), "--base", "main"], folder)).report;
  expect(absolute.total.base.expected).toBe(9.6);
});

test("a file with several names counts once, under its own name", async () => {
  const { report: said } = await json(["video-budget.yml", "conf/*.yml", "--base", "main"], linked());
  expect([said.workloads.map(({ file }: { file: string }) => file), said.total.head.expected, said.total.base.expected]).toEqual([
    ["conf/main.yml"],
    28.8,
    9.6,
  ]);
});

/** The same file, seen from a folder of a test. */
const HOSTNAME = relative(join(tmpdir(), "folder"), "/etc/hostname");

test.each([
  ["/etc/hostname", "outside-repository", "is a symbolic link to `/etc/hostname`, which points outside the repository"],
  [HOSTNAME, "outside-repository", `is a symbolic link to \`${HOSTNAME}\`, which points outside the repository`],
  ["video-budget.yml", "file-missing", "the links lead in a circle"],
  ["nowhere.yml", "file-missing", "There is no file `video-budget.yml`"],
])("a link to %s is %s, with an accurate message", async (target, code, said) => {
  const folder = folderOf({});
  git(folder, "init", "-q");
  symlinkSync(target, join(folder, "video-budget.yml"));
  const ran = await json([], folder);
  expect([ran.code, ran.report.problems.map((problem: { code: string }) => problem.code)]).toEqual([2, [code]]);
  expect(ran.report.problems[0].message).toContain(said);
});

test("a path that git does not have is never called new", async () => {
  const folder = linked();
  const elsewhere = folderOf({ "video-budget.yml": manifest(5) });
  for (const [named, said] of [
    ["-", "standard input has no path at that commit"],
    [join(elsewhere, "video-budget.yml"), "is not in the repository of this folder"],
  ] as const) {
    const ran = await videoBudget(["check", named, "--base", "main"], { cwd: folder, stdin: manifest(5) });
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toContain(said);
  }
});
