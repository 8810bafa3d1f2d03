import { describe, expect, test } from "vitest";
import { fitLatency, tailOf } from "../../src/joblog/calibrate/latency-fit.ts";
import { expectedPolls } from "../../src/joblog/measure/expected-polls.ts";
import { medianOf } from "../../src/joblog/memory/median.ts";
import { newSum } from "../../src/joblog/memory/sum.ts";
import { loadDistributions } from "../../src/stats/distributions.ts";
import { clopperPearson95, wilson95 } from "../../src/stats/interval.ts";
import { randomOf } from "../joblog/faulty-log.ts";

const distributions = await loadDistributions();
const percent = ([low, high]: readonly [number, number]): number[] => [low, high].map((share) => Number((share * 100).toFixed(1)));

// Brown, Cai and DasGupta (2001) for the method; the figures by R's binom.confint.
test.each([
  [0, 10, [0, 27.8], [0, 30.8]],
  [0, 20, [0, 16.1], [0, 16.8]],
  [1, 20, [0.9, 23.6], [0.1, 24.9]],
  [2, 50, [1.1, 13.5], [0.5, 13.7]],
  [5, 100, [2.2, 11.2], [1.6, 11.3]],
  [25, 500, [3.4, 7.3], [3.3, 7.3]],
  [20, 20, [83.9, 100], [83.2, 100]],
])("the interval of %i of %i is known", (k, n, wilson, exact) => {
  expect(percent(wilson95(k, n))).toEqual(wilson);
  expect(percent(clopperPearson95(k, n, distributions))).toEqual(exact);
});

test("a Wilson interval is exact to every digit: 1 and 37 of 42", () => {
  expect(wilson95(1, 42).map((share) => Number(share.toPrecision(9)))).toEqual([0.00421540413, 0.123212016]);
  expect(wilson95(37, 42).map((share) => Number(share.toPrecision(9)))).toEqual([0.749996097, 0.948061967]);
});

