import { describe, expect, test } from "vitest";
import type { Review } from "../../../src/review/result.ts";
import { bookOfFiles, reviewFiles } from "../../in-memory.ts";

/** 10 credits a second of $0.01, sold in packs and plans; a job of 5 s is 50 credits, $0.50. */
const PACKED = bookOfFiles({
  provider: "packed",
  name: "Packed",
  account: {
    credit: { name: "credit" },
    packs: [
      { name: "Big", size: 100_000, price: 1000, expires: "365d" },
      { name: "Small", size: 10_000, price: 100, expires: "365d" },
      { name: "Lasting", size: 100_000, price: 1000 },
      { name: "Plan", size: 20_000, price: 200, every: "month", beyond: "none" },
    ],
  },
  models: [
    {
      id: "m",
      modes: ["text-to-video"],
      prices: [{ source: "https://packed.example/p", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "second", credits: 10 }] }],
    },
  ],
});

function paying(account: object, volume: object): Promise<Review> {
  const a = { provider: "packed", model: "m", output: { duration: "5s" }, volume };
  return reviewFiles({ "video-budget.yml": { version: 1, accounts: { packed: account }, workloads: { a } } }, { book: PACKED });
}

const notes = ({ problems }: Review, code: string) => problems.filter((one) => one.code === code);

describe("a steady month of packs costs its use or the expiring credit, whichever is more", () => {
  test.each([
    // 5,000 credits a month are a twentieth of a pack; it expires after 365 / 30.4375 = 11.99 months: $1000 / 11.99.
    { account: { pack: "Big" }, clips: 100, cash: 83.390411, first: 1000, unused: 0.4004, smaller: "Small" },
    { account: { pack: "Small" }, clips: 100, cash: 50, first: 100, unused: 0, smaller: null },
    { account: { pack: "Lasting" }, clips: 100, cash: 50, first: 1000, unused: 0, smaller: null },
    // 150,000 credits a month: a pack and a half.
    { account: { pack: "Big" }, clips: 3000, cash: 1500, first: 2000, unused: 0, smaller: null },
    // A plan is paid in full each month, and unused credit is lost.
    { account: { plan: "Plan" }, clips: 100, cash: 200, first: 200, unused: 0.75, smaller: null },
    { account: { plan: "Plan" }, clips: 0, cash: 200, first: 200, unused: 1, smaller: null },
    { account: { plan: "Plan" }, clips: 500, cash: 400, first: 400, unused: 0.375, smaller: null },
  ])("$account, $clips clips: $$cash a month", async ({ account, clips, cash, first, unused, smaller }) => {
    const review = await paying(account, { per_month: clips });
    const [line] = review.accounts;
    expect(line?.cash?.toNumber()).toBeCloseTo(cash, 6);
    expect(line?.first_month?.toNumber()).toBeCloseTo(first, 6);
    expect(line?.bundle_remainder?.toNumber()).toBeCloseTo(cash - clips * 0.5, 6);
    const [note] = notes(review, "credit-expires");
    if (unused === 0) expect(note).toBeUndefined();
    else expect([Number(note?.args["share"]), note?.args["smaller"]]).toEqual([expect.closeTo(unused, 3), smaller]);
  });

  test("an uncertain month costs its use if it is above the expiry, otherwise the expiry", async () => {
    // Between 100 and 200 clips, $50 to $100, and $83.39 of expiry.
    const [line] = (await paying({ pack: "Big" }, { per_month: { low: 100, likely: 150, high: 200 } })).accounts;
    expect(line?.cash?.toNumber()).toBeGreaterThan(83.390411);
    expect(line?.cash?.toNumber()).toBeLessThan(100);
  });
});

describe("a balance or trial too small for one job is noted", () => {
  test.each([
    { account: { prepaid: 49 }, noted: ["prepaid"] },
    { account: { prepaid: 50 }, noted: [] },
    { account: { trial: 10 }, noted: ["trial"] },
    { account: {}, noted: [] },
  ])("$account: $noted", async ({ account, noted }) => {
    expect(notes(await paying(account, { per_month: 1 }), "balance-below-a-job").map(({ args }) => args["what"])).toEqual(noted);
  });
});
