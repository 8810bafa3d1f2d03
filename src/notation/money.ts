import * as z from "zod";

const WRITTEN = /^\d{1,15}(?:\.\d{1,9})?$/;

/** Money, 0 or more: a number, or a string, with at most 9 decimals. Parses to the exact decimal as text. */
export const money = z
  .union([z.number(), z.string()], { error: "money" })
  .transform((value) => (typeof value === "number" ? withoutExponent(value) : value))
  .refine((text) => WRITTEN.test(text), { error: "money" })
  .describe("Money: a number, or a string with at most 9 decimals");

/** Money above 0, written as `money` is. */
export const positiveMoney = money
  .refine((text) => /[1-9]/.test(text), { error: "positive-money" })
  .describe("Money above 0: a number, or a string with at most 9 decimals");

/** The plain decimal form of a number: 0.0000001 for 1e-7. NaN, Infinity and negative numbers are left as they are, and fail the later check. */
export function withoutExponent(value: number): string {
  const text = String(value);
  if (!/e-/.test(text) || value < 0) return text;
  return value.toFixed(20).replace(/0+$/, "");
}
