import { describe, expect, test } from "vitest";
import { ACME } from "../../in-memory.ts";
import { bookFolder, runWith, videoBudget } from "../in-process.ts";
import { folderOf } from "../run.ts";

const BOOK = bookFolder({ ...ACME, provider: "openai" });
const LIST = JSON.stringify({
  "acme-1": { mode: "video_generation", litellm_provider: "openai", output_cost_per_second: 0.15, supported_resolutions: ["720p"] },
  "acme-credits": { mode: "video_generation", litellm_provider: "openai", output_cost_per_second: 0.12 },
  "acme-9": { mode: "video_generation", litellm_provider: "openai", output_cost_per_second: 1 },
});
const FILES = { "list.json": LIST, "broken.json": "{", "chat.json": '{"a": {"mode": "chat"}}' };
const check = (...args: string[]) => runWith(BOOK, folderOf(FILES), ["prices", "check", "--date", "2026-11-22", ...args]);

describe("the report of prices check", () => {
  test("shows old prices by provider, what is coming and what is gone", async () => {
    const { code, stdout, stderr } = await check();
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`The price book on 2026-11-22: 4 models, 3 prices in force

Last checked more than 180 days ago: 1 price of 1 provider, oldest first
Provider  Prices  Oldest          Days  Pages at
────────  ──────  ──────────────  ────  ────────────
openai         1  undated (2026)   325  acme.example

Nothing retires and no price ends within 90 days.

1 retired model still found by name
`);
  });

  test("names each model with --verbose, and includes a price file of the user", async () => {
    expect((await check("--verbose")).stdout).toContain("openai/acme-0 is retired since 2026-06-01; its successor is acme-1");
    const own = `provider: own
name: Own
models:
  - id: m
    modes: [text-to-video]
    prices: [{ source: contract, checked: 2024-11-22, to: 2026-12-01, confidence: provider, charges: [{ meter: clip, usd: 1 }] }]
`;
    const { stdout } = await runWith(BOOK, folderOf({ "own.yml": own }), ["prices", "check", "own", "--prices", "own.yml", "--date", "2026-11-22"]);
    expect(stdout).toContain("own            1  2024-11-22   730  contract");
    expect(stdout).toContain("own/m: its price ends on 2026-12-01, in 9 days, and none follows");
  });

  test("compares with another list", async () => {
    const { stdout } = await check("--against", "list.json");
    expect(stdout.replace(/\s+/g, " ")).toContain("Against list.json: 1 price the same, 1 different, 1 model only there, 0 not compared, 0 models only here");
    expect(stdout).toContain("openai/acme-credits  5 s      $0.12  $0.10  2026-01-01  acme-credits");
    expect(stdout).toContain("acme-9: $1 a second");
  });

  test("is complete as JSON", async () => {
    const { stdout } = await check("--against", "list.json", "--format", "json", "--max-age", "400");
    const { schema, findings, max_age_days, stale, retired, against } = JSON.parse(stdout);
    expect([schema, findings, max_age_days, stale, retired.length]).toEqual(["video-budget/prices-check@1", 1, 400, [], 1]);
    expect(against.differs).toMatchObject([{ key: "acme-credits", id: "openai/acme-credits", theirs: 0.12, ours: 0.1 }]);
    expect([against.same.length, against.theirs_only, against.ours_only]).toEqual([
      1,
      [{ key: "acme-9", provider: "openai", theirs: [{ resolution: null, usd: 1 }] }],
      0,
    ]);
  });

  test("is Markdown in which names of the other list are inert", async () => {
    const hostile = JSON.stringify({ "<b>|@all": { mode: "video_generation", output_cost_per_second: 1 } });
    const { stdout } = await runWith(BOOK, folderOf({ "l.json": hostile }), ["prices", "check", "--format", "markdown", "--against", "l.json"]);
    expect(stdout).toContain("- `<b>|@all`: $1 a second; its provider is not in this book");
    expect(stdout).toContain("| `openai` | 1 | undated (2026) |");
  });
});

describe("the exit code of prices check", () => {
  test.each([
    { args: ["--strict"], code: 1 },
    { args: ["--strict", "--max-age", "400"], code: 0 },
    { args: ["--strict", "--max-age", "400", "--against", "list.json"], code: 1 },
    { args: ["--against", "list.json"], code: 0 },
  ])("$args: $code", async ({ args, code }) => {
    expect((await check(...args)).code).toBe(code);
  });

  test.each([
    ["no file", ["--against", "none.json"], "there is no such file"],
    ["no JSON", ["--against", "broken.json"], "it is not JSON"],
    ["no video models", ["--against", "chat.json"], 'it has no model with the mode "video_generation"'],
    ["an unknown provider", ["opanai"], "Did you mean openai?"],
    ["no number of days", ["--max-age", "soon"], "a whole number of days"],
  ])("is 2 for wrong usage: %s", async (_, args, said) => {
    const ran = await check(...args);
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([2, "", expect.stringContaining(said)]);
  });
});

test.each([40, 60, 100, 140])("no line of the built-in book's report is longer than %i columns", async (columns) => {
  const { stdout } = await videoBudget(["prices", "check", "--verbose", "--date", "2026-11-22"], { env: { COLUMNS: String(columns) } });
  expect(stdout.split("\n").filter((line) => [...line].length > columns)).toEqual([]);
});
