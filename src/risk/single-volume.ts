import { type Decimal, decimal } from "../money/decimal.ts";
import type { WorkloadCost } from "./workload-cost.ts";

/*
 * A volume that is one plain number is a plan, not a distribution. The spread of such a month comes only from how its jobs go.
 * Its quantiles and probabilities are right only if the volume is exactly as planned.
 */

/** Whether a workload costs something and its volume is one plain number, with fixed or Poisson arrivals. */
export function hasSingleVolume({ risk, monthly }: Pick<WorkloadCost, "risk" | "monthly">): boolean {
  return risk?.demand.draw === null && monthly !== null && monthly.gt(0);
}

/**
 * The mean and the P90 of the PERT distribution { low: n / 2, likely: n, high: 2 n }, as multiples of n. The mean is
 * (0.5 + 4 + 2) / 6. The P90 is 0.5 + 1.5 × 0.644457, where 0.644457 is the 90% quantile of Beta(7/3, 11/3).
 */
const MEAN = 6.5 / 6;
const P90 = 1.466685046;

/**
 * What a monthly cost would be if its volume were such a range instead of one plain number. The cost is taken as proportional to
 * the volume: a plan of $100 becomes $108.33 expected and $146.67 at P90.
 */
export function inRange(planned: Decimal): { expected: Decimal; p90: Decimal } {
  return { expected: planned.times(decimal(MEAN)), p90: planned.times(decimal(P90)) };
}
