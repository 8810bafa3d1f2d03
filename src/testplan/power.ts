import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import { jobsForInterval, upperBoundOfNone } from "../stats/sample-size.ts";
import type { Named, TestJob, TestPlan } from "./plan.ts";

/** What n jobs of one model say of a failure rate: below `least` (1/n) it may not show at all, and no failure leaves up to `upper` possible. Shares 0–1. */
export type Blind = { jobs: number; least: number; upper: number; models: readonly string[] };

/** The jobs that measure a workload's failure rate to within ± the interval, and what they cost: its cheapest test job so many times; null if that is not known. */
export type FailureRateTest = Named & { rate: number; declared: boolean; jobs: number; cost: Decimal | null };

/** Where a manifest declares no rate: the rate of the stress line. */
const ASSUMED = 0.1;

/** What the jobs to run leave open of failure rates, models with as many jobs together; the fewest jobs first. */
export function blindSpots(jobs: readonly TestJob[]): Blind[] {
  const numbers = new Map<string, number>();
  for (const { id } of jobs) numbers.set(id, (numbers.get(id) ?? 0) + 1);
  const models = new Map<number, string[]>();
  for (const [id, number] of numbers) models.set(number, [...(models.get(number) ?? []), id]);
  return [...models].sort(([a], [b]) => a - b).map(([number, ids]) => ({ jobs: number, least: 1 / number, upper: upperBoundOfNone(number), models: ids }));
}

/** What it takes to know the failure rate of each workload to within ± `interval` (a share above 0), by Wilson's interval at the highest rate that it declares. */
export function ratesOf({ jobs, workloads }: TestPlan, interval: number): FailureRateTest[] {
  return workloads.map(({ file, name, keys, jobs: own }) => {
    const declared = declaredRate(keys);
    const rate = declared ?? ASSUMED;
    const number = jobsForInterval(rate, interval);
    // The plan has the cheapest first, and those of unknown cost last.
    const least = jobs[(own[0] ?? 0) - 1]?.cost ?? null;
    return { file, name, rate, declared: declared !== null, jobs: number, cost: least?.times(decimal(number)) ?? null };
  });
}

function declaredRate({ reliability }: WorkloadKeys): number | null {
  const rates = Object.values(reliability.outcomes).filter((rate): rate is number => rate !== undefined && rate > 0);
  return rates.length === 0 ? null : Math.max(...rates);
}
