import type { Pricing } from "../engine/pricing.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import { isTested, type Named, type TestPlan, testPlan } from "./plan.ts";
import { type Blind, blindSpots, type FailureRateTest, ratesOf } from "./power.ts";
import { type JobsWithinLimit, jobsWithinLimit, type TrialUse, trials } from "./trial-credit.ts";

/** The limits of a test plan. Money is in the reporting currency. */
export type TestLimits = {
  /** The most that all jobs together may cost; null for no limit. */
  budget: Decimal | null;
  /** A job that costs more gets a warning; null if there is no exchange rate to compare with. */
  warnAbove: Decimal | null;
  /** The half width of the confidence interval for a failure rate, a share above 0. */
  interval: number;
  /** Also plan workloads that have evidence. */
  all: boolean;
};

/** The data of a `test-plan` report. */
export type TestReport = TestLimits & {
  currency: string;
  date: string;
  snapshot: string;
  plan: TestPlan;
  /** The jobs that the budget allows, and those that it leaves out. */
  within: JobsWithinLimit;
  trials: readonly TrialUse[];
  /** Numbers of the jobs to run that cost more than `warnAbove`. */
  dear: readonly number[];
  blind: readonly Blind[];
  rates: readonly FailureRateTest[];
  /** Workloads that have evidence and were left out. */
  tested: readonly Named[];
  /** Workloads without a job to run, and the reason. */
  unable: readonly (Named & { status: "invalid" | "retired" })[];
  pricing: ReadonlyMap<string, Pricing>;
};

/** Plans the tests of all workloads of one side. @param date the day (UTC) whose prices apply */
export function testReport(now: Exposure, date: string, limits: TestLimits): TestReport {
  const isLeftOut = ({ keys, status }: WorkloadCost): boolean =>
    !limits.all && keys !== null && isTested(keys) && (status === "priced" || status === "unpriced");
  const plan = testPlan(
    now.estimates.filter((one) => !isLeftOut(one)),
    now.pricing,
  );
  const allowed = jobsWithinLimit(plan.jobs, limits.budget);
  return {
    ...limits,
    currency: now.currency,
    date,
    snapshot: now.prices.snapshot,
    plan,
    within: allowed,
    trials: trials(allowed.run, now.pricing),
    dear: allowed.run.filter(({ cost }) => limits.warnAbove !== null && cost?.gt(limits.warnAbove)).map(({ number }) => number),
    blind: blindSpots(allowed.run),
    rates: ratesOf(plan, limits.interval),
    tested: now.estimates.filter(isLeftOut).map(({ file, name }) => ({ file, name })),
    unable: now.estimates.flatMap(({ file, name, status }) => (status === "invalid" || status === "retired" ? [{ file, name, status }] : [])),
    pricing: now.pricing,
  };
}
