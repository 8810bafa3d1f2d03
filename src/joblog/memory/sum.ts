/**
 * A sum of many amounts without visible rounding errors: Neumaier's compensated summation. Its error does not grow with the number of
 * amounts.
 */
export type Sum = { add: (amount: number) => void; total: () => number };

export function newSum(): Sum {
  let sum = 0;
  let lost = 0;
  return {
    add(amount) {
      const next = sum + amount;
      lost += Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
      sum = next;
    },
    total: () => sum + lost,
  };
}
