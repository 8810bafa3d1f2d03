import { describe, expect, test } from "vitest";
import type { Review } from "../../../src/review/result.ts";
import { reviewOne } from "../../in-memory.ts";
import { drawPert, randomOf } from "../simulation/random.generate.ts";

/** A clip costs $1, so a month costs as many dollars as it has clips. */
const clip = { provider: "acme", model: "acme-1", price: { usd: 1, per: "clip" } };
const pert = (low: number, likely: number, high: number): object => ({ ...clip, volume: { per_month: { low, likely, high } } });

/** 1 in 10 jobs fails, is billed and is retried. */
const luck = {
  ...clip,
  client: { max_attempts: 2 },
  reliability: { outcomes: { provider_error: 0.1, moderated: 0.05 }, billed: { provider_error: true, moderated: 0.3 } },
};

type Numbers = Record<"list" | "expected" | "sd" | "p50" | "p90" | "p95", number>;

async function reviewOf(workloads: object, monthly?: number): Promise<Review> {
  return reviewOne({ version: 1, ...(monthly !== undefined && { budget: { monthly } }), workloads });
}

function numbersOf(figures: Review["total"]["head"] | undefined): Numbers {
  if (!figures) throw new Error("no figures");
  const { list, expected, sd, p50, p90, p95 } = figures;
  return Object.fromEntries(Object.entries({ list, expected, sd, p50, p90, p95 }).map(([key, value]) => [key, value.toNumber()])) as Numbers;
}

async function together(workloads: object): Promise<{ total: Numbers; each: Numbers[] }> {
  const review = await reviewOf(workloads);
  return { total: numbersOf(review.total.head), each: review.workloads.map(({ head }) => numbersOf(head?.risk?.figures)) };
}

function near(value: number, expected: number, relative: number): void {
  expect(Math.abs(value / expected - 1), `${value} for ${expected}`).toBeLessThan(relative);
}

const QUANTILES = ["p50", "p90", "p95"] as const;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("independent workloads", () => {
  const rated = (provider: string, k: number) => ({
    ...luck,
    provider,
    volume: { per_month: 80 },
    reliability: { ...luck.reliability, evidence: { provider_error: { k, n: 40 } } },
  });

  test.each([
    { what: "job luck alone", workloads: { a: { ...luck, volume: { per_month: 40 } }, b: { ...luck, volume: { per_month: 70 }, takes: 2.5 } } },
    { what: "volumes", workloads: { a: pert(20, 30, 60), b: pert(10, 50, 60), c: { ...clip, volume: { per_week: { p10: 5, p90: 25 } } } } },
    {
      what: "arrivals",
      workloads: { a: { ...clip, volume: { per_month: 40, arrivals: "poisson" } }, b: { ...clip, volume: { per_day: 2, arrivals: "poisson" } } },
    },
    { what: "rates of two providers", workloads: { a: rated("acme", 4), b: rated("other", 4) } },
    { what: "rates from other counts", workloads: { a: rated("acme", 4), b: rated("acme", 5) } },
    { what: "one of each kind", workloads: { a: rated("acme", 4), b: pert(20, 30, 60), c: { ...luck, volume: { per_month: 40, arrivals: "poisson" } } } },
    { what: "other drivers", workloads: { a: withDriver(pert(20, 30, 60), "sales"), b: withDriver(pert(20, 30, 60), "support") } },
  ])("have variances that add: $what", async ({ workloads }) => {
    const { total, each } = await together(workloads);
    expect(each.every(({ sd }) => sd > 0)).toBe(true);
    near(total.sd ** 2, sum(each.map(({ sd }) => sd ** 2)), 1e-12);
    near(total.expected, sum(each.map(({ expected }) => expected)), 1e-12);
  });

  test("have quantiles below the sum of their own: two equal ones have √2 of one's standard deviation", async () => {
    const { total, each } = await together({ a: pert(20, 30, 60), b: pert(20, 30, 60) });
    const [one] = each as [Numbers];
    near(total.sd, Math.SQRT2 * one.sd, 1e-12);
    expect(total.p90).toBeLessThan(2 * one.p90 - 0.5 * one.sd);
  });
});

