import { describe, expect, test } from "vitest";
import { bookOfFiles, reviewFiles } from "../../in-memory.ts";

/** 10 credits a clip; a credit is worth $0.01 in a pack of 1,000 for $10, and in the plans below. */
const BOOK = bookOfFiles({
  provider: "acct",
  name: "Account Video",
  account: {
    credit: { name: "credit", usd: 0.01 },
    packs: [
      { name: "Pack", size: 1000, price: 10 },
      { name: "Plan", size: 1000, price: 10, every: "month", beyond: 0.02 },
      { name: "Closed", size: 1000, price: 10, every: "month", beyond: "none" },
    ],
    fees: [
      { name: "seat", usd: 5, every: "month" },
      { name: "setup", usd: 20, every: "once" },
    ],
  },
  models: [
    {
      id: "clip-1",
      modes: ["text-to-video"],
      accepts: { duration: [5] },
      defaults: { duration: 5 },
      prices: [{ source: "https://acct.example/pricing", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "clip", credits: 10 }] }],
    },
  ],
});

async function accountOf(account: object, volume: object): Promise<Record<string, number | null>> {
  const { accounts, problems } = await reviewFiles(
    { "video-budget.yml": { version: 1, accounts: { acct: account }, workloads: { it: { provider: "acct", model: "clip-1", volume } } } },
    { book: BOOK },
  );
  const { provider: _, plan_exceeded, complete: __, priced: ___, ...line } = accounts[0] as NonNullable<(typeof accounts)[0]>;
  const money = Object.fromEntries(Object.entries(line).map(([key, value]) => [key, value?.toNumber() ?? null]));
  return { ...money, plan_exceeded, warned: problems.filter(({ code }) => code === "plan-exceeded").length };
}

describe("a certain month", () => {
  test.each([
    // 250 clips are 2,500 credits, $25.
    { account: {}, volume: 250, is: { usage: 25, bundle_remainder: 0, cash: 25, first_month: 25 }, why: "paid as it is used" },
    {
      account: { pack: "Pack" },
      volume: 250,
      is: { usage: 25, bundle_remainder: 0, cash: 25, first_month: 30 },
      why: "three packs at first; without expiry a month costs its use",
    },
    { account: { pack: "Pack", prepaid: 600 }, volume: 250, is: { prepaid: -6, cash: 25, first_month: 20 }, why: "1,900 missing credits take two packs" },
    { account: { plan: "Plan" }, volume: 250, is: { usage: 25, cash: 40, bundle_remainder: 15 }, why: "$10 and 1,500 extra credits at $0.02" },
    { account: { plan: "Plan" }, volume: 50, is: { usage: 5, cash: 10, bundle_remainder: 5 }, why: "a plan is paid in full" },
    { account: { fees: { seat: 2, setup: 1 } }, volume: 250, is: { fees: 10, cash: 35, first_month: 55 }, why: "two seats a month and one setup fee" },
    { account: { plan: "Closed" }, volume: 250, is: { plan_exceeded: 1, warned: 1 }, why: "the plan sells nothing beyond 100 clips" },
    { account: { plan: "Closed" }, volume: 90, is: { plan_exceeded: 0, warned: 0 }, why: "90 clips are within the plan" },
  ])("the paid amount of a certain month: $account, $volume clips: $why", async ({ account, volume, is }) => {
    expect(await accountOf(account, { per_month: volume })).toMatchObject(is);
  });
});

describe("an uncertain month", () => {
  test("costs its use exactly without packs", async () => {
    const line = await accountOf({}, { per_month: { low: 100, likely: 200, high: 600 } });
    expect([line["bundle_remainder"], line["cash"]]).toEqual([0, line["usage"]]);
  });

  test("costs the expected number of whole packs: a Poisson month of 100 clips needs one or two", async () => {
    // P(N ≤ 100) for Poisson(100) is 0.52656 (tables), so 1 + 0.47344 packs; 200 clips and more do not happen.
    const line = await accountOf({ pack: "Pack" }, { per_month: 100, arrivals: "poisson" });
    expect(line["first_month"]).toBeGreaterThan(14.7);
    expect(line["first_month"]).toBeLessThan(14.77);
    expect(line["cash"]).toBeCloseTo(10, 9);
  });

  test("never costs less because of credit that only the first month has", async () => {
    const volume = { per_month: { p10: 50, p90: 300 } };
    const [without, withTrial] = [await accountOf({}, volume), await accountOf({ trial: 500 }, volume)];
    expect([withTrial["cash"], withTrial["usage"]]).toEqual([without["cash"], without["usage"]]);
    // 500 credits are $5, and a month of under 50 clips is one in ten: nearly all of it is used.
    expect(withTrial["trial"]).toBeLessThan(-4.8);
    expect(withTrial["trial"]).toBeGreaterThanOrEqual(-5);
    expect((withTrial["first_month"] as number) - (withTrial["cash"] as number)).toBeCloseTo(withTrial["trial"] as number, 9);
  });
});

describe("a minimum purchase", () => {
  /** A clip costs $0.10, and the minimum purchase is $10. */
  const TOPPED_UP = bookOfFiles({
    provider: "acct",
    name: "Account Video",
    account: { credit: { name: "credit", usd: 0.01 }, minimum_purchase: 10 },
    models: [
      {
        id: "clip-1",
        modes: ["text-to-video"],
        prices: [{ source: "https://acct.example/pricing", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "clip", credits: 10 }] }],
      },
    ],
  });
  const paidFor = async (volume: object, account: object = {}) => {
    const it = { provider: "acct", model: "clip-1", volume };
    const { accounts } = await reviewFiles({ "video-budget.yml": { version: 1, accounts: { acct: account }, workloads: { it } } }, { book: TOPPED_UP });
    return { cash: accounts[0]?.cash?.toNumber() ?? Number.NaN, first: accounts[0]?.first_month?.toNumber() ?? Number.NaN };
  };

  test.each([
    { clips: 25, account: {}, cash: 2.5, first: 10, why: "$2.50 of use and a minimum purchase of $10; $7.50 is left for later months" },
    { clips: 250, account: {}, cash: 25, first: 25, why: "more than the minimum" },
    { clips: 0, account: {}, cash: 0, first: 0, why: "nothing is used or bought" },
    { clips: 25, account: { prepaid: 250 }, cash: 2.5, first: 0, why: "the balance covers the use" },
    { clips: 250, account: { prepaid: 2000 }, cash: 25, first: 10, why: "$5 remains to buy" },
  ])("applies to a certain month: $clips clips, $account: $why", async ({ clips, account, cash, first }) => {
    expect(await paidFor({ per_month: clips }, account)).toEqual({ cash, first });
  });

  test("applies to an uncertain month if it uses less: E[max(X, 10)], X above 0", async () => {
    // A uniform-like range: Beta(3, 3) of { 50, 100, 150 } clips is $5 to $15, symmetric around $10: $10 + E[(X − 10)⁺].
    const { cash, first } = await paidFor({ per_month: { low: 50, likely: 100, high: 150 } });
    expect(cash).toBeCloseTo(10, 9);
    // E|B − ½| of Beta(3, 3) is 30 ∫₀¹ x² (1 − x)² |x − ½| dx = 5 / 32, half of it above: $10 × 5 / 64.
    expect(first).toBeCloseTo(10 + (10 * 5) / 64, 2);
  });
});
