import { describe, expect, test } from "vitest";
import { explain } from "../../src/report/review/explain.ts";
import { toText } from "../../src/report/review/text.ts";
import { hint } from "../../src/report/words/messages.ts";
import type { Review } from "../../src/review/result.ts";
import type { Risk } from "../../src/risk/risk.ts";
import { PARTS } from "../../src/risk/waterfall.ts";
import { loadDistributions } from "../../src/stats/distributions.ts";
import { bookOfFiles, reviewFiles } from "../in-memory.ts";

/** A job costs $1 in a month of fewer than 1,000, and $0.50 each in a month of more. */
const BOOK = bookOfFiles({
  provider: "tiered",
  name: "Tiered",
  jobs: { billed: { provider_error: "yes" } },
  models: [
    {
      id: "m",
      modes: ["text-to-video"],
      prices: [
        {
          source: "https://tiered.example/p",
          checked: "2026-11-01",
          confidence: "provider",
          charges: [
            {
              meter: "job",
              by: ["monthly_jobs"],
              unit: "usd",
              rows: [
                [{ below: 1000 }, 1],
                [{ min: 1000 }, 0.5],
              ],
            },
          ],
        },
      ],
    },
  ],
});

/** The parts of the waterfall, added up. */
function sumOfParts(risk: Risk | null | undefined): string {
  if (!risk) throw new Error("no risk");
  return PARTS.map((part) => risk.waterfall[part])
    .reduce((sum, part) => sum.plus(part))
    .toString();
}

function monthOf(workloads: Readonly<Record<string, object>>, settings: object = {}): Promise<Review> {
  const all = Object.fromEntries(Object.entries(workloads).map(([name, one]) => [name, { provider: "tiered", model: "m", ...one }]));
  return reviewFiles({ "video-budget.yml": { version: 1, ...settings, workloads: all } }, { book: BOOK });
}

const RANGE = { per_month: { low: 200, likely: 900, high: 2500 } };

