import type { Plan } from "../plan.ts";
import type { Observed } from "./observed.ts";

/** Jobs of a workload that succeeded on a day or later (days since 1970) and whose cost is known. */
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
