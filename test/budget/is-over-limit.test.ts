import { expect, test } from "vitest";
import { toText } from "../../src/report/review/text.ts";
import { reviewOne } from "../in-memory.ts";

test("a limit of 0 allows no cost, not even one that is 0 in six decimals, and such a cost is not shown as $0.00", async () => {
  const workloads = { it: { provider: "acme", model: "acme-1", price: { usd: 0.0000004, per: "clip" }, volume: { per_month: 1 } } };
  const review = await reviewOne({ version: 1, budget: { monthly: 0 }, workloads });
  expect([review.verdict, review.budgets.map(({ verdict }) => verdict)]).toEqual(["fail", ["fail"]]);
  expect(toText(review, { width: 100, verbose: false, color: false })).toContain("Projected: $0.0000004 a month");
});

test("nothing costs 0, which a limit of 0 allows", async () => {
  const workloads = { it: { provider: "acme", model: "acme-1", volume: { per_month: 0 } } };
  expect((await reviewOne({ version: 1, budget: { monthly: 0 }, workloads })).budgets.map(({ verdict }) => verdict)).not.toContain("fail");
});
