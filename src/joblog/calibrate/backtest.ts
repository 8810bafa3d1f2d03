import { DAYS_A_MONTH } from "../../engine/volume.ts";
import type { Gathered } from "../../gather.ts";
import { dateOfDay } from "../../notation/date.ts";
import type { Book } from "../../prices/book.ts";
import { exposureOf } from "../../risk/exposure.ts";
import { totalDistributionOfAll, type WorkloadCost } from "../../risk/workload-cost.ts";
import type { Distributions } from "../../stats/distributions.ts";
import type { Observed } from "../measure/observed.ts";
import { type Covered, coveredDays } from "../measure/volume.ts";
import type { Plan } from "../plan.ts";
import type { Calibration } from "./calibration.ts";

/** Compares the months and weeks of a log with the manifest's band from P10 to P90. Money is in the reporting currency. */
export type Backtest = {
  p10: number;
  p90: number;
  /** Complete months, in order. */
  months: readonly { month: string; billed: number; within: boolean }[];
  hits: number;
  /** True if at least six months are complete and fewer than half of them are within the band, which should contain 8 of 10. */
  tooNarrow: boolean;
  /** Complete weeks from Monday, in order, and the band of a week. */
  weekly: { p10: number; p90: number; hits: number; weeks: readonly { from: string; billed: number; within: boolean }[] };
  /** For each workload with a band, by its index in the plan: in `k` of `n` weeks, its bill was within its own band. */
  byWorkload: ReadonlyMap<number, { k: number; n: number }>;
};

/** The input of a backtest. */
type Tested = { book: Book; date: string; plan: Plan; observed: readonly Observed[]; distributions: Distributions };

/** A correct 80% band contains fewer than 3 of 6 months only once in 60 times (binomial: 1.7%). */
const LEAST_MONTHS = 6;
const LEAST_HITS = 0.5;

/** Day 0, 1970-01-01, was a Thursday. Mondays are therefore the days 4, 11, 18, … */
const MONDAY = 4;
const WEEK_OF_MONTH = 7 / DAYS_A_MONTH;

/**
 * Tests whether the bills of the months and weeks of a log were between P10 and P90 of the workloads that have jobs in the log. Only months
 * and weeks that the log covers completely count.
 * @returns null if no week and no month is complete, or if nothing uncertain is declared, because a band without width proves nothing
 */
export function backtest(head: Gathered, { book, date, plan, observed, distributions }: Tested): Backtest | null {
  const { estimates } = exposureOf(head, book, { date, after: 0 }, distributions);
  const logged = plan.workloads.filter(({ index }) => (observed[index]?.jobs ?? 0) > 0);
  const isLogged = ({ file, name }: WorkloadCost): boolean => logged.some((one) => one.file === file && one.name === name);
  const totalDistribution = totalDistributionOfAll(estimates.filter(isLogged), distributions);
  const seen = logged.map(({ index }) => observed[index] as Observed);
  const months = completeMonths(seen);
  const weeks = completeWeeks(seen, coveredDays(observed));
  if (!totalDistribution || months.length + weeks.length === 0) return null;
  const [p10, p90] = [totalDistribution.quantile(0.1), totalDistribution.quantile(0.9)];
  const compared = months.map(({ month, billed }) => ({ month, billed, within: billed >= p10 && billed <= p90 }));
  const hits = compared.filter(({ within }) => within).length;
  const [low, high] = bandOfWeek(totalDistribution);
  const weekly = weeks.map(({ from, billed }) => ({ from, billed, within: billed >= low && billed <= high }));
  const byWorkload = new Map(
    logged.flatMap(({ index, file, name }) => {
      const own = estimates.filter((one) => one.file === file && one.name === name);
      const weeks = weeksInRange(totalDistributionOfAll(own, distributions), completeWeeks([observed[index] as Observed], coveredDays(observed)));
      return weeks === null ? [] : [[index, weeks] as const];
    }),
  );
  return {
    p10,
    p90,
    months: compared,
    hits,
    tooNarrow: compared.length >= LEAST_MONTHS && hits < LEAST_HITS * compared.length,
    weekly: { p10: low, p90: high, hits: weekly.filter(({ within }) => within).length, weeks: weekly },
    byWorkload,
  };
}

/** Adds the weeks that a backtest measured to the evidence of each workload. */
export function withWeeks(calibrations: readonly Calibration[], { byWorkload }: Pick<Backtest, "byWorkload">): Calibration[] {
  return calibrations.map((one) => {
    const weeks = byWorkload.get(one.workload.index);
    return weeks ? { ...one, edits: [...one.edits, { path: ["reliability", "evidence", "weeks"], value: weeks }] } : one;
  });
}

type Band = NonNullable<ReturnType<typeof totalDistributionOfAll>>;

/** P10 and P90 of a week. Days are independent, so with s = 7 / 30.4375 the week has s times the monthly mean and √s times the monthly deviations. */
function bandOfWeek(month: Band): [low: number, high: number] {
  const { mean } = month;
  const ofWeek = (amount: number): number => Math.max(0, mean * WEEK_OF_MONTH + (amount - mean) * Math.sqrt(WEEK_OF_MONTH));
  return [ofWeek(month.quantile(0.1)), ofWeek(month.quantile(0.9))];
}

function weeksInRange(distribution: Band | null | undefined, weeks: readonly { billed: number }[]): { k: number; n: number } | null {
  if (!distribution || weeks.length === 0) return null;
  const [low, high] = bandOfWeek(distribution);
  return { k: weeks.filter(({ billed }) => billed >= low && billed <= high).length, n: weeks.length };
}

function completeWeeks(observed: readonly Observed[], covered: Covered | null): { from: string; billed: number }[] {
  if (covered === null) return [];
  const [first, last] = covered;
  const weeks: { from: string; billed: number }[] = [];
  for (let monday = first + ((((MONDAY - first) % 7) + 7) % 7); monday + 6 <= last; monday += 7) {
    let billed = 0;
    for (const { days } of observed) for (let day = monday; day < monday + 7; day++) billed += days.get(day)?.cost.total() ?? 0;
    weeks.push({ from: dateOfDay(monday), billed });
  }
  return weeks;
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
