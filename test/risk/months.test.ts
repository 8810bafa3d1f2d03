import { describe, expect, test } from "vitest";
import { gather } from "../../src/gather.ts";
import { exposureOf } from "../../src/risk/exposure.ts";
import { loadDistributions } from "../../src/stats/distributions.ts";
import { ACME, bookOfFiles, readerOf, reviewFiles } from "../in-memory.ts";

/** One clip costs $1. */
const BOOK = bookOfFiles({ ...ACME, models: [{ ...ACME.models[0], prices: [{ ...ACME.models[0]?.prices[0], charges: [{ meter: "clip", usd: 1 }] }] }] });
const workload = (volume: object): object => ({ provider: "acme", model: "acme-1", output: { duration: "5s" }, volume });

async function monthAfter(volume: object, after: number): Promise<number | undefined> {
  const side = await gather(readerOf({ "video-budget.yml": { version: 1, workloads: { a: workload(volume) } } }), ["video-budget.yml"], BOOK.snapshot);
  const { total, problems } = exposureOf(side, BOOK, { date: "2026-11-28", after }, await loadDistributions());
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return total?.expected.toNumber();
}

describe("a later month", () => {
  test.each([
    { volume: { per_month: 1000 }, months: [1000, 1000, 1000] },
    // 1000 × 1.05ᵏ.
    { volume: { per_month: 1000, growth: "5%" }, months: [1000, 1050, 1102.5] },
    { volume: { per_month: 1000, growth: "-10%" }, months: [1000, 900, 810] },
    { volume: { per_month: 1000, growth: 1 }, months: [1000, 2000, 4000] },
    // December has its own volume; January grows as if December were as planned.
    { volume: { per_month: 1000, growth: "5%", months: { "2026-12": 4000 } }, months: [1000, 4000, 1102.5] },
    { volume: { per_month: 1000, months: { "2026-11": 10, "2027-01": { low: 100, likely: 200, high: 600 } } }, months: [10, 1000, 250] },
    { volume: { per_day: 40, growth: "10%" }, months: [1217.5, 1339.25, 1473.175] },
    // The mean of the range, (500 + 4 × 1000 + 3000) / 6, grows.
    { volume: { per_month: { low: 500, likely: 1000, high: 3000 }, growth: "20%" }, months: [1250, 1500, 1800] },
  ])("has the volume of the plan: $volume: $months", async ({ volume, months }) => {
    for (const [after, clips] of months.entries()) expect(await monthAfter(volume, after)).toBeCloseTo(clips, 9);
  });

  test("scales a whole range, including its quantiles", async () => {
    const side = await gather(
      readerOf({ "video-budget.yml": { version: 1, workloads: { a: workload({ per_month: { p10: 500, p90: 2000 }, growth: "50%" }) } } }),
      ["video-budget.yml"],
      BOOK.snapshot,
    );
    const [now, next] = [0, 1].map(async (after) => exposureOf(side, BOOK, { date: "2026-11-28", after }, await loadDistributions()));
    const [p90, later] = [(await now)?.total?.p90.toNumber() ?? 0, (await next)?.total?.p90.toNumber() ?? 0];
    expect(later / p90).toBeCloseTo(1.5, 9);
  });
});

describe("limits of single months", () => {
  const limited = (budget: object) =>
    reviewFiles({ "video-budget.yml": { version: 1, budget, workloads: { a: workload({ per_month: 1000 }) } } }, { book: BOOK });

  // The reviews have the date 2026-11-22; a later month above its limit warns.
  test.each([
    { budget: { monthly: 500, months: { "2026-11": 2000 } }, limit: 2000, verdict: "warn" },
    { budget: { monthly: 2000, months: { "2026-11": 500 } }, limit: 500, verdict: "fail" },
    { budget: { monthly: 2000, months: { "2026-12": 500 } }, limit: 2000, verdict: "warn" },
    { budget: { months: { "2026-11": 500 } }, limit: 500, verdict: "fail" },
    { budget: { months: { "2026-12": 500 } }, limit: undefined, verdict: "warn" },
  ])("replace the usual limit: $budget: $limit, $verdict", async ({ budget, limit, verdict }) => {
    const review = await limited(budget);
    expect(review.budgets[0]?.limit.toNumber()).toBe(limit);
    expect(review.verdict).toBe(verdict);
  });

  test.each([
    { months: { "2026-13": 5 }, where: ["budget", "months", "2026-13"] },
    { months: { "2026-1": 5 }, where: ["budget", "months", "2026-1"] },
    { months: { "2026-12": -5 }, where: ["budget", "months", "2026-12"] },
  ])("are an error with its place if invalid: $months", async ({ months, where }) => {
    const { problems } = await limited({ months });
    expect(problems.find(({ severity }) => severity === "error")?.path).toEqual(where);
  });
});

test.each([
  { volume: { per_month: 10, growth: "-100%" }, where: ["workloads", "a", "volume", "growth"] },
  { volume: { per_month: 10, growth: "much" }, where: ["workloads", "a", "volume", "growth"] },
  { volume: { per_month: 10, months: { december: 5 } }, where: ["workloads", "a", "volume", "months", "december"] },
  { volume: { per_month: 10, months: { "2026-12": { low: 3, likely: 2, high: 1 } } }, where: ["workloads", "a", "volume", "months", "2026-12"] },
])("an invalid volume is an error with its place: $volume", async ({ volume, where }) => {
  const { problems } = await reviewFiles({ "video-budget.yml": { version: 1, workloads: { a: workload(volume) } } }, { book: BOOK });
  expect(problems.find(({ severity }) => severity === "error")?.path).toEqual(where);
});