function withDriver(workload: object, driver: string): object {
  const { volume } = workload as { volume: object };
  return { ...workload, volume: { ...volume, driver } };
}

describe("workloads with a common volume driver", () => {
  test("rise and fall together: standard deviations and quantiles of proportional costs add", async () => {
    const workloads = {
      a: withDriver(pert(20, 30, 60), "sales"),
      b: withDriver({ ...pert(40, 60, 120), takes: 2 }, "sales"),
      // The same shape by the week.
      c: withDriver({ ...clip, volume: { per_week: { low: 2, likely: 3, high: 6 } } }, "sales"),
    };
    const { total, each } = await together(workloads);
    near(total.sd, sum(each.map(({ sd }) => sd)), 1e-9);
    for (const quantile of QUANTILES) near(total[quantile], sum(each.map((one) => one[quantile])), 1e-6);
  });

  test("have together the job variance of one workload with all of their clips", async () => {
    const half = withDriver({ ...luck, volume: { per_month: { low: 10, likely: 30, high: 40 } } }, "sales");
    const whole = { ...luck, volume: { per_month: { low: 20, likely: 60, high: 80 } } };
    const [two, one] = [await together({ a: half, b: half }), await together({ both: whole })];
    for (const figure of ["expected", "sd", ...QUANTILES] as const) near(two.total[figure], one.total[figure], 1e-6);
  });

  test("rise together even with differently shaped volumes: between adding variances and adding standard deviations", async () => {
    const { total, each } = await together({
      a: withDriver(pert(20, 21, 60), "sales"),
      b: withDriver({ ...clip, volume: { per_month: { p10: 20, p90: 60 } } }, "sales"),
    });
    const [a, b] = each as [Numbers, Numbers];
    expect(total.sd).toBeLessThan(a.sd + b.sd);
    expect(total.sd).toBeGreaterThan(0.95 * (a.sd + b.sd));
  });

  test("can have different providers", async () => {
    const other = { ...withDriver(pert(20, 30, 60), "sales"), provider: "other" };
    const { total, each } = await together({ a: withDriver(pert(20, 30, 60), "sales"), b: other });
    near(total.sd, sum(each.map(({ sd }) => sd)), 1e-9);
  });
});

describe("a rate with the same evidence at the same provider", () => {
  // A fraction of a clip, so that no single workload has costs in whole steps.
  const rated = (per_month: number, outcome = "provider_error") => ({
    ...luck,
    volume: { per_month },
    reliability: { ...luck.reliability, evidence: { [outcome]: { k: 2, n: 20 } } },
  });

  test("is one unknown: two workloads are as uncertain as one with all of their clips", async () => {
    const [two, one] = [await together({ a: rated(50.25), b: rated(30.25) }), await together({ both: rated(80.5) })];
    for (const figure of ["expected", "sd", ...QUANTILES] as const) near(two.total[figure], one.total[figure], 1e-6);
    const apart = Math.hypot(...two.each.map(({ sd }) => sd));
    expect(two.total.sd).toBeGreaterThan(1.1 * apart);
  });

  test("is separate from the rate of another outcome", async () => {
    const { total, each } = await together({ a: rated(50.25), b: rated(50.25, "moderated") });
    near(total.sd ** 2, sum(each.map(({ sd }) => sd ** 2)), 1e-12);
  });

  test("correlates workloads that also have unknowns of their own", async () => {
    const uncertain = (low: number) => ({ ...rated(0), volume: { per_month: { low, likely: 60, high: 90 } } });
    const { total, each } = await together({ a: uncertain(20), b: uncertain(50) });
    const [a, b] = each as [Numbers, Numbers];
    expect(total.sd ** 2).toBeGreaterThan(1.01 * (a.sd ** 2 + b.sd ** 2));
    expect(total.sd).toBeLessThan(a.sd + b.sd);
  });
});

