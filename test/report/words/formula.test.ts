import { expect, test } from "vitest";
import type { Term } from "../../../src/engine/price.ts";
import type { Request } from "../../../src/engine/request.ts";
import { decimal } from "../../../src/money/decimal.ts";
import { formula } from "../../../src/report/words/formula.ts";

const line = (quantity: string, meter: string, rate: { unit: string; value: string }, more: object = {}): Term =>
  ({ kind: "line", quantity: decimal(quantity), meter, of: ["output"], rate, per: "1", amount: decimal(quantity).times(rate.value), ...more }) as Term;
const usd = (value: string): { unit: string; value: string } => ({ unit: "USD", value });

test.each<[string, Term]>([
  ["8 s × $0.12", line("8", "second", usd("0.12"))],
  ["102,400 tokens × $7 per million", line("102400", "token", usd("7"), { per: "1000000", amount: decimal("0.7168") })],
  ["6 s × 5 credits × $0.01", line("6", "second", { unit: "credits", value: "5" }, { credit: decimal("0.01"), amount: decimal("0.3") })],
  ["2 jobs × 1 credit × $0.00473934", line("2", "job", { unit: "credits", value: "1" }, { credit: decimal(1).div(211), amount: decimal(2).div(211) })],
  ["4 s of input video × $0.05", line("4", "second", usd("0.05"), { of: ["input_video"] })],
  ["12 s of output and input video × $0.05", line("12", "second", usd("0.05"), { of: ["output", "input_video"] })],
  ["3 images × $0.02", line("3", "image", usd("0.02"), { of: ["input_images"] })],
  // 10 s at ¥0.5, at $0.14 for a yuan: the rate follows from $0.70.
  ["10 s × CNY 0.50 × 0.14 USD for 1 CNY", line("10", "second", { unit: "CNY", value: "0.5" }, { amount: decimal("0.7") })],
  ["40 GPU seconds × $0.001", line("40", "gpu_second", usd("0.001"))],
  ["× 1.5 (resolution 1080p)", { kind: "factor", factor: "1.5", fields: ["resolution"], amount: decimal("0.5") }],
  ["× 0.5", { kind: "factor", factor: "0.5", fields: [], amount: decimal("-0.5") }],
  ["rounded up to 1 credit", { kind: "total", rule: "round_to", value: "1", unit: "credits", amount: decimal("0.001") }],
  ["rounded down to 5 credits", { kind: "total", rule: "round_to", value: "5", unit: "credits", amount: decimal("-0.001") }],
  ["at least $0.10", { kind: "total", rule: "min", value: "0.1", unit: "USD", amount: decimal("0.05") }],
  ["at most 500 credits", { kind: "total", rule: "max", value: "500", unit: "credits", amount: decimal("-1") }],
  ["15% discount", { kind: "discount", share: 0.15, amount: decimal("-0.15") }],
])("the formula %s", (written, term) => {
  const request = { fields: new Map([["resolution", "1080p"]]) } as unknown as Request;
  expect(formula(term, "USD", request)).toBe(written);
});
