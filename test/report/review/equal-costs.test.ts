import { expect, test } from "vitest";
import { toMarkdown } from "../../../src/report/review/markdown.ts";
import { toText } from "../../../src/report/review/text.ts";
import { reviewOne } from "../../in-memory.ts";

test("a month that cannot vary is never said to vary by the rounding error of its sums", async () => {
  // Every failure is billed, so that each job costs the same, whatever the rate is.
  const workloads = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [
      `w${index}`,
      {
        ...{ provider: "acme", model: "acme-1", price: { usd: 0.6, per: "clip" } },
        volume: { per_day: 1 + index / 10 },
        client: { max_attempts: 1 },
        reliability: { evidence: { provider_error: { k: 1 + (index % 9), n: 20 } }, billed: { provider_error: "yes" } },
      },
    ]),
  );
  const review = await reviewOne({ version: 1, workloads });
  const deviations = review.workloads.map(({ head }) => head?.risk?.figures.sd.toNumber() ?? Number.NaN);
  // The test proves something only if some deviations are not exactly 0.
  expect(Math.max(...deviations)).toBeGreaterThan(0);
  expect(Math.max(...deviations)).toBeLessThan(1e-6);
  const [markdown, text] = [toMarkdown(review, {}), toText(review, { width: 200, verbose: true, color: false })];
  for (const report of [markdown, text]) expect(report.match(/[$]0\.0{6}\d*/g)).toBeNull();
  expect(text).toContain("standard deviation $0.00");
});

test.each([0.31, 0.33, 0.34, 0.39])(
  "a limit that is copied from a report is used up, and nothing of it is left or missing (acceptance %d)",
  async (acceptance) => {
    const takes = { until_kept: { acceptance, max: 7 } };
    const workloads = { it: { provider: "acme", model: "acme-1", price: { usd: 0.3, per: "clip" }, volume: { per_month: 1000 }, takes } };
    const cost = (await reviewOne({ version: 1, workloads })).total.head?.expected;
    const review = await reviewOne({ version: 1, budget: { monthly: Number(cost?.round(6, 1)) }, workloads });
    expect(review.verdict).toBe("warn");
    expect(toText(review, { width: 200, verbose: false, color: false })).toContain("Nothing to do yet: the limit is used up.");
  },
);
