import type { Decimal } from "../money/decimal.ts";
import type { Review } from "../review/result.ts";
import { totalDistributionOfAll, type WorkloadCost } from "../risk/workload-cost.ts";
import type { WorkloadId } from "./edits.ts";

/** A month in the reporting currency, as a chart draws it: its mean and the band in which eight of ten months fall; null where it has no price. */
export type Month = { expected: number; p10: number; p90: number };

export type WorkloadMonth = WorkloadId & { month: Month | null };

/** The month of every workload in the order of the files, and of all together; `isComplete`: whether every workload has a price. */
export function monthsOf({ from: { now, distributions }, total }: Review): { workloads: WorkloadMonth[]; total: Month | null; isComplete: boolean } {
  const workloads = now.estimates.map((one) => ({ file: one.file, name: one.name, month: monthOf(one) }));
  const all = totalDistributionOfAll(now.estimates, distributions);
  return { workloads, total: total.head && band(total.head, all?.quantile(0.1)), isComplete: total.complete };
}

function monthOf({ risk }: WorkloadCost): Month | null {
  return risk && band(risk.figures, risk.totalDistribution?.quantile(0.1));
}

/** Where nothing is uncertain the band is the figure itself. */
function band({ expected, p90 }: { expected: Decimal; p90: Decimal }, p10: number | undefined): Month {
  return { expected: expected.toNumber(), p10: p10 ?? expected.toNumber(), p90: p90.toNumber() };
}