describe("a fitted lognormal distribution", () => {
  const times = (seconds: readonly number[], gaveUp: readonly (readonly [number, number])[] = []) => {
    const logs = seconds.map(Math.log);
    return { ended: logs.length, sum: logs.reduce((a, b) => a + b, 0), squares: logs.reduce((a, b) => a + b * b, 0), gaveUp: new Map(gaveUp) };
  };

  test("has the mean and deviation of the logarithms without censoring", () => {
    // ln of e, e², e³: mean 2, variance 2/3.
    const fit = fitLatency(times([Math.E, Math.E ** 2, Math.E ** 3]), distributions);
    expect(fit?.mu).toBeCloseTo(2, 12);
    expect(fit?.sigma).toBeCloseTo(Math.sqrt(2 / 3), 12);
    expect(fit?.p50).toBeCloseTo(Math.E ** 2, 10);
  });

  test("is recovered even if most of the tail is cut off", () => {
    const random = randomOf(7);
    const all = Array.from({ length: 20_000 }, () => Math.exp(4.6 + 0.5 * distributions.normalQuantile(random() * 0.999998 + 1e-6)));
    const cut = all.filter((seconds) => seconds > 120).length;
    const fit = fitLatency(
      times(
        all.filter((seconds) => seconds <= 120),
        [[120, cut]],
      ),
      distributions,
    );
    // With 20,000 times the standard errors are 0.004, and slightly more with a third cut off.
    expect(Math.abs((fit?.mu ?? 0) - 4.6)).toBeLessThan(0.015);
    expect(Math.abs((fit?.sigma ?? 0) - 0.5)).toBeLessThan(0.015);
    expect([fit?.n, fit?.censored]).toEqual([20_000, cut]);
  });

  test("does not exist without times, and has no spread with one", () => {
    expect(fitLatency(times([]), distributions)).toBeNull();
    expect(fitLatency(times([], [[180, 3]]), distributions)).toBeNull();
    expect(fitLatency(times([60]), distributions)).toMatchObject({ n: 1, sigma: 0 });
    expect(fitLatency(times([60], [[180, 1]]), distributions)?.p50).toBeCloseTo(60, 9);
  });

  // The log-likelihood written out, and its second derivatives by central differences.
  test("has the information of the likelihood's curvature, including cut-off times", () => {
    const seconds = [40, 55, 61, 70, 72, 85, 90, 101, 118];
    const cut = [
      [120, 4],
      [60, 1],
    ] as const;
    const fit = fitLatency(times(seconds, cut), distributions);
    if (!fit) throw new Error("No fit.");
    const likelihood = (mu: number, sigma: number): number =>
      seconds.reduce((sum, one) => sum - Math.log(sigma) - ((Math.log(one) - mu) / sigma) ** 2 / 2, 0) +
      cut.reduce((sum, [one, count]) => sum + count * Math.log(distributions.normalCdf(-(Math.log(one) - mu) / sigma)), 0);
    const { mu, sigma } = fit;
    const step = 1e-4;
    const middle = likelihood(mu, sigma);
    const ofMu = (likelihood(mu + step, sigma) - 2 * middle + likelihood(mu - step, sigma)) / step ** 2;
    const ofSigma = (likelihood(mu, sigma + step) - 2 * middle + likelihood(mu, sigma - step)) / step ** 2;
    const corner = (a: number, b: number): number => likelihood(mu + a * step, sigma + b * step);
    const both = (corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1)) / (4 * step ** 2);
    expect(fit.information.mu).toBeCloseTo(-ofMu * sigma ** 2, 3);
    expect(fit.information.both).toBeCloseTo(-both * sigma ** 2, 3);
    expect(fit.information.sigma).toBeCloseTo(-ofSigma * sigma ** 2, 3);
  });

  // 2,000 samples of 100 times each, of which a fifth to a half are cut off at 120 s: 95% ± 4 × √(0.95 × 0.05 / 2000) = 93.1–96.9%.
  test("has a 95% interval for the tail beyond the timeout that contains the true share in 95% of samples", () => {
    const random = randomOf(23);
    let covered = 0;
    for (let sample = 0; sample < 2000; sample++) {
      const [mu, sigma] = [Math.log(80 + 40 * random()), 0.3 + 0.5 * random()];
      const all = Array.from({ length: 100 }, () => Math.exp(mu + sigma * distributions.normalQuantile(random() * 0.999998 + 1e-6)));
      const seen = all.filter((seconds) => seconds <= 120);
      const fit = fitLatency(times(seen, [[120, all.length - seen.length]]), distributions);
      if (!fit) throw new Error("No fit.");
      const { low, high } = tailOf(fit, 240, distributions);
      const truth = distributions.normalCdf(-(Math.log(240) - mu) / sigma);
      if (low <= truth && truth <= high) covered++;
    }
    expect(covered / 2000).toBeGreaterThan(0.931);
    expect(covered / 2000).toBeLessThan(0.969);
  });

  // A 5% tail: 0.5–24% of 10 times, 1.0–16.5% of 20, 1.9–11.1% of 50.
  test.each([
    [10, 0.5, 24],
    [20, 1.0, 16.5],
    [50, 1.9, 11.1],
  ])("has the known interval for a tail of 5%% from %i times", (n, low, high) => {
    const fit = { n, censored: 0, mu: 4, sigma: 0.5, p50: 0, p95: 0, information: { mu: n, both: 0, sigma: 2 * n } };
    const tail = tailOf(fit, Math.exp(4 + 0.5 * 1.6448536269514722), distributions);
    expect([tail.share * 100, tail.low * 100].map((share) => Number(share.toFixed(1)))).toEqual([5, low]);
    expect(tail.high * 100).toBeCloseTo(high, high === 24 ? 0 : 1);
  });
});

// First after 20 s, then every 10 s: a job of 100 s gets requests after 20, 30, …, 100.
test.each([
  [5, 1],
  [20, 1],
  [20.1, 2],
  [100, 9],
  [101, 10],
])("a job of %d s takes %i status requests", (seconds, polls) => {
  const schedule = { first: 20, interval: 10, backoff: 1, max: Number.POSITIVE_INFINITY, pollers: 1 };
  expect(expectedPolls(schedule, seconds)).toBe(polls);
  expect(expectedPolls({ ...schedule, pollers: 2 }, seconds)).toBe(2 * polls);
});

test("a growing interval asks after 10, 20, 40, 70, 100, 130 s", () => {
  const schedule = { first: 10, interval: 10, backoff: 2, max: 30, pollers: 1 };
  expect([5, 10, 15, 39, 41, 100, 101].map((seconds) => expectedPolls(schedule, seconds))).toEqual([1, 1, 2, 3, 4, 5, 6]);
});

test("a streaming median matches that of the sorted list", () => {
  const random = randomOf(3);
  const values = Array.from({ length: 1001 }, () => 0.05 + random());
  const median = medianOf();
  for (const value of values) median.add(value, 1);
  expect(median.value()).toBeCloseTo(values.toSorted((a, b) => a - b)[500] ?? 0, 5);
  const few = medianOf();
  few.add(0.1, 2);
  few.add(0.3, 2);
  few.add(0, 1);
  expect(few.value()).toBeCloseTo(0.2, 12);
  expect(medianOf().value()).toBeNaN();
});

test("a sum of a million amounts is exact to the cent", () => {
  const sum = newSum();
  for (let i = 0; i < 1_000_000; i++) sum.add(0.1);
  sum.add(1e15);
  sum.add(-1e15);
  expect(sum.total()).toBeCloseTo(100_000, 8);
});
