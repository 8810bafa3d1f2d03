import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { type ClipPrices, clipPrices } from "../../../src/catalog/clip-prices.ts";
import { type SearchRow, searchRows } from "../../../src/catalog/search.ts";
import { decimal } from "../../../src/money/decimal.ts";
import type { Provider } from "../../../src/prices/book.ts";
import { type Found, searchJson, searchMarkdown, searchText, showJson, showMarkdown, showText } from "../../../src/report/catalog/search.ts";
import { ACME, bookOfFiles } from "../../in-memory.ts";
import { HOSTILE, liveTokens } from "../hostile.ts";

/** A model with every key that a price file can have. */
const FULL = {
  provider: "full",
  name: "Full Video",
  pricing_urls: ["https://full.example/pricing"],
  notes: "Prices are in dollars.",
  account: {
    credit: { name: "unit", usd: 0.14 },
    packs: [
      { name: "Pack 1", size: 5000, price: 700, expires: "180d", concurrency: 20 },
      { name: "Plan A", size: 1000, price: 120, every: "month", beyond: 0.15 },
    ],
    trial: { amount: 100, unit: "credit", notes: "once" },
    fees: [{ name: "avatar", usd: 20, every: "month" }],
    minimum_purchase: 10,
  },
  jobs: {
    billed: {
      provider_error: { value: false, source: "https://full.example/errors", checked: "2026-05-01" },
      moderated: true,
      timed_out: "10%",
      cancelled: "unknown",
    },
    completion: { poll: { interval: "10s" }, webhook: true },
    idempotency_key: "unknown",
    status_request: { usd: 0.0005, free_per_month: 1000 },
    limits: { concurrency: 5, requests_per_second: 2 },
    latency: { p50: "60s", p95: "180s" },
    retention: "2 days",
  },
  models: [
    {
      id: "full-1",
      name: "Full One",
      aliases: ["full"],
      modes: ["text-to-video", "video-to-video"],
      accepts: { duration: { min: 3, max: 15, step: 1 }, resolution: ["720p", "1080p"], audio: [true, false] },
      defaults: { duration: 5, resolution: "720p", audio: false },
      cases: [{ when: { mode: "video-to-video" }, accepts: { resolution: ["720p"] } }],
      status: { released: "2026-01-01", retires: "2027-01-01", successor: "full-2", alternatives: ["acme/acme-1"] },
      notes: "Up to 6 shots.",
      prices: [
        {
          to: "2026-06-01",
          source: "https://full.example/old",
          checked: "2026-02-01",
          confidence: "inferred",
          charges: [{ meter: "second", credits: 2 }],
        },
        {
          from: "2026-06-01",
          source: "https://full.example/pricing",
          checked: "2026-11-01",
          confidence: "provider",
          notes: "Rounded up per job.",
          charges: [
            { meter: "second", credits: 1, step: 1, min: 4 },
            { meter: "second", credits: 1.5, step: 1, min: 4, when: { audio: true } },
            { factor: 2, when: { resolution: "1080p" } },
            { meter: "byte", of: "text", usd: 7, per: 1000000, extra: true, included: 1000 },
          ],
        },
      ],
    },
  ],
};

const full = bookOfFiles(FULL).provider("full") as Provider;
const model = full.models[0] as Provider["models"][number];
const DATE = "2026-11-22";
const LOOK = { width: 120, color: false };
const MARKET = { date: DATE, rates: new Map() };
const clips = clipPrices(full, model, MARKET);

test("everything known about a model is shown", async () => {
  await expect(showText(full, model, clips, LOOK)).toMatchFileSnapshot("golden/show.txt");
  await expect(showMarkdown(full, model, clips)).toMatchFileSnapshot("golden/show.md");
});

test.each([
  "1 credit per second (at least 4; in steps of 1, rounded up)",
  "1.5 credits per second, when audio is true (at least 4; in steps of 1, rounded up)",
  "× 2, when resolution is 1080p",
  "Plus $7 per 1,000,000 bytes (the first 1,000 included)",
  "duration: 3 to 15 in steps of 1 (default 5)",
  "When mode is video-to-video: resolution: 720p",
  "Provider error: not billed (https://full.example/errors, checked 2026-05-01)",
  "Moderated: billed in full",
  "Timed out at the provider: 10% billed",
  "Cancelled: unknown whether it is billed",
  "Poll every 10 s",
  "A status request costs $0.0005, the first 1,000 a month are free",
  "A unit costs $0.14",
  "Pack 1: 5,000 units for $700, $0.14 each (expires after 180 days, 20 jobs at once)",
  "Plan A: 1,000 units for $120, $0.12 each (every month, $0.15 a unit beyond it)",
  "Fee avatar: $20 a month",
  "Retires: 2027-01-01, the first day it can no longer be used",
  "Successor: full-2",
])("the model's page says: %s", (line) => expect(showText(full, model, clips, { width: 200, color: false })).toContain(line));

