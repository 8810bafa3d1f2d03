import { workloadDelta } from "../compare/delta.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import { monthlyDeliveryCost, undeliveredOf } from "../risk/delivery-cost.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import type { WorkloadLine } from "./judge-input.ts";

/** The workload in a limit's scope that adds the most to the monthly cost. If none adds anything, the most expensive one. Null if none has a price. */
export function driverOf(
  members: readonly WorkloadCost[],
  workloads: readonly WorkloadLine[],
): { head: WorkloadCost; contributes: Decimal; isIncrease: boolean } | null {
  const within = new Set(members);
  const lines = workloads.filter(({ head }) => head?.monthly && within.has(head));
  const added = largest(
    lines.filter(({ change }) => change !== "same"),
    heldDelta,
  );
  const isIncrease = added?.amount.gt(0) ?? false;
  const driver = isIncrease ? added : largest(lines, ({ head }) => monthlyDeliveryCost(head));
  return driver?.line.head ? { head: driver.line.head, contributes: driver.amount, isIncrease } : null;
}

/** What a workload adds to the amount that limits are compared with. */
function heldDelta(line: WorkloadLine): Decimal | null {
  const added = workloadDelta(line);
  return added ? added.plus(line.head ? undeliveredOf(line.head) : ZERO).minus(line.base ? undeliveredOf(line.base) : ZERO) : null;
}

function largest(lines: readonly WorkloadLine[], amountOf: (line: WorkloadLine) => Decimal | null): { line: WorkloadLine; amount: Decimal } | undefined {
  let best: { line: WorkloadLine; amount: Decimal } | undefined;
  for (const line of lines) {
    const amount = amountOf(line);
    if (amount && (!best || amount.gt(best.amount))) best = { line, amount };
  }
  return best;
}
