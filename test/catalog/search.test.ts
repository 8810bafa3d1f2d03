import { expect, test } from "vitest";
import { type Criteria, rowsUnderCeiling, searchRows, sortedRows } from "../../src/catalog/search.ts";
import type { Sort } from "../../src/catalog/sort.ts";
import { decimal } from "../../src/money/decimal.ts";
import { ACME, bookOfFiles } from "../in-memory.ts";

const WITHOUT_DEFAULTS = {
  provider: "bare",
  name: "Bare",
  models: [
    {
      id: "bare-1",
      modes: ["text-to-video"],
      accepts: { duration: [6, 12], resolution: ["480p", "1080p"] },
      prices: [
        {
          source: "s",
          checked: "2026-01-01",
          confidence: "provider",
          charges: [
            {
              meter: "second",
              by: ["resolution"],
              rows: [
                ["480p", 0.1],
                ["1080p", 0.3],
              ],
            },
          ],
        },
      ],
    },
    {
      id: "bare-edit",
      modes: ["video-to-video"],
      accepts: {},
      prices: [{ source: "s", checked: "2026-01-01", confidence: "provider", charges: [{ meter: "second", of: "input_video", usd: 0.2 }] }],
    },
  ],
};

const book = bookOfFiles(ACME, WITHOUT_DEFAULTS);
const ids = (criteria: Criteria): string[] => searchRows(book, criteria, "2026-11-22").map(({ id }) => id);

test.each<[Criteria, string[]]>([
  [{ provider: "bare" }, ["bare/bare-1", "bare/bare-edit"]],
  [{ model: "acme" }, ["acme/acme-1"]],
  [{ model: "acme/acme-1" }, ["acme/acme-1"]],
  [{ model: "acme-" }, []],
  [{ mode: "video-to-video" }, ["bare/bare-edit"]],
  [{ resolution: "1080P" }, ["acme/acme-1", "bare/bare-1"]],
  [{ query: "ACME credits" }, ["acme/acme-credits"]],
  [{ query: "acme/acme-1" }, ["acme/acme-1"]],
  [{ query: "no such" }, []],
  [{ provider: "acme", mode: "image-to-video" }, ["acme/acme-1"]],
])("%j finds %j", (criteria, found) => expect(ids(criteria)).toEqual(found));

test("a field without a default gets the first accepted value, and the row says so", () => {
  const [bare, edit] = searchRows(book, { provider: "bare" }, "2026-11-22");
  // 5 s is not sold: 6 s × $0.10 at 480p; 5 s of input × $0.20.
  expect([bare?.example?.amount.toNumber(), bare?.example?.request]).toEqual([0.6, { duration: 6, resolution: "480p" }]);
  expect([edit?.example?.amount.toNumber(), edit?.example?.request]).toEqual([1, { duration: 5, "input.video": 5 }]);
});

test("the example has the resolution and mode of the search", () => {
  const [acme, bare] = searchRows(book, { resolution: "1080p" }, "2026-11-22");
  // 5 s × $0.15 × 2; 6 s × $0.30.
  expect([acme?.example?.amount.toNumber(), bare?.example?.amount.toNumber()]).toEqual([1.5, 1.8]);
});

test("the status of a model is that of the date of the search", () => {
  const state = (date: string): (string | undefined)[] => searchRows(book, { model: "acme-0" }, date).map(({ status }) => status);
  expect([state("2026-05-31"), state("2026-06-01")]).toEqual([["retiring"], ["retired"]]);
  expect(searchRows(book, { model: "acme-secret" }, "2026-11-22").map(({ status, example }) => [status, example])).toEqual([["unpriced", null]]);
});

test("a resolution matches only in the mode of the search", () => {
  const narrow = {
    provider: "narrow",
    name: "Narrow",
    models: [
      {
        id: "one",
        modes: ["text-to-video", "extend"],
        accepts: { duration: [5], resolution: ["720p", "1080p"] },
        cases: [{ when: { mode: "extend" }, accepts: { resolution: ["720p"] } }],
        prices: [{ source: "s", checked: "2026-01-01", confidence: "provider", charges: [{ meter: "clip", usd: 1 }] }],
      },
    ],
  };
  const found = (criteria: Criteria) => searchRows(bookOfFiles(narrow), criteria, "2026-11-22").length;
  expect([found({ resolution: "1080p" }), found({ mode: "text-to-video", resolution: "1080p" }), found({ mode: "extend", resolution: "1080p" })]).toEqual([
    1, 1, 0,
  ]);
});

