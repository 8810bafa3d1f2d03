import { type Decimal, ZERO } from "../money/decimal.ts";
import { exactSum } from "../money/sum.ts";
import type { Distributions } from "../stats/distributions.ts";
import { totalOf } from "./exposure.ts";
import type { FigureName } from "./figures.ts";
import { type ByList, onceForList } from "./once-for-list.ts";
import type { WorkloadCost } from "./workload-cost.ts";

/** The monthly amount that is compared with a limit, in the reporting currency. `undelivered` is the part of it that is not expected to be billed. */
export type DeliveryCost = { amount: Decimal; undelivered: Decimal };

/** What undelivered takes lower the bill by (0 or less), by the workloads that are added up. */
const undeliveredSums: ByList<WorkloadCost, Decimal> = new WeakMap();

/**
 * The figure of a set of workloads that limits are compared with: what it costs to deliver the whole plan. Jobs that fail and
 * are not billed do not lower it. Example: one in five of 100 clips at $1 fails and is not billed. $80 are expected to be
 * billed, and $100 are compared with the limit.
 * @param isPartial whether the set has more workloads, which could not be read
 * @returns null if no workload of the set has a price; 0 for an empty set
 */
export function deliveryCostOf(members: readonly WorkloadCost[], figure: FigureName, distributions: Distributions, isPartial = false): DeliveryCost | null {
  const figures = totalOf(members, distributions, undefined, isPartial);
  if (!figures) return null;
  const undelivered = ZERO.minus(onceForList(undeliveredSums, members, () => exactSum(members.flatMap(({ risk }) => risk?.waterfall.undelivered ?? []))));
  return { amount: figures[figure].plus(undelivered), undelivered };
}

/** The expected monthly cost of one workload that limits are compared with, in the reporting currency; null if it has no price. */
export function monthlyDeliveryCost(one: WorkloadCost | null): Decimal | null {
  return one?.monthly ? one.monthly.plus(undeliveredOf(one)) : null;
}

/** What the takes that deliver nothing would have cost a month, in the reporting currency, 0 or more. */
export function undeliveredOf({ risk }: WorkloadCost): Decimal {
  return risk ? risk.waterfall.undelivered.neg() : ZERO;
}
