import { expect, test } from "vitest";
import { aheadOfPlan, variesByMonth } from "../../src/page/ahead.ts";
import { reviewOne } from "../in-memory.ts";

const clips = (volume: object): object => ({ provider: "acme", model: "acme-1", output: { duration: "5s", audio: false, resolution: "720p" }, volume });

test("months grow from the current one, and each is compared with its own limit", async () => {
  // 100 clips × 5 s × $0.10 = $50, 10% more each month; January has 300 clips.
  const review = await reviewOne({
    version: 1,
    budget: { monthly: 60, months: { "2026-12": 40 } },
    workloads: { clips: clips({ per_month: 100, growth: 0.1, months: { "2027-01": 300 } }) },
  });
  expect(variesByMonth(review)).toBe(true);
  expect(aheadOfPlan(review, 3).map(({ month, total, limit }) => [month, total?.expected.toFixed(2), limit])).toEqual([
    ["2026-11", "50.00", 60],
    ["2026-12", "55.00", 40],
    ["2027-01", "150.00", 60],
  ]);
});

test("a plan without changes between months shows no months ahead", async () => {
  expect(variesByMonth(await reviewOne({ version: 1, budget: { monthly: 60 }, workloads: { clips: clips({ per_month: 100 }) } }))).toBe(false);
});
