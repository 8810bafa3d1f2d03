import { getOrInsert } from "./get-or-insert.ts";

/** Values within this relative distance are counted together. */
const WIDTH = 1e-6;

/** The median of many positive values in little memory: values that agree to a millionth share one counter. */
export type Median = { add: (value: number, times: number) => void; value: () => number };

export function medianOf(): Median {
  const places = new Map<number, { count: number; sum: number }>();
  let count = 0;
  // Most jobs have the same price, so the last place is remembered.
  let last: { value: number; place: { count: number; sum: number } } | null = null;
  return {
    add(value, times) {
      if (!(value > 0)) return;
      count += times;
      if (last?.value === value) {
        last.place.count += times;
        last.place.sum += value * times;
        return;
      }
      const place = Math.round(Math.log(value) / WIDTH);
      const at = getOrInsert(places, place, () => ({ count: 0, sum: 0 }));
      at.count += times;
      at.sum += value * times;
      last = { value, place: at };
    },
    value() {
      if (count === 0) return Number.NaN;
      const sorted = [...places].sort(([a], [b]) => a - b);
      const at = (rank: number): number => {
        let below = 0;
        for (const [, { count: here, sum }] of sorted) {
          below += here;
          if (below > rank) return sum / here;
        }
        return Number.NaN;
      };
      return (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2;
    },
  };
}
