import * as z from "zod";
import { VERDICTS } from "../../budget/reason.ts";

/** The shape of the JSON report of `rollup`, for the JSON Schema and the tests. The code that writes the report does not use it. */

const money = z.number().describe("In `currency`, rounded to 6 decimals");
const amount = money.nullable().describe("null if it is not known");
const verdict = z.enum(VERDICTS);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const figureName = z.enum(["expected", "p50", "p90", "p95"]);
const figures = z.strictObject({ list: money, expected: money, sd: money, p10: money, p50: money, p90: money, p95: money, cash: money }).nullable();
const sum = {
  workloads: z.int().nonnegative().nullable(),
  complete: z.boolean().describe("Whether all of it is known; if not, figures are lower bounds"),
  quantiles: z
    .enum(["exact", "approximate", "upper"])
    .nullable()
    .describe("approximate: quantiles are of a lognormal with the mean, sd and skewness of the sum. upper: sd and upper quantiles are the largest possible"),
  figures,
};

export const rollUpReport = z.strictObject({
  schema: z.literal("video-budget/rollup@1"),
  verdict,
  reasons: z.array(
    z.strictObject({
      code: z.string(),
      file: z.string(),
      scope: z.string().nullable(),
      limit: amount,
      value: amount,
      figure: figureName.nullable(),
      message: z.string(),
    }),
  ),
  notices: z.array(
    z.strictObject({
      code: z.enum(["report-missing", "report-unreadable", "no-exchange-rate", "report-incomplete", "repository-fails", "dates-differ", "books-differ"]),
      level: verdict.describe("Its effect on the verdict; pass: none"),
      repository: z.string().nullable(),
      message: z.string(),
    }),
  ),
  currency: z.string().regex(/^[A-Z]{3}$/),
  dates: z.strictObject({ oldest: day.nullable(), newest: day.nullable() }).describe("Days that the reports are of"),
  repositories: z.array(
    z.strictObject({
      repository: z.string(),
      owner: z.string().nullable(),
      report: z.string().describe("The path of its report"),
      state: z.enum(["counted", "missing", "unreadable", "no-exchange-rate"]),
      verdict: verdict.nullable().describe("By its own limits"),
      date: day.nullable(),
      currency: z.string().nullable(),
      snapshot: z.string().nullable().describe("Identifies the price book of its report"),
      ...sum,
    }),
  ),
  total: z.strictObject(sum),
  budgets: z.array(
    z.strictObject({
      file: z.string(),
      scope: z.string(),
      limit: money,
      figure: figureName,
      head: amount,
      undelivered: amount,
      complete: z.boolean(),
      used: z.number().nullable(),
      probability_over: z.number().nullable(),
      verdict,
    }),
  ),
  groups: z.array(z.strictObject({ by: z.string(), value: z.string().nullable().describe("null: workloads that have no such value"), ...sum })),
  problems: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(["error", "warning", "note"]),
      message: z.string(),
      file: z.string(),
      line: z.int().positive(),
      column: z.int().positive(),
      hint: z.string().nullable(),
    }),
  ),
});