describe("tiers apply to the distribution of the month, not to its mean", () => {
  test("a range across the edge of 1,000 costs $695 expected and $928 at P90, not half of 1,050 clips", async () => {
    const { total, workloads } = await monthOf({ a: { volume: RANGE } });
    const { betaQuantile } = await loadDistributions();
    // The mean of price × volume over the quantiles of the PERT distribution, a midpoint rule of its own.
    const [a, b, steps] = [1 + (4 * 700) / 2300, 1 + (4 * 1600) / 2300, 1000];
    const months = Array.from({ length: steps }, (_, i) => 200 + 2300 * betaQuantile((i + 0.5) / steps, a, b)).map((v) => (v < 1000 ? v : v / 2));
    const mean = months.reduce((sum, one) => sum + one, 0) / steps;
    expect(Math.abs(mean - 695)).toBeLessThan(1);
    expect(Math.abs((total.head?.expected.toNumber() ?? 0) / mean - 1)).toBeLessThan(0.002);
    const p90 = months.sort((x, y) => x - y)[Math.floor(0.9 * steps)] as number;
    expect(Math.abs(p90 - 928)).toBeLessThan(1.5);
    expect(Math.abs((total.head?.p90.toNumber() ?? 0) / p90 - 1)).toBeLessThan(0.002);
    const risk = workloads[0]?.head?.risk;
    expect(sumOfParts(risk)).toBe(risk?.figures.expected.toString());
    // The base part has the price of the mean volume, 1,050 × $0.50; the part `pricing` has what the tiers add.
    expect([risk?.waterfall.base.toNumber(), risk?.waterfall.takes.toNumber()]).toEqual([525, 0]);
  });

  test("a range on one side of the edge costs the same as before", async () => {
    const { total } = await monthOf({ a: { volume: { per_month: { low: 200, likely: 300, high: 700 } } } });
    expect(total.head?.expected.toNumber()).toBeCloseTo(350, 9);
  });

  test("retries and failures count toward the tier: 950 planned jobs of which a fifth fail are 1,178", async () => {
    const client = { max_attempts: 3 };
    const reliability = { outcomes: { provider_error: 0.2 } };
    const { total, workloads } = await monthOf({ a: { volume: { per_month: 950 }, client, reliability } });
    expect(workloads[0]?.head?.risk?.jobs.submitted).toBeCloseTo(1178, 9);
    // All of them billed, at $0.50.
    expect(total.head?.expected.toNumber()).toBeCloseTo(589, 9);
  });

  test("a month whose failure rate is high submits more jobs, and reaches the tier with fewer clips", async () => {
    const a = {
      ...{ volume: { per_month: { low: 400, likely: 600, high: 1100 } }, client: { max_attempts: 2 } },
      reliability: { outcomes: { provider_error: 0.1 }, evidence: { provider_error: { k: 1, n: 10 } } },
    };
    const { total } = await monthOf({ a });
    const { betaQuantile } = await loadDistributions();
    // All jobs are billed. A clip takes 1 + r of them, with r from Beta(1.5, 9.5) and clips from the PERT distribution, both by midpoints.
    const midpoints = (of: (share: number) => number): number[] => Array.from({ length: 300 }, (_, i) => of((i + 0.5) / 300));
    const clips = midpoints((share) => 400 + 700 * betaQuantile(share, 1 + (4 * 200) / 700, 1 + (4 * 500) / 700));
    const rates = midpoints((share) => betaQuantile(share, 1.5, 9.5));
    const monthAt = (price: (jobs: number, wanted: number) => number): number =>
      clips.reduce((sum, wanted) => sum + rates.reduce((some, rate) => some + wanted * (1 + rate) * price(wanted * (1 + rate), wanted), 0), 0) / 300 ** 2;
    const mean = monthAt((jobs) => (jobs < 1000 ? 1 : 0.5));
    // With the jobs of a rate of 10% in every month, fewer months would reach the tier, and the mean would be more than 1% higher.
    expect(monthAt((_, wanted) => (wanted * 1.1 < 1000 ? 1 : 0.5)) / mean - 1).toBeGreaterThan(0.01);
    expect(Math.abs((total.head?.expected.toNumber() ?? 0) / mean - 1)).toBeLessThan(0.003);
  });

  test("jobs of the model's other workloads and of other repositories count toward the tier", async () => {
    const both = await monthOf({ a: { volume: { per_month: 700 } }, b: { volume: { per_month: 400 } } });
    expect(both.total.head?.expected.toNumber()).toBe(550);
    const elsewhere = await monthOf({ a: { volume: { per_month: { low: 100, likely: 200, high: 300 } } } }, { accounts: { tiered: { other_jobs: 2000 } } });
    expect(elsewhere.total.head?.expected.toNumber()).toBeCloseTo(100, 9);
  });

  /** Equal parts of a PERT distribution, by their midpoints. */
  async function parts(low: number, likely: number, high: number, steps = 2000): Promise<number[]> {
    const { betaQuantile } = await loadDistributions();
    const at = (share: number): number => betaQuantile(share, 1 + (4 * (likely - low)) / (high - low), 1 + (4 * (high - likely)) / (high - low));
    return Array.from({ length: steps }, (_, i) => low + (high - low) * at((i + 0.5) / steps));
  }
  const meanOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
  const monthly = ({ workloads }: Review, name: string): number => workloads.find(({ head }) => head?.name === name)?.head?.monthly?.toNumber() ?? Number.NaN;

  test("the volume of another workload decides the tier of a fixed one: 900 clips and { 0, 50, 600 } are not $450 in every month", async () => {
    const review = await monthOf({ a: { volume: { per_month: 900 } }, b: { volume: { per_month: { low: 0, likely: 50, high: 600 } } } });
    const volumes = await parts(0, 50, 600);
    const price = (b: number): number => (900 + b < 1000 ? 1 : 0.5);
    const [ofA, ofBoth] = [meanOf(volumes.map((b) => 900 * price(b))), volumes.map((b) => (900 + b) * price(b)).sort((x, y) => x - y)];
    expect(ofA).toBeGreaterThan(600);
    expect(Math.abs(monthly(review, "a") / ofA - 1)).toBeLessThan(0.002);
    expect(Math.abs((review.total.head?.expected.toNumber() ?? 0) / meanOf(ofBoth) - 1)).toBeLessThan(0.002);
    expect(review.total.head?.p90.toNumber()).toBeCloseTo(ofBoth[1800] as number, -1);
    const risk = review.workloads[0]?.head?.risk;
    expect(sumOfParts(risk)).toBe(risk?.figures.expected.toString());
  });

  test("two workloads with one driver reach the tier in the same months", async () => {
    const range = { per_month: { low: 200, likely: 400, high: 1000 }, driver: "season" };
    const review = await monthOf({ a: { volume: range }, b: { volume: range } });
    const months = (await parts(200, 400, 1000)).map((one) => 2 * one * (2 * one < 1000 ? 1 : 0.5));
    expect(Math.abs((review.total.head?.expected.toNumber() ?? 0) / meanOf(months) - 1)).toBeLessThan(0.003);
    expect(monthly(review, "a")).toBeCloseTo(monthly(review, "b"), 6);
  });

  test("two independent ranges reach the tier together", async () => {
    const review = await monthOf({
      a: { volume: { per_month: { low: 200, likely: 400, high: 1000 } } },
      b: { volume: { per_month: { low: 0, likely: 500, high: 700 } } },
    });
    const [as, bs] = [await parts(200, 400, 1000, 300), await parts(0, 500, 700, 300)];
    const mean = meanOf(as.flatMap((a) => bs.map((b) => (a + b) * (a + b < 1000 ? 1 : 0.5))));
    expect(Math.abs((review.total.head?.expected.toNumber() ?? 0) / mean - 1)).toBeLessThan(0.005);
  });

  test("many independent ranges reach the tier together, whose sum varies less than each of them", async () => {
    const range = { per_month: { low: 50, likely: 110, high: 290 } };
    const { total } = await monthOf(Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`w${i}`, { volume: range }])));
    // The sum of eight by adding them one by one, on a grid of 1 clip.
    const one = (await parts(50, 110, 290, 500)).map(Math.round);
    let sums = new Map([[0, 1]]);
    for (let i = 0; i < 8; i++) {
      const next = new Map<number, number>();
      for (const [sum, chance] of sums) for (const clips of one) next.set(sum + clips, (next.get(sum + clips) ?? 0) + chance / one.length);
      sums = next;
    }
    const mean = [...sums].reduce((all, [clips, chance]) => all + chance * clips * (clips < 1000 ? 1 : 0.5), 0);
    expect(Math.abs((total.head?.expected.toNumber() ?? 0) / mean - 1)).toBeLessThan(0.005);
  });

  test("random arrivals around an edge cost either price: 1,000 clips are not $500 in every month", async () => {
    const { total } = await monthOf({ a: { volume: { per_month: 1000, arrivals: "poisson" } } });
    // Poisson chances by their recursion, from the mode outward.
    const chances = Array.from({ length: 2000 }, () => 0);
    chances[1000] = 1;
    for (let n = 1001; n < 2000; n++) chances[n] = ((chances[n - 1] as number) * 1000) / n;
    for (let n = 999; n >= 0; n--) chances[n] = ((chances[n + 1] as number) * (n + 1)) / 1000;
    const all = chances.reduce((sum, one) => sum + one, 0);
    const mean = chances.reduce((sum, chance, n) => sum + (chance / all) * n * (n < 1000 ? 1 : 0.5), 0);
    expect(Math.abs((total.head?.expected.toNumber() ?? 0) / mean - 1)).toBeLessThan(0.003);
  });

  test("a change of another workload's range is a change of the tier, and its edits add up", async () => {
    const of = (high: number) => ({
      "video-budget.yml": {
        version: 1,
        workloads: {
          a: { provider: "tiered", model: "m", volume: { per_month: 900 }, takes: 1 },
          b: { provider: "tiered", model: "m", volume: { per_month: { low: 0, likely: 50, high } } },
        },
      },
    });
    const { workloads, total } = await reviewFiles(of(900), { base: of(600), book: BOOK });
    expect(workloads.find(({ head }) => head?.name === "a")?.changes.map(({ path }) => path)).toEqual(["volume-tier"]);
    const changed = workloads.flatMap(({ changes }) => changes).reduce((sum, { monthly: amount }) => sum + (amount?.toNumber() ?? Number.NaN), 0);
    expect(changed).toBeCloseTo(total.head?.expected.minus(total.base?.expected ?? 0).toNumber() ?? Number.NaN, 5);
  });

  test.each([
    { clips: 899, edge: null },
    { clips: 950, edge: 1000 },
    { clips: 1050, edge: 1000 },
    { clips: 1200, edge: null },
  ])("$clips clips are near the edge $edge", async ({ clips, edge }) => {
    const { problems } = await monthOf({ a: { volume: { per_month: clips } } });
    expect(problems.find(({ code }) => code === "near-tier")?.args["edge"] ?? null).toBe(edge);
  });
});

