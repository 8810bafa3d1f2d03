import * as z from "zod";

const PERCENT = /^(-?\d+(?:\.\d+)?)\s*%$/;

/** @returns `3%` or `0.03` as 0.03. The range is not checked: the rules below do that. NaN for any other text */
export function shareOf(written: number | string): number {
  if (typeof written === "number") return written;
  return Number((Number(PERCENT.exec(written)?.[1]) / 100).toPrecision(12));
}

const written = z.union([z.number(), z.string().regex(PERCENT, { error: "share" })], { error: "share" });

/** A share of a whole, 0–1: `3%` or `0.03`. */
export const share = written
  .transform(shareOf)
  .refine((value) => value >= 0 && value <= 1, { error: "share" })
  .describe("A share of a whole: 3% or 0.03");

/** A growth, 0 or more: `25%`, `150%` or `1.5`. */
export const growth = written
  .transform(shareOf)
  .refine((value) => value >= 0, { error: "growth" })
  .describe("A growth: 25%, 150% or 1.5");

/** A change from one month to the next, above −1 and at most 1000: `5%`, `-2%` or `0.05`. Nobody plans a larger one. */
export const change = written
  .transform(shareOf)
  .refine((value) => value > -1 && value <= 1000, { error: "change" })
  .describe("A change: 5%, -2% or 0.05");
