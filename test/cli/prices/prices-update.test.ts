import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { bookFolder, runWith } from "../in-process.ts";
import { folderOf } from "../run.ts";

/** A price file as it is in a repository, with comments and a table. */
const FILE = `# What Vercel sells.
provider: vercel
name: Vercel
models:
  - id: acme/clip-1 # by resolution
    modes: [text-to-video]
    accepts: { duration: { min: 3, max: 10, step: 1 }, resolution: [480p, 720p] }
    defaults: { duration: 5, resolution: 720p }
    prices:
      - source: https://acme.example/pricing
        checked: 2026-09-01
        confidence: provider
        charges: [{ meter: second, by: [resolution], unit: usd, rows: [[480p, 0.05], [720p, 0.10]] }]
  - id: acme/flat-1
    modes: [text-to-video]
    accepts: { duration: [5, 10] }
    defaults: { duration: 5 }
    prices:
      - source: https://acme.example/flat
        checked: 2026-09-01
        confidence: third-party
        charges: [{ meter: second, usd: 0.3 }]
    examples:
      - { request: { output: { duration: 5 } }, usd: 1.5, source: https://acme.example/flat } # 5 × 0.3
      - request: { output: { duration: 10 } }
        usd: 3
        source: https://acme.example/flat
`;
const BOOK = bookFolder(parse(FILE));
const DAY = ["--date", "2026-11-22"];

const feed = (flat: string): string =>
  JSON.stringify({
    data: [
      {
        id: "acme/clip-1",
        type: "video",
        pricing: {
          video_duration_pricing: [
            { resolution: "480p", cost_per_second: "0.05" },
            { resolution: "720p", cost_per_second: "0.12" },
          ],
        },
      },
      { id: "acme/flat-1", type: "video", pricing: { video_duration_pricing: [{ cost_per_second: flat }] } },
      { id: "acme/unheard-of", type: "video", pricing: { video_duration_pricing: [{ cost_per_second: "1" }] } },
    ],
  });
const update = (cwd: string, ...more: string[]) => runWith(BOOK, cwd, ["prices", "update", "--from", "feed.json", ...more, ...DAY]);

test("prices update without --write reports and writes nothing", async () => {
  const cwd = folderOf({ "prices/vercel.yml": FILE, "feed.json": feed("0.3") });
  const ran = await update(cwd);
  expect([ran.code, ran.stderr]).toEqual([0, ""]);
  expect(ran.stdout).toContain("feed.json as vercel: 1 moved, 1 new, 1 same");
  expect(ran.stdout).toContain("vercel/acme/clip-1 - resolution 720p: $0.10 → $0.12 a second");
  expect(ran.stdout).toContain("acme/unheard-of");
  expect(readFileSync(join(cwd, "prices/vercel.yml"), "utf8")).toBe(FILE);
});

test("--write adds a dated entry, closes the old one, confirms equal prices and keeps every other byte", async () => {
  const cwd = folderOf({ "prices/vercel.yml": FILE, "feed.json": feed("0.3") });
  const ran = await update(cwd, "--write", "--format", "json");
  const text = readFileSync(join(cwd, "prices/vercel.yml"), "utf8");
  const [clip, flat, ...others] = parse(text).models;
  expect(others).toEqual([]);
  expect(clip.prices).toEqual([
    {
      from: "2026-11-22",
      source: "https://ai-gateway.vercel.sh/v1/models",
      checked: "2026-11-22",
      confidence: "provider",
      charges: [
        { meter: "second", when: { resolution: "480p" }, usd: 0.05 },
        { meter: "second", when: { resolution: "720p" }, usd: 0.12 },
      ],
    },
    {
      to: "2026-11-22",
      source: "https://acme.example/pricing",
      checked: "2026-09-01",
      confidence: "provider",
      charges: [
        {
          meter: "second",
          by: ["resolution"],
          unit: "usd",
          rows: [
            ["480p", 0.05],
            ["720p", 0.1],
          ],
        },
      ],
    },
  ]);
  expect(flat.prices).toEqual([
    { source: "https://ai-gateway.vercel.sh/v1/models", checked: "2026-11-22", confidence: "provider", charges: [{ meter: "second", usd: 0.3 }] },
  ]);
  expect(text.startsWith("# What Vercel sells.\n")).toBe(true);
  expect(text).toContain("  - id: acme/clip-1 # by resolution\n");
  const { feeds } = JSON.parse(ran.stdout);
  expect(feeds[0].prices.map(({ id, state, written }: { id: string; state: string; written: object }) => [id, state, written])).toEqual([
    ["vercel/acme/clip-1", "moved", { file: "prices/vercel.yml", change: "a dated price was added, and the old one closed" }],
    ["vercel/acme/flat-1", "same", { file: "prices/vercel.yml", change: "marked as checked" }],
    [null, "new", null],
  ]);
  // A second run has nothing to do.
  const again = await runWith(bookFolder(parse(text)), cwd, ["prices", "update", "--from", "feed.json", "--write", ...DAY]);
  expect([again.code, readFileSync(join(cwd, "prices/vercel.yml"), "utf8")]).toEqual([0, text]);
});

test("two changes in one file are both written", async () => {
  const cwd = folderOf({ "prices/vercel.yml": FILE, "feed.json": feed("0.25") });
  await update(cwd, "--write");
  const models = parse(readFileSync(join(cwd, "prices/vercel.yml"), "utf8")).models;
  expect(models.map(({ prices }: { prices: { from?: string; to?: string }[] }) => prices.map(({ from, to }) => from ?? to))).toEqual([
    ["2026-11-22", "2026-11-22"],
    ["2026-11-22", "2026-11-22"],
  ]);
});

test("examples of a changed price get the day before; other examples stay as they are", async () => {
  const examples = async (flat: string): Promise<unknown[]> => {
    const cwd = folderOf({ "prices/vercel.yml": FILE, "feed.json": feed(flat) });
    await update(cwd, "--write");
    return parse(readFileSync(join(cwd, "prices/vercel.yml"), "utf8")).models[1].examples.map(({ date }: { date?: string }) => date ?? null);
  };
  expect([await examples("0.25"), await examples("0.3")]).toEqual([
    ["2026-11-21", "2026-11-21"],
    [null, null],
  ]);
});

test("a Markdown table lists the changes for a pull request", async () => {
  const cwd = folderOf({ "prices/vercel.yml": FILE, "feed.json": feed("0.3") });
  const { stdout } = await update(cwd, "--write", "--format", "markdown");
  expect(stdout).toContain(
    "| `vercel/acme/clip-1` | `resolution 720p` | $0.10 | $0.12 a second | `a dated price was added, and the old one closed, in prices/vercel.yml` |",
  );
});

test.each([
  [["--from", "none.json"], "there is no such file"],
  [["--from", "odd.json"], "it is not of the form of any feed that is known"],
  [["--from", "openrouter=feed.json"], "it is not of the form of the feed openrouter"],
  [["--from", "nobody=feed.json"], "there is no feed nobody"],
  [["--from", "http://127.0.0.1:9/x"], "an address must be https"],
  [[], "Name a feed"],
])("%j exits 2 with one sentence and writes nothing", async (args, says) => {
  const cwd = folderOf({ "feed.json": feed("0.3"), "odd.json": "{}" });
  const ran = await runWith(BOOK, cwd, ["prices", "update", ...args, "--write", ...DAY]);
  expect([ran.code, ran.stdout, ran.stderr.includes(says), existsSync(join(cwd, "prices"))]).toEqual([2, "", true, false]);
});
