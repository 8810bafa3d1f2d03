import { limitIn } from "../budget/limit-of-a-month.ts";
import type { Gathered } from "../gather.ts";
import { decimal } from "../money/decimal.ts";
import { monthAfter } from "../notation/month.ts";
import type { Review } from "../review/result.ts";
import { exposureOf } from "../risk/exposure.ts";
import { bandOf, type Month } from "./month.ts";

/** A month to come, as YYYY-MM: what it is expected to cost, and the first manifest's limit for it; null if there is none. */
export type MonthAhead = { month: string; total: Month | null; limit: number | null };

/** This month and those after it, at the prices of the day. A plan that no month differs in is as many equal months. */
export function aheadOfPlan({ date, from: { head, now, book, distributions } }: Pick<Review, "date" | "from">, count: number): MonthAhead[] {
  const [first] = head.manifests;
  const isVaried = doVolumesVary(head);
  return Array.from({ length: count }, (_, after) => {
    const { total } = after > 0 && isVaried ? exposureOf(head, book, { date, after, costOnly: true }, distributions) : now;
    const limit = first && limitIn(first.settings.budget, { date, after });
    return { month: monthAfter(date, after), total: total && bandOf(total), limit: limit === undefined ? null : decimal(limit).toNumber() };
  });
}

/** Whether any month can differ from this one: its clips grow, or months have clips or limits of their own. */
export function variesByMonth({ from: { head } }: Pick<Review, "from">): boolean {
  return doVolumesVary(head) || head.manifests.some(({ settings }) => settings.budget.months !== undefined);
}

/** Whether the clips of any workload are others in later months: all else of a month is the same at the prices of one day. */
function doVolumesVary({ manifests }: Gathered): boolean {
  return manifests.some(({ workloads }) => workloads.some(({ keys }) => keys && (keys.volume.growth !== undefined || keys.volume.months !== undefined)));
}
