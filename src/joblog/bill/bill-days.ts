import { getOrInsert } from "../memory/get-or-insert.ts";
import { modelOf, type PlannedWorkload } from "../plan.ts";
import type { ExpectedRange } from "../reconcile/compare-job.ts";

/** What some jobs of one model were expected to bill, and the seconds of those that succeeded. */
export type Expected = { jobs: number; range: ExpectedRange; seconds: number };

/** What the jobs of a log were expected to bill by model and hour, for bills that name no job: a bill's day may be that of another time zone. */
export type ModelHours = { model: string; workload: PlannedWorkload; hours: Map<number, Expected> };

/** Jobs by model and hour. */
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

/** The hours of a model by the days of a time zone that is so many hours ahead of UTC. */
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
