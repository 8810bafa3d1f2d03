/**
 * A sum of many amounts that loses nothing that is shown: Neumaier's compensated summation, whose error is
 * that of the last rounding, however many there are.
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