test("a price ceiling applies to the example job; models without an exact price are counted", () => {
  const bounded = {
    ...WITHOUT_DEFAULTS,
    provider: "bounded",
    models: [
      {
        id: "least",
        modes: ["text-to-video"],
        accepts: { duration: [5] },
        prices: [{ source: "s", checked: "2026-01-01", confidence: "provider", charges: [{ meter: "second", usd: 0.01, min: "unknown" }] }],
      },
    ],
  };
  // acme-1 5 s × $0.15 = $0.75; acme-credits 5 s × 10 × $0.01 = $0.50; acme-secret unknown; acme-0 $1; least at least $0.05.
  const rows = searchRows(bookOfFiles(ACME, bounded), {}, "2026-11-22");
  const kept = (usd: string) => {
    const { rows: some, unknown } = rowsUnderCeiling(rows, decimal(usd));
    return [some.map(({ id }) => id), unknown];
  };
  expect(kept("0.75")).toEqual([["acme/acme-1", "acme/acme-credits"], 2]);
  expect(kept("0.749999")).toEqual([["acme/acme-credits"], 2]);
  expect(kept("0")).toEqual([[], 2]);
});

test("a price in another currency needs an exchange rate", () => {
  const yuan = {
    ...WITHOUT_DEFAULTS,
    models: [
      {
        id: "y",
        modes: ["text-to-video"],
        accepts: { duration: [5] },
        prices: [{ source: "s", checked: "2026-01-01", confidence: "provider", charges: [{ meter: "second", amount: 1, currency: "CNY" }] }],
      },
    ],
  };
  // 5 s × CNY 1 × $0.14.
  const amount = (rates: Map<string, ReturnType<typeof decimal>>) =>
    searchRows(bookOfFiles(yuan), {}, "2026-11-22", rates)[0]?.example?.amount.toNumber() ?? null;
  expect([amount(new Map()), amount(new Map([["CNY", decimal("0.14")]]))]).toEqual([null, 0.7]);
});

test("every row prices the same job; a value that the model does not make is replaced and marked", () => {
  const two = {
    provider: "two",
    name: "Two",
    models: [
      {
        id: "hd",
        modes: ["text-to-video"],
        accepts: { duration: [5, 8], resolution: ["480p", "720p"] },
        defaults: { duration: 8, resolution: "480p" },
        prices: [
          {
            source: "s",
            checked: "2026-11-01",
            confidence: "provider",
            charges: [
              {
                meter: "second",
                by: ["resolution"],
                unit: "usd",
                rows: [
                  ["480p", 0.1],
                  ["720p", 0.2],
                ],
              },
            ],
          },
        ],
      },
      {
        id: "low",
        modes: ["text-to-video"],
        accepts: { duration: [6], resolution: ["480p"] },
        defaults: { duration: 6, resolution: "480p" },
        prices: [{ source: "s", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "second", usd: 0.05 }] }],
      },
    ],
  };
  const rows = (criteria: Criteria): unknown[] =>
    searchRows(bookOfFiles(two), criteria, "2026-11-22").map(({ id, example }) => [id, example?.amount.toNumber(), example?.as_asked]);
  // 5 s × $0.20 at 720p, whatever the default is; 6 s × $0.05 of what the other makes. At 8 s: 8 × $0.20.
  expect(rows({})).toEqual([
    ["two/hd", 1, true],
    ["two/low", 0.3, false],
  ]);
  expect(rows({ duration: 8 })).toEqual([
    ["two/hd", 1.6, true],
    ["two/low", 0.3, false],
  ]);
  const sorted = (sort: Sort): string[] => sortedRows(searchRows(bookOfFiles(two, ACME), { query: "-" }, "2026-11-22"), sort).map(({ id }) => id);
  expect(sortedRows(searchRows(bookOfFiles(two), {}, "2026-11-22"), "price").map(({ id }) => id)).toEqual(["two/low", "two/hd"]);
  expect(sorted("price").at(-1)).toBe("acme/acme-secret");
  expect(sorted("name")).toEqual([...sorted("name")].sort());
});
