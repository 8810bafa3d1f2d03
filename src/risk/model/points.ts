import { sumInOneOrder } from "../../stats/sum-in-one-order.ts";
import { once } from "./once.ts";
import type { Cumulants } from "./takes.ts";

/**
 * Mean, variance and third central moment of a month's cost at each point, in the reporting currency, its square and its cube. A point
 * stands for an equal part of what the unknowns may be.
 *
 * - `within`: how much the mean varies within a point because of the one unknown that all workloads of a sum share. Their costs vary
 *   together, so their standard deviations are added before they are squared.
 * - `order`: the points in ascending order of the mean, if that is known in advance.
 * - `byFormula`: what a formula says of each workload's cost over all points. The points are then computed on first use.
 */
export type Points = {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly third: Float64Array;
  within?: VariationWithin;
  readonly order?: Uint32Array | undefined;
  readonly byFormula?: readonly CostByFormula[];
};

/**
 * The cost of a month that is proportional to a volume, in the reporting currency. `shape`, `skewness`: those of the volume. `luck`: the mean
 * variance and third central moment by the luck of jobs. `sd`, `sdOfLuck`: the standard deviations of the cost and of the variance by luck
 * that the volume causes.
 */
export type CostByFormula = {
  shape: string;
  skewness: number;
  mean: number;
  luck: readonly [variance: number, third: number];
  sd: number;
  sdOfLuck: number;
};

/** Within each point: the standard deviation (negative if the cost falls as the unknown rises), and the cube root of the third central moment. */
export type VariationWithin = { sd: Float64Array; cubeRoot: Float64Array };

/** Points that all cost 0. */
export function noPoints(length: number): Points {
  return { mean: new Float64Array(length), variance: new Float64Array(length), third: new Float64Array(length) };
}

/** Cumulants as one point. */
export function asOne([mean, variance, third]: Cumulants): Points {
  return { mean: Float64Array.of(mean), variance: Float64Array.of(variance), third: Float64Array.of(third) };
}

/**
 * Points whose cumulants over all points are known by formula. In a sum of many workloads, only a few are asked for more, so the points
 * themselves are computed on first use.
 */
export function onFirstUse(compute: () => Points, byFormula: readonly CostByFormula[]): Points {
  const points = once(compute);
  return {
    get mean() {
      return points().mean;
    },
    get variance() {
      return points().variance;
    },
    get third() {
      return points().third;
    },
    get order() {
      return points().order;
    },
    byFormula,
  };
}

/** What formulas say of months that share one volume; null if any has none, or if the volumes differ in their shape. */
export function sharedByFormula(months: readonly Points[]): readonly CostByFormula[] | null {
  const all = months.flatMap(({ byFormula }) => byFormula ?? []);
  const [first] = all;
  return first && all.length === months.length && all.every(({ shape }) => shape === first.shape) ? all : null;
}

/**
 * The cumulants of the sum of months whose volumes rise and fall together. Given the volume X, which has the mean 0, the standard deviation 1
 * and the skewness γ, the sum has the mean M + S X, the variance V + W X and the third central moment T: the sums of `mean`, `sd`, `luck` and
 * `sdOfLuck`. Over all X, the variance is V + S², and the third central moment T + 3 S W + S³ γ. Two months with sd 30 and no luck have the sd 60.
 */
export function cumulantsByFormula(months: readonly CostByFormula[]): Cumulants {
  const sum = (of: (month: CostByFormula) => number): number => sumInOneOrder(months.map(of));
  const [sd, sdOfLuck] = [sum((month) => month.sd), sum((month) => month.sdOfLuck)];
  const skewness = Math.min(...months.map((month) => month.skewness));
  const third = sum(({ luck }) => luck[1]) + 3 * sd * sdOfLuck + sd ** 3 * skewness;
  return [sum(({ mean }) => mean), sum(({ luck }) => luck[0]) + sd * sd, third];
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
