import { describe, expect, test } from "vitest";
import { priceTable } from "../../../src/report/catalog/price-table.ts";
import { ACME, bookOfFiles } from "../../in-memory.ts";
import { HOSTILE, liveTokens } from "../hostile.ts";

const TOTALS = { reproduced: 1234, differs: 5, missing: 10 };
const page = priceTable(bookOfFiles(ACME), TOTALS);
const rowOf = (text: string, id: string): string[] =>
  (text.split("\n").find((line) => line.startsWith(`| \`${id}\``)) ?? "")
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

describe("the price page of the small book", () => {
  test("starts with its counts and the range of its checked days", () => {
    expect(page).toContain("1 provider, 4 models (1 without a public price), 3 dated prices, read from 2026-01-01 to 2026-11-01.");
    expect(page).toContain(
      "Of 1,249 totals that others published for concrete requests, the book reproduces 1,234, differs from 5 with a reason, and cannot price 10.",
    );
    expect(page).toContain("list price of 2026-11-01, the newest day in the book");
  });

  test("has a row for every model, in the order of the file", () => {
    expect(page.match(/^\| `[^`]+`/gm)).toEqual(["| `acme-1`", "| `acme-credits`", "| `acme-secret`", "| `acme-0`"]);
  });

  test.each([
    // 5 s × $0.15, the rate with audio, which is the default
    [
      "acme-1",
      [
        "`acme-1`",
        "text-to-video, image-to-video",
        "$0.75",
        "5 s, `720p`",
        "`720p`, `1080p`",
        "unknown",
        "[acme.example](https://acme.example/pricing) 2026-11-01",
        "",
      ],
    ],
    // 5 s × 10 credits × $0.01
    [
      "acme-credits",
      ["`acme-credits`", "text-to-video", "$0.50", "5 s", "", "unknown", "[acme.example](https://acme.example/credits) undated (2026), third-party", ""],
    ],
    ["acme-secret", ["`acme-secret`", "text-to-video", "unknown", "", "", "unknown", "", "no public price"]],
    // retired five months before the date of the page: its last price
    [
      "acme-0",
      [
        "`acme-0`",
        "text-to-video",
        "$1.00",
        "5 s",
        "",
        "unknown",
        "[acme.example](https://acme.example/old) undated (2026)",
        "retired 2026-06-01; successor `acme-1`",
      ],
    ],
  ])("%s", (id, cells) => expect(rowOf(page, id)).toEqual(cells));

  test("says how the provider is paid and what is unknown", () => {
    expect(page).toContain(
      "**Acme Video**: a credit is $0.01; trial 200 credits; billing unknown: failed, timed-out, moderated, cancelled, invalid jobs; idempotency key unknown; webhook unknown; no poll interval published.",
    );
  });
});

test("does not depend on the order of the files", () => {
  const other = { provider: "beta", name: "Beta", models: [] };
  expect(priceTable(bookOfFiles(other, ACME), TOTALS)).toBe(priceTable(bookOfFiles(ACME, other), TOTALS));
});

test("a price in a unit without a known USD value is shown in that unit, never in dollars", () => {
  const price = { source: "https://beta.example", checked: "2026-10-01", confidence: "provider" };
  const model = { modes: ["text-to-video"], accepts: { duration: [4, 8] }, defaults: { duration: 4 } };
  const book = bookOfFiles({
    provider: "beta",
    name: "Beta",
    jobs: {
      billed: { provider_error: false, timed_out: true, moderated: "25%" },
      completion: { poll: { interval: "5s" }, webhook: true },
      idempotency_key: false,
    },
    models: [
      {
        ...model,
        id: "in-yuan",
        jobs: { billed: { provider_error: true } },
        prices: [{ ...price, charges: [{ meter: "second", amount: 0.5, currency: "CNY" }] }],
      },
      { ...model, id: "in-credits", prices: [{ ...price, charges: [{ meter: "second", credits: 3 }] }] },
      { ...model, id: "not-known", prices: [{ ...price, charges: [{ meter: "second", amount: "unknown" }] }] },
      { ...model, id: "at-least", prices: [{ ...price, charges: [{ meter: "second", usd: 0.1, min: "unknown" }] }] },
    ],
  });
  const text = priceTable(book, TOTALS);
  // the book's shortest length, 4 s: 4 × 0.5, 4 × 3, 4 × 0.1
  expect(["in-yuan", "in-credits", "not-known", "at-least"].map((id) => rowOf(text, id).slice(2, 4))).toEqual([
    ["CNY 2.00", "4 s"],
    ["12 credits", "4 s"],
    ["unknown", ""],
    ["≥ $0.40", "4 s"],
  ]);
  expect(rowOf(text, "in-yuan")[5]).toBe("yes");
  expect(rowOf(text, "in-credits")[5]).toBe("no");
  expect(text).toContain(
    "not billed: failed jobs; billed: timed-out jobs; billed at 25%: moderated jobs; billing unknown: cancelled, invalid jobs; idempotency key no; webhook yes; poll every 5 s.",
  );
});

test.each(HOSTILE.filter((text) => text.trim() !== ""))("%j in a price file stays text", (text) => {
  const price = { source: text, checked: "2026-10-01", confidence: "provider", charges: [{ meter: "clip", usd: 1 }] };
  const model = {
    id: text,
    modes: ["text-to-video"],
    accepts: { resolution: [text] },
    defaults: { resolution: text },
    status: { retires: "2027-01-01", successor: text },
  };
  const empty = { provider: "empty", name: "Empty", unlisted_models: text, models: [] };
  const file = { provider: "acme", name: text, pricing_urls: [text], account: { credit: { name: text } }, models: [{ ...model, prices: [price] }] };
  // Allowed: our own headings, contents and names of providers. An address of the book is a link with the host as its text.
  const ours = (raw: string): boolean =>
    /^\[([\w-]+)\]\(#\1\)$|^\[prices\/\]\(|^\*\*[^*]*\*\*$|^<!-- Generated|^\[(evil\.example)\]\(https:\/\/\2\/path\)$/.test(raw);
  expect(liveTokens(priceTable(bookOfFiles(file, empty), TOTALS), ours)).toEqual([]);
});
