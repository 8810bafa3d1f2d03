import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dataFolder } from "../run/built-in.ts";
import { runWith } from "./in-process.ts";
import { folderOf } from "./run.ts";

/** The book of the repository and its detectors, where the command line looks for them. */
const book = dataFolder();

const KLING = "fal-ai/kling-video/v2.6/pro/text-to-video";
const VEO = "fal-ai/veo3.1/fast";
const call = (model: string, input: string): string =>
  `import { fal } from "@fal-ai/client";\nexport const make = () =>\n  fal.subscribe("${model}", { input: { prompt: "a", ${input} } });\n`;
const CODE = { "src/a.ts": call(KLING, 'duration: "10"'), "src/b.ts": call(VEO, 'duration: "8s", generate_audio: false') };
const MANIFEST = `version: 1 # ours
workloads:
  teaser: { provider: fal, model: ${KLING}, output: { duration: 5s }, volume: { per_month: 10 } }
`;
const scan = (cwd: string, args: readonly string[], typed?: string) => runWith(book, cwd, ["scan", ...args, "--date", "2026-11-22"], { typed });
const at = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

describe("scan", () => {
  test("names the workload that declares a call, and reports drift between code and workload", async () => {
    const folder = folderOf({ ...CODE, "video-budget.yml": MANIFEST });
    const { code, stdout } = await scan(folder, ["--verbose"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("declared by teaser")]);
    expect(stdout).toContain("src/b.ts:3: warning: `fal-ai/veo3.1/fast` at `fal` is called here, and no workload declares it");
    expect(stdout).toContain("src/a.ts:3: note: The code requests `duration` `10` where the workload `teaser` declares `5`.");
    const json = JSON.parse((await scan(folder, ["--format", "json"])).stdout) as { findings: { model: string; declared_by: string[] }[] };
    expect(json.findings.map(({ model, declared_by }) => [model, declared_by])).toEqual([
      [KLING, ["teaser"]],
      [VEO, []],
    ]);
  });

  test("prints a Markdown table with findings below it, in which code stays text", async () => {
    const folder = folderOf({
      ...CODE,
      "src/x.ts": call("fal-ai/veo3", "x: 1").replace("fal.sub", "// video-budget: ignore <b>|demo\n  fal.sub"),
      "video-budget.yml": MANIFEST,
    });
    const { code, stdout } = await scan(folder, ["--format", "markdown", "--verbose"]);
    expect(code).toBe(0);
    // 10 s at $0.14 a second with sound; 8 s at $0.10 a second without: prices/fal.yml.
    expect(stdout).toContain(`| \`fal\` \`${KLING}\` | \`src/a.ts:3\` | \`duration 10\` | $1.40 | \`teaser\` |`);
    expect(stdout).toContain(`| \`fal\` \`${VEO}\` | \`src/b.ts:3\` | \`duration 8, audio false\` | $0.80 | **none** |`);
    expect(stdout).toMatch(/^\*\*To look at\*\*\n\n- `src\/b\.ts:3` warning: /m);
    expect(stdout).toContain("- `src/x.ts:4` `fal-ai/veo3`: `<b>|demo`");
    expect(stdout.endsWith("\n")).toBe(true);
  });

  test("says since when a model is retired, instead of showing an obsolete price", async () => {
    const veo = `from google import genai\ngenai.Client().models.generate_videos(model="veo-3.1-generate-preview", prompt="a")\n`;
    const { stdout } = await scan(folderOf({ "a.py": veo }), []);
    // prices/google.yml: retires 2026-10-22.
    expect(stdout).toContain("google  veo-3.1-generate-preview  retired since 2026-10-22, not declared");
    expect((await scan(folderOf({ "a.py": veo }), ["--format", "markdown"])).stdout).toContain("| retired since 2026-10-22 |");
  });

  test("does not treat the workflow of init as a manifest", async () => {
    const workflow = "on: push\njobs: {}\n";
    const { stdout } = await scan(folderOf({ ...CODE, "video-budget.yml": MANIFEST, ".github/workflows/video-budget.yml": workflow }), ["--verbose"]);
    expect(stdout).not.toContain(".github/workflows/video-budget.yml");
  });

  test("exits 1 under `undeclared: fail`, and 0 if everything is declared", async () => {
    const strict = MANIFEST.replace("workloads:", "policy: { undeclared: fail }\nworkloads:");
    expect((await scan(folderOf({ ...CODE, "video-budget.yml": strict }), [])).code).toBe(1);
    expect((await scan(folderOf({ "src/a.ts": CODE["src/a.ts"], "video-budget.yml": strict }), [])).code).toBe(0);
  });
});

