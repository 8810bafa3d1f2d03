import type { Cumulants } from "./takes.ts";

/**
 * Mean, variance and third central moment of a month's cost at each point, in the reporting currency, its square and its cube. A point
 * stands for an equal part of what the unknowns may be.
 *
 * - `within`: how much the mean varies within a point because of the one unknown that all workloads of a sum share. Their costs vary
 *   together, so their standard deviations are added before they are squared.
 * - `order`: the points in ascending order of the mean, if that is known in advance.
 * - `cumulants`: those over all points, if a formula gives them. The points are then computed on first use.
 */
export type Points = {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly third: Float64Array;
  within?: VariationWithin;
  readonly order?: Uint32Array | undefined;
  readonly cumulants?: Cumulants;
};

/** Within each point: the standard deviation (negative if the cost falls as the unknown rises), and the cube root of the third central moment. */
export type VariationWithin = { sd: Float64Array; cubeRoot: Float64Array };

/** Points that all cost 0. */
export function noPoints(length: number): Points {
  return { mean: new Float64Array(length), variance: new Float64Array(length), third: new Float64Array(length) };
}

/** The sum of months that share one unknown. What they vary by within points is added to its variance and its third moment. */
export function withVariationWithin({ mean, variance, third }: Points, months: readonly Points[]): Points {
  const some = months.flatMap(({ within }) => within ?? []);
  if (some.length === 0) return { mean, variance, third };
  const at = (of: keyof VariationWithin, point: number): number => some.reduce((sum, within) => sum + (within[of][point] as number), 0);
  return {
    mean,
    variance: variance.map((one, point) => one + at("sd", point) ** 2),
    third: third.map((one, point) => one + at("cubeRoot", point) ** 3),
  };
}
