import { limitIn } from "../budget/limit-of-a-month.ts";
import type { Gathered } from "../gather.ts";
import { decimal } from "../money/decimal.ts";
import { monthAfter } from "../notation/month.ts";
import type { Review } from "../review/result.ts";
import { exposureOf } from "../risk/exposure.ts";
import { bandOf, type Month } from "./month.ts";

/** A month (YYYY-MM), its cost in the reporting currency, and the first manifest's limit for it. Null if the cost is unknown or there is no limit. */
export type MonthAhead = { month: string; total: Month | null; limit: number | null };

/** The month of `date` and those after it, `count` in all, at the prices of that day. If the volumes do not vary, all months are equal. */
export function aheadOfPlan({ date, from: { head, now, book, distributions } }: Pick<Review, "date" | "from">, count: number): MonthAhead[] {
  const [first] = head.manifests;
  const isVaried = doVolumesVary(head);
  return Array.from({ length: count }, (_, after) => {
    const { total } = after > 0 && isVaried ? exposureOf(head, book, { date, after, costOnly: true }, distributions) : now;
    const limit = first && limitIn(first.settings.budget, { date, after });
    return { month: monthAfter(date, after), total: total && bandOf(total), limit: limit === undefined ? null : decimal(limit).toNumber() };
  });
}

/** Whether any month can differ from this one: volumes grow, or single months have their own clips or limits. */
export function variesByMonth({ from: { head } }: Pick<Review, "from">): boolean {
  return doVolumesVary(head) || head.manifests.some(({ settings }) => settings.budget.months !== undefined);
}

/** Whether the number of clips of any workload changes in later months. Nothing else can change at the prices of one day. */
function doVolumesVary({ manifests }: Gathered): boolean {
  return manifests.some(({ workloads }) => workloads.some(({ keys }) => keys && (keys.volume.growth !== undefined || keys.volume.months !== undefined)));
}
