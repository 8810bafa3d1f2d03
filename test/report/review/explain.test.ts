import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { explain } from "../../../src/report/review/explain.ts";
import { reviewOne } from "../../in-memory.ts";
import { hostile, overBudget, withErrors } from "../reviews.ts";

const PLAIN = { width: 100, color: false };

test("explain prints every figure of a workload with its source", async () => {
  await expect(explain(await overBudget(), "teaser", PLAIN)).toMatchFileSnapshot("golden/explain-teaser.txt");
});

test("explain says which fields are set and which are the provider's defaults", async () => {
  const text = explain(await overBudget(), "teaser", PLAIN) ?? "";
  expect(text).toMatch(/^ {2}duration +10 +from the manifest$/m);
  expect(text).toMatch(/^ {2}resolution +1080p +from the manifest$/m);
  expect(text).toMatch(/^ {2}audio +true +the provider's default$/m);
});

test("explain multiplies the monthly cost out: 100 × 2 × $3 is $600 of $748.05, 80%", async () => {
  const text = explain(await overBudget(), "teaser", PLAIN) ?? "";
  expect(text).toContain("100 clips × 2 takes = 200 jobs");
  expect(text).toContain("200 jobs × $3.00 = $600.00 a month, 80% of the total");
  expect(text).toContain("A clip wanted costs $6.00, one take $3.00");
  expect(text).toContain("$75.00 → $600.00 a month");
});

test("explain says why a workload has no price", async () => {
  const review = await withErrors();
  expect(explain(review, "secret", PLAIN)).toMatch(/There is none: the workload is unpriced\.[\s\S]*`acme\/acme-secret`: Sold by/);
  expect(explain(review, "old", PLAIN)).toMatch(/retired on `2026-06-01`/);
  expect(explain(review, "wrong", PLAIN)).toMatch(/^wrong: could not be read$/m);
  expect(explain(review, "nobody", PLAIN)).toBeNull();
});

test("explain shows a contract price and its notes", async () => {
  const text = explain(
    await reviewOne({
      version: 1,
      workloads: { c: { provider: "nobody", model: "x", volume: { per_month: 10 }, price: { usd: 0.5, per: "clip" }, notes: "Signed in May." } },
    }),
    "c",
    PLAIN,
  );
  expect(text).toContain("1 clip × $0.50 = $0.50");
  expect(text).toContain("(your contract)");
  expect(text).toContain("Signed in May.");
});

describe("hostile texts", () => {
  test.each([40, 100])("stay in their lines at %d columns", async (width) => {
    const review = await hostile();
    for (const { head } of review.workloads) {
      const text = explain(review, head?.name ?? "", { width, color: false }) ?? "";
      for (const line of text.split("\n")) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(text).not.toMatch(/^\s*::|##\[|```/m);
    }
  });
});
