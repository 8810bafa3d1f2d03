import type { Decimal } from "../money/decimal.ts";
import type { Figures } from "../risk/figures.ts";
import type { ComparedWorkload } from "./compare.ts";

/** What a change adds a month, by figure; `share`: the expected one as a share of base, null if base is 0. */
export type Delta = Pick<Figures, "expected" | "p50" | "p90" | "p95"> & { share: number | null };

/**
 * Head minus base. Null without a base, if a differing file could not be read on one side, or if a workload that the change touches has no price on
 * a side: an unknown cost must not look like a saving.
 */
export function deltaOf(
  { head, base, comparable }: { head: Figures | null; base: Figures | null; comparable: boolean },
  workloads: readonly ComparedWorkload[],
): Delta | null {
  if (!head || !base || !comparable || workloads.some(isUnknown)) return null;
  const expected = head.expected.minus(base.expected);
  return {
    expected,
    p50: head.p50.minus(base.p50),
    p90: head.p90.minus(base.p90),
    p95: head.p95.minus(base.p95),
    share: base.expected.eq(0) ? null : expected.div(base.expected).toNumber(),
  };
}

function isUnknown({ change, head, base }: ComparedWorkload): boolean {
  return change !== "same" && (head?.monthly === null || base?.monthly === null);
}

/** The change of one workload's monthly cost; null if unknown. A workload on only one side counts in full. */
export function workloadDelta({ change, head, base }: ComparedWorkload): Decimal | null {
  if (head && base) return head.monthly && base.monthly && head.monthly.minus(base.monthly);
  if (change === "same") return null;
  return head ? head.monthly : (base?.monthly?.neg() ?? null);
}
