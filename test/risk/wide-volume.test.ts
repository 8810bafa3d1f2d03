import { expect, test } from "vitest";
import { reviewOne } from "../in-memory.ts";

/** A clip for $1, so that a month costs its volume. */
const clip = { provider: "acme", model: "acme-1", price: { usd: 1, per: "clip" } };

async function figuresOf(volume: object, rest: object = {}) {
  const { total } = await reviewOne({ version: 1, workloads: { it: { ...clip, ...rest, volume } } });
  if (!total.head) throw new Error("no total");
  const { expected, sd, p10, p50, p90, p95 } = total.head;
  return { expected: expected.toNumber(), sd: sd.toNumber(), p10: p10.toNumber(), p50: p50.toNumber(), p90: p90.toNumber(), p95: p95.toNumber() };
}

/** The 90% and 95% quantiles of the standard normal distribution. */
const [Z90, Z95] = [1.2815515655, 1.644853627];

test.each([2, 4, 10, 20, 50, 100])("a volume with P90 at %d times P10 has the mean, spread and quantiles of that lognormal distribution", async (ratio) => {
  const sigma = Math.log(ratio) / (2 * Z90);
  const middle = 100 * Math.sqrt(ratio);
  const { expected, sd, p10, p50, p90, p95 } = await figuresOf({ per_month: { p10: 100, p90: 100 * ratio } });
  const mean = middle * Math.exp(sigma ** 2 / 2);
  expect((expected ?? 0) / mean).toBeCloseTo(1, 8);
  expect((sd ?? 0) / (mean * Math.sqrt(Math.exp(sigma ** 2) - 1))).toBeCloseTo(1, 6);
  for (const [found, right] of [
    [p10, 100],
    [p50, middle],
    [p90, 100 * ratio],
    [p95, middle * Math.exp(Z95 * sigma)],
  ] as const)
    expect(Math.abs((found ?? 0) / right - 1), `${found} for ${right}`).toBeLessThan(ratio <= 20 ? 1e-3 : 4e-3);
});

test("the figures of a daily volume are those of the month's days", async () => {
  const [day, month] = [await figuresOf({ per_day: { p10: 10, p90: 200 } }), await figuresOf({ per_month: { p10: 304.375, p90: 6087.5 } })];
  for (const figure of ["expected", "sd", "p10", "p50", "p90", "p95"] as const) expect(day[figure] / month[figure]).toBeCloseTo(1, 10);
});

test("the job variance adds to that of the volume: E[V] s² + Var(V) m²", async () => {
  // A job costs $1, and 20% of the clips cost a second: m = 1.2, s² = 0.16.
  const { sd } = await figuresOf(
    { per_month: { p10: 10, p90: 200 } },
    { client: { max_attempts: 2 }, reliability: { outcomes: { provider_error: 0.2 }, billed: { provider_error: true } } },
  );
  const sigma = Math.log(20) / (2 * Z90);
  const mean = Math.sqrt(2000) * Math.exp(sigma ** 2 / 2);
  expect((sd ?? 0) / Math.sqrt(mean * 0.16 + 1.2 ** 2 * mean ** 2 * (Math.exp(sigma ** 2) - 1))).toBeCloseTo(1, 6);
});
