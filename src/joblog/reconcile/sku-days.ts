import { getOrInsert } from "../memory/get-or-insert.ts";
import { modelOf, type PlannedWorkload } from "../plan.ts";
import type { ExpectedRange } from "./compare-job.ts";

/** What a day's jobs of one model were expected to bill, and the seconds of those that succeeded. */
export type ModelDay = { model: string; day: number; workload: string; jobs: number; range: ExpectedRange; seconds: number };

/** Jobs by day and model, for bills that name no job. */
export type SkuDays = {
  add: (workload: PlannedWorkload, day: number, range: ExpectedRange, seconds: number) => void;
  all: () => ReadonlyMap<string, ModelDay>;
};

export function skuDays(): SkuDays {
  const days = new Map<string, ModelDay>();
  return {
    add(workload, day, { low, high }, seconds) {
      const model = modelOf(workload);
      const known = getOrInsert(days, skuDayKey(day, model), () => ({ model, day, workload: workload.name, jobs: 0, range: { low: 0, high: 0 }, seconds: 0 }));
      known.jobs++;
      known.range.low += low;
      known.range.high += high;
      if (!Number.isNaN(seconds)) known.seconds += seconds;
    },
    all: () => days,
  };
}

export function skuDayKey(day: number, model: string): string {
  return `${day} ${model}`;
}
