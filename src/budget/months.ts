import type { Gathered } from "../gather.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import { monthAfter } from "../notation/month.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { Figures } from "../risk/figures.ts";
import { heldOf } from "../risk/held.ts";
import type { Distributions } from "../stats/distributions.ts";
import type { LaterMonth } from "./judge-input.ts";
import { limitsOf } from "./limit-of-a-month.ts";
import { setOf } from "./members.ts";
import type { Reason } from "./reason.ts";
import { type BudgetLine, holdLimit } from "./rules.ts";

/** One month of the plan, in the reporting currency. `figures`: null where nothing has a price; `retired`: workloads whose model is gone by then. */
export type MonthPlan = { month: string; complete: boolean; figures: Figures | null; limits: readonly BudgetLine[]; retired: readonly string[] };

/** The months of the plan, that of the report first. `first_over`: the first that breaks a limit; null where none does. */
export type MonthsAhead = { months: readonly MonthPlan[]; first_over: string | null };

/** The month of the report as it was judged, and what it was judged from. */
export type ThisMonth = { head: Gathered; now: Exposure; budgets: readonly BudgetLine[]; date: string };

/** Holds every month against its limits. That of the report stays as it was judged. */
export function monthsAhead({ head, now, budgets, date }: ThisMonth, later: readonly LaterMonth[], distributions: Distributions): MonthsAhead {
  const gone = new Set(retiredIn(now));
  const months = [
    { month: monthAfter(date, 0), complete: now.complete, figures: now.total, limits: budgets, retired: [...gone] },
    ...later.map(
      ({ month, now: then }): MonthPlan => ({
        month,
        complete: then.complete,
        figures: then.total,
        limits: head.manifests.flatMap((manifest) => limitsIn(manifest, head, then, distributions)),
        retired: retiredIn(then),
      }),
    ),
  ];
  return { months, first_over: months.find(({ limits }) => limits.some(isOver))?.month ?? null };
}

/** A limit that holds now and is broken later: it is said, for the first month that breaks it, and fails nothing yet. */
export function overLater({ months: [first, ...later] }: MonthsAhead): Reason[] {
  const said = new Set((first?.limits ?? []).filter(isOver).map(keyOfLimit));
  return later.flatMap(({ month, limits }) =>
    limits.flatMap((line): Reason[] => {
      if (!isOver(line) || said.has(keyOfLimit(line))) return [];
      said.add(keyOfLimit(line));
      const { file, scope, limit, head, figure, used, complete } = line;
      return [{ code: "budget-exceeded-later", level: "warn", file, scope, limit, value: head, figure, args: { month, used, complete } }];
    }),
  );
}

function limitsIn(
  { file, settings: { budget, policy } }: Gathered["manifests"][number],
  head: Gathered,
  then: Exposure,
  distributions: Distributions,
): BudgetLine[] {
  return limitsOf(budget, then.pricing.get(file)?.month).map(({ scope, limit, match }) => {
    const set = setOf(file, head, then, match);
    const held = heldOf(set.estimates, budget.figure, distributions, set.unread);
    const complete = !set.unread && set.estimates.every(({ monthly }) => monthly !== null);
    const figures = { head: held?.amount ?? null, undelivered: held?.undelivered ?? null, base: null, baseLimit: null, probability_over: null };
    const check = { ...figures, file, scope, limit: decimal(limit), figure: budget.figure, complete, unread: set.unread, if_volume_as_planned: false };
    return holdLimit(check, budget.warn_at, set.unread ? "fail" : policy.unknown_price).line;
  });
}

function isOver({ head, limit }: { head: Decimal | null; limit: Decimal }): boolean {
  return head?.gt(limit) ?? false;
}

function keyOfLimit({ file, scope }: BudgetLine): string {
  return JSON.stringify([file, scope]);
}

function retiredIn({ estimates }: Exposure): string[] {
  return estimates.filter(({ status }) => status === "retired").map(({ name }) => name);
}
