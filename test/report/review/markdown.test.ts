import { marked, type Tokens } from "marked";
import { describe, expect, test } from "vitest";
import { toMarkdown, toSummary } from "../../../src/report/review/markdown.ts";
import { toText } from "../../../src/report/review/text.ts";
import type { Review } from "../../../src/review/result.ts";
import { ACME, bookOfFiles, reviewFiles, reviewOne } from "../../in-memory.ts";
import { liveTokens } from "../hostile.ts";
import { brandNew, hostile, many, overBudget, passing, preExisting, withErrors } from "../reviews.ts";

const OPTIONS = {
  shas: { head: "0123456789abcdef0123456789abcdef01234567", base: "89abcdef0123456789abcdef0123456789abcdef" },
  run: { url: "https://github.com/acme/films/actions/runs/7" },
};
const bytes = (text: string): number => Buffer.byteLength(text);
/** The text outside folded parts. */
const inSight = (markdown: string): string => markdown.replace(/<details>[\s\S]*?<\/details>/g, "");

describe.each(Object.entries({ overBudget, brandNew, passing, withErrors, preExisting }))("%s", (name, make) => {
  test("is the golden Markdown", async () => {
    await expect(toMarkdown(await make(), OPTIONS)).toMatchFileSnapshot(`golden/${name}.md`);
  });
});

describe("the comment", () => {
  test("has the verdict in words, the figures, what to do, and the largest changes first", async () => {
    const text = inSight(toMarkdown(await overBudget(), OPTIONS));
    expect(text).toContain("## ❌ Video budget: over budget");
    expect(text).toContain("Projected: $748.05 a month, +$523.05 (+232%) against base; budget: 150% of $500.00 used.");
    // $748.05 − $500 = $248.05 of teaser's $600 for 100 clips: 100 × 351.95 / 600 = 58.66.
    expect(text).toContain("Set `volume.per_month` of `teaser` to `21` (now `100`)");
    expect(text).toContain("or raise the limit `budget.monthly`");
    expect(text).toContain("`0123456` against `89abcde`");
    expect(text).toContain("[run](https://github.com/acme/films/actions/runs/7)");
    const changed = [...text.matchAll(/^\|.*\| `(teaser|gone|fresh|steady)`/gm)].map(([, one]) => one);
    expect(changed).toEqual(["teaser", "gone", "fresh"]);
  });

  test("calls a new manifest new, not an increase from $0", async () => {
    const text = toMarkdown(await brandNew(), OPTIONS);
    expect(text).toContain("A new manifest, projected at $748.05 a month; its own budget: ");
    expect(text).not.toContain("+$748.05");
    expect(text).not.toMatch(/from \$0/);
  });

  test("never shows an unpriced workload as $0.00, and the total is a lower bound", async () => {
    const text = toMarkdown(await withErrors(), OPTIONS);
    expect(text).toContain("Projected: at least $75.00 a month; what this change adds is not fully known; budget: ");
    expect(text).toMatch(/\| unknown<br>now\u00a0\*\*unpriced\*\* \| `secret`<br>`acme-secret` at `acme`<br>new \|/);
    expect(inSight(text)).not.toContain("$0.00");
  });

  test("says so if there is no limit and no change", async () => {
    const one = { version: 1, workloads: { c: { provider: "acme", model: "acme-1", volume: { per_month: 100 } } } };
    const text = toMarkdown(await reviewOne(one, one), {});
    expect(text).toContain("## ✅ Video budget: no limit is set");
    expect(text).toContain("Projected: $75.00 a month, unchanged; no budget is declared.");
    expect(text).toContain("No uncertainty is declared");
    expect(text).not.toContain("Required action");
  });

  test("mentions a cost close to its limit without requiring anything", async () => {
    // $75 of $80 is 94%.
    const one = { version: 1, budget: { monthly: 80 }, workloads: { c: { provider: "acme", model: "acme-1", volume: { per_month: 100 } } } };
    const text = toMarkdown(await reviewOne(one, one), {});
    expect(text).toContain("**To keep in mind**\n\n- Total: $75.00 a month is close to the limit");
    expect(text).not.toContain("Required action");
    expect(toText(await reviewOne(one, one), { width: 100, color: false, verbose: false })).toContain("\n\nTo keep in mind\n- Total: $75.00");
  });

  test("shows ten changed workloads and sums the others, and the rows add up to the change", async () => {
    // 30 workloads go from $75.00 to $75.075: +$2.25 together, of which each is 7.5 cents.
    const review = await many(40, 30);
    const text = inSight(toMarkdown(review, {}));
    const cents = [...text.matchAll(/^\| \+\$([\d.]+)(?:<br>[^|]*)? \| (?:`w\d+`.*|20 more changed workloads) \|$/gm)].map(([, amount]) =>
      Math.round(Number(amount) * 100),
    );
    expect(cents).toHaveLength(11);
    expect(cents.reduce((sum, one) => sum + one, 0)).toBe(225);
    expect(text).toContain("| **+$2.25** | **Total change** |");
  });
});

