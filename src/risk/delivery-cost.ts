import { type Decimal, ZERO } from "../money/decimal.ts";
import type { Distributions } from "../stats/distributions.ts";
import { totalOf } from "./exposure.ts";
import type { FigureName } from "./figures.ts";
import type { WorkloadCost } from "./workload-cost.ts";

/** What a limit holds of a set of workloads. Of `amount`, `undelivered` is not expected to be billed. */
export type DeliveryCost = { amount: Decimal; undelivered: Decimal };

/**
 * The figure of a set as limits hold it: what delivering the plan costs. Jobs that fail and are not billed save
 * nothing: of 100 clips at $1 that fail one time in five $80 are expected to be billed, and $100 are held.
 * @param isPartial whether there are more that nobody could read
 * @returns null if none of it is known. An empty set costs nothing, and says 0.
 */
export function deliveryCostOf(members: readonly WorkloadCost[], figure: FigureName, distributions: Distributions, isPartial = false): DeliveryCost | null {
  const figures = totalOf(members, distributions, undefined, isPartial);
  if (!figures) return null;
  const undelivered = members.reduce((sum, one) => sum.plus(undeliveredOf(one)), ZERO);
  return { amount: figures[figure].plus(undelivered), undelivered };
}

/** The expected month of one workload as limits hold it; null if it has no price. */
export function monthlyDeliveryCost(one: WorkloadCost | null): Decimal | null {
  return one?.monthly ? one.monthly.plus(undeliveredOf(one)) : null;
}

/** Money that is not spent on takes that never deliver, 0 or more. */
export function undeliveredOf({ risk }: WorkloadCost): Decimal {
  return risk ? risk.waterfall.undelivered.neg() : ZERO;
}
