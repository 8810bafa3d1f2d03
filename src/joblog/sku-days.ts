import type { Range } from "./compare-job.ts";
import { orNew } from "./or-new.ts";
import { modelOf, type Planned } from "./plan.ts";

/** What a day's jobs of one model were expected to bill, and the seconds of those that succeeded. */
export type ModelDay = { model: string; day: number; workload: string; jobs: number; range: Range; seconds: number };

/** Jobs by day and model, for bills that name no job. */
export type SkuDays = { add: (workload: Planned, day: number, range: Range, seconds: number) => void; all: () => ReadonlyMap<string, ModelDay> };

export function skuDays(): SkuDays {
  const days = new Map<string, ModelDay>();
  return {
    add(workload, day, { low, high }, seconds) {
      const model = modelOf(workload);
      const known = orNew(days, keyOf(day, model), () => ({ model, day, workload: workload.name, jobs: 0, range: { low: 0, high: 0 }, seconds: 0 }));
      known.jobs++;
      known.range.low += low;
      known.range.high += high;
      if (!Number.isNaN(seconds)) known.seconds += seconds;
    },
    all: () => days,
  };
}

export function keyOf(day: number, model: string): string {
  return `${day} ${model}`;
}
