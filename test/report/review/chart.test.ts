import { describe, expect, test } from "vitest";
import { chartSection } from "../../../src/report/review/chart.ts";
import type { Review } from "../../../src/review/result.ts";
import { reviewFiles, reviewOne } from "../../in-memory.ts";
import { liveTokens } from "../hostile.ts";
import { brandNew, hostile, overBudget, passing, withErrors } from "../reviews.ts";

const drawn = (review: Review): string =>
  chartSection(review)
    .flatMap(({ before, rows, after }) => [...before, ...rows, ...after])
    .join("\n");
const clip = { provider: "acme", model: "acme-1", volume: { per_month: 100 } };
/** The rows of spend: amount; name, bar and share. */
const ranked = (review: Review): string[] =>
  (drawn(review).split("**Spend by")[1] ?? "").split("\n").filter((line) => /^\| [$<]/.test(line) && line.includes("%"));

describe("the chart of costs", () => {
  test("has a bar for each priced workload, the largest first at full width, and rows that add up", async () => {
    // teaser 200 × 10 s × $0.15 × 2 = $600, steady 100 × 5 s × $0.15 = $75, fresh 4 × 30.4375 × 5 s × 10 × $0.012 = $73.05.
    // Of ten cells of $60 each: 10, 1.25 and 1.2.
    const review = await overBudget();
    expect(ranked(review)).toEqual([
      "| $600.00 | `teaser`<br>`██████████` 80% |",
      "| $75.00 | `steady`<br>`█░░░░░░░░░` 10% |",
      "| $73.05 | `fresh`<br>`█░░░░░░░░░` 9.8% |",
    ]);
    expect(drawn(review)).toContain("| **$748.05** | **Total** |");
  });

  test("groups more than eight workloads by provider, with the smallest providers in one row", async () => {
    const providers = Array.from({ length: 10 }, (_, index) => `p${index}`);
    // Provider pN sells clips at $(N + 1); each has one workload of 10 clips: $10 … $100.
    const workloads = Object.fromEntries(
      providers.map((provider, index) => [provider, { provider, model: "m", price: { usd: index + 1, per: "clip" }, volume: { per_month: 10 } }]),
    );
    const rows = ranked(await reviewOne({ version: 1, workloads }));
    expect(rows.map((row) => /\| (?!\$)(.*?)<br>/.exec(row)?.[1])).toEqual([...[9, 8, 7, 6, 5, 4, 3].map((n) => `\`p${n}\``), "3 other providers"]);
  });

  test("names the manifest if there are several", async () => {
    const manifest = { version: 1, workloads: { clip } };
    const rows = ranked(await reviewFiles({ "a.yml": manifest, "b.yml": manifest }, { roots: ["a.yml", "b.yml"] }));
    expect(rows.map((row) => /\| (?!\$)(.*?)<br>`█/.exec(row)?.[1])).toEqual(["`clip`<br>`a.yml`", "`clip`<br>`b.yml`"]);
  });

  test("leaves out unpriced and free workloads, and is absent with only one part", async () => {
    expect(ranked(await withErrors())).toEqual([]);
    const free = { ...clip, volume: { per_month: 0 } };
    expect(ranked(await reviewOne({ version: 1, workloads: { clip, free } }))).toEqual([]);
  });
});

describe("the bars of budgets", () => {
  test("are as full as the budget is used", async () => {
    // $75 of $100
    expect(drawn(await passing())).toContain("| $100.00 | total<br>`████████░░` 75% |");
  });

  test("continue behind a mark above the limit", async () => {
    // $748.05 of $500 is 150%, and teaser's $600 of $1,000
    const lines = drawn(await brandNew());
    expect(lines).toContain("| $500.00 | total<br>`██████████┃▓▓▓▓▓` 150% |");
    expect(lines).toContain("| $1,000.00 | `growth`<br>`██████░░░░` 60% |");
  });

  test.each([
    // $75 of $61.48, $34.40, $25 and $74.90: 122%, 218%, 300% and just above.
    [61.48, "`██████████┃▓▓` 122%"],
    [34.4, "`██████████┃▓▓▓▓▓▓▓▓▓▓▓▓` 218%"],
    [25, "`██████████┃▓▓▓▓▓▓▓▓▓▓▓▓…` 300%"],
    [74.9, "`██████████┃▓` 100%"],
  ])("show how far $%d is exceeded", async (monthly, bar) => {
    expect(drawn(await reviewOne({ version: 1, budget: { monthly }, workloads: { clip } }))).toContain(` | total<br>${bar} |`);
  });

  test("count the budgets beyond ten", async () => {
    const scopes = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`s${index}`, { match: { provider: "acme" }, monthly: 100 + index }]));
    expect(drawn(await reviewOne({ version: 1, budget: { scopes }, workloads: { clip } }))).toContain("|  | 1 more budget |");
  });
});

test("the chart is absent without a budget and with at most one workload", async () => {
  expect(chartSection(await reviewOne({ version: 1, workloads: { clip } }))).toEqual([]);
});

test("hostile names stay text", async () => {
  expect(liveTokens(drawn(await hostile()), (raw) => raw.startsWith("**") || raw === "<br>")).toEqual([]);
});
