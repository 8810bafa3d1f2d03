import { describe, expect, test } from "vitest";
import { type ClipPrices, clipPrices } from "../../src/catalog/clip-prices.ts";
import { rates } from "../../src/money/convert.ts";
import type { Provider } from "../../src/prices/book.ts";
import { findModel } from "../../src/prices/find.ts";
import { ACME, bookOfFiles } from "../in-memory.ts";

const MARKET = { date: "2026-11-22", rates: rates({}) };

function clipsOf(file: { provider: string }, id: string, market = MARKET): ClipPrices {
  const provider = bookOfFiles(file).provider(file.provider) as Provider;
  return clipPrices(provider, findModel(provider, id) as Provider["models"][number], market);
}

/** [modes, resolution, audio, then [length, price] of each clip]. */
const shown = ({ rows }: ClipPrices) =>
  rows.map(({ modes, resolution, audio, clips }) => [modes.join(), resolution, audio, ...clips.map(({ seconds, usd }) => [seconds, usd?.toNumber() ?? null])]);

function model(rest: object, charges: object[]) {
  const prices = [{ source: "s", checked: "2026-11-01", confidence: "provider", charges }];
  return { provider: "p", name: "P", models: [{ id: "m", modes: ["text-to-video"], prices, ...rest }] };
}

test("every resolution is priced with and without sound at the nearest length that the model makes", () => {
  const clips = clipsOf(ACME, "acme-1");
  // Lengths are 5 and 10: 8 s is nearer to 10. 5 s × $0.15 or $0.10, × 2 at 1080p.
  expect(shown(clips)).toEqual([
    ["text-to-video,image-to-video", "720p", true, [5, 0.75], [10, 1.5]],
    ["text-to-video,image-to-video", "720p", false, [5, 0.5], [10, 1]],
    ["text-to-video,image-to-video", "1080p", true, [5, 1.5], [10, 3]],
    ["text-to-video,image-to-video", "1080p", false, [5, 1], [10, 2]],
  ]);
  expect(clips).toMatchObject({ state: "priced", stated: true, inputs: false });
  expect(clips.rows[0]?.clips.map(({ asked }) => asked)).toEqual([5, 8]);
});

test("modes, resolutions and sound have separate rows only if they differ", () => {
  const file = model(
    {
      modes: ["text-to-video", "image-to-video", "extend"],
      accepts: { duration: [4, 6, 8], resolution: ["720p", "1080p"], audio: [true, false] },
      cases: [
        { when: { resolution: "1080p" }, accepts: { duration: [8] } },
        { when: { mode: "extend" }, accepts: { resolution: ["720p"], duration: [7] } },
      ],
    },
    [{ meter: "second", usd: 0.1 }],
  );
  // 4 and 6 are equally near to 5, so the longer counts; 1080p only has 8 s; an extension only has 720p and 7 s.
  expect(shown(clipsOf(file, "m"))).toEqual([
    ["text-to-video,image-to-video", "720p", null, [6, 0.6], [8, 0.8]],
    ["text-to-video,image-to-video", "1080p", null, [8, 0.8], [8, 0.8]],
    ["extend", "720p", null, [7, 0.7], [7, 0.7]],
  ]);
});

test("an image that is billed gives its mode a row of its own and sets inputs", () => {
  const clips = clipsOf(
    model({ modes: ["text-to-video", "image-to-video"], accepts: { duration: { min: 1, max: 10 } } }, [
      { meter: "second", usd: 0.1 },
      { meter: "image", usd: 0.01 },
    ]),
    "m",
  );
  expect(shown(clips)).toEqual([
    ["text-to-video", null, null, [5, 0.5], [8, 0.8]],
    ["image-to-video", null, null, [5, 0.51], [8, 0.81]],
  ]);
  expect(clips.inputs).toBe(true);
});

test("a field that the request leaves open gets a chosen value, which the row names", () => {
  const [row] = clipsOf(
    model({ accepts: { duration: [5, 8], quality: ["std", "pro"] } }, [
      {
        meter: "second",
        by: ["quality"],
        unit: "usd",
        rows: [
          ["std", 0.1],
          ["pro", 0.2],
        ],
      },
    ]),
    "m",
  ).rows;
  expect(row?.clips.map(({ usd, chosen }) => [usd?.toNumber(), chosen])).toEqual([
    [0.5, { quality: "std" }],
    [0.8, { quality: "std" }],
  ]);
});

describe("a clip without a price", () => {
  const why = ({ rows }: ClipPrices) => rows.flatMap(({ clips }) => clips.map(({ usd, why: reason }) => [usd, reason]));
  test("is retired from its retirement day on, and priced the day before", () => {
    expect([clipsOf(ACME, "acme-0").state, clipsOf(ACME, "acme-0", { ...MARKET, date: "2026-06-01" }).state]).toEqual(["retired", "retired"]);
    expect(why(clipsOf(ACME, "acme-0"))).toEqual([
      [null, { reason: "retired" }],
      [null, { reason: "retired" }],
    ]);
    const before = clipsOf(ACME, "acme-0", { ...MARKET, date: "2026-05-31" });
    // $1 a clip; no lengths are named.
    expect([before.state, before.stated, shown(before)]).toEqual(["priced", false, [["text-to-video", null, null, [5, 1], [8, 1]]]]);
  });
  test.each<[string, object[], object]>([
    ["because its currency has no exchange rate", [{ meter: "second", amount: 1, currency: "CNY" }], { reason: "no-rate", currency: "CNY" }],
    ["because an amount is not public", [{ meter: "second", amount: "unknown" }], { reason: "unknown-amount" }],
    ["because the value of a credit is unknown", [{ meter: "second", credits: 1 }], { reason: "unknown-credit" }],
    ["because a needed field has no value", [{ meter: "gpu_second", usd: 1 }], { reason: "field-needed", field: "runtime" }],
  ])("%s", (_, charges, reason) =>
    expect(why(clipsOf(model({ accepts: { duration: [5, 8] } }, charges), "m"))).toEqual([
      [null, reason],
      [null, reason],
    ]),
  );
  test("a model without public prices is unpriced", () => expect(clipsOf(ACME, "acme-secret").state).toBe("unpriced"));
});
