import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ADAPTERS, readFeed } from "../../../src/catalog/feeds/adapters.ts";
import { type FeedUpdate, updateOf, whenText } from "../../../src/catalog/feeds/update.ts";
import { priceOn } from "../../../src/prices/find.ts";
import { bookOfFiles } from "../../in-memory.ts";

const price = (charges: object[], more: object = {}): object => ({
  source: "https://acme.example",
  checked: "2026-09-01",
  confidence: "provider",
  charges,
  ...more,
});
const model = (id: string, charges: object[], more: object = {}): object => ({ id, modes: ["text-to-video"], prices: [price(charges)], ...more });
const rows = (by: string[], ...table: unknown[][]): object => ({ meter: "second", by, unit: "usd", rows: table });
const classes = (...resolution: string[]): object => ({
  accepts: { duration: { min: 3, max: 30, step: 1 }, resolution, audio: [true, false] },
  defaults: { duration: 5, resolution: resolution[0], audio: true },
});

const BOOK = bookOfFiles(
  {
    provider: "vercel",
    name: "Vercel",
    models: [
      model("acme/clip-1", [rows(["resolution"], ["480p", 0.05], ["720p", 0.1])], classes("480p", "720p")),
      model("acme/sound-1", [rows(["audio"], [true, 0.4], [false, 0.2])], classes("720p")),
      model("acme/odd-1", [{ meter: "second", usd: 0.1 }], classes("720p")),
      model("acme/listed-no-more", [{ meter: "second", usd: 0.1 }], classes("720p")),
    ],
  },
  {
    provider: "openrouter",
    name: "OpenRouter",
    models: [
      model(
        "google/veo-3.1-lite",
        [rows(["resolution", "audio"], ["720p", true, 0.05], ["720p", false, 0.03], ["1080p", true, 0.08], ["1080p", false, 0.05])],
        classes("720p", "1080p"),
      ),
      model(
        "minimax/hailuo-3-max",
        [
          { meter: "second", usd: 0.05 },
          { factor: 1.6, when: { resolution: "768p" } },
        ],
        classes("480p", "768p"),
      ),
    ],
  },
  {
    provider: "venice",
    name: "Venice",
    models: [
      {
        id: "kling-v4-text-to-video",
        modes: ["text-to-video"],
        ...classes("720p", "1080p"),
        prices: [price([rows(["resolution"], ["720p", 0.19625], ["1080p", 0.29375])], { total: { round_to: 0.01, round: "nearest" } })],
      },
    ],
  },
  {
    provider: "vertex",
    name: "Vertex",
    models: [model("veo-3.1-fast-generate-001", [rows(["resolution"], ["720p", 0.1], ["1080p", 0.12])], classes("720p", "1080p"))],
  },
  { provider: "runway", name: "Runway", models: [model("gen4_turbo", [{ meter: "second", usd: 0.05 }], classes("720p"))] },
  {
    provider: "google",
    name: "Google",
    models: [
      model("clip-1", [{ meter: "second", usd: 0.1 }], classes("720p")),
      model("veo-3.1-generate-preview", [{ meter: "second", usd: 0.4 }], { ...classes("720p"), status: { retires: "2026-10-22" } }),
    ],
  },
);

function updateFrom(file: string, edit: (text: string) => string = (text) => text): FeedUpdate {
  const text = edit(readFileSync(`test/catalog/feeds/recorded/${file}`, "utf8"));
  const read = readFeed(text, file.replace("portkey-", ""), null);
  if (!read) throw new Error(`no adapter reads ${file}`);
  return updateOf(BOOK, read.adapter, read.content, { origin: file, date: "2026-11-22", rates: new Map() });
}

/** Key, state, and each rate as when: ours → theirs. */
const said = ({ lines }: FeedUpdate): unknown[] =>
  lines.map(({ key, state, rates }) => [key, state, rates.map((rate) => `${whenText(rate)}: ${rate.ours?.round(6, 1).toFixed() ?? "none"} → ${rate.usd}`)]);

test.each([
  ["vercel.json", "vercel"],
  ["openrouter.json", "openrouter"],
  ["venice.md", "venice"],
  ["portkey-vertex-ai.json", "portkey"],
  ["litellm.json", "litellm"],
  ["google-retirements.md", "retirements"],
])("only the intended adapter reads a feed: %s by %s", (file, name) => {
  const text = readFileSync(`test/catalog/feeds/recorded/${file}`, "utf8");
  expect(ADAPTERS.filter((one) => one.read(text, file) !== null).map((one) => one.name)).toEqual([name]);
});

test.each(["", "{", "[]", "{}", '{"data": []}', '{"data": [{"id": 7}]}', "| a |\n|---|\n| b |", "null"])("%j is not recognized as a feed", (text) => {
  expect(readFeed(text, "feed.json", null)).toBeNull();
});

test("Vercel: each rate is the same, changed, new, gone or not understood", () => {
  const update = updateFrom("vercel.json");
  expect(said(update)).toEqual([
    ["acme/clip-1", "moved", ["resolution 480p: 0.05 → 0.05", "resolution 720p: 0.1 → 0.12"]],
    ["acme/sound-1", "same", ["resolution 720p, audio true: 0.4 → 0.4", "resolution 720p, audio false: 0.2 → 0.2"]],
    ["acme/tokens-1", "new", ["input.video false: none → 5.6", "input.video true: none → 3.3"]],
    ["acme/odd-1", "not-understood", []],
    ["acme/brand-new", "new", [": none → 0.07"]],
    ["acme/clip-lite", "not-understood", []],
    ["acme/listed-no-more", "gone", []],
  ]);
  expect(update.dropped).toBe(1);
});