describe("the quantiles of a sum of independent volumes", () => {
  const kinds = [
    { low: 200, likely: 300, high: 600 },
    { low: 100, likely: 350, high: 400 },
    { low: 50, likely: 60, high: 500 },
    { low: 10, likely: 210, high: 300 },
    { low: 0, likely: 100, high: 900 },
  ];
  const MONTHS = 40_000;

  test.each([1, 2, 3, 5, 40])("match random months: %i volumes", async (count) => {
    const some = Array.from({ length: count }, (_, index) => kinds[index % kinds.length] as (typeof kinds)[0]);
    const workloads = Object.fromEntries(some.map((per_month, index) => [`w${index}`, { ...clip, volume: { per_month } }]));
    const { total } = await together(workloads);
    const random = randomOf(count);
    const months = Float64Array.from({ length: MONTHS }, () => sum(some.map((shape) => drawPert(random, shape))));
    for (const [quantile, share] of [
      ["p50", 0.5],
      ["p90", 0.9],
      ["p95", 0.95],
    ] as const) {
      const below = months.filter((month) => month <= total[quantile]).length / MONTHS;
      expect(Math.abs(below - share) / Math.sqrt((share * (1 - share)) / MONTHS), `${quantile}: ${below}`).toBeLessThan(4.5);
    }
    const mean = sum([...months]) / MONTHS;
    expect(Math.abs(mean - total.expected) / (total.sd / Math.sqrt(MONTHS))).toBeLessThan(4.5);
  });
});

test("hundreds of equal, independent volumes are close to normal", async () => {
  const workloads = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`w${index}`, pert(20, 30, 60)]));
  const { total } = await together(workloads);
  // PERT(20, 30, 60) is 20 + 40 Beta(2, 4): a variance of 1600 × 8 / (36 × 7) = 50.8, and a skewness of 2 × 2 √7 / (8 √8) = 0.468.
  near(total.sd, Math.sqrt((300 * 1600 * 8) / (36 * 7)), 1e-9);
  near(total.expected, 300 * 33.3333333333, 1e-9);
  const skew = 0.468 / Math.sqrt(300);
  for (const [quantile, z] of [
    ["p50", 0],
    ["p90", 1.2815515655],
    ["p95", 1.644853627],
  ] as const) {
    expect(Math.abs((total[quantile] - total.expected) / total.sd - (z + (skew * (z * z - 1)) / 6))).toBeLessThan(0.01);
  }
});

test("a sum of many volumes has the standard deviation of the formulas, whatever their shapes", async () => {
  // { p10: 50, p90: 200 } has sigma = ln 4 / 2.563103131 = 0.540868, the mean 100 e^(sigma²/2) = 115.7504 and the variance mean² (e^(sigma²) − 1) = 4552.79.
  const lognormal = { ...clip, volume: { per_month: { p10: 50, p90: 200 } } };
  // { low: 500, likely: 1000, high: 3000 } is 500 + 2500 Beta(1.8, 4.2): a variance of 2500² × 1.8 × 4.2 / (36 × 7) = 187,500.
  const { total, each } = await together({ a: pert(500, 1000, 3000), b: lognormal, c: lognormal, d: pert(500, 1000, 3000), e: lognormal });
  const sigma = Math.log(4) / 2.563103131;
  const mean = 100 * Math.exp(sigma ** 2 / 2);
  near(total.sd, Math.sqrt(2 * 187_500 + 3 * mean ** 2 * (Math.exp(sigma ** 2) - 1)), 1e-9);
  near(total.expected, 2 * 1250 + 3 * mean, 1e-9);
  near(each[0]?.sd ?? 0, Math.sqrt(187_500), 1e-9);
  near(each[1]?.sd ?? 0, mean * Math.sqrt(Math.exp(sigma ** 2) - 1), 1e-9);
});

