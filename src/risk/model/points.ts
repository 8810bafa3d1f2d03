import type { Cumulants } from "./takes.ts";

/**
 * Cumulants point by point: mean, variance and third central moment. `apart`: how the means of months that one point stands for differ
 * because of the one unknown that all months of a sum share; they differ together, so that it is added up before it is squared.
 * `order`: the points from the least mean to the greatest, as far as that is known without looking. `overall`: the cumulants of all points
 * together, where they are known without them.
 */
export type Points = {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly third: Float64Array;
  apart?: Apart;
  order?: Uint32Array;
  overall?: () => Cumulants;
};

/** Standard deviation, below 0 if the month falls as the unknown rises, and the cube root of the third central moment. */
export type Apart = { sd: Float64Array; cubeRoot: Float64Array };

/** So many points that cost nothing. */
export function noPoints(length: number): Points {
  return { mean: new Float64Array(length), variance: new Float64Array(length), third: new Float64Array(length) };
}

/** The sum of months that share one unknown, and what they differ in together added to the luck of their jobs. */
export function withApart({ mean, variance, third }: Points, months: readonly Points[]): Points {
  const some = months.flatMap(({ apart }) => apart ?? []);
  if (some.length === 0) return { mean, variance, third };
  const at = (of: keyof Apart, point: number): number => some.reduce((sum, apart) => sum + (apart[of][point] as number), 0);
  return {
    mean,
    variance: variance.map((one, point) => one + at("sd", point) ** 2),
    third: third.map((one, point) => one + at("cubeRoot", point) ** 3),
  };
}
