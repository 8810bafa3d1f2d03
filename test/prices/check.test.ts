import { expect, test } from "vitest";
import { readPrices } from "../../src/prices/read.ts";
import { readYaml } from "../../src/yaml/read.ts";

/** A sound price file, and what is refused of it after one change. */
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

test("the sound file has no problem", () => expect(codes(sound)).toEqual([]));

test.each([
  ["an unknown key", { colour: "red" }, "unknown-key"],
  ["a price with no source", { prices: [{ ...price, source: undefined }] }, "missing-key"],
  ["a negative price", charges({ meter: "second", usd: -0.1 }), "wrong-value"],
  ["a meter that is not in the list", charges({ meter: "minute", usd: 1 }), "wrong-value"],
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
  ["two ids that are one", { aliases: ["acme-1"] }, "price-duplicate"],
  [
    "a condition on a value that is not accepted",
    charges({ meter: "second", usd: 0.1 }, { meter: "second", usd: 0.2, when: { resolution: "4k" } }),
    "price-when",
  ],
  ["a condition on an option that is not declared", charges({ meter: "second", usd: 0.1 }, { meter: "second", usd: 0.2, when: { hdr: true } }), "price-when"],
  ["a default that is not accepted", { defaults: { ...model.defaults, duration: 7 } }, "price-default"],
  [
    "two charges of a line that match the same request",
    charges({ meter: "second", usd: 0.1 }, { meter: "second", usd: 0.2, when: { audio: true } }, { meter: "second", usd: 0.3, when: { resolution: "1080p" } }),
    "price-rivals",
  ],
  ["two charges with the same condition", charges({ meter: "second", usd: 0.1 }, { meter: "second", usd: 0.2 }), "price-rivals"],
  [
    "rivals that count differently",
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
    "tokens of pictures whose size nobody says",
    { ...charges({ meter: "token", usd: 1, per: 1000000 }), media: { fps: 24, tokens: { divide: 1024 } } },
    "price-media",
  ],
  [
    "a total over two units",
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
])("%s is named", (_, change, code) => {
  expect(codes({ ...sound, models: [{ ...model, ...change }] })).toContain(code);
});

test.each([
  ["a stated hole", { prices: [{ ...price, charges: [{ meter: "clip", by: ["resolution"], rows: [["720p", 1]] }], holes: [{ resolution: "1080p" }] }] }],
  [
    "a case that narrows what is accepted",
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
    "rivals with a more specific winner",
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
