import { mkdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { report } from "../../src/report/review/schema.ts";
import { videoBudget } from "./in-process.ts";
import { commit, folderOf, git } from "./run.ts";

/** 8 s × $0.12 = $0.96 a clip of Veo 3.1 Fast at 1080p (Google's list of 2026-04-07). */
const manifest = (clips: number, rest = ""): string => `version: 1
budget: { monthly: 100 }
${rest}workloads:
  clip:
    provider: vertex
    model: veo-3.1-fast-generate-001
    mode: text-to-video
    output: { duration: 8s, resolution: 1080p, audio: true }
    volume: { per_month: ${clips} }
`;
const DAY = ["--date", "2026-11-22"];

async function json(args: readonly string[], cwd: string, stdin = "") {
  const ran = await videoBudget(["check", ...args, ...DAY, "--format", "json"], { cwd, stdin });
  const parsed = report.safeParse(JSON.parse(ran.stdout));
  expect(parsed.success, JSON.stringify(parsed.error?.issues)).toBe(true);
  return { ...ran, report: JSON.parse(ran.stdout) };
}

describe("exit code and verdict", () => {
  test.each([
    { clips: 50, code: 0, verdict: "pass", monthly: 48 },
    { clips: 90, code: 0, verdict: "warn", monthly: 86.4 },
    { clips: 200, code: 1, verdict: "fail", monthly: 192 },
  ])("$clips clips of $0.96 against $100: $verdict", async ({ clips, code, verdict, monthly }) => {
    const ran = await json([], folderOf({ "video-budget.yml": manifest(clips) }));
    expect([ran.code, ran.report.verdict, ran.report.total.head.expected, ran.stderr]).toEqual([code, verdict, monthly, ""]);
  });

  test.each([
    { what: "an unknown model", change: ["veo-3.1-fast-generate-001", "veo-9"], code: 2, verdict: "invalid" },
    {
      what: "an unpriced gateway",
      change: ["vertex\n    model: veo-3.1-fast-generate-001", "rutaapi\n    model: some-model"],
      code: 2,
      verdict: "unpriced",
    },
    { what: "a retired model", change: ["vertex\n    model: veo-3.1-fast-generate-001", "openai\n    model: sora-2"], code: 2, verdict: "invalid" },
    { what: "a broken file", change: ["version: 1", "version: [1"], code: 2, verdict: "invalid" },
  ])("$what: $verdict, exit 2, and JSON all the same", async ({ change: [from = "", to = ""], code, verdict }) => {
    const ran = await json([], folderOf({ "video-budget.yml": manifest(10).replace(from, to) }));
    expect([ran.code, ran.report.verdict]).toEqual([code, verdict]);
    expect(ran.report.problems.length).toBeGreaterThan(0);
  });

  test("a named manifest that is missing is invalid; with none at all, a usage error says what to do", async () => {
    const empty = folderOf({});
    expect((await videoBudget(["check", "nope.yml"], { cwd: empty })).code).toBe(2);
    const none = await videoBudget(["check"], { cwd: empty });
    expect([none.code, none.stdout]).toEqual([2, ""]);
    expect(none.stderr).toContain("video-budget.yml, video-budget.yaml, .github/video-budget.yml");
  });

  test.each([
    [["check", "--format", "xml"], "text, json, markdown"],
    [["check", "--date", "2026-02-30"], "YYYY-MM-DD"],
    [["chekc"], "check"],
    [["check", "--colour"], "--color"],
    [["prices", "show", "google/veo-3.1-fast"], undefined],
    [["prices", "show", "google/veo-3.1-fsat"], "Did you mean veo-3.1-fast?"],
  ])("%j exits 2 and says what to write instead", async (args, said) => {
    const ran = await videoBudget(args as string[], { cwd: folderOf({ "video-budget.yml": manifest(1) }) });
    if (said === undefined) return expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toContain(said);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });
});

describe("the manifests of a check", () => {
  test("default to the first of three paths that exists", async () => {
    const folder = folderOf({ ".github/video-budget.yml": manifest(1), "video-budget.yaml": manifest(2) });
    expect((await json([], folder)).report.workloads[0].file).toBe("video-budget.yaml");
  });

  test("can be several paths, a glob, or standard input", async () => {
    const folder = folderOf({ "a/video-budget.yml": manifest(10), "b/video-budget.yml": manifest(20), "m.yml": manifest(30) });
    const globbed = (await json(["*/video-budget.yml"], folder)).report;
    expect([globbed.total.head.expected, globbed.budgets.map(({ file, head }: { file: string; head: number }) => [file, head])]).toEqual([
      28.8,
      [
        ["a/video-budget.yml", 9.6],
        ["b/video-budget.yml", 19.2],
      ],
    ]);
    expect((await json(["m.yml", "a/video-budget.yml"], folder)).report.total.head.expected).toBe(38.4);
    const piped = (await json(["-"], folder, manifest(40))).report;
    expect([piped.workloads[0].file, piped.total.head.expected]).toEqual(["-", 38.4]);
    expect((await videoBudget(["check", "*/nothing.yml"], { cwd: folder })).code).toBe(2);
  });

  test("cannot be outside the repository, even through a symbolic link", async () => {
    const secret = folderOf({ "p.yml": "secret: 1\n" });
    const folder = folderOf({ "video-budget.yml": manifest(1, `prices: [${join(secret, "p.yml")}, link.yml]\n`) });
    symlinkSync(join(secret, "p.yml"), join(folder, "link.yml"));
    const { report: said, stdout } = await json([], folder);
    expect(said.problems.map(({ code }: { code: string }) => code)).toEqual(["outside-repository", "outside-repository"]);
    expect(stdout).not.toContain("secret: 1");
  });
});

describe("--base", () => {
  test("compares with the merge base of a git ref and HEAD, not with the ref's tip", async () => {
    const folder = folderOf({});
    git(folder, "init", "-q");
    commit(folder, { "video-budget.yml": manifest(10) });
    git(folder, "checkout", "-q", "-b", "feature");
    commit(folder, { "video-budget.yml": manifest(30) });
    git(folder, "checkout", "-q", "main");
    commit(folder, { "video-budget.yml": manifest(90) });
    git(folder, "checkout", "-q", "feature");
    const { report: said } = await json(["--base", "main"], folder);
    // 10 → 30 clips of $0.96.
    expect([said.total.base.expected, said.total.head.expected, said.total.delta]).toEqual([
      9.6,
      28.8,
      { expected: 19.2, p50: 19.2, p90: 19.2, p95: 19.2, percent: 200 },
    ]);
    expect(said.workloads[0]).toMatchObject({ change: "changed", changes: [{ path: "volume.per_month", from: 10, to: 30, monthly: 19.2 }] });
  });

  test("keeps the workloads of a renamed manifest, and reports a manifest that is new", async () => {
    const folder = folderOf({});
    git(folder, "init", "-q");
    commit(folder, { "old/video-budget.yml": manifest(10), "README.md": "x" });
    git(folder, "checkout", "-q", "-b", "feature");
    mkdirSync(join(folder, "new"));
    renameSync(join(folder, "old/video-budget.yml"), join(folder, "new/video-budget.yml"));
    commit(folder, { "fresh.yml": manifest(5) });
    const renamed = (await json(["new/video-budget.yml", "--base", "main"], folder)).report;
    expect([renamed.workloads[0].change, renamed.total.delta.expected]).toEqual(["same", 0]);
    const fresh = (await json(["fresh.yml", "--base", "main"], folder)).report;
    expect([fresh.total.base, fresh.total.delta, fresh.workloads[0].change]).toEqual([null, null, "added"]);
  });

  test("follows a manifest that is a symbolic link on both sides and does not call it new", async () => {
    const folder = folderOf({});
    git(folder, "init", "-q");
    mkdirSync(join(folder, "conf"));
    symlinkSync("conf/video-budget.yml", join(folder, "video-budget.yml"));
    commit(folder, { "conf/video-budget.yml": manifest(10) });
    git(folder, "checkout", "-q", "-b", "feature");
    commit(folder, { "conf/video-budget.yml": manifest(30) });
    const { report: said } = await json(["--base", "main"], folder);
    // 10 → 30 clips of $0.96.
    expect([said.workloads[0].change, said.total.base.expected, said.total.head.expected]).toEqual(["changed", 9.6, 28.8]);
    expect(said.problems.filter(({ severity }: { severity: string }) => severity === "error")).toEqual([]);
  });

  test("works from a subfolder and reads the price files of each side", async () => {
    const negotiated = (usd: number) =>
      `provider: acme\nname: Acme\nmodels:\n  - id: acme-1\n    modes: [text-to-video]\n    prices: [{ source: contract, checked: 2026-11-01, confidence: provider, charges: [{ meter: clip, usd: ${usd} }] }]\n`;
    const own = "version: 1\nprices: [../prices/acme.yml]\nworkloads:\n  clip: { provider: acme, model: acme-1, volume: { per_month: 100 } }\n";
    const folder = folderOf({});
    git(folder, "init", "-q");
    commit(folder, { "service/video-budget.yml": own, "prices/acme.yml": negotiated(0.1) });
    git(folder, "checkout", "-q", "-b", "feature");
    commit(folder, { "prices/acme.yml": negotiated(0.3) });
    const { report: said } = await json(["--base", "main"], join(folder, "service"));
    expect(said.workloads[0]).toMatchObject({ change: "changed", changes: [{ path: "price-file", monthly: 20 }] });
  });

  test("prefers an existing file to a ref of the same name", async () => {
    const folder = folderOf({ "video-budget.yml": manifest(20), main: manifest(15) });
    expect((await json(["--base", "main"], folder)).report.total.delta.expected).toBe(4.8);
  });

  test("is a usage error with a remedy if its value is neither a file nor a ref", async () => {
    const ran = await videoBudget(["check", "--base", "nowhere"], { cwd: folderOf({ "video-budget.yml": manifest(1) }) });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("fetch-depth: 0");
  });

  test("does not take a ref that looks like an option", async () => {
    const folder = folderOf({});
    git(folder, "init", "-q");
    commit(folder, { "video-budget.yml": manifest(1) });
    expect((await videoBudget(["check", "--base=--output=stolen"], { cwd: folder })).code).toBe(2);
  });
});

describe("the output", () => {
  const folder = folderOf({ "video-budget.yml": manifest(50) });
  const ESCAPE = "\u001b[";

  test("has colors only where they are wanted: not in a pipe, with NO_COLOR or --color never", async () => {
    const look = async (args: string[], env: NodeJS.ProcessEnv = {}) => (await videoBudget(["check", ...args], { cwd: folder, env })).stdout.includes(ESCAPE);
    expect(
      await Promise.all([
        look([]),
        look(["--color", "always"]),
        look([], { FORCE_COLOR: "1" }),
        look([], { FORCE_COLOR: "1", NO_COLOR: "1" }),
        look(["--color", "never"], { FORCE_COLOR: "1" }),
      ]),
    ).toEqual([false, true, true, false, false]);
  });

  test.each([40, 60, 80, 120])("has no line longer than %i columns", async (columns) => {
    const { stdout } = await videoBudget(["check", "examples/studio/video-budget.yml", ...DAY], { env: { COLUMNS: String(columns) } });
    expect(stdout.split("\n").filter((line) => [...line].length > columns)).toEqual([]);
  });

  test("goes to the file of --output in full, and standard error says so", async () => {
    const ran = await videoBudget(["check", "--format", "json", "--output", "report.json"], { cwd: folder });
    expect([ran.stdout, ran.stderr]).toEqual(["", "Report written to report.json\n"]);
    expect(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).schema).toBe("video-budget/report@1");
    const refused = await videoBudget(["check", "--output", "no/such/folder/r.json"], { cwd: folder });
    expect([refused.code, refused.stdout]).toEqual([3, ""]);
  });

  test("of --version and --help", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect((await videoBudget(["--version"])).stdout).toBe(`${version}\n`);
    const help = await videoBudget(["check", "--help"]);
    expect([help.code, help.stdout.includes("--base <ref|file>")]).toEqual([0, true]);
  });
});

