import type { Points } from "./workload-distribution.ts";

/*
 * A sum of floats depends on the order of its summands, in its last digits. Here summands are put in an order that
 * their values alone decide, so that a sum is the same bytes whatever order workloads come in.
 */

/** The sum of floats, from the least to the greatest. */
export function sumInOneOrder(values: readonly number[]): number {
  return Float64Array.from(values)
    .sort()
    .reduce((sum, value) => sum + value, 0);
}

/** Months in the order of what their points say; two that say the same are interchangeable. */
export function inOneOrder(months: readonly Points[]): readonly Points[] {
  return months.length < 2 ? months : months.toSorted(compare);
}

function compare(a: Points, b: Points): number {
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
