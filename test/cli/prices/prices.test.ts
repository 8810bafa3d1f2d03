import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../../../src/cli/run.ts";
import type { CliProcess } from "../../../src/cli/terminal.ts";
import { ACME } from "../../in-memory.ts";
import { folderOf } from "../run.ts";

const folder = folderOf({ "acme.yml": JSON.stringify(ACME) });

/** Runs `prices …` in this process, with the built-in book and Acme's file over it. */
async function prices(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const process = {
    argv: ["node", "video-budget", "prices", ...args, "--prices", join(folder, "acme.yml"), "--date", "2026-11-22"],
    env: { COLUMNS: "160" },
    cwd: () => folder,
    pid: 1,
    stdin: null,
    stdout: { write: (text: string) => out.push(text) > 0 },
    stderr: { write: (text: string) => err.push(text) > 0 },
  };
  const code = await run(process as unknown as CliProcess, resolve("dist/cli"));
  return { code, stdout: out.join(""), stderr: err.join("") };
}

async function json(...args: string[]) {
  const { code, stdout } = await prices(...args, "--format", "json");
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

type Found = { id: string; usd: number };

describe("prices search", () => {
  test("finds a model by its exact id or alias, with or without the provider", async () => {
    const ids = async (name: string): Promise<string[]> => (await json("search", "--model", name)).models.map(({ id }: Found) => id);
    expect([await ids("acme-1"), await ids("acme"), await ids("acme/acme")]).toEqual([["acme/acme-1"], ["acme/acme-1"], ["acme/acme-1"]]);
  });

  test("says how many models it cannot compare with a ceiling", async () => {
    // Of Acme: $0.75, $0.50, unknown, $1.
    const found = await json("search", "--provider", "acme", "--max-price", "0.75");
    expect([found.models.map(({ id }: Found) => id), found.max_price, found.not_shown_without_price]).toEqual([["acme/acme-1", "acme/acme-credits"], 0.75, 1]);
    expect((await prices("search", "--provider", "acme", "--max-price", "0.75")).stdout).toContain("1 model without a known price is not shown.");
  });
});

describe("a provider that publishes no prices", () => {
  test("is shown with what is known and how to supply a price", async () => {
    const { code, stdout } = await prices("search", "rutaapi");
    expect(code).toBe(0);
    for (const says of ["RutaAPI publishes no prices", "prepaid", "Trial: $1", "unknown", "price: { usd: 0.40, per: clip }"]) expect(stdout).toContain(says);
  });

  test("does not match a model, and near names are suggested", async () => {
    expect((await prices("search", "acme-credit5")).stdout).toContain("Did you mean acme-credits");
  });
});

describe("an id without its provider", () => {
  test("works in show and compare if one provider sells it", async () => {
    expect((await json("show", "acme-1")).model.id).toBe("acme-1");
    const { ranked } = await json("compare", "acme-1", "acme/acme-credits");
    // 5 s × 10 credits × $0.01, and 5 s × $0.15 with the sound that is its default.
    expect(ranked.map(({ id, usd }: Found) => [id, usd])).toEqual([
      ["acme/acme-credits", 0.5],
      ["acme/acme-1", 0.75],
    ]);
  });

  test("is refused if several providers sell it, with all of them named", async () => {
    const { code, stderr } = await prices("show", "veo-3.1-generate-001");
    expect([code === 2 && /sold by \d+ providers/.test(stderr), code === 0]).toContain(true);
  });
});

describe("prices show", () => {
  test("shows the price of a clip in every format", async () => {
    expect((await prices("show", "acme/acme-1")).stdout).toContain("\n  720p, with sound: $0.75 for 5 s, $1.50 for 10 s (8 s is not accepted)\n");
    expect((await prices("show", "acme/acme-1", "--format", "markdown")).stdout).toContain(
      "\n- `720p`, with sound: $0.75 for 5 s, $1.50 for 10 s (8 s is not accepted)\n",
    );
    expect((await json("show", "acme/acme-1")).clips).toHaveLength(8);
    expect((await json("show", "acme/acme-0")).state).toBe("retired");
  });
});

describe("prices compare", () => {
  const ASK = ["compare", "--mode", "text-to-video", "--duration"];

  test("ranks the models of one provider or of all", async () => {
    // 5 s × $0.15 × 2 at 1080p.
    const { ranked, left_out } = await json(...ASK, "5s", "--resolution", "1080P", "--provider", "acme");
    expect([ranked.map(({ id, usd }: Found) => [id, usd]), left_out.map(({ id }: Found) => id)]).toEqual([
      [["acme/acme-1", 1.5]],
      ["acme/acme-credits", "acme/acme-secret", "acme/acme-0"],
    ]);
    const all = await json(...ASK, "5", "--resolution", "1080p");
    expect(all.ranked.length).toBeGreaterThan(20);
    expect(all.ranked.map(({ usd }: Found) => usd)).toEqual(all.ranked.map(({ usd }: Found) => usd).sort((a: number, b: number) => a - b));
  });

  test("uses the requested sound and exchange rate", async () => {
    // 5 s × $0.15 with sound, × $0.10 without, at the default 720p.
    const usd = async (...args: string[]): Promise<number> => (await json(...ASK, "5", "--provider", "acme", ...args)).ranked[0].usd;
    expect([await usd("--audio"), await usd("--no-audio"), await usd()]).toEqual([0.75, 0.5, 0.5]);
    const withoutRate = async (...args: string[]): Promise<number> =>
      (await json(...ASK, "5", ...args)).left_out.filter(({ reason }: { reason: string }) => reason === "no-rate").length;
    expect([(await withoutRate()) > 0, await withoutRate("--fx", "CNY=0.14", "--fx", "RUB=0.0125")]).toEqual([true, 0]);
  });

  test("links only addresses of the built-in book", async () => {
    const { stdout } = await prices(...ASK, "5", "--resolution", "720p", "--provider", "acme", "--provider", "google", "--format", "markdown");
    expect(stdout).toContain("| `https://acme.example/pricing` |");
    expect(stdout).not.toContain("](https://acme.example");
    expect((await prices(...ASK, "8", "--provider", "vertex", "--format", "markdown")).stdout).toMatch(/\| \[[a-z.]+\]\(https:\/\//);
  });
});

test.each([
  [["search", "--max-price", "cheap"], "an amount in USD"],
  [["search", "--mode", "video"], "text-to-video, image-to-video"],
  [["search", "--resolution", "1080"], "Did you mean 1080p? There are: 1k"],
  [["search", "--provider", "acmee"], "Did you mean acme?"],
  [["search", "--model", "acme-2"], "Did you mean acme-1?"],
  [["compare", "--duration", "5"], "--mode"],
  [["compare", "--mode", "extend"], "--duration"],
  [["compare", "--mode", "extend", "--duration", "0"], "a duration above 0"],
  [["compare", "--mode", "extend", "--duration", "long"], "a duration above 0"],
  [["compare", "--mode", "extend", "--duration", "5", "--fx", "CNY"], "such as CNY=0.14"],
  [["compare", "--mode", "extend", "--duration", "5", "--fps", "many"], "a number above 0"],
  [["compare", "--mode", "extend", "--duration", "5", "--aspect-ratio", "16/9"], "such as 16:9"],
  [["compare", "--mode", "extend", "--duration", "5", "--provider", "acmee"], "Did you mean acme?"],
  [["show", "acme/acme-9"], "Did you mean acme-1?"],
])("%j is a usage error that says what is allowed", async (args, said) => {
  const { code, stdout, stderr } = await prices(...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(said);
});
