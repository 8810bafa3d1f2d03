import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, ZERO } from "../../../src/money/decimal.ts";
import {
  cell,
  count,
  formatMoney,
  formatPrice,
  jobPrice,
  percent,
  quantity,
  rowsThatAddUp,
  signedMoney,
  signedPercent,
} from "../../../src/report/layout/format.ts";

const usd = (amount: string): string => formatMoney(decimal(amount), "USD");

describe("money", () => {
  test.each([
    ["1234.5", "$1,234.50"],
    ["0", "$0.00"],
    ["-5", "-$5.00"],
    ["1234567.891", "$1,234,567.89"],
    ["0.005", "$0.01"],
    ["-0.005", "-$0.01"],
    ["999.995", "$1,000.00"],
    // An amount above 0 is never shown as $0.00.
    ["0.0000024", "$0.0000024"],
    ["0.0000004", "$0.0000004"],
    ["0.004", "$0.004"],
    ["-0.00123", "-$0.0012"],
  ])("%s is %s", (amount, shown) => expect(usd(amount)).toBe(shown));

  test("other currencies have their code", () => expect(formatMoney(decimal("-1234.5"), "EUR")).toBe("-EUR 1,234.50"));

  test.each([
    ["312", "+$312.00"],
    ["-312", "-$312.00"],
    ["0", "$0.00"],
    ["0.0000005", "+$0.0000005"],
    // The rounding error of two sums.
    ["0.000000000002", "$0.00"],
    ["-0.000000000002", "$0.00"],
  ])("as a difference, %s is %s", (amount, shown) => expect(signedMoney(decimal(amount), "USD")).toBe(shown));
});

test.each([
  ["7", "$7"],
  ["0.1", "$0.10"],
  ["0.12", "$0.12"],
  ["0.0435", "$0.0435"],
  ["0.0000024", "$0.0000024"],
  ["1000000", "$1,000,000"],
  ["1.23456789", "$1.23457"],
  ["0.004739336492890995", "$0.00473934"],
])("the price %s is %s", (amount, shown) => expect(formatPrice(decimal(amount), "USD")).toBe(shown));

test.each([
  ["3", "$3.00"],
  ["0.75", "$0.75"],
  ["0.186872", "$0.186872"],
])("the price of a job of %s is %s", (amount, shown) => expect(jobPrice(decimal(amount), "USD")).toBe(shown));

test("a cell of 0 is $0.00, and one below half a cent shows that it is not 0", () => {
  expect(cell(ZERO, ZERO, "USD")).toBe("$0.00");
  expect(cell(ZERO, decimal("0.001"), "USD")).toBe("<$0.01");
  expect(cell(ZERO, decimal("0.001"), "USD", true)).toBe("+<$0.01");
  expect(cell(decimal("2.5"), decimal("2.504"), "USD", true)).toBe("+$2.50");
});

test.each([
  [0.882, "88%"],
  [0.0312, "3.1%"],
  [0.0996, "10%"],
  [1, "100%"],
  [0, "0%"],
  [12.5, "1,250%"],
  [-0.5, "-50%"],
  [0.07, "7%"],
  [0.00004, "0%"],
])("the share %d is %s", (share, shown) => expect(percent(share)).toBe(shown));

test("growth has a sign", () => expect([signedPercent(0.07), signedPercent(-0.07)]).toEqual(["+7%", "-7%"]));

test.each([
  [102400, "102,400"],
  [12.5, "12.5"],
  [1065.3125, "1,065.31"],
  [123456789, "123,456,789"],
  [0.000123456789, "0.000123457"],
])("the quantity %d is %s", (number, shown) => expect(quantity(number)).toBe(shown));

test("counts agree with their nouns", () => expect([count(1, "error"), count(2, "error"), count(1200, "row")]).toEqual(["1 error", "2 errors", "1,200 rows"]));

describe("rounded rows that add up", () => {
  const rows = (amounts: string[], total: string): string[] => rowsThatAddUp(amounts.map(decimal), decimal(total)).map((row) => row.toFixed(2));

  test.each([
    // Three thirds of a dollar: the missing cent goes to the first of equal rows.
    { amounts: ["0.333333", "0.333333", "0.333334"], total: "1", shown: ["0.33", "0.33", "0.34"] },
    { amounts: ["0.335", "0.335", "0.33"], total: "1", shown: ["0.34", "0.33", "0.33"] },
    // Rounded down they are -0.34 and 0.33; the cent goes to the first.
    { amounts: ["-0.335", "0.335"], total: "0", shown: ["-0.33", "0.33"] },
    { amounts: ["10"], total: "10", shown: ["10.00"] },
    { amounts: [], total: "0", shown: [] },
  ])("$amounts add up to $total", ({ amounts, total, shown }) => expect(rows(amounts, total)).toEqual(shown));

  test("add up for any amounts, and no row changes by a whole cent", () => {
    const amount = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((micros) => decimal(micros).div(10_000));
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 30 }), (amounts) => {
        const total = amounts.reduce((sum, one) => sum.plus(one), ZERO).round(2, 1);
        const shown = rowsThatAddUp(amounts, total);
        expect(shown.reduce((sum, one) => sum.plus(one), ZERO).toFixed(2)).toBe(total.toFixed(2));
        for (const [index, row] of shown.entries())
          expect(
            row
              .minus(amounts[index] ?? 0)
              .abs()
              .lt("0.01"),
            `${amounts[index]} shown as ${row}`,
          ).toBe(true);
      }),
    );
  });
});