describe("the result of a search", () => {
  const rows = searchRows(bookOfFiles(ACME, FULL), {}, DATE);
  const found = (some: readonly SearchRow[], more: Partial<Found> = {}): Found => ({
    rows: some,
    asked: { duration: 5, resolution: "720p" },
    left: 0,
    unlisted: [],
    meant: [],
    ...more,
  });

  test("is a table within its width", () => {
    for (const width of [40, 80, 120])
      for (const line of searchText(found(rows), { width, color: false }).split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    const text = searchText(found(rows), { width: 160, color: false });
    // 5 s × $0.15; 5 s × 10 credits × $0.01; 5 units of $0.14.
    expect(text).toMatch(/^acme\/acme-1 .* \$0\.75 {2}5 s, 720p .* 2026-11-01 +current$/m);
    expect(text).toMatch(/^acme\/acme-credits .* \$0\.50 {2}5 s .* undated \(third-party\) +current$/m);
    expect(text).toMatch(/^acme\/acme-secret .* unknown .* unpriced$/m);
    expect(text).toMatch(/^acme\/acme-0 .* retired 2026-06-01$/m);
    expect(text).toMatch(/^full\/full-1 .* \$0\.70 {2}5 s, 720p, .* until 2027-01-01$/m);
    expect(searchText(found([]), LOOK)).toBe("No model matches.\n");
  });

  test("counts the models that cannot be compared with a ceiling", () => {
    const [first] = rows;
    const limit = { usd: decimal("0.75"), unknown: 2 };
    expect(searchText(found(first ? [first] : []), { width: 200, color: false }, limit)).toContain(
      "1 model. 2 models without a known price are not shown. `video-budget prices show MODEL`",
    );
    expect(searchText(found([]), LOOK, { ...limit, unknown: 1 })).toBe("No model matches. 1 model without a known price is not shown.\n");
    expect(searchMarkdown(found([]), limit)).toBe("No model matches. 2 models without a known price are not shown.\n");
    expect(searchText(found([]), LOOK, { ...limit, unknown: 0 })).toBe("No model matches.\n");
    expect(JSON.parse(searchJson(found([]), limit))).toEqual({
      schema: "video-budget/prices-search@1",
      max_price: 0.75,
      not_shown_without_price: 2,
      asked: { duration: 5, resolution: "720p" },
      not_shown: 0,
      nearest: [],
      providers: [],
      models: [],
    });
  });

  test("says which job the rows price and how many rows a limit left out", () => {
    const text = searchText(found(rows.slice(0, 2), { left: 3 }), { width: 160, color: false });
    expect(text.split("\n")[0]).toBe("A job of 5 s at 720p, otherwise at the model's own defaults:");
    expect(text).toContain("2 models of 5: --limit shows more.");
  });

  test("never breaks an id: other columns are dropped first", () => {
    const long = rows.map((row) => ({ ...row, id: `acme/${"long-".repeat(8)}${row.id.length}` }));
    for (const width of [64, 80, 100]) for (const { id } of long) expect(searchText(found(long), { width, color: false })).toContain(id);
  });

  test("suggests near names, and shows a provider that publishes no prices", () => {
    expect(searchText(found([], { meant: ["acme", "acme/acme-1"] }), LOOK)).toBe("No model matches. Did you mean acme or acme/acme-1?\n");
    const unlisted = {
      provider: "ruta",
      name: "Ruta",
      models: [],
      pricing_urls: [],
      unlisted_models: "its prices are not public",
      account: { trial: { amount: "1", unit: "USD" } },
      jobs: { billed: { provider_error: { value: "unknown" } } },
    } as unknown as Provider;
    const text = searchText(found([], { unlisted: [unlisted] }), { width: 120, color: false });
    expect(text).toContain("No model is listed: Ruta publishes no prices.");
    for (const line of ["its prices are not public", "Trial: $1", "provider: ruta", "price: { usd: 0.40, per: clip }"]) expect(text).toContain(line);
  });

  test("is JSON with numbers, and null for unknown values", () => {
    const { schema, models } = JSON.parse(searchJson(found(rows))) as { schema: string; models: { id: string; example: { amount: number } | null }[] };
    expect(schema).toBe("video-budget/prices-search@1");
    expect(models.map(({ id, example }) => [id, example?.amount ?? null])).toEqual([
      ["acme/acme-1", 0.75],
      ["acme/acme-credits", 0.5],
      ["acme/acme-secret", null],
      ["acme/acme-0", 1],
      ["full/full-1", 0.7],
    ]);
  });

  test("is a table as Markdown", () =>
    expect(searchMarkdown(found(rows))).toContain(
      "| `acme/acme-1` | text-to-video, image-to-video | $0.75 | 5 s, `720p` | `720p`, `1080p` | 2026-11-01 | current |",
    ));
});

describe("the price of a clip in words", () => {
  const said = (file: { provider: string }, id: number, date = DATE): string => {
    const provider = bookOfFiles(file).provider(file.provider) as Provider;
    const one = provider.models[id] as Provider["models"][number];
    const prices: ClipPrices = clipPrices(provider, one, { ...MARKET, date });
    return /A clip on (.*\n(?: .*\n)*)/.exec(showText(provider, one, prices, { width: 200, color: false }))?.[1] ?? "";
  };
  // 5 s or 10 s × $0.15 with sound, $0.10 without; × 2 at 1080p.
  test("replaces lengths that the model does not make", () =>
    expect(said(ACME, 0)).toBe(
      [
        "2026-11-22",
        "  720p, with sound: $0.75 for 5 s, $1.50 for 10 s (8 s is not accepted)",
        "  720p, without sound: $0.50 for 5 s, $1.00 for 10 s (8 s is not accepted)",
        "  1080p, with sound: $1.50 for 5 s, $3.00 for 10 s (8 s is not accepted)",
        "  1080p, without sound: $1.00 for 5 s, $2.00 for 10 s (8 s is not accepted)",
        "",
      ].join("\n"),
    ));
  // 5 s × 10 credits × $0.01; 8 s is not made either.
  test("has one length for both requests", () => expect(said(ACME, 1)).toBe("2026-11-22\n  Any clip: $0.50 for 5 s (8 s is not accepted)\n"));
  test("says that no price is public", () => expect(said(ACME, 2)).toBe("2026-11-22\n  No price is public for 2026-11-22.\n"));
  test("says that the model is retired on the date", () =>
    expect(said(ACME, 3)).toBe("2026-11-22\n  Retired since 2026-06-01: on 2026-11-22 it can no longer be used.\n"));
  test("says that the book names no lengths", () =>
    expect(said(ACME, 3, "2026-05-31")).toBe(
      "2026-05-31\n  Any clip: $1.00 for 5 s, $1.00 for 8 s\n  The book does not say which lengths it makes: 5 s and 8 s are priced as if it does.\n",
    ));
});

test("the JSON of a model has its entry in the book and its clips", () => {
  const {
    provider,
    model: shown,
    ...rest
  } = JSON.parse(showJson(full, model, clips)) as {
    date: string;
    state: string;
    clips: { modes: string[]; resolution: string; audio: boolean; asked: number; seconds: number; usd: number }[];
    provider: { account: { credit: { usd: string } }; models?: unknown };
    model: { id: string; prices: unknown[] };
  };
  expect([provider.account.credit.usd, provider.models, shown.id, shown.prices.length]).toEqual(["0.14", undefined, "full-1", 2]);
  expect([rest.date, rest.state, rest.clips.length]).toEqual([DATE, "priced", 12]);
  // 8 s × 1.5 units with sound × $0.14 × 2 at 1080p.
  expect(rest.clips.find(({ resolution, audio, asked }) => resolution === "1080p" && audio && asked === 8)).toEqual({
    modes: ["text-to-video"],
    resolution: "1080p",
    audio: true,
    asked: 8,
    seconds: 8,
    usd: 3.36,
    bound: "exact",
    assumed: { "input.text_bytes": 200 },
    reason: null,
    message: null,
  });
});

test.each(HOSTILE.filter((text) => text.trim() !== "").map((text) => [text.slice(0, 30), text]))("a price file with %j shows it as text", (_, text) => {
  const evil = bookOfFiles({
    ...FULL,
    name: text,
    pricing_urls: [text],
    notes: text,
    account: { credit: { name: text, usd: 1 }, packs: [{ name: text, size: 1, price: 1 }], notes: text, source: text },
    jobs: { retention: text, notes: text, billed: { moderated: { value: true, notes: text, source: text } } },
    models: [
      {
        ...FULL.models[0],
        name: text,
        aliases: [text],
        notes: text,
        accepts: { duration: [5], [`o ${text}`]: [text] },
        defaults: { duration: 5 },
        cases: [],
        prices: [
          { source: text, checked: "2026-01-01", confidence: "inferred", notes: text, charges: [{ meter: "second", usd: 1, when: { [`o ${text}`]: text } }] },
        ],
      },
    ],
  }).provider("full") as Provider;
  const one = evil.models[0] as Provider["models"][number];
  const evilClips = clipPrices(evil, one, MARKET);
  expect(liveTokens(showMarkdown(evil, one, evilClips))).toEqual([]);
  const shown = showText(evil, one, evilClips, { width: 80, color: false });
  expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(shown).not.toMatch(/^\s*::|##\[|<!--/m);
  for (const line of shown.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(80);
});
