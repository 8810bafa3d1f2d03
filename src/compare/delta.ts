import type { Decimal } from "../money/decimal.ts";
import type { Figures } from "../risk/figures.ts";
import type { ComparedWorkload } from "./compare.ts";

/** What a change adds a month, by figure; `share`: the expected one as a share of base, null if base is 0. */
export type Delta = Pick<Figures, "expected" | "p50" | "p90" | "p95"> & { share: number | null };

/**
 * Head less base. Null without a base, where a file that differs could not be read on one of the sides, and where a workload that the change touches has no price on
 * either of its sides: what is unknown must not look like a saving.
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

/** What one workload adds a month; null if that is not known. One that is only on one side counts whole. */
export function workloadDelta({ change, head, base }: ComparedWorkload): Decimal | null {
  if (head && base) return head.monthly && base.monthly && head.monthly.minus(base.monthly);
  if (change === "same") return null;
  return head ? head.monthly : (base?.monthly?.neg() ?? null);
}