test.each([
  { volume: { per_month: 950 }, remedy: "Declare the volume as a range to see the cost on both sides." },
  { volume: { per_month: { low: 800, likely: 950, high: 1100 } }, remedy: null },
  { volume: { per_month: 950, arrivals: "poisson" }, remedy: null },
])("a month near an edge that is priced on both sides needs no range: $volume", async ({ volume, remedy }) => {
  const { problems } = await monthOf({ a: { volume } });
  const found = problems.find(({ code }) => code === "near-tier");
  expect(found && hint(found)).toBe(remedy);
});

test("a fixed workload whose tier follows another one is not said to cost its list price", async () => {
  const review = await monthOf({ a: { volume: { per_month: 900 } }, b: { volume: { per_month: { low: 0, likely: 50, high: 600 } } } });
  const text = explain(review, "a", { width: 200, color: false });
  expect(text).toContain("900 jobs × $0.50 = $450.00 a month at list price");
  expect(text).toMatch(/\$64\d\.\d\d a month expected/);
  expect(text).toMatch(/\+\$19\d\.\d\d: factors, extras and volume tiers of the price/);
  expect(toText(review, { width: 400, color: false, verbose: true })).toContain("1 workload declares nothing about failed jobs. ");
  expect(review.problems.filter(({ code }) => code === "near-tier").map(hint)).toEqual([null, null]);
});