describe("--actuals", () => {
  // 50 clips of $0.96 are $48 a month, $1.60 a day of November.
  const job = (day: number, cost?: number): string =>
    JSON.stringify({
      job_id: `j${day}`,
      status: "success",
      submitted_at: `2026-11-${String(day).padStart(2, "0")}T09:00:00Z`,
      ...(cost !== undefined && { cost }),
    });
  const lines = (...records: string[]): string => `${records.join("\n")}\n`;

  test("takes past days from a log and a bill and plans the rest", async () => {
    const cwd = folderOf({
      "video-budget.yml": manifest(50),
      // 10 days of $2, and one job at its price; the bill has 10 days more of $3.
      "jobs.jsonl": lines(...Array.from({ length: 10 }, (_, index) => job(index + 1, index === 0 ? undefined : 2))),
      "bill.csv": `date,model,cost\n${Array.from({ length: 11 }, (_, index) => `2026-11-${index + 11},veo-3.1-fast-generate-001,3`).join("\n")}\n`,
    });
    const { report: found, code, stderr } = await json(["--actuals", "jobs.jsonl", "--actuals", "bill.csv"], cwd);
    // 9 × $2 + $0.96 + 11 × $3 = $51.96 on 21 past days, and 9 × $1.60.
    expect([code, stderr, found.verdict]).toEqual([0, "", "pass"]);
    expect(found.to_date).toMatchObject({
      month: "2026-11",
      days: { month: 30, past: 21, covered: 21, uncovered: [], provisional: 3 },
      jobs: { billed: 21, priced: 1, unknown: 0 },
      total: { complete: true, billed: 51.96, planned: 33.6, plan: 48, projected: 66.36 },
      off: "above",
    });
  });

  test("refuses a file that is neither; if the manifest has errors, it reads no file", async () => {
    const cwd = folderOf({
      "video-budget.yml": manifest(50),
      "broken.yml": manifest(50).replace("veo-3.1", "veo-9"),
      "notes.csv": "a,b\n1,2\n",
      "jobs.jsonl": lines(job(1, 2)),
    });
    const refused = await videoBudget(["check", "--actuals", "notes.csv", ...DAY], { cwd });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("--actuals notes.csv: nothing of it can be read as jobs or as a bill.")]);
    const broken = await videoBudget(["check", "broken.yml", "--actuals", "jobs.jsonl", ...DAY], { cwd });
    expect([broken.code, broken.stderr]).toEqual([2, expect.stringContaining("--actuals is left out")]);
  });
});
