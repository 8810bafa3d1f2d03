import type { Plan } from "../plan.ts";
import type { Observed } from "./observed.ts";

/** Gives the number of a workload's successful jobs with a known cost on a day (days since 1970) or later. */
export function successesSince(plan: Plan, observed: readonly Observed[]): (workload: string, day: number) => number {
  return (name, from) => {
    let jobs = 0;
    for (const workload of plan.workloads) {
      if (workload.name !== name) continue;
      for (const [day, { priced }] of observed[workload.index]?.days ?? []) if (day >= from) jobs += priced;
    }
    return jobs;
  };
}
