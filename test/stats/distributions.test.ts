import jStat from "jstat";
import { expect, test } from "vitest";
import { betaQuantile } from "../../src/stats/beta.ts";
import { normalCdf, normalQuantile } from "../../src/stats/normal-cdf.ts";

/** By mpmath with 30 digits: ncdf(z), and the z at which ncdf is p. */
test.each([
  [-8, 6.220960574271784e-16],
  [-5, 2.866515718791939e-7],
  [-3, 0.0013498980316300946],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [0, 0.5],
  [0.3, 0.6179114221889527],
  [2, 0.9772498680518208],
  [6, 0.9999999990134123],
])("P(Z ≤ %d) = %d", (z, share) => expect(Math.abs(normalCdf(z) / share - 1)).toBeLessThan(1e-14));

test.each([
  [1e-20, -9.262340089798407],
  [0.001, -3.0902323061678136],
  [0.05, -1.6448536269514726],
  [0.3, -0.5244005127080407],
  [0.9, 1.2815515655446004],
  [0.9999, 3.719016485455709],
])("%d of a normal distribution lies below %d", (p, z) => expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-14));

test("the normal distribution agrees with another library", () => {
  for (let z = -8; z <= 8; z += 0.01) expect(Math.abs(normalCdf(z) - jStat.normal.cdf(z, 0, 1))).toBeLessThan(5e-15);
  for (let p = 0.001; p < 1; p += 0.001) expect(Math.abs(normalQuantile(p) - jStat.normal.inv(p, 0, 1))).toBeLessThan(2e-14);
});

/** By mpmath with 30 digits, from SciPy's betaincinv: (p, a, b, x). */
const BETA = [
  [0.001, 1.8, 4.2, 0.006313974167847011],
  [0.05, 1.8, 4.2, 0.05897738761181725],
  [0.5, 1.8, 4.2, 0.2766722593925188],
  [0.95, 1.8, 4.2, 0.6212767240161903],
  [0.001, 1, 5, 0.00020008004803362555],
  [0.05, 1, 5, 0.010206218313011496],
  [0.5, 1, 5, 0.12944943670387585],
  [0.95, 1, 5, 0.450719728346941],
  [0.001, 0.5, 12.5, 6.410083098328735e-8],
  [0.05, 0.5, 12.5, 0.00016044920862300587],
  [0.5, 0.5, 12.5, 0.0183931287646488],
  [0.95, 0.5, 12.5, 0.1450565181928765],
  [0.001, 0.5, 20.5, 3.8782159548463035e-8],
  [0.05, 0.5, 20.5, 9.707775858233174e-5],
  [0.5, 0.5, 20.5, 0.011169169123591416],
  [0.95, 0.5, 20.5, 0.09047642653787229],
  [0.001, 1.5, 19.5, 0.0006150220899931097],
  [0.05, 1.5, 19.5, 0.008869209312458595],
  [0.5, 1.5, 19.5, 0.058150568699694996],
  [0.95, 1.5, 19.5, 0.17955542003622182],
  [0.001, 3.5, 57.5, 0.005081347864668767],
  [0.05, 3.5, 57.5, 0.01827950597385091],
  [0.5, 3.5, 57.5, 0.05258628748181698],
  [0.95, 3.5, 57.5, 0.11286848348404788],
  [0.001, 500.5, 500.5, 0.45126769112656556],
  [0.05, 500.5, 500.5, 0.4740166510720502],
  [0.5, 500.5, 500.5, 0.5],
  [0.95, 500.5, 500.5, 0.5259833489279498],
  [0.001, 0.5, 1e6, 7.853987709806048e-13],
  [0.05, 0.5, 1e6, 1.9660704895946066e-9],
  [0.5, 0.5, 1e6, 2.274682425559407e-7],
  [0.95, 0.5, 1e6, 1.920728045928923e-6],
] as const;

test.each(BETA)("%d of Beta(%d, %d) lies below %d", (p, a, b, x) => expect(Math.abs(betaQuantile(p, a, b) / x - 1)).toBeLessThan(1e-10));

/** Shapes of PERT volumes, and of rates known from a few and from many counts. */
const SHAPES = [
  [1, 5],
  [1.8, 4.2],
  [3, 3],
  [5, 1],
  [0.5, 12.5],
  [0.5, 20.5],
  [1.5, 19.5],
  [3.5, 57.5],
  [20.5, 0.5],
  [500.5, 500.5],
  [0.5, 1e6],
] as const;

test("the beta distribution agrees with another library, which is good to nine digits", () => {
  for (const [a, b] of SHAPES) {
    for (const p of [3.2e-5, 0.001, 0.05, 0.3, 0.5, 0.8, 0.95, 0.999]) {
      const [ours, theirs] = [betaQuantile(p, a, b), jStat.beta.inv(p, a, b)];
      expect(Math.abs(ours / theirs - 1), `${p} of Beta(${a}, ${b}): ${ours}, ${theirs}`).toBeLessThan(1e-7);
    }
  }
});

test("the beta distribution has the known ends and closed forms: Beta(1, 1) is uniform, and Beta(1, b) has the quantile 1 − (1 − p)^(1/b)", () => {
  expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  for (const p of [1e-9, 0.01, 0.2, 0.5, 0.99]) {
    expect(Math.abs(betaQuantile(p, 1, 1) / p - 1)).toBeLessThan(1e-13);
    expect(Math.abs(betaQuantile(p, 1, 7) / -Math.expm1(Math.log1p(-p) / 7) - 1)).toBeLessThan(1e-13);
  }
});
