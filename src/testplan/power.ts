import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import { jobsForInterval, upperBoundOfNone } from "../stats/sample-size.ts";
import type { Named, TestJob, TestPlan } from "./plan.ts";

/**
 * What `jobs` test jobs of a model cannot show about its failure rate. A rate below `least` (1 / jobs) may not appear at all. If no job fails,
 * any rate up to `upper` is still possible. Rates are shares from 0 to 1.
 */
export type Blind = { jobs: number; least: number; upper: number; models: readonly string[] };

/**
 * How many jobs measure a workload's failure rate to within ± the interval. `rate`: the assumed rate (0–1), `declared` if the manifest states it.
 * `cost`: that many times the workload's cheapest test job, in the reporting currency; null if unknown.
 */
export type FailureRateTest = Named & { rate: number; declared: boolean; jobs: number; cost: Decimal | null };

/** The rate to assume if the manifest declares none: 10%, as in the report's stress line. */
const ASSUMED = 0.1;

/** What the test jobs cannot show about failure rates. Models with equally many jobs are grouped; the fewest jobs come first. */
export function blindSpots(jobs: readonly TestJob[]): Blind[] {
  const numbers = new Map<string, number>();
  for (const { id } of jobs) numbers.set(id, (numbers.get(id) ?? 0) + 1);
  const models = new Map<number, string[]>();
  for (const [id, number] of numbers) models.set(number, [...(models.get(number) ?? []), id]);
  return [...models].sort(([a], [b]) => a - b).map(([number, ids]) => ({ jobs: number, least: 1 / number, upper: upperBoundOfNone(number), models: ids }));
}

/** The number of jobs that each workload needs to know its failure rate to within ± `interval` (a share above 0), by Wilson's interval at the highest declared rate. */
export function ratesOf({ jobs, workloads }: TestPlan, interval: number): FailureRateTest[] {
  return workloads.map(({ file, name, keys, jobs: own }) => {
    const declared = declaredRate(keys);
    const rate = declared ?? ASSUMED;
    const number = jobsForInterval(rate, interval);
    // Jobs are numbered from the cheapest up, so the first one is the workload's cheapest.
    const least = jobs[(own[0] ?? 0) - 1]?.cost ?? null;
    return { file, name, rate, declared: declared !== null, jobs: number, cost: least?.times(decimal(number)) ?? null };
  });
}

function declaredRate({ reliability }: WorkloadKeys): number | null {
  const rates = Object.values(reliability.outcomes).filter((rate): rate is number => rate !== undefined && rate > 0);
  return rates.length === 0 ? null : Math.max(...rates);
}
