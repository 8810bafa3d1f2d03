import { type Decimal, decimal } from "../money/decimal.ts";
import type { WorkloadCost } from "./workload-cost.ts";

/*
 * A volume that is one plain number is a plan and no distribution: the spread of such a month is the luck of its jobs, and
 * its quantiles and chances hold only if the volume is as planned.
 */

/** Whether a workload has a price and its volume is one plain number, arrivals by chance included. */
export function isOfPlainVolume({ risk, monthly }: Pick<WorkloadCost, "risk" | "monthly">): boolean {
  return risk?.demand.draw === null && monthly !== null && monthly.gt(0);
}

/** Of { low: half, likely: the number, high: double } as a PERT distribution, multiples of the number: the mean, (0.5 + 4 + 2) / 6, and the P90, 0.5 + 1.5 × 0.644457, the 90% quantile of Beta(7/3, 11/3). */
const MEAN = 6.5 / 6;
const P90 = 1.466685046;

/** A month that goes with its volume, if that were such a range and not one plain number. A plan of $100 is $108.33 expected, and $146.67 at P90. */
export function inRange(planned: Decimal): { expected: Decimal; p90: Decimal } {
  return { expected: planned.times(decimal(MEAN)), p90: planned.times(decimal(P90)) };
}