describe("scan --write", () => {
  const added = `${MANIFEST}  veo3.1-fast:
    provider: fal
    model: ${VEO}
    output: { duration: 8s, audio: false }
    code: src/b.ts
    volume: { per_month: 350 }
`;

  test("adds missing workloads and keeps every other byte", async () => {
    const folder = folderOf({ ...CODE, "video-budget.yml": MANIFEST });
    const { code, stderr } = await scan(folder, ["--write", "--per-month", "350"]);
    expect([code, stderr, at(folder, "video-budget.yml")]).toEqual([0, "Added veo3.1-fast to video-budget.yml\n", added]);
    expect((await scan(folder, ["--write", "--per-month", "350"])).stderr).toBe("Every call is already declared.\n");
  });

  test("asks for a volume at a terminal, and does not guess one otherwise", async () => {
    const folder = folderOf({ ...CODE, "video-budget.yml": MANIFEST });
    const refused = await scan(folder, ["--write"]);
    expect([refused.code, refused.stderr, at(folder, "video-budget.yml")]).toEqual([2, expect.stringContaining("--per-month"), MANIFEST]);
    await scan(folder, ["--write"], "350\n");
    expect(at(folder, "video-budget.yml")).toBe(added);
  });

  test("explains how to write a manifest if there is none", async () => {
    const { code, stderr } = await scan(folderOf(CODE), ["--write", "--per-month", "350"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("init --from-code")]);
  });
});

describe("init --from-code", () => {
  test("writes a workload for each call, with literal values", async () => {
    const folder = folderOf(CODE);
    const args = ["init", "--from-code", "--per-month", "100", "--budget", "1000", "--no-workflow", "--date", "2026-11-22"];
    const { code, stdout } = await runWith(book, folder, args);
    expect(at(folder, "video-budget.yml")).toMatch(
      new RegExp(`version: 1
budget: { monthly: 1000 }
workloads:
  kling-v2.6-pro:
    provider: fal
    model: ${KLING}
    output: { duration: 10s }
    code: src/a.ts
    volume: { per_month: 100 }
  veo3.1-fast:
    provider: fal
    model: ${VEO}
    output: { duration: 8s, audio: false }
    code: src/b.ts
    volume: { per_month: 100 }
$`),
    );
    // 100 × 10 s × $0.14 with sound = $140, and 100 × 8 s × $0.10 without = $80.
    expect([code, stdout]).toEqual([0, expect.stringContaining("$220.00")]);
  });

  test("asks for volumes and a budget at a terminal; with --yes the budget is the cost plus a third", async () => {
    const [asked, unasked] = [folderOf(CODE), folderOf(CODE)];
    const init = (folder: string, args: string[], typed?: string) =>
      runWith(book, folder, ["init", "--from-code", "--no-workflow", "--date", "2026-11-22", ...args], { typed });
    // 100 × $1.40 + 50 × $0.80 = $180; a third more is $240.
    const { stderr } = await init(asked, [], "100\n50\n\n");
    expect(stderr).toContain("What is the monthly budget, in USD [240]: ");
    expect(at(asked, "video-budget.yml")).toContain("budget: { monthly: 240 }\n");
    // 100 × $1.40 + 100 × $0.80 = $220; a third more is $293.33, in two digits $300.
    await init(unasked, ["--per-month", "100", "--yes"]);
    expect(at(unasked, "video-budget.yml")).toContain("budget: { monthly: 300 }\n");
  });

  test("lists the files of a workload that is called in several places", async () => {
    const folder = folderOf({ ...CODE, "src/c.ts": CODE["src/b.ts"] });
    const { code, stdout } = await runWith(book, folder, ["init", "--from-code", "--per-month", "100", "--no-workflow", "--date", "2026-11-22"]);
    expect(at(folder, "video-budget.yml")).toContain("    code: [src/b.ts, src/c.ts]\n");
    // The clip of both files is the same: $140 + $80, as above.
    expect([code, stdout]).toEqual([0, expect.stringContaining("$220.00")]);
  });

  test("says that a volume is missing, or that no call was found", async () => {
    const init = (files: Record<string, string>, args: string[]) => runWith(book, folderOf(files), ["init", "--from-code", "--no-workflow", ...args]);
    expect(await init(CODE, [])).toMatchObject({ code: 2, stderr: expect.stringContaining("--per-month") });
    expect(await init({ "src/a.ts": "export {};\n" }, ["--per-month", "1"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("No video-generation call"),
    });
  });
});
