import { expect, test } from "vitest";
import { explain } from "../../../src/report/review/explain.ts";
import { toJson } from "../../../src/report/review/json.ts";
import { toMarkdown } from "../../../src/report/review/markdown.ts";
import { toText } from "../../../src/report/review/text.ts";
import type { Review } from "../../../src/review/result.ts";
import { reviewOne } from "../../in-memory.ts";

const PLAIN = { width: 400, color: false };
const everywhere = (review: Review): string[] => [toText(review, { ...PLAIN, verbose: true }), toMarkdown(review, {})];

/** 100 clips at $1, of which one in ten fails and is billed and tried again. */
const priced = {
  ...{ provider: "acme", model: "acme-1", price: { usd: 1, per: "clip" }, volume: { per_month: 100 } },
  client: { max_attempts: 2 },
  reliability: { outcomes: { provider_error: 0.1 }, billed: { provider_error: true } },
};
const unpriced = { provider: "acme", model: "acme-secret", volume: { per_month: 10 } };

test("a sum without all prices has no probability; its P90 is a lower bound and shares of it are upper bounds", async () => {
  const review = await reviewOne({ version: 1, budget: { monthly: 500, figure: "p90" }, workloads: { a: priced, b: unpriced } });
  for (const report of everywhere(review)) {
    expect(report).toMatch(/the P90 is at least \$1\d\d\.00/);
    expect(report).not.toContain("chance of going over");
    expect(report).not.toContain("chance to go over");
  }
  expect(explain(review, "a", PLAIN)).toContain("at most 100% of the total");
  const json = JSON.parse(toJson(review));
  expect([json.total.complete, json.budgets[0].complete, json.budgets[0].probability_over]).toEqual([false, false, null]);
});

test("a complete sum is no bound", async () => {
  const review = await reviewOne({ version: 1, budget: { monthly: 500 }, workloads: { a: priced } });
  for (const report of everywhere(review)) expect(report).toMatch(/the P90 is \$1\d\d\.00 and the chance of going over that budget is/);
  expect(explain(review, "a", PLAIN)).toContain(", 100% of the total");
});

const amountsIn = (text: string): number[] =>
  [...text.matchAll(/([+-]?)\$([\d,]+\.\d\d)/g)].map(([, sign, digits = ""]) => Number(`${sign}${digits.replaceAll(",", "")}`));
const inCents = (amounts: readonly number[]): number => Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100);

test("the parts of a monthly cost sum to it, to the cent", async () => {
  // $0.333 a clip, so that no part is whole cents: 100 clips are $33.30, failures $3.33 × 0.9 and so on.
  for (const usd of ["0.3333", "0.1234567", "0.0777", "0.0151"]) {
    const a = {
      ...priced,
      price: { usd, per: "clip" },
      takes: 1.5,
      volume: { per_month: 97 },
      reliability: { outcomes: { provider_error: 0.13, moderated: 0.07 }, billed: { provider_error: 0.7, moderated: true } },
    };
    const text = explain(await reviewOne({ version: 1, workloads: { a } }), "a", PLAIN) ?? "";
    const [, part = ""] = /Where the money goes\n([\s\S]*?)\n\n/.exec(text) ?? [];
    const amounts = amountsIn(part);
    expect(amounts.length, part).toBeGreaterThan(3);
    expect(inCents(amounts.slice(0, -1)), part).toBe(inCents(amounts.slice(-1)));
  }
});

test("the edits of a workload sum to its row, to the cent, in the terminal and in the comment", async () => {
  const before = { provider: "acme", model: "acme-1", price: { usd: "0.3333", per: "clip" }, volume: { per_month: 97 }, takes: 1 };
  for (const [per_month, takes, usd] of [
    [131, 2, "0.1234567"],
    [201, 3, "0.7777777"],
    [53, 1.5, "0.0151"],
  ]) {
    const review = await reviewOne(
      { version: 1, workloads: { a: { ...before, volume: { per_month }, takes, price: { usd, per: "clip" } } } },
      { version: 1, workloads: { a: before } },
    );
    const delta = inCents([review.total.head?.expected.minus(review.total.base?.expected ?? 0).toNumber() ?? Number.NaN]);
    const line =
      toText(review, { ...PLAIN, verbose: true })
        .split("\n")
        .find((one) => /a: .*takes/.test(one)) ?? "";
    const edits = amountsIn(line.replace(/ [^ ]+ → [^ ]+:/g, ":")).slice(0, 3);
    expect(edits, line).toHaveLength(3);
    expect(inCents(edits), line).toBe(delta);
    const row =
      toMarkdown(review, {})
        .split("\n")
        .find((one) => one.includes("`takes`")) ?? "";
    const told = amountsIn(row.replace(/.*\|/, "").length > 0 ? (row.split("|")[2] ?? "") : row).filter((_, index) => index >= 0);
    expect(inCents(told.slice(-3)), row).toBe(delta);
  }
});
