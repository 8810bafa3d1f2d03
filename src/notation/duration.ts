import * as z from "zod";

const SECONDS = { s: 1, m: 60, h: 3600 } as const;
const WRITTEN = /^(\d+(?:\.\d+)?)\s*(s|m|h)$/;

/** A length of time as people write it: a number of seconds, or `8s`, `2m`, `1h`. Gives seconds. */
export const duration = z
  .union([z.number().nonnegative(), z.string().regex(WRITTEN, { error: "duration" })], { error: "duration" })
  .transform(seconds)
  .describe("A duration: a number of seconds, or 8s, 2m, 1h");

/** @returns seconds, of a number of seconds or of a text that `WRITTEN` accepts. */
export function seconds(written: number | string): number {
  if (typeof written === "number") return written;
  const match = WRITTEN.exec(written);
  const unit = match?.[2] as keyof typeof SECONDS;
  // Through 12 significant digits, so that 0.1h is 360 s and not 360.00000000000006.
  return Number((Number(match?.[1]) * SECONDS[unit]).toPrecision(12));
}
