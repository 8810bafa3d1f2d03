import { expect, test } from "vitest";
import { verdictLine } from "../../../src/action/render.ts";
import { headline } from "../../../src/report/review/headline.ts";
import { toJson } from "../../../src/report/review/json.ts";
import { toMarkdown, toSummary } from "../../../src/report/review/markdown.ts";
import { toText } from "../../../src/report/review/text.ts";
import { gateOne } from "../../control/gate.ts";
import { reviewFiles, reviewOne } from "../../in-memory.ts";

/** 100 clips of 5 s × $0.15 are $75. */
const clip = (per_month: number, more: object = {}): object => ({
  provider: "acme",
  model: "acme-1",
  output: { duration: 5, resolution: "720p", audio: true },
  volume: { per_month },
  ...more,
});
const manifest = (per_month: number, monthly: number): object => ({ version: 1, budget: { monthly }, workloads: { clip: clip(per_month) } });

test("with several manifests, every reason, action and closing line names its manifest, and shares have amounts", async () => {
  const review = await reviewFiles({ "a.yml": manifest(100, 50), "b.yml": manifest(200, 100) }, { roots: ["a.yml", "b.yml"] });
  const messages = (JSON.parse(toJson(review)).reasons as { message: string }[]).map(({ message }) => message);
  expect(messages.map((message) => message.slice(0, 8))).toEqual(["`a.yml`:", "`b.yml`:"]);
  expect(verdictLine(review)).toMatch(/`a\.yml`: Total: \$75\.00 .*`b\.yml`: Total: \$150\.00/);
  expect(toMarkdown(review, {})).toContain("or raise the limit `budget.monthly` in `a.yml`");
  expect(headline(review).sentence).toBe("Projected: $225.00 a month; budget of `a.yml`: $75.00 of $50.00 used, 150%.");
});

test("the closing line of many manifests is short", async () => {
  const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`m${index}.yml`, manifest(100, 50)]));
  const line = verdictLine(await reviewFiles(files, { roots: Object.keys(files) }));
  expect([line.endsWith("And 35 more, in the report."), line.length < 1000]).toEqual([true, true]);
});

test("an exceeded limit of 0 is named before the largest share of another limit", async () => {
  const scopes = { none: { match: { model: "acme-0" }, monthly: 0 } };
  const review = await reviewFiles(
    { "video-budget.yml": { version: 1, budget: { monthly: 100, scopes }, workloads: { a: clip(100), b: { ...clip(10), model: "acme-0" } } } },
    { date: "2026-05-01" },
  );
  // 100 × $0.75 + 10 × $1 are $85 of $100, and $10 of a limit of $0.
  expect(headline(review).sentence).toBe("Projected: $85.00 a month; budget `none`: $10.00 of $0.00 used.");
});

test("a share of the compared cost says what it is of and why it is more than the billed cost", async () => {
  const reliability = { outcomes: { provider_error: "20%" }, billed: { provider_error: "no" } };
  const review = await reviewOne({ version: 1, budget: { monthly: 100 }, workloads: { a: clip(100, { reliability }) } });
  expect(headline(review).sentence).toContain("; budget: $75.00 of $100.00 used, 75%");
  expect(toMarkdown(review, {})).toContain("up to $15.00 a month that is not billed because jobs fail does not count as saved");
});

test("if the change edits the budget, the report shows base's and the proposed limit with both verdicts", async () => {
  const review = await gateOne(manifest(100, 100), manifest(1000, 9000));
  const said = "Limit of the total: $100.00 → $9,000.00 a month. The base branch allows $100.00: over budget. This change proposes $9,000.00: within budget.";
  for (const text of [toMarkdown(review, {}), toSummary(review, {}), toText(review, { width: 400, color: false, verbose: false })])
    expect(text).toContain(said);
  const removed = await gateOne(manifest(100, 100), { ...manifest(100, 1), budget: {} });
  expect(toMarkdown(removed, {})).toContain("Limit of the total: $100.00 → no limit a month.");
});
