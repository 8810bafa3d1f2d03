import type { Gathered } from "../gather.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import { monthAfter } from "../notation/month.ts";
import { deliveryCostOf } from "../risk/delivery-cost.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { Figures } from "../risk/figures.ts";
import type { Distributions } from "../stats/distributions.ts";
import { isOverLimit } from "./is-over-limit.ts";
import type { LaterMonth } from "./judge-input.ts";
import { limitsInMonth } from "./limit-of-a-month.ts";
import { setOf } from "./members.ts";
import type { Reason } from "./reason.ts";
import { type BudgetLine, judgeLimit } from "./rules.ts";

/** One month (YYYY-MM) of the plan, in the reporting currency. `figures`: null if nothing has a price. `retired`: workloads whose model is retired by then. */
export type MonthPlan = { month: string; complete: boolean; figures: Figures | null; limits: readonly BudgetLine[]; retired: readonly string[] };

/** The months of the plan, starting with the month of the report. `first_over`: the first month that exceeds a limit; null if none does. */
export type MonthsAhead = { months: readonly MonthPlan[]; first_over: string | null };

/** The month of the report as judged, and its input. */
export type ThisMonth = {
  head: Gathered;
  /** Null if nothing is compared. */
  base: Gathered | null;
  renamed: ReadonlyMap<string, string>;
  now: Exposure;
  budgets: readonly BudgetLine[];
  date: string;
};

/** Compares every month with its limits. The month of the report keeps its verdict. */
export function monthsAhead(here: ThisMonth, later: readonly LaterMonth[], distributions: Distributions): MonthsAhead {
  const { head, now, budgets, date } = here;
  const gone = new Set(retiredIn(now));
  const months = [
    { month: monthAfter(date, 0), complete: now.complete, figures: now.total, limits: budgets, retired: [...gone] },
    ...later.map(
      (one): MonthPlan => ({
        month: one.month,
        complete: one.now.complete,
        figures: one.now.total,
        limits: head.manifests.flatMap((manifest) => limitsIn(manifest, here, one, distributions)),
        retired: retiredIn(one.now),
      }),
    ),
  ];
  return { months, first_over: months.find(({ limits }) => limits.some(isOver))?.month ?? null };
}

/**
 * Warns about each limit that is not exceeded now but in a later month, for the first such month. It does not fail the check. If base's plan
 * exceeds the limit in that month, too, and this change does not make it worse, only the table shows it.
 */
export function overLater({ months: [first, ...later] }: MonthsAhead): Reason[] {
  const said = new Set((first?.limits ?? []).filter(isOver).map(keyOfLimit));
  return later.flatMap(({ month, limits }) =>
    limits.flatMap((line): Reason[] => {
      if (!isOver(line) || said.has(keyOfLimit(line))) return [];
      if (line.pre_existing) return [];
      said.add(keyOfLimit(line));
      const { file, scope, limit, head, figure, used, complete } = line;
      return [{ code: "budget-exceeded-later", level: "warn", file, scope, limit, value: head, figure, args: { month, used, complete } }];
    }),
  );
}

type Manifest = Gathered["manifests"][number];

function limitsIn({ file, settings: { budget, policy } }: Manifest, here: ThisMonth, { now, before }: LaterMonth, distributions: Distributions): BudgetLine[] {
  const { head, base, renamed } = here;
  const month = now.pricing.get(file)?.month;
  const baseFile = renamed.get(file) ?? file;
  const baseBudget = base?.manifests.find((other) => other.file === baseFile)?.settings.budget;
  const limitsBefore = new Map((baseBudget ? limitsInMonth(baseBudget, month) : []).map(({ scope, limit }) => [scope, limit]));
  return limitsInMonth(budget, month).map(({ scope, limit, match }) => {
    const set = setOf(file, head, now, match);
    const cost = deliveryCostOf(set.estimates, budget.figure, distributions, set.unread);
    const old = base && before && baseBudget ? setOf(baseFile, base, before, match) : null;
    const atBase = old && deliveryCostOf(old.estimates, budget.figure, distributions, old.unread);
    const limitBefore = limitsBefore.get(scope);
    const complete = !set.unread && set.estimates.every(({ monthly }) => monthly !== null);
    const sides = { head: cost?.amount ?? null, base: atBase?.amount ?? null, baseLimit: limitBefore === undefined ? null : decimal(limitBefore) };
    const rest = { undelivered: cost?.undelivered ?? null, probability_over: null, if_volume_as_planned: false, unread: set.unread };
    const check = { ...sides, ...rest, file, scope, limit: decimal(limit), figure: budget.figure, complete };
    return judgeLimit(check, budget.warn_at, set.unread ? "fail" : policy.unknown_price).line;
  });
}

function isOver({ head, limit }: { head: Decimal | null; limit: Decimal }): boolean {
  return head !== null && isOverLimit(head, limit);
}

function keyOfLimit({ file, scope }: BudgetLine): string {
  return JSON.stringify([file, scope]);
}

function retiredIn({ estimates }: Exposure): string[] {
  return estimates.filter(({ status }) => status === "retired").map(({ name }) => name);
}
