import * as z from "zod";
import { PACE_STATES, PASSED_STATES } from "../../actuals/to-date.ts";

const jobCount = z.number();
const leftOut = z.strictObject({ jobs: jobCount, billed: z.number(), unknown: jobCount.describe("Jobs among these with an unknown cost") });

/** The schemas that the report uses for money, an amount that may be unknown, a month and a day. */
type Notation = { money: z.ZodNumber; amount: z.ZodNullable<z.ZodNumber>; month: z.ZodString; day: z.ZodString };

/** The shape of the month to date, which `to-date-json.ts` writes. */
export function toDateSchema({ money, amount, month, day }: Notation) {
  const progress = {
    complete: z.boolean().describe("Whether all of it is known; if not, amounts are lower bounds"),
    billed: money.describe("What was billed on the covered days"),
    planned: amount.describe("The plan for the same days"),
    plan: amount.describe("The plan for the month"),
    projected: amount.describe("What was billed, plus the plan for all other days of the month"),
    at_pace: amount.describe("The month if each day costs what a covered day did; null if no day is covered"),
    pace: z
      .enum(PACE_STATES)
      .describe(
        "What `at_pace` says of the month: of 7 covered days or more all (`measured`) or a lower bound (`lower-bound`); of fewer nothing (`too-few-days`, `no-day`)",
      ),
  };
  return z.strictObject({
    month,
    days: z.strictObject({
      month: z.int(),
      past: z.int().describe("Days before `date`"),
      covered: z.int().describe("Past days that a file covers, including those between its first and last"),
      uncovered: z.array(day).describe("Past days that no file covers; the plan counts for them"),
      provisional: z.int().describe("Covered days of a bill that may still rise"),
    }),
    files: z.array(z.string()),
    jobs: z.strictObject({
      billed: jobCount,
      priced: jobCount.describe("Jobs without a cost in their record, counted at their price"),
      unknown: jobCount.describe("Jobs whose billed amount is not fully known"),
      unreadable: jobCount.describe("Records that could not be read"),
    }),
    outside: leftOut.describe("Jobs that no workload declares; they count nowhere"),
    undated: leftOut.describe("Jobs without a day of this month; they count nowhere"),
    total: z.strictObject(progress),
    band: z
      .strictObject({
        low: money,
        high: money,
        of_volume: z
          .boolean()
          .describe("Whether it is the P10 and P90 of the plan. Otherwise a volume is a single number, and the range is at least 10% to each side"),
      })
      .nullable(),
    off: z.enum(["below", "above"]).nullable().describe("Where the pace leaves the band; null if it does not, or less than 7 days are covered"),
    limits: z.array(
      z.strictObject({
        file: z.string(),
        scope: z.string(),
        limit: money,
        ...progress,
        left: money.describe("The rest of the limit; below 0 if it is exceeded"),
        passed: z
          .enum(PASSED_STATES)
          .describe(
            "When the limit is passed: on a past day (`passed`), on a later one at the present pace (`at-pace`), or by a measured pace `not-this-month`; else `unknown`",
          ),
        passed_on: day.nullable().describe("The day of `passed` and `at-pace`; null with the other two"),
      }),
    ),
  });
}
