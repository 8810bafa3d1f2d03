import { workloadDelta } from "../compare/delta.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import type { FigureName } from "../risk/figures.ts";
import { heldMonthOf, heldOf, undeliveredOf } from "../risk/held.ts";
import { scaled } from "../risk/scale.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import type { Distributions } from "../stats/distributions.ts";
import type { WorkloadLine } from "./judge-input.ts";
import type { Reason } from "./reason.ts";

/** What would bring a broken limit to hold again, computed: money a month, in the reporting currency. */
export type Remedy = {
  /** What is too much: value less limit, above 0. */
  excess: Decimal;
  /** The workload that contributes most: to the increase where this change made one, else to the total. */
  driver: { file: string; name: string; contributes: Decimal; isIncrease: boolean };
  /** The volume at which the limit holds, all else unchanged; null where even none of it would not be enough. */
  volume: { key: string; from: number | null; to: number | null; cut: number } | null;
};

/**
 * Looks for the one change that satisfies a limit: less volume of the workload that contributes most. The
 * expected month is proportional to its volume; a quantile is worked out again. (Volume tiers may make it dearer.)
 * @param members the workloads that the limit holds
 * @returns null where the reason is no broken limit, or nothing in it has a price
 */
export function remedyOf(
  { limit, value, figure }: Reason,
  members: readonly WorkloadCost[],
  workloads: readonly WorkloadLine[],
  distributions: Distributions,
): Remedy | null {
  if (limit === null || value === null || value.lte(limit)) return null;
  const excess = value.minus(limit);
  const driver = driverOf(members, workloads);
  if (!driver) return null;
  const { head, contributes, isIncrease } = driver;
  return {
    excess,
    driver: { file: head.file, name: head.name, contributes, isIncrease },
    volume: volumeFor(head, keptShare({ driver: head, members, figure: figure ?? "expected" }, excess, distributions)),
  };
}

/** The workload of a limit that adds most to the month, or where none adds anything, the largest; null where none has a price. */
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
  const driver = isIncrease ? added : largest(lines, ({ head }) => heldMonthOf(head));
  return driver?.line.head ? { head: driver.line.head, contributes: driver.amount, isIncrease } : null;
}

/** What a workload adds to what limits hold. */
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

/** A limit that is exceeded: the workload that drives it, all that count for it, and the figure that it holds. */
type Exceeded = { driver: WorkloadCost; members: readonly WorkloadCost[]; figure: FigureName };

/** The share of the driver's volume with which the figure of all comes down by the excess; null where even none is not enough. */
function keptShare({ driver, members, figure }: Exceeded, excess: Decimal, distributions: Distributions): number | null {
  const monthly = heldMonthOf(driver);
  const whole = heldOf(members, figure, distributions)?.amount;
  if (!monthly || !whole) return null;
  if (figure === "expected" || !driver.risk?.totalDistribution) return monthly.gt(excess) ? monthly.minus(excess).div(monthly).toNumber() : null;
  const target = whole.minus(excess);
  const holds = (share: number): boolean => {
    const others = members.map((one) => (one === driver ? scaled(one, share, distributions) : one));
    return heldOf(others, figure, distributions)?.amount.lte(target) ?? false;
  };
  if (!holds(0)) return null;
  let [kept, broken] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (kept + broken) / 2;
    if (holds(middle)) kept = middle;
    else broken = middle;
  }
  return kept > 0 ? kept : null;
}

/** To a thousandth of the volume. */
const HALVINGS = 12;

function volumeFor({ keys }: WorkloadCost, kept: number | null): Remedy["volume"] {
  if (!keys || kept === null) return null;
  const key = (["per_month", "per_week", "per_day"] as const).find((name) => keys.volume[name] !== undefined) ?? "per_month";
  const declared = keys.volume[key];
  const cut = 1 - kept;
  if (typeof declared !== "number") return { key: `volume.${key}`, from: null, to: null, cut };
  // Down to a whole clip, or to a tenth where there are few: rounding up would break the limit again.
  const to = decimal(declared)
    .times(Number(kept.toPrecision(12)))
    .round(declared < 10 ? 1 : 0, 0)
    .toNumber();
  return to > 0 ? { key: `volume.${key}`, from: declared, to, cut } : null;
}
