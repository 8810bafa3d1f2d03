import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstThatHolds } from "../../src/levers/chosen.ts";
import { type Decimal, decimal } from "../../src/money/decimal.ts";

describe("the first value within the limit", () => {
  test.each<[string, number, (index: number) => number | null, number | null]>([
    // 800 clips at $3 against $1,500: 500 clips are the 300th fewer, at index 299.
    ["of a linear cost", 799, (index) => (799 - index) * 3 - 1500, 299],
    ["is exactly at the limit", 99, (index) => 50 - index, 50],
    ["does not exist if the last value is not enough", 99, () => 1, null],
    ["does not exist if the last value is not accepted", 99, (index) => (index === 98 ? null : -1), null],
    ["of a few values that fall and rise is found one by one", 4, (index) => [1, -1, 1, -1][index] ?? 1, 1],
  ])("%s", (_, size, over, first) => {
    const asDecimal = (index: number): Decimal | null => {
      const found = over(index);
      return found === null ? null : decimal(found);
    };
    expect(firstThatHolds(size, asDecimal, decimal(900))).toBe(first);
  });

  test("of a falling cost is the one that trying each value would find, in few steps", () => {
    const falling = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 9, maxLength: 400 });
    fc.assert(
      fc.property(falling, fc.integer({ min: -500, max: 9000 }), (steps, from) => {
        const values = steps.map((_, index) => from - steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0));
        let tried = 0;
        const found = firstThatHolds(
          values.length,
          (index) => {
            tried++;
            return decimal(values[index] as number);
          },
          decimal(from),
        );
        const first = values.findIndex((value) => value <= 0);
        expect(found).toBe(first < 0 ? null : first);
        // Every third step halves the remaining range.
        expect(tried).toBeLessThanOrEqual(1 + 3 * Math.ceil(Math.log2(values.length + 1)));
      }),
    );
  });
});
