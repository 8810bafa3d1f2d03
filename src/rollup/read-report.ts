import * as z from "zod";
import { VERDICTS } from "../budget/reason.ts";

const amount = z.number();
const figures = z.object({
  list: amount,
  expected: amount,
  sd: amount.nonnegative(),
  p10: amount.optional(),
  p50: amount,
  p90: amount,
  p95: amount,
  cash: amount,
});

/** The keys that a roll-up reads from a JSON report. Other keys are ignored, so that repositories may use different versions. */
const reportRead = z.object({
  schema: z.literal("video-budget/report@1"),
  verdict: z.enum(VERDICTS),
  currency: z.string().regex(/^[A-Z]{3}$/),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  prices: z.object({ snapshot: z.string() }),
  total: z.object({ complete: z.boolean(), head: figures.nullable() }),
  workloads: z.array(
    z.object({
      file: z.string(),
      name: z.string(),
      tags: z.record(z.string(), z.string()),
      change: z.string(),
      provider: z.string().nullable(),
      model: z.string().nullable(),
      mode: z.string().nullable(),
      figures: figures.nullable(),
      waterfall: z.array(z.object({ part: z.string(), monthly: amount })),
      price: z.object({ id: z.string() }).nullable(),
    }),
  ),
});

/** Monthly figures in the currency of the report. Reports of older versions have no `p10`. */
export type ReportFigures = z.output<typeof figures>;
export type ReadReport = z.output<typeof reportRead>;
export type ReportWorkload = ReadReport["workloads"][number];

/** Why a file is not a report: the path in it, and what is wrong there. */
export type Unreadable = { unreadable: { path: string; found: string } };

/** Reads a JSON report. @param text the text of its file @returns the report, or why it is not one. A report that lacks a key is not one */
export function readReport(text: string): ReadReport | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { unreadable: { path: "", found: error instanceof Error ? error.message : String(error) } };
  }
  const result = reportRead.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return { unreadable: { path: (issue?.path ?? []).join("."), found: issue?.message ?? "" } };
}
