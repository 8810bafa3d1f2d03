import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import type { ClipRequest } from "../../../src/catalog/clip-request.ts";
import { rankModels } from "../../../src/catalog/rank.ts";
import { rankJson, rankMarkdown, rankText } from "../../../src/report/catalog/rank.ts";
import { RIVALS } from "../../catalog/rivals.ts";
import { ACME, bookOfFiles } from "../../in-memory.ts";
import { HOSTILE, liveTokens } from "../hostile.ts";

const MARKET = { date: "2026-11-22", rates: new Map() };
const ASK: ClipRequest = { mode: "image-to-video", duration: 8, resolution: "1080p" };
const book = bookOfFiles(RIVALS);
const ranking = rankModels(book, ASK, MARKET);
const text = rankText(ranking, { width: 140, color: false, verbose: false });
const verbose = rankText(ranking, { width: 140, color: false, verbose: true });

test("a ranking is printed as text and Markdown", async () => {
  await expect(text).toMatchFileSnapshot("golden/rank-140.txt");
  await expect(rankText(ranking, { width: 60, color: false, verbose: true })).toMatchFileSnapshot("golden/rank-60.txt");
  await expect(rankMarkdown(ranking, book, true)).toMatchFileSnapshot("golden/rank.md");
});

test.each([40, 60, 80, 100, 140])("no line is longer than %i columns", (width) => {
  for (const line of rankText(ranking, { width, color: false, verbose: true }).split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(width);
});

test.each([
  /^image-to-video, 8 s, 1080p, on 2026-11-22; assumed to go in: 1 image$/m,
  /^1 {2}rivals\/minimum +\$0\.30 +\$0\.0375 {2}10 s +undated i old$/m,
  /^4 {2}rivals\/imaged +\$0\.41 +\$0\.05125 {2}8 s \+ 1 image +credits of Large {3,}2026-11-01$/m,
  /^5 {2}rivals\/bounded +≥ \$0\.48 +≥ \$0\.06 {2}8 s +2026-11-01$/m,
  /^6 {2}rivals\/sounding +\$0\.80 +\$0\.10 {2}8 s +sound +2026-11-01$/m,
  /^7 {2}rivals\/quality +\$1\.60 +\$0\.20 {2}8 s +assumed quality pro +2026-11-01$/m,
  /^10 models not ranked \(--verbose names them\):$/m,
  /^ {2}1 is not for image-to-video$/m,
  /^ {2}1 does not make 1080p$/m,
  /^ {2}1 does not make 8 s$/m,
  /^ {2}1 is not known to make 1080p$/m,
  /^ {2}1 has a price in CNY, and no rate is given: --fx CNY=…$/m,
  /^ {2}1 has no price$/m,
])("the ranking says %s", (line) => expect(text).toMatch(line));

test("--verbose names the models left out, what they make instead, what they would cost, and every source", () => {
  expect(text).not.toContain("rivals/short");
  for (const line of [
    "    rivals/short (5, 10)",
    "    rivals/gone (since 2026-06-01)",
    "    rivals/vague ($0.01 if it does)",
    "  rivals/plain: https://rivals.example/plain",
  ])
    expect(verbose.split("\n")).toContain(line);
});

test("several models left out for one reason are counted in the plural", () => {
  const sound = rankText(rankModels(book, { ...ASK, audio: true }, MARKET), { width: 140, color: false, verbose: false });
  expect(sound).toContain("\n  4 are not known to make sound\n");
  expect(sound).toContain("\n  2 do not make sound\n");
});

test("an empty ranking says so", () => {
  const none = rankModels(book, { ...ASK, duration: 99 }, MARKET);
  expect(rankText(none, { width: 140, color: false, verbose: false })).toContain("\nNo model is known to make this.\n");
  expect(rankMarkdown(none, book, false)).toContain("\nNo model is known to make this.\n");
});

describe("a ranking as JSON", () => {
  const json = JSON.parse(rankJson(ranking)) as { request: unknown; ranked: Record<string, unknown>[]; left_out: Record<string, unknown>[] };

  test("has the priced request", () =>
    expect(json.request).toEqual({
      mode: "image-to-video",
      duration: 8,
      resolution: "1080p",
      audio: null,
      aspect_ratio: null,
      fps: null,
      input: { images: 1, video: 0, audio: 0 },
    }));

  test("has numbers in the ranking's order", () => {
    expect(json.ranked.map(({ rank, id, usd }) => [rank, id, usd])).toEqual([
      [1, "rivals/minimum", 0.3],
      [2, "rivals/plain", 0.4],
      [3, "rivals/plain-too", 0.4],
      [4, "rivals/imaged", 0.41],
      [5, "rivals/bounded", 0.48],
      [6, "rivals/sounding", 0.8],
      [7, "rivals/quality", 1.6],
    ]);
    expect(json.ranked[0]).toEqual({
      rank: 1,
      id: "rivals/minimum",
      name: null,
      usd: 0.3,
      usd_per_second: 0.0375,
      bound: "exact",
      billed: [{ quantity: 10, meter: "second", of: ["output"] }],
      defaults: {},
      assumed: {},
      pack: null,
      source: "https://rivals.example/minimum",
      checked: "2026-01-01",
      confidence: "inferred",
      stale: true,
      unstated: [],
    });
  });

  test("has every model left out, with a reason as a code and in words", () => {
    expect(json.left_out.find(({ id }) => id === "rivals/short")).toEqual({
      id: "rivals/short",
      reason: "not-accepted",
      field: "duration",
      accepts: [5, 10],
      usd: null,
      message: "does not make 8 s",
    });
    expect(json.left_out.find(({ id }) => id === "rivals/vague")).toMatchObject({ reason: "not-stated", field: "resolution", usd: 0.01 });
    expect(json.left_out).toHaveLength(10);
  });
});

test("an address is a link only if the built-in book cites it", () => {
  expect(rankMarkdown(ranking, book, false)).toContain("| [rivals.example](https://rivals.example/plain) |");
  const foreign = bookOfFiles({ ...RIVALS, models: [] });
  expect(rankMarkdown(ranking, foreign, false)).toContain("| `https://rivals.example/plain` |");
});

test.each(HOSTILE.filter((one) => one.trim() !== "").map((one) => [one.slice(0, 30), one]))("a price file with %j shows it as text", (_, evil) => {
  const [shown, hidden] = ["plain", "small"].map((id) => RIVALS.models.find((one) => one.id === id));
  const file = {
    ...RIVALS,
    account: { packs: [{ name: evil, size: 1000, price: 5 }] },
    models: [
      {
        ...shown,
        id: evil,
        accepts: { duration: [8], resolution: ["1080p"], [`o ${evil}`]: [evil] },
        cases: [],
        prices: [{ source: evil, checked: "2026-01-01", confidence: "inferred", charges: [{ meter: "second", credits: 1, when: { [`o ${evil}`]: evil } }] }],
      },
      { ...hidden, id: `b ${evil}`, accepts: { duration: [8], resolution: [evil] } },
    ],
  };
  const result = rankModels(bookOfFiles(file), ASK, MARKET);
  expect([result.ranked.length, result.leftOut.length]).toEqual([1, 1]);
  // The built-in book does not cite the addresses of another price file.
  expect(liveTokens(rankMarkdown(result, bookOfFiles(ACME), true))).toEqual([]);
  const said = rankText(result, { width: 80, color: false, verbose: true });
  expect(said.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(said).not.toMatch(/^\s*::|##\[|<!--/m);
  for (const line of said.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(80);
});
