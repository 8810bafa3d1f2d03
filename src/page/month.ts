import type { Review } from "../review/result.ts";
import type { Figures } from "../risk/figures.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import type { WorkloadId } from "./edits.ts";

/** The cost of a month in the reporting currency, for a chart: the mean, and the band from P10 to P90, which contains 8 of 10 months. */
export type Month = { expected: number; p10: number; p90: number };

export type WorkloadMonth = WorkloadId & { month: Month | null };

/** The monthly cost of every workload, in the order of the files, and of all together; null if unknown. `isComplete`: whether every workload has a price. */
export function monthBars({ from: { now }, total }: Review): { workloads: WorkloadMonth[]; total: Month | null; isComplete: boolean } {
  const monthOf = ({ risk }: WorkloadCost): Month | null => risk && bandOf(risk.figures);
  const workloads = now.estimates.map((one) => ({ file: one.file, name: one.name, month: monthOf(one) }));
  return { workloads, total: total.head && bandOf(total.head), isComplete: total.complete };
}

/** The figures that a chart needs. Without uncertainty, all three are equal. */
export function bandOf({ expected, p10, p90 }: Figures): Month {
  return { expected: expected.toNumber(), p10: p10.toNumber(), p90: p90.toNumber() };
}
