import type { Points } from "./points.ts";

/*
 * The last digits of a sum of floats depend on the order of its terms. Here the values of the terms decide their order, so that a sum
 * is bit for bit the same in whatever order the workloads come.
 */

/** The sum of floats in ascending order: 0.1 + 0.2 + 0.3 is 0.6000000000000001, although 0.3 + 0.2 + 0.1 is 0.6. */
export function sumInOneOrder(values: readonly number[]): number {
  return Float64Array.from(values)
    .sort()
    .reduce((sum, value) => sum + value, 0);
}

/** Months sorted by the values of their points: by the first point of the mean that differs, then of the variance, then of the third moment. */
export function inOneOrder(months: readonly Points[]): readonly Points[] {
  return months.length < 2 ? months : months.toSorted(byValue);
}

/** Compares two months by their points, for a sort. */
export function byValue(a: Points, b: Points): number {
  return compareValues(a.mean, b.mean) || compareValues(a.variance, b.variance) || compareValues(a.third, b.third);
}

function compareValues(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
