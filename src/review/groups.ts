import { ZERO } from "../money/decimal.ts";
import { totalOf } from "../risk/exposure.ts";
import type { Figures } from "../risk/figures.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import type { GroupBy } from "./group-by.ts";
import type { Review } from "./result.ts";

/** The workloads with the same value of a key. Figures are monthly, in the report's currency. */
export type WorkloadGroup = {
  by: string;
  /** Null for the workloads without a value. */
  value: string | null;
  /** The number of workloads on head's side. */
  workloads: number;
  /** Whether each of head's workloads has a price; if not, `figures` are of those that have one. */
  complete: boolean;
  /** Null if none of them has a price. */
  figures: Figures | null;
  /** Null if nothing is compared, or if none of base's workloads has a price. */
  base_figures: Figures | null;
};

/**
 * Workloads by value, the most expensive first. Groups of unknown cost come before all others, and workloads without a value last.
 * Each side uses its own value: a workload whose team changed is in one group at base and in another at head.
 */
export function groupsOf({ workloads, compared, from: { distributions } }: Review, by: GroupBy): WorkloadGroup[] {
  const sides = new Map<string | null, { head: WorkloadCost[]; base: WorkloadCost[] }>();
  const sideOf = (workload: WorkloadCost): { head: WorkloadCost[]; base: WorkloadCost[] } => {
    const value = by.valueOf(workload);
    const known = sides.get(value) ?? { head: [], base: [] };
    sides.set(value, known);
    return known;
  };
  for (const { head, base } of workloads) {
    if (head) sideOf(head).head.push(head);
    if (base) sideOf(base).base.push(base);
  }
  const groups = [...sides].map(
    ([value, { head, base }]): WorkloadGroup => ({
      by: by.text,
      value,
      workloads: head.length,
      complete: head.every(({ monthly }) => monthly !== null),
      figures: totalOf(head, distributions),
      base_figures: compared === "base" ? totalOf(base, distributions) : null,
    }),
  );
  return groups.sort(inOrder);
}

function inOrder(a: WorkloadGroup, b: WorkloadGroup): number {
  if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
  if ((a.figures === null) !== (b.figures === null)) return a.figures === null ? -1 : 1;
  const [one, other] = [a.figures?.expected ?? ZERO, b.figures?.expected ?? ZERO];
  return other.cmp(one) || ((a.value ?? "") < (b.value ?? "") ? -1 : 1);
}
