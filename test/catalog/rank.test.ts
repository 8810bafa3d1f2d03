import { describe, expect, test } from "vitest";
import type { ClipRequest } from "../../src/catalog/clip-request.ts";
import { rankModels } from "../../src/catalog/rank.ts";
import { rates } from "../../src/money/convert.ts";
import { ACME, bookOfFiles } from "../in-memory.ts";
import { RIVALS } from "./rivals.ts";

const DATE = "2026-11-22";
const MARKET = { date: DATE, rates: rates({}) };
const ASK: ClipRequest = { mode: "image-to-video", duration: 8, resolution: "1080P" };
const book = bookOfFiles(RIVALS);
const ranking = rankModels(book, ASK, MARKET);
const row = (id: string) => ranking.ranked.find((one) => one.id === `rivals/${id}`);

describe("a ranking for 8 s of image-to-video at 1080p", () => {
  test("is sorted by the price of the job, then by name", () =>
    expect(ranking.ranked.map(({ id, amount, perSecond, bound }) => [id, amount.toNumber(), perSecond.toNumber(), bound])).toEqual([
      // A minimum of 10 s × $0.03; the price per second is of the 8 s of output.
      ["rivals/minimum", 0.3, 0.0375, "exact"],
      // 8 s × $0.05.
      ["rivals/plain", 0.4, 0.05, "exact"],
      ["rivals/plain-too", 0.4, 0.05, "exact"],
      // 8 s × 10 credits × $0.005 + 1 image × $0.01.
      ["rivals/imaged", 0.41, 0.05125, "exact"],
      // 8 s × $0.06, with an unknown minimum.
      ["rivals/bounded", 0.48, 0.06, "lower"],
      // 8 s × $0.10: sound is the default.
      ["rivals/sounding", 0.8, 0.1, "exact"],
      // 8 s × $0.20: the default, std, makes no 1080p; pro does.
      ["rivals/quality", 1.6, 0.2, "exact"],
    ]));

  test("says what is billed, how the request was met, and how reliable the price is", () => {
    expect(row("minimum")).toMatchObject({ checked: "2026-01-01", confidence: "inferred", stale: true, source: "https://rivals.example/minimum" });
    expect(row("minimum")?.billed.map(({ quantity, meter }) => [quantity.toNumber(), meter])).toEqual([[10, "second"]]);
    expect(row("plain")).toMatchObject({ stale: false, defaults: {}, chosen: {}, pack: null, unstated: [] });
    expect(row("imaged")).toMatchObject({ pack: "Large" });
    expect(row("sounding")?.defaults).toEqual({ audio: true });
    expect(row("quality")).toMatchObject({ chosen: { quality: "pro" }, defaults: {} });
  });

  test("leaves out models that cannot do the job, each with a reason", () =>
    expect(
      ranking.leftOut.map(({ id, amount, allowed, ...why }: Record<string, unknown>) => [
        String(id).slice(7),
        why,
        allowed ?? null,
        amount ? String(amount) : null,
      ]),
    ).toEqual([
      ["words", { reason: "mode" }, null, null],
      ["gone", { reason: "retired", date: "2026-06-01" }, null, null],
      ["secret", { reason: "unpriced" }, null, null],
      ["small", { reason: "not-accepted", field: "resolution", value: "1080p" }, ["720p"], null],
      ["short", { reason: "not-accepted", field: "duration", value: 8 }, [5, 10], null],
      ["yuan", { reason: "no-rate", currency: "CNY" }, null, null],
      ["blank", { reason: "unknown-amount" }, null, null],
      ["hole", { reason: "not-sold" }, null, null],
      ["hardware", { reason: "field-needed", field: "runtime" }, null, null],
      // One clip × $0.01, for which the book names no size.
      ["vague", { reason: "not-stated", field: "resolution" }, null, "0.01"],
    ]));

  test("has every model of the book exactly once", () => expect(ranking.ranked.length + ranking.leftOut.length).toBe(RIVALS.models.length));
});

test("an exchange rate adds the models that are priced in its currency", () => {
  // 8 s × CNY 1 × $0.14.
  const { ranked } = rankModels(book, ASK, { date: DATE, rates: rates({ CNY: "0.14" }) });
  expect(ranked.find(({ id }) => id === "rivals/yuan")?.amount.toNumber()).toBe(1.12);
});

