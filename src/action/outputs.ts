import { mostUsed } from "../budget/most-used.ts";
import { deltaOf } from "../compare/delta.ts";
import type { Decimal } from "../money/decimal.ts";
import { round } from "../money/round.ts";
import { toBadge } from "../report/export/badge.ts";
import type { Review } from "../review/result.ts";

/** The outputs of the step that come from the report. Money is in the reporting currency; an unknown amount is empty, never 0. */
export function outputsOf(review: Review): Record<string, string> {
  const { verdict, total, budgets, workloads, code } = review;
  const money = (amount: Decimal | null | undefined): string => (amount ? String(round(amount)) : "");
  const most = mostUsed(budgets);
  return {
    verdict,
    "monthly-expected": money(total.head?.expected),
    "monthly-p90": money(total.head?.p90),
    "monthly-delta": money(deltaOf(total, workloads)?.expected),
    "repricing-monthly": money(total.repricing),
    budget: money(most?.limit),
    "budget-used-percent": most?.used == null ? "" : String(Number((most.used * 100).toFixed(2))),
    "unpriced-count": String(workloads.filter(({ head }) => head?.status === "unpriced").length),
    // Empty if code was not read: the number is then unknown, not 0.
    "undeclared-count": code ? String(code.undeclared.length) : "",
    "badge-json": toBadge(review).trim(),
  };
}
