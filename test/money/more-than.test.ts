import { expect, test } from "vitest";
import { decimal } from "../../src/money/decimal.ts";
import { moreThan } from "../../src/money/more-than.ts";

test.each<[string, string, boolean]>([
  ["41.10000000000001", "41.1", false],
  ["41.1000004", "41.1", false],
  ["41.1000005", "41.1", true],
  ["41.100001", "41.1", true],
  ["41.1", "41.10000000000001", false],
  ["41.1", "41.0999995", false],
  ["41.1", "41.0999994", true],
  ["-0.0000004", "0", false],
  ["0.0000004", "0", false],
  ["0.000001", "0", true],
])("%s is more than %s: %s", (amount, other, is) => expect(moreThan(decimal(amount), decimal(other))).toBe(is));
