import type { Review } from "../review/result.ts";
import type { Figures } from "../risk/figures.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import type { WorkloadId } from "./edits.ts";

/** A month in the reporting currency, as a chart draws it: its mean and the band in which eight of ten months fall; null if it has no price. */
export type Month = { expected: number; p10: number; p90: number };

export type WorkloadMonth = WorkloadId & { month: Month | null };

/** The month of every workload in the order of the files, and of all together; `isComplete`: whether every workload has a price. */
export function monthBars({ from: { now }, total }: Review): { workloads: WorkloadMonth[]; total: Month | null; isComplete: boolean } {
  const monthOf = ({ risk }: WorkloadCost): Month | null => risk && bandOf(risk.figures);
  const workloads = now.estimates.map((one) => ({ file: one.file, name: one.name, month: monthOf(one) }));
  return { workloads, total: total.head && bandOf(total.head), isComplete: total.complete };
}

/** Where nothing is uncertain the band is the figure itself. */
export function bandOf({ expected, p10, p90 }: Figures): Month {
  return { expected: expected.toNumber(), p10: p10.toNumber(), p90: p90.toNumber() };
}
