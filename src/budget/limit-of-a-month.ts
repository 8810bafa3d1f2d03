import type { PlannedMonth } from "../engine/volume.ts";
import type { BudgetKeys } from "../manifest/schema.ts";
import { monthAfter } from "../notation/month.ts";

/** The limit of the whole manifest in one month: that of the month itself, else that of every month; undefined where there is neither. */
export function limitIn({ monthly, months }: BudgetKeys, { date, after }: PlannedMonth): BudgetKeys["monthly"] {
  return months?.[monthAfter(date, after)] ?? monthly;
}
