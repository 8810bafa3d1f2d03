import { getOrInsert } from "../memory/get-or-insert.ts";
import { modelOf, type PlannedWorkload } from "../plan.ts";
import type { ExpectedRange } from "../reconcile/compare-job.ts";

/** Jobs of one model: their number, their expected bill in the reporting currency, and the billed seconds of those that succeeded. */
export type Expected = { jobs: number; range: ExpectedRange; seconds: number };

/** The expected bill of a model's jobs by hour (since 1970, UTC). Hours are kept because the days of a bill may be in another time zone. */
export type ModelHours = { model: string; workload: PlannedWorkload; hours: Map<number, Expected> };

/** Collects jobs by model and hour. */
export type BillHours = {
  /** @param hour in UTC, hours since 1970; NaN if the job has no time. @param seconds NaN if the price counts none */
  add: (workload: PlannedWorkload, hour: number, range: ExpectedRange, seconds: number) => void;
  all: () => ReadonlyMap<string, ModelHours>;
};

export function billHours(): BillHours {
  const models = new Map<string, ModelHours>();
  return {
    add(workload, hour, { low, high }, seconds) {
      const model = modelOf(workload);
      const { hours } = getOrInsert(models, model, () => ({ model, workload, hours: new Map<number, Expected>() }));
      const known = getOrInsert(hours, hour, nothing);
      known.jobs++;
      known.range.low += low;
      known.range.high += high;
      if (!Number.isNaN(seconds)) known.seconds += seconds;
    },
    all: () => models,
  };
}

/** Sums the hours of a model to the days of a time zone. @param ahead the zone's hours ahead of UTC */
export function byDay({ hours }: ModelHours, ahead: number): Map<number, Expected> {
  const days = new Map<number, Expected>();
  for (const [hour, one] of hours) addTo(getOrInsert(days, Math.floor((hour + ahead) / 24), nothing), one);
  return days;
}

export function addTo(sum: Expected, { jobs, range, seconds }: Expected): void {
  sum.jobs += jobs;
  sum.range.low += range.low;
  sum.range.high += range.high;
  sum.seconds += seconds;
}

export function nothing(): Expected {
  return { jobs: 0, range: { low: 0, high: 0 }, seconds: 0 };
}
