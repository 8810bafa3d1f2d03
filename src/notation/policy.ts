import * as z from "zod";
import { shareOf } from "./share.ts";

/** What a provider bills for a job that did not succeed: a share (0–1) of the full price, or unknown. */
export type Policy = number | "unknown";

/** `yes`, `no`, `unknown` or a share. YAML booleans count as yes and no. */
export const policy = z
  .union([z.boolean(), z.literal(["yes", "no", "unknown"]), z.number(), z.string().regex(/^\d+(?:\.\d+)?\s*%$/)], { error: "policy" })
  .transform((value): Policy => {
    if (value === true || value === "yes") return 1;
    if (value === false || value === "no") return 0;
    return value === "unknown" ? value : shareOf(value);
  })
  .refine((value) => value === "unknown" || (value >= 0 && value <= 1), { error: "policy" })
  .describe("yes, no, unknown, or a share of the full price");

/** `yes`, `no` or `unknown`. YAML booleans count as yes and no. */
export const triState = z
  .union([z.boolean(), z.literal(["yes", "no", "unknown"])], { error: "tri-state" })
  .transform((value): boolean | "unknown" => (value === "unknown" ? value : value === true || value === "yes"))
  .describe("yes, no or unknown");
