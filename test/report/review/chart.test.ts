import { readFileSync } from "node:fs";
import mermaid from "mermaid";
import { describe, expect, test } from "vitest";
import { chartLabel } from "../../../src/report/layout/chart-label.ts";
import { chartSection } from "../../../src/report/review/chart.ts";
import { toMarkdown } from "../../../src/report/review/markdown.ts";
import type { Review } from "../../../src/review/result.ts";
import { reviewFiles, reviewOne } from "../../in-memory.ts";
import { HOSTILE, liveTokens } from "../hostile.ts";
import { brandNew, hostile, many, overBudget, passing, withErrors } from "../reviews.ts";

/** What the real parser of Mermaid makes of every diagram in a text: the slices of each pie. */
async function pies(markdown: string): Promise<Map<string, number>[]> {
  const found = [...markdown.matchAll(/^```mermaid\n(.*?)^```$/gms)].map(([, text]) => text ?? "");
  return Promise.all(
    found.map(async (text) => {
      await mermaid.parse(text);
      const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
      return (db as unknown as { getSections: () => Map<string, number> }).getSections();
    }),
  );
}

const drawn = (review: Review): string =>
  chartSection(review)
    .flatMap(({ before, rows, after }) => [...before, ...rows, ...after])
    .join("\n");
const clip = { provider: "acme", model: "acme-1", volume: { per_month: 100 } };

describe("the pie", () => {
  test("has a slice for each workload with a price, the largest first, and its number in the label", async () => {
    // teaser 200 × 10 s × $0.15 × 2 = $600, steady 100 × 5 s × $0.15 = $75, fresh 4 × 30.4375 × 5 s × 10 × $0.012 = $73.05
    const [pie] = await pies(drawn(await overBudget()));
    expect([...(pie ?? [])]).toEqual([
      ["teaser, $600.00", 600],
      ["steady, $75.00", 75],
      ["fresh, $73.05", 73.05],
    ]);
  });

  test("says the same in a table beside it, with shares and the total", async () => {
    const lines = drawn(await overBudget()).split("\n");
    expect(lines).toContain("| `teaser` | $600.00 | 80 % |");
    expect(lines).toContain("| `steady` | $75.00 | 10 % |");
    expect(lines).toContain("| `fresh` | $73.05 | 9.8 % |");
    expect(lines).toContain("| **Total** | **$748.05** |  |");
  });

  test("is by provider above eight workloads, and the smallest providers are one slice", async () => {
    const providers = Array.from({ length: 10 }, (_, index) => `p${index}`);
    // Provider pN sells clips at $(N + 1); each has one workload of 10 clips: $10 … $100.
    const workloads = Object.fromEntries(
      providers.map((provider, index) => [provider, { provider, model: "m", price: { usd: index + 1, per: "clip" }, volume: { per_month: 10 } }]),
    );
    const [pie] = await pies(drawn(await reviewOne({ version: 1, workloads })));
    expect([...(pie ?? [])]).toEqual([
      ["p9, $100.00", 100],
      ["p8, $90.00", 90],
      ["p7, $80.00", 80],
      ["p6, $70.00", 70],
      ["p5, $60.00", 60],
      ["p4, $50.00", 50],
      ["p3, $40.00", 40],
      ["3 other providers, $60.00", 60],
    ]);
  });

  test("keeps workloads of one name in two manifests apart", async () => {
    const manifest = { version: 1, workloads: { clip } };
    const [pie] = await pies(drawn(await reviewFiles({ "a.yml": manifest, "b.yml": manifest }, { roots: ["a.yml", "b.yml"] })));
    expect([...(pie ?? [])]).toEqual([
      ["clip in a.yml, $75.00", 75],
      ["clip in b.yml, $75.00", 75],
    ]);
  });

  test("keeps names apart that look the same once cut", async () => {
    const long = "x".repeat(60);
    const [pie] = await pies(drawn(await reviewOne({ version: 1, workloads: { [`${long}1`]: clip, [`${long}2`]: clip } })));
    expect([...(pie?.values() ?? [])]).toEqual([75, 75]);
  });

  test("leaves out what has no price and no cost, and is not drawn of one part", async () => {
    expect(await pies(drawn(await withErrors()))).toEqual([]);
    const free = { ...clip, volume: { per_month: 0 } };
    expect(await pies(drawn(await reviewOne({ version: 1, workloads: { clip, free } })))).toEqual([]);
  });
});

describe("the bars", () => {
  test("are as full as the budget is used", async () => {
    // $75 of $100
    expect(drawn(await passing())).toContain("| total | `████████░░` 75 % | $100.00 |");
  });

  test("are full above the limit, and the share says by how much", async () => {
    // $748.05 of $500, and teaser's $600 of $1,000
    const lines = drawn(await brandNew());
    expect(lines).toContain("| total | `██████████` 150 % | $500.00 |");
    expect(lines).toContain("| `growth` | `██████░░░░` 60 % | $1,000.00 |");
  });

  test("count budgets beyond ten", async () => {
    const scopes = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`s${index}`, { match: { provider: "acme" }, monthly: 100 + index }]));
    expect(drawn(await reviewOne({ version: 1, budget: { scopes }, workloads: { clip } }))).toContain("| 1 more budget |  |  |");
  });
});

test("nothing is drawn where there is nothing: no budget and at most one workload", async () => {
  expect(chartSection(await reviewOne({ version: 1, workloads: { clip } }))).toEqual([]);
});

describe("hostile names", () => {
  test.each(HOSTILE.map((text) => [text.slice(0, 40), text]))("%j is a label and nothing else", async (_, text) => {
    const [pie] = await pies(`\`\`\`mermaid\npie\n  "${chartLabel(text)}" : 1\n  "other" : 2\n\`\`\`\n`);
    expect([...(pie ?? [])]).toEqual([
      [chartLabel(text), 1],
      ["other", 2],
    ]);
  });

  test.each(['a" : 1\n"b', "%%{init: {}}%%", "%% comment", "#quot;#35;", "`js alert`", "x\\", '\\"', "---\ntitle: x\n---", "a;b", "'"])(
    "%j too",
    async (text) => {
      const [pie] = await pies(`\`\`\`mermaid\npie\n  "${chartLabel(text)}" : 1\n\`\`\`\n`);
      expect([...(pie ?? [])]).toEqual([[chartLabel(text), 1]]);
    },
  );

  test("a whole report of them parses, and is inert", async () => {
    const review = await hostile();
    const markdown = toMarkdown(review, { limit: 5_000_000 });
    expect((await pies(markdown)).length).toBe(1);
    // The diagram itself is the one block of code that the report makes.
    expect(
      liveTokens(drawn(review), (raw) => raw.startsWith("```mermaid\npie\n") || raw.startsWith("**") || /^<\/?(details|summary|br)\b[^>]*>/.test(raw.trim())),
    ).toEqual([]);
  });
});

test("a report is never cut inside a diagram", async () => {
  const review = await many(7, 7);
  for (let limit = 1500; limit < 9000; limit += 97) {
    const markdown = toMarkdown(review, { limit });
    expect(markdown.match(/^```/gm)?.length ?? 0).toSatisfy((fences: number) => fences % 2 === 0);
    for (const pie of await pies(markdown)) expect(pie.size).toBe(8);
  }
});

test.each(["studio", "monorepo", "solo"])("the report of examples/%s has a diagram that Mermaid draws, or none", async (name) => {
  const markdown = readFileSync(`examples/${name}/report.md`, "utf8");
  const count = (await pies(markdown)).length;
  expect(count).toBe(name === "solo" ? 0 : 1);
});
