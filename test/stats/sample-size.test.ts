import { describe, expect, test } from "vitest";
import { halfWidth, jobsForInterval, jobsToRuleOut, upperBoundOfNone } from "../../src/stats/sample-size.ts";

describe("no case in n jobs", () => {
  test.each([
    [1, 0.95],
    [10, 0.2589],
    [20, 0.1391],
    [100, 0.0295],
  ])("from %i jobs leaves rates up to %f possible", (n, bound) => {
    expect(upperBoundOfNone(n)).toBeCloseTo(bound, 4);
  });

  test.each([
    [0.5, 5],
    [0.1, 29],
    [0.05, 59],
    [0.01, 299],
  ])("excludes a share of %f after %i jobs, not after one fewer", (share, n) => {
    expect(jobsToRuleOut(share)).toBe(n);
    expect([upperBoundOfNone(n) <= share, upperBoundOfNone(n - 1) > share]).toEqual([true, true]);
  });
});

describe("Wilson's interval", () => {
  // Published tables: 0/10 is 0–27.8%, 1/20 0.9–23.6%, 5/100 2.2–11.2%, 25/500 3.4–7.3%.
  test.each([
    [0, 10, 0.139],
    [0.05, 20, 0.1135],
    [0.05, 100, 0.045],
    [0.05, 500, 0.0194],
  ])("a rate of %f in %i jobs is known to ± %f", (rate, n, half) => {
    expect(halfWidth(rate, n)).toBeCloseTo(half, 3);
  });

  test.each([
    [0.05, 0.05, 83],
    [0.1, 0.05, 141],
    [0.5, 0.05, 381],
    [0.03, 0.01, 1143],
    [0, 0.05, 35],
    [0.1, 0.5, 1],
  ])("a rate of %f to within ± %f takes %i jobs, and one fewer is not enough", (rate, interval, n) => {
    expect(jobsForInterval(rate, interval)).toBe(n);
    expect(halfWidth(rate, n)).toBeLessThanOrEqual(interval);
    if (n > 1) expect(halfWidth(rate, n - 1)).toBeGreaterThan(interval);
  });
});
