import { describe, expect, test } from "vitest";
import { readPrices } from "../../src/prices/read.ts";
import type { Problem } from "../../src/problem.ts";
import { hint, sentence } from "../../src/report/words/messages.ts";
import { readYaml } from "../../src/yaml/read.ts";

/** A correct price file, and changes that are refused. */
const price = { source: "https://acme.example", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "second", usd: 0.1 }] };
const model = {
  id: "acme-1",
  modes: ["text-to-video"],
  accepts: { duration: [5, 10], resolution: ["720p", "1080p"], audio: [true, false] },
  defaults: { duration: 5, resolution: "720p", audio: false },
  prices: [price],
};
const charges = (...list: object[]): object => ({ prices: [{ ...price, charges: list }] });
const sound = { provider: "acme", name: "Acme", models: [model] };

function codes(file: object): string[] {
  return [...new Set(readPrices(readYaml("prices/acme.yml", Buffer.from(JSON.stringify(file)))).problems.map(({ code }) => code))];
}

test("a correct file has no problem", () => expect(codes(sound)).toEqual([]));

test("a condition on a field named like a property of every JavaScript object is one on an unknown field", () => {
  const on = (field: string): string[] =>
    codes({ ...sound, models: [{ ...model, ...charges({ meter: "second", usd: 0.1 }, { meter: "second", usd: 0.2, when: { [field]: "global" } }) }] });
  expect(on("zoom").length).toBeGreaterThan(0);
  for (const field of ["constructor", "toString", "valueOf"]) expect(on(field)).toEqual(on("zoom"));
});

test.each([
  ["an unknown key", { colour: "red" }, "unknown-key"],
  ["a price with no source", { prices: [{ ...price, source: undefined }] }, "missing-key"],
  ["a negative price", charges({ meter: "second", usd: -0.1 }), "wrong-value"],
  ["an unknown meter", charges({ meter: "minute", usd: 1 }), "wrong-value"],
  [
    "overlapping dates",
    {
      prices: [
        { ...price, to: "2026-06-02" },
        { ...price, from: "2026-06-01" },
      ],
    },
    "price-overlap",
  ],
  ["an alias that equals the id", { aliases: ["acme-1"] }, "price-duplicate"],
  [
    "a condition on a value that is not accepted",
    charges({ meter: "second", usd: 0.1 }, { meter: "second", usd: 0.2, when: { resolution: "4k" } }),
    "price-when",
  ],
  ["a condition on an undeclared option", charges({ meter: "second", usd: 0.1 }, { meter: "second", usd: 0.2, when: { hdr: true } }), "price-when"],
  ["a default that is not accepted", { defaults: { ...model.defaults, duration: 7 } }, "price-default"],
  [
    "two charges of a line that match the same request",
    charges({ meter: "second", usd: 0.1 }, { meter: "second", usd: 0.2, when: { audio: true } }, { meter: "second", usd: 0.3, when: { resolution: "1080p" } }),
    "price-rivals",
  ],
  ["two charges with the same condition", charges({ meter: "second", usd: 0.1 }, { meter: "second", usd: 0.2 }), "price-rivals"],
  [
    "rival charges with different quantities",
    charges({ meter: "second", usd: 0.1, step: 1 }, { meter: "second", usd: 0.2, when: { audio: true } }),
    "price-quantity-keys",
  ],
  [
    "an accepted request that no charge covers",
    charges({
      meter: "clip",
      by: ["resolution", "duration"],
      rows: [
        ["720p", 5, 1],
        ["720p", 10, 2],
        ["1080p", 5, 2],
      ],
    }),
    "price-hole",
  ],
  [
    "tokens of images without a known size",
    { ...charges({ meter: "token", usd: 1, per: 1000000 }), media: { fps: 24, tokens: { divide: 1024 } } },
    "price-media",
  ],
  [
    "a total of two units",
    {
      prices: [
        {
          ...price,
          charges: [
            { meter: "second", usd: 0.1 },
            { meter: "clip", credits: 1 },
          ],
          total: { min: 1 },
        },
      ],
    },
    "price-units",
  ],
])("%s is a problem", (_, change, code) => {
  expect(codes({ ...sound, models: [{ ...model, ...change }] })).toContain(code);
});

test.each([
  ["a declared hole", { prices: [{ ...price, charges: [{ meter: "clip", by: ["resolution"], rows: [["720p", 1]] }], holes: [{ resolution: "1080p" }] }] }],
  [
    "a case that narrows the accepted values",
    {
      cases: [{ when: { resolution: "1080p" }, accepts: { duration: [5] } }],
      ...charges({
        meter: "clip",
        by: ["resolution", "duration"],
        rows: [
          ["720p", 5, 1],
          ["720p", 10, 2],
          ["1080p", 5, 2],
        ],
      }),
    },
  ],
  [
    "rival charges with a more specific winner",
    charges(
      { meter: "second", usd: 0.1 },
      { meter: "second", usd: 0.2, when: { audio: true } },
      { meter: "second", usd: 0.3, when: { resolution: "1080p" } },
      { meter: "second", usd: 0.4, when: { resolution: "1080p", audio: true } },
    ),
  ],
])("%s is allowed", (_, change) => {
  expect(codes({ ...sound, models: [{ ...model, ...change }] })).toEqual([]);
});

const table = (rows: unknown[], change: object = {}): object => charges({ meter: "clip", by: ["duration"], unit: "usd", rows, ...change });

