import type { Points } from "./points.ts";

/*
 * The last digits of a sum of floats depend on the order of its terms. Here the values of the terms decide their order, so that a sum
 * is bit for bit the same in whatever order the workloads come.
 */

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
