import { expect, test } from "vitest";
import type { Review } from "../../src/review/result.ts";
import { reviewOne } from "../in-memory.ts";

/** 100 clips of 5 s × $0.15 = $75. The budget of $70 is below the cost of delivering the plan. */
const clip = (per_month: number, reliability: object): object => ({
  provider: "acme",
  model: "acme-1",
  output: { duration: 5, resolution: "720p", audio: true },
  volume: { per_month },
  reliability: { billed: { provider_error: "no", moderated: "no" }, ...reliability },
});
const manifest = (workload: object, figure = "expected"): object => ({ version: 1, budget: { monthly: 70, figure }, workloads: { clip: workload } });
const line = ({ budgets }: Review) => budgets[0];

test.each([
  { of: "half of jobs fail", outcomes: { provider_error: "50%" }, expected: 37.5 },
  { of: "all of them fail", outcomes: { provider_error: "100%" }, expected: 0 },
  { of: "all are stopped", outcomes: { moderated: "100%" }, expected: 0 },
])("a limit is compared with the cost of delivering the whole plan: $of", async ({ outcomes, expected }) => {
  const review = await reviewOne(manifest(clip(100, { outcomes })));
  expect(review.total.head?.expected.toNumber()).toBeCloseTo(expected, 9);
  expect([line(review)?.head?.toNumber(), line(review)?.undelivered?.toNumber(), line(review)?.verdict]).toEqual([75, 75 - expected, "fail"]);
});

test("evidence that all jobs fail lowers no figure of a limit", async () => {
  // k = n = 20: the mean of Beta(20.5, 0.5) is 97.6%, so that about 2.4% of jobs are billed.
  for (const figure of ["expected", "p50", "p90"]) {
    const review = await reviewOne(manifest(clip(100, { evidence: { provider_error: { k: 20, n: 20 } } }), figure));
    expect([line(review)?.verdict, (line(review)?.head?.toNumber() ?? 0) >= 75]).toEqual(["fail", true]);
  }
});

test("failures do not hide an increase", async () => {
  const budget = { max_increase: { amount: 10 } };
  const head = { version: 1, budget, workloads: { clip: clip(1000, { outcomes: { provider_error: "100%" } }) } };
  const review = await reviewOne(head, { version: 1, budget, workloads: { clip: clip(100, {}) } });
  // $750 less $75.
  expect(review.reasons.map(({ code, value }) => [code, value?.toNumber()])).toEqual([["increase-exceeded", 675]]);
});

test("a volume within the limit passes", async () => {
  const { budgets } = await reviewOne(manifest(clip(93, { outcomes: { provider_error: "50%" } })));
  // 93 × $0.75 = $69.75 of $70.
  expect(budgets[0]?.verdict).toBe("warn");
});

test.each<[string, object, boolean]>([
  ["45 of 50 and 20% sum to 110%", { outcomes: { moderated: "20%" }, evidence: { provider_error: { k: 45, n: 50 } } }, false],
  ["20 of 20 and 1 of 20 sum to 105%", { evidence: { provider_error: { k: 20, n: 20 }, moderated: { k: 1, n: 20 } } }, false],
  ["10, 5 and 5 of 20 sum to 100%", { evidence: { provider_error: { k: 10, n: 20 }, moderated: { k: 5, n: 20 }, timed_out: { k: 5, n: 20 } } }, true],
  ["90% replaced with 1 of 20", { outcomes: { provider_error: "90%", moderated: "10%" }, evidence: { provider_error: { k: 1, n: 20 } } }, true],
])("shares of outcomes are checked after evidence replaces them: %s", async (_, reliability, fits) => {
  const { problems } = await reviewOne(manifest(clip(1, reliability)));
  expect(problems.some(({ code }) => code === "shares-over-one")).toBe(!fits);
});

test.each<[string, object, object, string[]]>([
  ["adopting the tool does not count as an increase", {}, { max_increase: { amount: 10 }, warn_increase: { amount: 1 } }, []],
  [
    "a second manifest counts as an increase",
    { "other.yml": { version: 1, workloads: { clip: clip(1, {}) } } },
    { max_increase: { amount: 10 } },
    ["increase-exceeded"],
  ],
])("%s", async (_, base, budget, codes) => {
  const { reviewFiles } = await import("../in-memory.ts");
  const own = { version: 1, budget, workloads: { clip: clip(100, {}) } };
  const review = await reviewFiles(
    { ...(base as Record<string, object>), "video-budget.yml": own },
    { base: base as Record<string, object>, roots: ["video-budget.yml", "other.yml"].filter((file) => file === "video-budget.yml" || file in base) },
  );
  expect(review.reasons.map(({ code }) => code)).toEqual(codes);
});

test("an increase from $0 has an amount but no share", async () => {
  const budget = { monthly: 1000, max_increase: { share: "10%", amount: 500 } };
  const head = (volume: number): object => ({ version: 1, budget, workloads: { clip: clip(volume, {}) } });
  expect((await reviewOne(head(100), { version: 1, budget, workloads: {} })).reasons).toEqual([]);
  expect((await reviewOne(head(700), { version: 1, budget, workloads: {} })).reasons.map(({ code }) => code)).toEqual(["increase-exceeded"]);
});
