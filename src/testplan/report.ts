import type { Pricing } from "../engine/pricing.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import { isTested, type Named, type TestPlan, testPlan } from "./plan.ts";
import { type Blind, blindSpots, type FailureRateTest, ratesOf } from "./power.ts";
import { type JobsWithinLimit, jobsWithinLimit, type TrialUse, trials } from "./trial-credit.ts";

/** What the plan is held to; money in the reporting currency. */
export type TestLimits = {
  /** The most that all jobs together may cost; null: no limit. */
  budget: Decimal | null;
  /** A job that costs more is warned of; null: there is no exchange rate to hold one against. */
  warnAbove: Decimal | null;
  /** The half width, a share above 0, to which a failure rate is to be known. */
  interval: number;
  /** Also plan workloads that have evidence. */
  all: boolean;
};

/** Everything that `test-plan` says, as data. */
export type TestReport = TestLimits & {
  currency: string;
  date: string;
  snapshot: string;
  plan: TestPlan;
  /** Of the plan, what the budget allows. */
  within: JobsWithinLimit;
  trials: readonly TrialUse[];
  /** Numbers of the jobs to run that cost more than `warnAbove`. */
  dear: readonly number[];
  blind: readonly Blind[];
  rates: readonly FailureRateTest[];
  /** Workloads that have evidence and were left out. */
  tested: readonly Named[];
  /** Workloads that have no job to run, and why. */
  unable: readonly (Named & { status: "invalid" | "retired" })[];
  pricing: ReadonlyMap<string, Pricing>;
};

/** The test plan of all workloads of one side. @param date the day, UTC, that prices were looked up for */
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
