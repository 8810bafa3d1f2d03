import type { Gathered } from "../../gather.ts";
import { dateOfDay } from "../../notation/date.ts";
import type { Book } from "../../prices/book.ts";
import { exposureOf } from "../../risk/exposure.ts";
import { totalDistributionOfAll, type WorkloadCost } from "../../risk/workload-cost.ts";
import type { Distributions } from "../../stats/distributions.ts";
import type { Observed } from "../measure/observed.ts";
import type { Plan } from "../plan.ts";

/** Months of a log against the band that the manifest gives for a month. Money in the reporting currency. */
export type Backtest = {
  p10: number;
  p90: number;
  /** Complete months, in order. */
  months: readonly { month: string; billed: number; within: boolean }[];
  hits: number;
  /** Six months or more, of which fewer than half fell into a band that should hold four of five. */
  tooNarrow: boolean;
};

/** A band that holds 80 % has fewer than 3 of 6 months in it once in 60 times. */
const LEAST_MONTHS = 6;
const LEAST_HITS = 0.5;

/** A log and the manifests that it is measured against, priced on `date`. `observed` is by the index of the plan's workloads. */
export type Logged = { head: Gathered; book: Book; date: string; plan: Plan; observed: readonly Observed[] };

/**
 * Whether the months of a log fell between the P10 and the P90 of the workloads that it has jobs of. A month counts
 * where the log covers it from its first to its last day.
 * @returns null where no month is complete, or nothing uncertain is declared: a band without width proves nothing
 */
export function backtest({ head, book, date, plan, observed }: Logged, distributions: Distributions): Backtest | null {
  const { estimates } = exposureOf(head, book, { date, after: 0 }, distributions);
  const logged = plan.workloads.filter(({ index }) => (observed[index]?.jobs ?? 0) > 0);
  const isLogged = ({ file, name }: WorkloadCost): boolean => logged.some((one) => one.file === file && one.name === name);
  const totalDistribution = totalDistributionOfAll(estimates.filter(isLogged), distributions);
  const months = completeMonths(logged.flatMap(({ index }) => observed[index] ?? []));
  if (!totalDistribution || months.length === 0) return null;
  const [p10, p90] = [totalDistribution.quantile(0.1), totalDistribution.quantile(0.9)];
  const compared = months.map(({ month, billed }) => ({ month, billed, within: billed >= p10 && billed <= p90 }));
  const hits = compared.filter(({ within }) => within).length;
  return { p10, p90, months: compared, hits, tooNarrow: compared.length >= LEAST_MONTHS && hits < LEAST_HITS * compared.length };
}

function completeMonths(observed: readonly Observed[]): { month: string; billed: number }[] {
  const billed = new Map<string, number>();
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { days } of observed) {
    for (const [day, { cost }] of days) {
      const month = dateOfDay(day).slice(0, 7);
      billed.set(month, (billed.get(month) ?? 0) + cost.total());
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  if (billed.size === 0) return [];
  const isWhole = (month: string): boolean => {
    const starts = `${month}-01`;
    return dateOfDay(first) <= starts && dateOfDay(last + 1).slice(0, 7) > month;
  };
  return [...billed]
    .filter(([month]) => isWhole(month))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, sum]) => ({ month, billed: sum }));
}
