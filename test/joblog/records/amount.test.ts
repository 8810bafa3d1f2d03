import { expect, test } from "vitest";
import { writtenAmount } from "../../../src/joblog/records/amount.ts";

test.each([
  ["0.8", 0.8, ""],
  ["1200", 1200, ""],
  ["1e-3", 0.001, ""],
  ["-0.20", -0.2, ""],
  ["$1,200.00", 1200, "$"],
  ["-$0.20", -0.2, "$"],
  ["$-0.20", -0.2, "$"],
  ["($1,200.00)", -1200, "$"],
  ["USD 1200.5", 1200.5, "USD"],
  ["1.200,50 €", 1200.5, "€"],
  ["0,8", 0.8, ""],
  ["1,200", 1200, ""],
  ["12,345,678.9", 12_345_678.9, ""],
  ["1'200.00", 1200, ""],
  ["1 200,50 €", 1200.5, "€"],
])("%s is %d", (written, amount, sign) => expect(writtenAmount(written)).toEqual({ amount, sign }));

test.each(["", " ", "free", "1,20,0", "$", "1.2.3", "$1 USD", "(1", "1-2", "NaN", "Infinity", "0x10"])("%j is not an amount", (written) =>
  expect(writtenAmount(written)).toBeNull(),
);
