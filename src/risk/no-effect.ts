import type { Problem } from "../problem.ts";
import type { WorkloadCost } from "./workload-cost.ts";

/** Volume drivers without effect: the volume is one plain number, or no other workload has the driver. Each is a note. */
export function idleDrivers(estimates: readonly WorkloadCost[]): Problem[] {
  const driven = estimates.flatMap(({ keys, risk, file, name }) =>
    keys && risk && keys.volume.driver !== undefined ? [{ ...keys.volume, risk, file, name }] : [],
  );
  const members = new Map<string | undefined, number>();
  for (const { driver, risk } of driven) if (risk.demand.draw !== null) members.set(driver, (members.get(driver) ?? 0) + 1);
  return driven.flatMap(({ driver, risk, file, name }): Problem[] => {
    const why = risk.demand.draw === null ? "single-volume" : (members.get(driver) ?? 0) < 2 ? "single" : null;
    if (why === null) return [];
    return [{ code: "no-effect", severity: "note", file, path: ["workloads", name, "volume", "driver"], args: { key: "volume.driver", why } }];
  });
}
