import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Review } from "../../src/review/result.ts";
import { PARTS } from "../../src/risk/waterfall.ts";
import { bookOfFiles, reviewFiles } from "../in-memory.ts";

/**
 * Worked cases of the risk model: closed forms to 9 digits, each of which an independent simulation of two
 * million requests confirmed. One job price each; everything else is written as in a manifest.
 */
type Case = {
  name: string;
  note: string;
  price: object;
  workload: { output: { duration: number }; client: object; volume: object };
  pack?: { size: number; price: number; prepaid: number };
  expected: {
    job_price: number;
    naive: number;
    per_clip: Record<"mean" | "sd" | "skew" | "takes" | "submissions" | "undelivered" | "duplicates" | "status_requests", number>;
    attempts: number;
    delivered: number;
    month: Record<"mean" | "sd" | "p50" | "p90" | "p95", number>;
    waterfall: Record<string, number>;
    limit?: number;
    over?: number;
    packs?: number;
    first_month?: number;
  };
};

const CASES = JSON.parse(readFileSync("test/risk/cases.json", "utf8")) as Case[];

function bookFor({ price }: Case): ReturnType<typeof bookOfFiles> {
  return bookOfFiles({
    provider: "risky",
    name: "Risky Video",
    account: { credit: { name: "credit", usd: 1 } },
    models: [
      {
        id: "risky-1",
        modes: ["text-to-video"],
        prices: [{ source: "https://risky.example/pricing", checked: "2026-11-01", confidence: "provider", ...price }],
      },
    ],
  });
}

function reviewCase(one: Case): Promise<Review> {
  const manifest = {
    version: 1,
    budget: one.expected.limit === undefined ? {} : { monthly: one.expected.limit },
    ...(one.pack && { accounts: { risky: { pack: { size: one.pack.size, price: one.pack.price }, prepaid: one.pack.prepaid } } }),
    workloads: { it: { provider: "risky", model: "risky-1", ...one.workload } },
  };
  return reviewFiles({ "video-budget.yml": manifest }, { book: bookFor(one) });
}

/** Within a relative distance; for an expected 0 within a small absolute one, because of floating point. */
function near(value: number, expected: number, tolerance: number): void {
  expect(Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-3), `${value} for ${expected}`).toBeLessThan(tolerance);
}

describe.each(CASES)("$name: $note", (one) => {
  const { expected } = one;
  const closed = expected.waterfall["parameter_uncertainty"] === undefined;
  // A pack of credits is worth its share: 20,000 for $180.
  const unit = one.pack ? one.pack.price / one.pack.size : 1;

  test("has the reference counts of each clip", async () => {
    const { jobs } = (await reviewCase(one)).workloads[0]?.head?.risk ?? {};
    if (!jobs) throw new Error("no risk");
    near(jobs.attempts, expected.attempts, 1e-6);
    near(jobs.delivered, expected.delivered, 1e-6);
    near(jobs.takes, expected.per_clip.takes, 1e-6);
    near(jobs.submitted / jobs.clips, expected.per_clip.submissions, 1e-6);
    near(jobs.duplicates / jobs.clips, expected.per_clip.duplicates, 1e-6);
    near(jobs.undelivered_requests / jobs.clips, expected.per_clip.undelivered, 1e-6);
    near((jobs.status_requests ?? Number.NaN) / jobs.clips, expected.per_clip.status_requests, 1e-6);
  });

  test("has the reference month: expected cost, standard deviation, quantiles, and probability of exceeding the limit", async () => {
    const { total, budgets, workloads } = await reviewCase(one);
    const figures = total.head;
    if (!figures) throw new Error("no total");
    const tolerance = closed ? 1e-6 : 1e-4;
    near(workloads[0]?.head?.job?.amount.toNumber() ?? Number.NaN, expected.job_price * unit, 1e-12);
    near(figures.expected.toNumber(), expected.month.mean * unit, tolerance);
    near(figures.sd.toNumber(), expected.month.sd * unit, tolerance);
    near(figures.p50.toNumber(), expected.month.p50 * unit, tolerance);
    near(figures.p90.toNumber(), expected.month.p90 * unit, tolerance);
    near(figures.p95.toNumber(), expected.month.p95 * unit, tolerance);
    if (expected.over !== undefined) near(budgets[0]?.probability_over ?? Number.NaN, expected.over, tolerance);
  });

  test("has the reference waterfall, which sums to the monthly cost", async () => {
    const { head } = (await reviewCase(one)).workloads[0] ?? {};
    if (!head?.risk) throw new Error("no risk");
    for (const [part, amount] of Object.entries(expected.waterfall)) {
      const found = head.risk.waterfall[part as "base"];
      near(found.toNumber(), amount * unit, part === "parameter_uncertainty" ? 1e-4 : 1e-6);
    }
    const { waterfall } = head.risk;
    const sum = PARTS.map((part) => waterfall[part]).reduce((total, amount) => total.plus(amount));
    expect(sum.eq(head.risk.figures.expected)).toBe(true);
  });

  test.runIf(one.pack)("has the expected number of whole packs, not the mean rounded up", async () => {
    const { accounts } = await reviewCase(one);
    near(accounts[0]?.first_month?.toNumber() ?? Number.NaN, expected.first_month ?? 0, 1e-6);
    // 2.933 packs of $180 in the first month, which has 1,000 credits already; the mean of 48,380 − 1,000 credits rounded up would be 3.
    near((accounts[0]?.first_month?.toNumber() ?? Number.NaN) / (one.pack?.price ?? 1), expected.packs ?? 0, 1e-6);
  });
});