test.each<[string, Partial<ClipRequest>, [string, number][]]>([
  // 8 s × $0.10 with sound, × $0.08 without.
  ["with sound", { audio: true }, [["rivals/sounding", 0.8]]],
  [
    "without sound",
    { audio: false },
    [
      ["rivals/plain", 0.4],
      ["rivals/plain-too", 0.4],
      ["rivals/sounding", 0.64],
    ],
  ],
])("%s: only models that are known to support it", (_, asked, expected) => {
  const { ranked, leftOut } = rankModels(book, { ...ASK, ...asked }, MARKET);
  expect(ranked.map(({ id, amount }) => [id, amount.toNumber()])).toEqual(expected);
  expect(leftOut.find(({ id }) => id === "rivals/minimum")).toMatchObject({ reason: "not-stated", field: "audio" });
});

test("if the default quality does not accept a length or sound, another quality is tried", () => {
  // std is silent: with sound it is pro, 8 s × $0.20, though std would make 720p.
  const asked: ClipRequest = { mode: "text-to-video", duration: 8, resolution: "720p", audio: true };
  const file = {
    ...RIVALS,
    models: [
      {
        ...RIVALS.models.find(({ id }) => id === "quality"),
        accepts: { duration: [8], resolution: ["720p"], quality: ["std", "pro"], audio: [true, false] },
        cases: [{ when: { quality: "std" }, accepts: { audio: [false] } }],
      },
    ],
  };
  const { ranked } = rankModels(bookOfFiles(file), asked, MARKET);
  expect(ranked.map(({ amount, chosen }) => [amount.toNumber(), chosen])).toEqual([[1.6, { quality: "pro" }]]);
});

test("a clip that follows its input has the input's length", () => {
  const edit = (charges: object[], rest: object = {}) => ({
    id: "edit",
    modes: ["video-to-video"],
    prices: [{ source: "s", checked: "2026-11-01", confidence: "provider", charges }],
    ...rest,
  });
  const of = (model: object) => rankModels(bookOfFiles({ provider: "e", name: "E", models: [model] }), { mode: "video-to-video", duration: 8 }, MARKET);
  // 8 s of input × $0.20; the book need not name lengths.
  expect(of(edit([{ meter: "second", of: "input_video", usd: 0.2 }])).ranked.map(({ amount }) => amount.toNumber())).toEqual([1.6]);
  // 8 s in and 8 s out × $0.10.
  expect(of(edit([{ meter: "second", of: ["output", "input_video"], usd: 0.1 }])).ranked.map(({ amount }) => amount.toNumber())).toEqual([1.6]);
  expect(of(edit([{ meter: "second", of: "input_video", usd: 0.2 }], { accepts: { "input.video": { min: 1, max: 6 } } })).leftOut).toMatchObject([
    { reason: "not-accepted", field: "input.video", value: 8, allowed: "1 to 6" },
  ]);
});

test("an aspect ratio that the book does not state is noted; the model stays in the ranking", () => {
  const { ranked } = rankModels(bookOfFiles(ACME), { mode: "text-to-video", duration: 10, aspect_ratio: "9:16" }, MARKET);
  // 10 s × $0.15 at the default 720p, with the default sound.
  expect(ranked.map(({ id, amount, unstated, defaults }) => [id, amount.toNumber(), unstated, defaults])).toEqual([
    ["acme/acme-1", 1.5, ["aspect_ratio"], { audio: true, resolution: "720p" }],
  ]);
});

test("a ranking can be limited to providers, and its date decides which models are retired", () => {
  const both = bookOfFiles(ACME, RIVALS);
  const ask: ClipRequest = { mode: "text-to-video", duration: 5 };
  expect(rankModels(both, ask, MARKET, ["acme"]).leftOut.map(({ id, reason }) => [id, reason])).toEqual([
    ["acme/acme-secret", "unpriced"],
    ["acme/acme-0", "retired"],
  ]);
  expect(rankModels(both, ask, { ...MARKET, date: "2026-05-31" }, ["acme"]).leftOut.find(({ id }) => id === "acme/acme-0")).toMatchObject({
    reason: "not-stated",
    field: "duration",
  });
});
