import { describe, expect, test } from "vitest";
import { toMarkdown } from "../../../src/report/review/markdown.ts";
import { toText } from "../../../src/report/review/text.ts";
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
      { name: "Open", size: 20_000, price: 200, every: "month", beyond: 0.02 },
      { name: "Falling", size: 20_000, price: 200, every: "month", beyond: 0.005 },
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

describe("use beyond a plan at a price of its own is no unused credit", () => {
  test.each([
    // 20,000 credits of the plan are 400 clips. 1,000 clips use 30,000 credits more, at $0.02: $200 + $600, and $300 of it is above the plan's $0.01.
    { plan: "Open", clips: 1000, cash: 800, beyond: 300, unused: 0 },
    // 30,000 credits more at $0.005: $200 + $150, which is $150 less.
    { plan: "Falling", clips: 1000, cash: 350, beyond: -150, unused: 0 },
    // 100 clips use 5,000 of the 20,000 credits.
    { plan: "Open", clips: 100, cash: 200, beyond: 0, unused: 0.75 },
  ])("$plan, $clips clips: $cash USD a month, $beyond USD of it for the price beyond the plan", async ({ plan, clips, cash, beyond, unused }) => {
    const review = await paying({ plan }, { per_month: clips });
    const [line] = review.accounts;
    expect([line?.cash?.toNumber(), line?.beyond_plan?.toNumber()]).toEqual([cash, beyond]);
    expect(notes(review, "credit-expires").map(({ args }) => args["share"])).toEqual(unused === 0 ? [] : [unused]);
    const [text, comment] = [toText(review, { width: 200, color: false, verbose: true }), toMarkdown(review, {})];
    expect(text.includes("expires unused")).toBe(unused > 0);
    expect(comment.includes("expires unused")).toBe(unused > 0);
    if (beyond > 0) expect([text, comment]).toEqual([expect.stringContaining("$300.00 of it"), expect.stringContaining("$300.00 more")]);
    if (beyond < 0) expect([text, comment]).toEqual([expect.stringContaining("$150.00 less"), expect.stringContaining("$150.00 less")]);
  });

  test("a month that varies has both: E[(size − use)⁺] expires, and E[(use − size)⁺] costs twice the price of the plan", async () => {
    // Beta(3, 3) of 200 to 600 clips is $100 to $300, symmetric around the $200 of the plan. E[(B − ½)⁺] is 5 / 64, of a range of $200.
    const [line] = (await paying({ plan: "Open" }, { per_month: { low: 200, likely: 400, high: 600 } })).accounts;
    const part = (200 * 5) / 64;
    expect(line?.beyond_plan?.toNumber()).toBeCloseTo(part, 1);
    expect(line?.bundle_remainder?.toNumber()).toBeCloseTo(2 * part, 1);
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
