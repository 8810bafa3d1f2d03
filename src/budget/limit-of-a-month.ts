import type { PlannedMonth } from "../engine/volume.ts";
import type { BudgetKeys, Match } from "../manifest/schema.ts";
import { monthAfter } from "../notation/month.ts";

/** The limit of the whole manifest in one month: `months` if it names the month, otherwise `monthly`. Undefined if there is neither. */
export function limitIn({ monthly, months }: BudgetKeys, { date, after }: PlannedMonth): BudgetKeys["monthly"] {
  return months?.[monthAfter(date, after)] ?? monthly;
}

/** Every limit of a month, with its amount: the total and each scope. */
export function limitsInMonth(budget: BudgetKeys, month: PlannedMonth | undefined): { scope: string; limit: string; match: Match }[] {
  const total = month && limitIn(budget, month);
  return [
    ...(total === undefined ? [] : [{ scope: "total", limit: total, match: {} }]),
    ...Object.entries(budget.scopes).map(([scope, { match, monthly }]) => ({ scope, limit: monthly, match })),
  ];
}
