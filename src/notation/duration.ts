import * as z from "zod";

const SECONDS = { s: 1, m: 60, h: 3600 } as const;
const WRITTEN = /^(\d+(?:\.\d+)?)\s*(s|m|h)$/;

/** A duration as people write it: a number of seconds, or `8s`, `2m`, `1h`. Parses to seconds. */
export const duration = z
  .union([z.number().nonnegative(), z.string().regex(WRITTEN, { error: "duration" })], { error: "duration" })
  .transform(seconds)
  .describe("A duration: a number of seconds, or 8s, 2m, 1h");

/** @returns the seconds of a duration: a number of seconds, or a text that `WRITTEN` accepts; NaN for any other text */
export function seconds(written: number | string): number {
  if (typeof written === "number") return written;
  const match = WRITTEN.exec(written);
  const unit = match?.[2] as keyof typeof SECONDS;
  // Rounded to 12 significant digits, so that 0.07h is 252 s and not 252.00000000000003.
  return Number((Number(match?.[1]) * SECONDS[unit]).toPrecision(12));
}