test("free status requests apply month by month: a quiet month does not pass its rest to a busy one", async () => {
  const asked = (free: number): object => ({
    provider: "asked",
    name: "Asked",
    jobs: { status_request: { usd: 0.01, free_per_month: free } },
    models: [
      {
        id: "m",
        modes: ["text-to-video"],
        prices: [{ source: "https://asked.example/p", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "job", usd: 1 }] }],
      },
    ],
  });
  const a = {
    ...{ provider: "asked", model: "m", volume: RANGE },
    // A status request every 100 s; half of the jobs take longer, and so on. The number of requests a job is the same in every month.
    client: { completion: { poll: { interval: "100s" } } },
    reliability: { latency: { p50: "100s", p95: "300s" } },
  };
  const reviewed = (free: number) => reviewFiles({ "video-budget.yml": { version: 1, workloads: { a } } }, { book: bookOfFiles(asked(free)) });
  const requests = (await reviewed(0)).workloads[0]?.head?.risk?.jobs.status_requests ?? 0;
  const free = requests;
  const { waterfall, figures } = (await reviewed(Math.round(free))).workloads[0]?.head?.risk ?? {};
  // The mean month is free, and E[(V − 1050)⁺] of the PERT distribution is not 0: requests a clip × $0.01 × that.
  const { betaQuantile } = await loadDistributions();
  const [p, q, steps] = [1 + (4 * 700) / 2300, 1 + (4 * 1600) / 2300, 500];
  const over = Array.from({ length: steps }, (_, i) => Math.max(0, 200 + 2300 * betaQuantile((i + 0.5) / steps, p, q) - 1050));
  const expected = (over.reduce((sum, one) => sum + one, 0) / steps) * (requests / 1050) * 0.01;
  expect(expected).toBeGreaterThan(1);
  expect(Math.abs((waterfall?.polling.toNumber() ?? 0) / expected - 1)).toBeLessThan(0.01);
  expect(figures?.expected.toNumber()).toBeCloseTo(1050 + (waterfall?.polling.toNumber() ?? 0), 9);
});
