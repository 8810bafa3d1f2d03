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

/** What a roll-up reads of a JSON report. Keys that later versions add are passed over, so that repositories need not all be of one version. */
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

/** The figures of a report, a month, in its currency. `p10` is missing from reports of older versions. */
export type ReportFigures = z.output<typeof figures>;
export type ReadReport = z.output<typeof reportRead>;
export type ReportWorkload = ReadReport["workloads"][number];

/** Why a file is no report: where in it, and what is there or is wrong. */
export type Unreadable = { unreadable: { path: string; found: string } };

/** Reads a JSON report. @param text the file's @returns the report, or why it is none: a report of half its keys is none */
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