describe("hostile texts", () => {
  const ours = (raw: string): boolean =>
    /^(<\/?details( open)?>|<summary>|<details><summary>[\w ()]+<\/summary>|<details open><summary>[\w ()]+<\/summary>|<\/summary>|<br>|<\/?sub>|<\/?small>|\s)+$/.test(
      raw,
    ) ||
    raw === "[acme.example](https://acme.example/pricing)" ||
    /^\*\*[\w ≥$,.+-]+\*\*$/.test(raw);

  test.each([
    ["comment", toMarkdown, 1_000_000],
    ["summary", toSummary, 1_000_000],
  ] as const)("stay text in the %s", async (_, render, limit) => {
    const text = render(await hostile(), { limit });
    expect(text).toContain("octocat");
    expect(liveTokens(text, ours)).toEqual([]);
    expect(text).not.toMatch(/<!--|-->|^\s*::|##\[|[\u202a-\u202e\u2066-\u2069\u200b]/m);
  });

  test("keep the columns of every table", async () => {
    const tables: Tokens.Table[] = [];
    const text = toMarkdown(await hostile(), { limit: 1_000_000 });
    marked.walkTokens(marked.lexer(text), (token) => {
      if (token.type === "table") tables.push(token as Tokens.Table);
    });
    const lines = text.split("\n").filter((line) => line.startsWith("| ") && !/^\| -/.test(line));
    expect(tables.reduce((sum, { rows }) => sum + rows.length + 1, 0)).toBe(lines.length);
    for (const { header, rows } of tables) for (const row of rows) expect(row).toHaveLength(header.length);
  });

  test("are links only for addresses of the built-in book", async () => {
    const links: string[] = [];
    marked.walkTokens(marked.lexer(toMarkdown(await overBudget(), OPTIONS)), (token) => {
      if (token.type === "link") links.push((token as Tokens.Link).href);
    });
    expect(links).toEqual(["https://acme.example/pricing", "https://acme.example/credits", "https://github.com/acme/films/actions/runs/7"]);
  });
});

describe("the size of a report", () => {
  const large = (): Promise<Review> => many(1000, 750);

  test.each([60_000, 20_000, 5_000, 3_000])("is cut to %d bytes at a row, with a note of what is left out", async (limit) => {
    const text = toMarkdown(await large(), { ...OPTIONS, limit });
    expect(bytes(text)).toBeLessThanOrEqual(limit);
    expect(text).toContain("Video budget: over budget");
    expect(text).toContain("`0123456` against `89abcde`");
    expect(text).toMatch(/the job summary and the JSON report have them/);
    expect(text.match(/<details/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
    for (const line of text.split("\n").filter((one) => one.startsWith("|"))) expect(line).toMatch(/\|$/);
  });

  test("is cut with a count: shown and hidden rows are the whole", async () => {
    const text = toMarkdown(await large(), { limit: 60_000 });
    const all = text.slice(text.indexOf("<summary>All workloads")).split("</details>")[0] ?? "";
    const shown = all.split("and ")[0]?.match(/^\| [$<≤≥]/gm)?.length ?? 0;
    const left = Number(/and ([\d,]+) workloads more/.exec(all)?.[1]?.replace(",", ""));
    expect(shown).toBeGreaterThan(100);
    expect(shown + left).toBe(1001);
  });

  test("is below GitHub's limit for a comment by default, and a summary holds everything", async () => {
    const review = await large();
    expect(bytes(toMarkdown(review, {}))).toBeLessThanOrEqual(60_000);
    const summary = toSummary(review, {});
    expect(bytes(summary)).toBeLessThanOrEqual(1024 * 1024);
    expect(inSight(summary).match(/^\| \+.*`w\d+`/gm)).toHaveLength(750);
  });

  test("stays within both limits with many workloads and problems", async () => {
    const review = await many(1500, 750);
    expect(bytes(toMarkdown(review, {}))).toBeLessThanOrEqual(60_000);
    expect(bytes(toSummary(review, {}))).toBeLessThanOrEqual(1024 * 1024);
  });
});

describe("the id of a model", () => {
  test("is small print if it is too long for a phone, and otherwise normal", async () => {
    const long = "acme-video-9-fast-generate";
    const [first] = ACME.models;
    const book = bookOfFiles({ ...ACME, models: [...ACME.models, { ...first, id: long, aliases: [] }] });
    const workload = (model: string): object => ({ provider: "acme", model, volume: { per_month: 100 } });
    const text = toMarkdown(
      await reviewFiles({ "video-budget.yml": { version: 1, workloads: { a: workload(long), b: workload("acme-1") } } }, { book }),
      OPTIONS,
    );
    expect(text).toContain(`\`a\`<br><small>\`${long}\`</small> at \`acme\``);
    expect(text).toContain("`b`<br>`acme-1` at `acme`");
  });
});
