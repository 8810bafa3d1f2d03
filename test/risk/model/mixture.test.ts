import fc from "fast-check";
import { expect, test } from "vitest";
import { mixtureOf } from "../../../src/risk/model/mixture.ts";
import { loadDistributions } from "../../../src/stats/distributions.ts";

const distributions = await loadDistributions();

/** A draw of a month: its mean, and the standard deviation and skewness of its jobs' costs. */
const point = fc.record({
  mean: fc.integer({ min: 1, max: 100_000 }),
  sd: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20_000 })),
  skew: fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 10),
});
const points = fc.array(point, { minLength: 2, maxLength: 40 }).map((some) => ({
  mean: Float64Array.from(some, ({ mean }) => mean),
  variance: Float64Array.from(some, ({ sd }) => sd ** 2),
  third: Float64Array.from(some, ({ sd, skew }) => skew * sd ** 3),
}));

test("a quantile is exact to its last digits", () => {
  fc.assert(
    fc.property(points, fc.constantFrom(0.5, 0.9, 0.95), (some, p) => {
      const mixture = mixtureOf(some, distributions);
      const { mean, variance } = some;
      const middle = mean.reduce((sum, one) => sum + one, 0) / mean.length;
      const sd = Math.sqrt(mean.reduce((sum, one, i) => sum + (one - middle) ** 2 + (variance[i] as number), 0) / mean.length);
      fc.pre(variance.some((one) => one > 0));
      const quantile = mixture.quantile(p, sd);
      const last = 1e-14 * Math.max(sd, quantile);
      expect(mixture.cdf(quantile)).toBeGreaterThanOrEqual(p);
      expect(mixture.cdf(quantile - last)).toBeLessThan(p + 1e-14);
      // If the distribution function is not flat there, it is below p just below the quantile.
      if (mixture.cdf(quantile - 1e-6 * sd) < p - 1e-14) expect(mixture.cdf(quantile - last)).toBeLessThan(p);
    }),
    { numRuns: 2000 },
  );
});

test("a single draw with a tiny variance from rounding does not exhaust the search", () => {
  const [length, amount, sd] = [1024, 960, 3.3e-7];
  const alone = (value: number): Float64Array => Float64Array.from({ length }, (_, i) => (i === 700 ? value : 0));
  const mixture = mixtureOf({ mean: new Float64Array(length).fill(amount), variance: alone(sd ** 2), third: alone(0) }, distributions);
  // 1,023 of 1,024 draws equal the amount, so it is every quantile, to within the deviation of the other draw.
  for (const p of [0.1, 0.5, 0.9, 0.95]) expect(Math.abs(mixture.quantile(p, sd / Math.sqrt(length)) - amount)).toBeLessThan(10 * sd);
});