describe("a charge has one amount, and every row of a table ends with a decimal", () => {
  test.each<[string, object, string[]]>([
    ["no amount", charges({ meter: "second" }), ["one-of"]],
    ["two amounts", charges({ meter: "second", usd: 0.1, credits: 2 }), ["one-of"]],
    ["a table beside an amount", table([[5, 1]], { usd: 1 }), ["one-of"]],
    ["a table without its fields", charges({ meter: "clip", rows: [[5, 1]] }), ["missing-key"]],
    ["fields without a table", charges({ meter: "clip", by: ["duration"] }), ["missing-key", "one-of"]],
    ["an amount without a currency", charges({ meter: "second", amount: 0.1 }), ["missing-key"]],
    ["a currency without an amount", charges({ meter: "second", usd: 0.1, currency: "CNY" }), ["missing-key"]],
    [
      "an unknown unit",
      table(
        [
          [5, 1],
          [10, 2],
        ],
        { unit: "dollars" },
      ),
      ["wrong-value"],
    ],
    ["a row without an amount", charges({ meter: "clip", by: ["duration", "resolution"], rows: [[5, "720p"]] }), ["wrong-value"]],
    ["a row with an extra cell", table([[5, 1, 3]]), ["wrong-value"]],
    ["an amount that is not a decimal", table([[5, "abc"]]), ["wrong-value"]],
    ["a negative amount in a table", table([[5, -1]]), ["wrong-value"]],
    ["a boolean as an amount", table([[5, true]]), ["wrong-value"]],
    ["an amount with two units", table([[5, { usd: 1, credits: 2 }]]), ["wrong-value"]],
    ["a range as an amount", table([[5, { min: 1 }]]), ["wrong-value"]],
    ["a bound that is not a decimal", charges({ meter: "second", usd: 1, min: { by: ["duration"], rows: [[5, "x"]] } }), ["wrong-value"]],
  ])("%s is a problem", (_, change, expected) => {
    expect(codes({ ...sound, models: [{ ...model, ...change }] }).sort()).toEqual(expected);
  });

  test("every legal form of an amount is allowed", () => {
    const rows = [
      [5, { usd: 1 }],
      [10, { credits: 2 }],
    ];
    expect(codes({ ...sound, models: [{ ...model, ...table(rows, { unit: undefined }) }] })).toEqual([]);
    expect(
      codes({
        ...sound,
        models: [
          {
            ...model,
            ...table([
              [5, "unknown"],
              [10, "0.30"],
            ]),
          },
        ],
      }),
    ).toEqual([]);
    expect(codes({ ...sound, models: [{ ...model, ...charges({ meter: "second", amount: "unknown" }) }] })).toEqual([]);
    expect(codes({ ...sound, models: [{ ...model, ...charges({ meter: "second", amount: 0.6, currency: "CNY" }) }] })).toEqual([]);
  });

  test("the problem is at the place of the amount", () => {
    const { problems } = readPrices(
      readYaml(
        "prices/acme.yml",
        Buffer.from(
          JSON.stringify({
            ...sound,
            models: [
              {
                ...model,
                ...table([
                  [5, 1],
                  [10, -2],
                ]),
              },
            ],
          }),
        ),
      ),
    );
    expect(problems.map(({ path }) => path.join("."))).toEqual(["models.0.prices.0.charges.0.rows.1.1"]);
  });
});

describe("a price that a price file cannot express is reported as out of scope", () => {
  test.each<[string, object, string]>([
    ["a live session", charges({ meter: "session", usd: 1 }), "live sessions"],
    ["idle time", charges({ meter: "second", usd: 1, idle: 0.1 }), "live sessions"],
    ["storage", charges({ meter: "gigabyte", usd: 0.02 }), "storage"],
    ["egress", { egress: { usd: 0.02 } }, "storage and traffic"],
    ["a quote endpoint", { prices: [{ ...price, quote: "https://acme.example/quote" }] }, "quote endpoint"],
    ["marginal tiers", charges({ meter: "second", tiers: [{ up_to: 100, usd: 0.1 }] }), "marginal tiers"],
    ["a formula", charges({ meter: "second", usd: 0.1, formula: "duration * 0.1" }), "calculations"],
    ["an amount that is a calculation", charges({ meter: "second", usd: "0.1 * duration" }), "calculations"],
  ])("%s", (_, change, topic) => {
    const { problems } = readPrices(readYaml("prices/acme.yml", Buffer.from(JSON.stringify({ ...sound, models: [{ ...model, ...change }] }))));
    const scope = problems.filter(({ code }) => code === "price-out-of-scope");
    expect(scope.length).toBeGreaterThan(0);
    expect(sentence(scope[0] as Problem)).toContain(topic);
    expect(hint(scope[0] as Problem)).toContain("prices: []");
  });

  test.each<[string, object, string]>([
    ["a misspelt meter", charges({ meter: "seconds", usd: 1 }), "wrong-value"],
    ["an unknown key of a charge", charges({ meter: "second", usd: 1, colour: "red" }), "unknown-key"],
    ["a word as an amount", charges({ meter: "second", usd: "free" }), "wrong-value"],
    ["a negative amount as text", charges({ meter: "second", usd: "-0.1" }), "wrong-value"],
  ])("%s is not reported as out of scope", (_, change, code) => {
    expect(codes({ ...sound, models: [{ ...model, ...change }] })).toEqual([code]);
  });

  test("a condition on something that is not a request field says so", () => {
    const tiers = charges({ meter: "second", usd: 1 }, { meter: "second", usd: 0.5, when: { monthly_seconds: { min: 100 } } });
    const { problems } = readPrices(readYaml("prices/acme.yml", Buffer.from(JSON.stringify({ ...sound, models: [{ ...model, ...tiers }] }))));
    expect(problems.map((problem) => sentence(problem)).join("\n")).toContain("`monthly_seconds`, which is no field of a request");
  });
});