test.each([1e-60, 1e-110, 1e-200, 1e-300])("a volume whose powers are too small for a number changes no total: at most %d clips", async (high) => {
  const some = Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, pert(100, 200, 700)]));
  const [without, beside] = [await together(some), await together({ ...some, tiny: pert(0, 0, high) })];
  for (const figure of ["sd", ...QUANTILES] as const) near(beside.total[figure], without.total[figure], 1e-9);
  // With failed jobs, alone and beside others.
  const failing = { ...luck, volume: { per_month: { low: 0, likely: 0, high } } };
  const unlucky = await together({ ...some, tiny: failing });
  for (const figure of ["sd", ...QUANTILES] as const) near(unlucky.total[figure], without.total[figure], 1e-9);
  // The luck of n jobs has a standard deviation of about √n: 10⁻³⁰ for 10⁻⁶⁰ clips.
  for (const value of Object.values((await together({ tiny: failing })).total)) expect(Math.abs(value)).toBeLessThan(1e-25);
});

describe("beside a workload with a certain cost", () => {
  const certain = { ...clip, price: { usd: "12.34", per: "clip" }, volume: { per_month: 10 } };
  test.each([
    { what: "whole steps", uncertain: { ...luck, volume: { per_month: 40 } } },
    { what: "an uncertain volume", uncertain: pert(20, 30, 60) },
    { what: "Poisson arrivals", uncertain: { ...clip, volume: { per_month: 40, arrivals: "poisson" } } },
    {
      what: "an uncertain rate",
      uncertain: { ...luck, volume: { per_month: 40 }, reliability: { ...luck.reliability, evidence: { moderated: { k: 2, n: 20 } } } },
    },
  ])("every quantile is higher by exactly that cost: $what", async ({ uncertain }) => {
    const limit = 50;
    const alone = await reviewOf({ a: uncertain }, limit);
    const beside = await reviewOf({ a: uncertain, b: certain }, limit + 123.4);
    const [one, both] = [numbersOf(alone.total.head), numbersOf(beside.total.head)];
    for (const figure of ["list", "expected", ...QUANTILES] as const) expect(both[figure]).toBeCloseTo(one[figure] + 123.4, 9);
    expect(both.sd).toBe(one.sd);
    expect(beside.budgets[0]?.probability_over).toBeCloseTo(alone.budgets[0]?.probability_over ?? Number.NaN, 9);
  });

  test("a total of certain costs is certain", async () => {
    const { total } = await together({ a: certain, b: { ...clip, volume: { per_month: 7 } } });
    expect(total).toEqual({ list: 130.4, expected: 130.4, sd: 0, p50: 130.4, p90: 130.4, p95: 130.4 });
  });
});

test("the total of one workload has the workload's figures", async () => {
  for (const one of [pert(20, 30, 60), { ...luck, volume: { per_month: 40 } }, { ...luck, volume: { per_month: { p10: 30, p90: 90 } } }]) {
    const { total, each } = await together({ one });
    expect(total).toEqual(each[0]);
  }
});

test("neither the order nor the names of workloads change the total", async () => {
  const rated = {
    ...luck,
    volume: { per_month: { low: 30, likely: 60, high: 80 } },
    reliability: { ...luck.reliability, evidence: { moderated: { k: 2, n: 20 } } },
  };
  const some = [pert(20, 30, 60), pert(10, 70, 80), rated, { ...luck, volume: { per_month: 50 } }];
  const named = (names: readonly string[], order: readonly number[]) => Object.fromEntries(order.map((index) => [names[index] as string, some[index]]));
  const { total } = await together(named(["a", "b", "c", "d"], [0, 1, 2, 3]));
  const moved = await together(named(["a", "b", "c", "d"], [3, 1, 0, 2]));
  const renamed = await together(named(["z", "y", "x", "w"], [0, 1, 2, 3]));
  for (const figure of ["expected", "sd", ...QUANTILES] as const) {
    near(moved.total[figure], total[figure], 1e-9);
    near(renamed.total[figure], total[figure], 1e-9);
  }
});