describe("changes that can be written", () => {
  const lineOf = (update: FeedUpdate, key: string) => update.lines.find((one) => one.key === key);

  test("a price change closes the old entry, adds a dated one and leaves other amounts alone", () => {
    const after = lineOf(updateFrom("vercel.json"), "acme/clip-1")?.after;
    expect(
      after?.prices.map(({ from, to, checked, source, charges }) => [
        from,
        to,
        checked,
        source,
        charges.map(({ amount }) => (amount === "unknown" ? amount : amount.value)),
      ]),
    ).toEqual([
      ["2026-11-22", undefined, "2026-11-22", "https://ai-gateway.vercel.sh/v1/models", ["0.05", "0.12"]],
      [undefined, "2026-11-22", "2026-09-01", "https://acme.example", ["0.05", "0.1"]],
    ]);
  });

  test("an equal price gets a new checked day", () => {
    const after = lineOf(updateFrom("vercel.json"), "acme/sound-1")?.after;
    expect(after?.prices.map(({ from, checked }) => [from, checked])).toEqual([[undefined, "2026-11-22"]]);
  });

  test("a price that the feed states only in part is not confirmed, changed or not", () => {
    const half = updateFrom("vercel.json", (text) => text.replace(', { "resolution": "720p", "cost_per_second": "0.12" }', ""));
    expect([lineOf(half, "acme/clip-1")?.state, lineOf(half, "acme/clip-1")?.after, lineOf(half, "acme/clip-1")?.why]).toEqual([
      "same",
      null,
      "the feed does not state every amount of the price",
    ]);
  });

  test("a price with a base and factors is confirmed if equal; a change is left to a person", () => {
    // 480p 0.05; 768p 0.05 × 1.6 = 0.08.
    const update = updateFrom("openrouter.json");
    expect(said(update).slice(0, 2)).toEqual([
      [
        "google/veo-3.1-lite",
        "same",
        [
          "resolution 720p, audio true: 0.05 → 0.05",
          "resolution 720p, audio false: 0.03 → 0.03",
          "resolution 1080p, audio true: 0.08 → 0.08",
          "resolution 1080p, audio false: 0.05 → 0.05",
        ],
      ],
      ["minimax/hailuo-3-max", "same", ["resolution 768p: 0.08 → 0.08", "resolution 480p: 0.05 → 0.05"]],
    ]);
    expect(priceOn(lineOf(update, "minimax/hailuo-3-max")?.after ?? ({ prices: [] } as never), "2026-11-22")?.checked).toBe("2026-11-22");
    expect(lineOf(update, "acme/by-the-clip")).toMatchObject({ state: "not-understood", why: "it prices by generate" });
    const moved = updateFrom("openrouter.json", (text) => text.replace('"duration_seconds_768p": "0.08"', '"duration_seconds_768p": "0.09"'));
    expect(lineOf(moved, "minimax/hailuo-3-max")).toMatchObject({ state: "moved", after: null });
  });

  test("Venice's prices of whole clips, rounded to the cent, confirm the rates; a change is left to a person", () => {
    const update = updateFrom("venice.md");
    expect([update.lines[0]?.state, update.lines[0]?.rates.length, update.lines[0]?.after?.prices[0]?.checked]).toEqual(["same", 6, "2026-11-22"]);
    const moved = updateFrom("venice.md", (text) => text.replace("| 5s | \\$0.98", "| 5s | \\$1.05"));
    expect([moved.lines[0]?.state, moved.lines[0]?.after]).toEqual(["moved", null]);
    const odd = updateFrom("venice.md", (text) => text.replace("\\$5.89", "ask us"));
    expect(odd.lines[0]?.state).toBe("not-understood");
  });
});

describe("a feed that quotes other sellers", () => {
  test("is compared but never written; a known error stays quiet until its value changes", () => {
    const update = updateFrom("litellm.json");
    expect(update.lines.map(({ key, state, after }) => [key, state, after])).toEqual([
      ["vertex_ai/veo-3.1-fast-generate-001", "known-error", null],
      ["runwayml/gen4_turbo", "moved", null],
      ["openai/sora-2-pro-high-res", "known-error", null],
    ]);
    const other = updateFrom("litellm.json", (text) => text.replace("0.15", "0.16"));
    expect(other.lines[0]?.state).toBe("moved");
  });

  test("Portkey's cents are converted to dollars", () => {
    expect(said(updateFrom("portkey-vertex-ai.json"))).toEqual([["vertex-ai/google.veo-3.1-fast-generate-001", "moved", [": 0.1 → 0.15"]]]);
  });
});

test("retirements of a maker have the exact day or the earliest day", () => {
  expect(updateFrom("google-retirements.md").retirements.map(({ id, key, state, theirs, ours }) => [id ?? key, theirs.date, theirs.may, state, ours])).toEqual([
    ["google/veo-3.1-generate-preview", "2026-10-22", false, "same", "2026-10-22"],
    ["google/clip-1", "2027-02-01", true, "moved", null],
  ]);
});
