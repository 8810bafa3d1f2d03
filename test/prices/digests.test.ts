import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Digests, digestsOf, isRecorded, rewritten, written } from "../../scripts/digest.ts";
import type { Provider } from "../../src/prices/book.ts";
import { providersOf } from "../../src/prices/find.ts";
import { normalise } from "../../src/prices/normalise.ts";
import { priceFile } from "../../src/prices/schema.ts";
import { builtInBook } from "../run/built-in.ts";

/** Published prices stay: a report for March must have the same figures in November. */
describe("the dated prices of the book", () => {
  const { published, corrections } = JSON.parse(readFileSync("test/prices/digests.json", "utf8")) as Digests;
  const providers = providersOf(builtInBook());

  test("are as they were published", () => {
    expect(
      rewritten(published, providers).map(({ model, entry, what }) => `${model} ${entry.from ?? ""}: ${what}`),
      'A price that changed is a new dated entry: put the old one back. One that was wrong when written is corrected, with a reason that is kept: npm run digests -- PROVIDER/MODEL="why it was wrong"',
    ).toEqual([]);
  });

  test("are all recorded", () => {
    expect(isRecorded(published, providers), "run npm run digests, and commit test/prices/digests.json").toBe(true);
  });

  test("have a reason for each correction", () => {
    for (const { model, reason, on, was } of corrections) {
      expect(reason.length, model).toBeGreaterThan(10);
      expect(on).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(was).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});

type Written = { from?: string; to?: string; charges?: object[]; total?: object; holes?: object[]; [key: string]: unknown };

/** A book of one model with two dated prices. */
const price = (change: Written): object => ({
  source: "https://acme.example",
  checked: "2026-01-01",
  confidence: "third-party",
  charges: [
    {
      meter: "second",
      by: ["resolution"],
      unit: "usd",
      rows: [
        ["720p", 0.1],
        ["1080p", 0.2],
      ],
    },
    { factor: 2, when: { tier: "fast" } },
  ],
  ...change,
});
const book = (prices: object[], model: object = {}): Provider[] => [
  normalise(
    priceFile.parse({
      provider: "acme",
      name: "Acme",
      models: [{ id: "acme-1", modes: ["text-to-video"], accepts: { resolution: ["720p", "1080p"], tier: ["standard", "fast"] }, prices, ...model }],
    }),
  ),
];
const first = { to: "2026-03-01", charges: [{ meter: "second", usd: 0.3 }] };
const last = { from: "2026-03-01" };
const published = digestsOf(book([price(first), price(last)]));
const found = (prices: object[], model?: object): string[] => rewritten(published, book(prices, model)).map(({ what, entry }) => `${what} ${entry.from}`);

describe("published prices are changed by", () => {
  test.each<[string, object[], string[]]>([
    ["another amount", [price({ ...first, charges: [{ meter: "second", usd: 0.31 }] }), price(last)], ["changed null"]],
    [
      "another cell of a table",
      [
        price(first),
        price({
          ...last,
          charges: [
            {
              meter: "second",
              by: ["resolution"],
              unit: "usd",
              rows: [
                ["720p", 0.1],
                ["1080p", 0.21],
              ],
            },
          ],
        }),
      ],
      ["changed 2026-03-01"],
    ],
    [
      "another factor",
      [
        price(first),
        price({
          ...last,
          charges: [
            { meter: "second", usd: 0.1 },
            { factor: 3, when: { tier: "fast" } },
          ],
        }),
      ],
      ["changed 2026-03-01"],
    ],
    ["a new minimum of the job", [price({ ...first, total: { min: 1 } }), price(last)], ["changed null"]],
    ["a new hole", [price(first), price({ ...last, holes: [{ resolution: "1080p" }] })], ["changed 2026-03-01"]],
    ["a new end of a charge", [price({ ...first, charges: [{ meter: "second", usd: 0.3, to: "2026-02-01" }] }), price(last)], ["changed null"]],
    ["a removed entry", [price(last)], ["gone null"]],
    ["another first day", [price({ ...first, to: "2026-02-01" }), price({ from: "2026-02-01" })], ["ended elsewhere null", "gone 2026-03-01"]],
    ["another end", [price({ ...first, to: "2026-02-01" }), price(last)], ["ended elsewhere null"]],
    ["a removed end", [price({ charges: first.charges })], ["ended elsewhere null", "gone 2026-03-01"]],
  ])("%s", (_, prices, expected) => expect(found(prices)).toEqual(expected));

  test("a removed model or provider", () => {
    expect(found([price(first), price(last)], { id: "acme-2" })).toEqual(["gone null", "gone 2026-03-01"]);
    expect(rewritten(published, []).map(({ what }) => what)).toEqual(["gone", "gone"]);
  });
});

describe("published prices are unchanged by", () => {
  test.each<[string, object[], object?]>([
    ["nothing", [price(first), price(last)]],
    [
      "a new entry that ends the last one",
      [price(first), price({ ...last, to: "2026-09-01" }), price({ from: "2026-09-01", charges: [{ meter: "second", usd: 0.05 }] })],
    ],
    ["an end without a successor", [price(first), price({ ...last, to: "2026-09-01" })]],
    [
      "a new reading of the page",
      [price({ ...first, checked: "2026-10-01", source: "https://acme.example/new", confidence: "provider", notes: "Read again." }), price(last)],
    ],
    [
      "entries and charges in another order",
      [
        price({
          ...last,
          charges: [
            { factor: 2, when: { tier: "fast" } },
            { meter: "second", usd: 0.2, when: { resolution: "1080p" } },
            { meter: "second", usd: 0.1, when: { resolution: "720p" } },
          ],
        }),
        price(first),
      ],
    ],
    ["an id that becomes an alias", [price(first), price(last)], { id: "acme-one", aliases: ["acme-1"] }],
  ])("%s", (_, prices, model) => expect(found(prices, model)).toEqual([]));
});

test("a new entry or a new end counts as unrecorded until it is written down", () => {
  const later = book([price(first), price({ ...last, to: "2026-09-01" })]);
  expect(isRecorded(published, book([price(first), price(last)]))).toBe(true);
  expect(isRecorded(published, later)).toBe(false);
  expect(isRecorded(digestsOf(later), later)).toBe(true);
});

test("the digest file is read back as written", () => {
  const digests: Digests = { published, corrections: [{ model: "acme/acme-1", from: null, was: "ab", on: "2026-11-22", reason: 'Had the "fast" rate.' }] };
  expect(JSON.parse(written(digests))).toEqual(digests);
  expect(JSON.parse(written({ published, corrections: [] }))).toEqual({ published, corrections: [] });
});
