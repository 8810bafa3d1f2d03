/** The sum of floats in ascending order: 0.1 + 0.2 + 0.3 is 0.6000000000000001, although 0.3 + 0.2 + 0.1 is 0.6. */
export function sumInOneOrder(values: readonly number[]): number {
  return Float64Array.from(values)
    .sort()
    .reduce((sum, value) => sum + value, 0);
}
