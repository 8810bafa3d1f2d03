import { workloadDelta } from "../compare/delta.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import type { Exposed } from "../risk/exposed.ts";
import type { WorkloadLine } from "./judge.ts";
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
 * Looks for the one change that satisfies a limit: less volume of the workload that contributes most.
 * A month is proportional to its volume, so the bound is exact. (Volume tiers may make it dearer.)
 * @param members the workloads that the limit holds
 * @returns null where the reason is no broken limit, or nothing in it has a price
 */
export function remedyOf({ limit, value }: Reason, members: readonly Exposed[], workloads: readonly WorkloadLine[]): Remedy | null {
  if (limit === null || value === null || value.lte(limit)) return null;
  const excess = value.minus(limit);
  const driver = driverOf(members, workloads);
  if (!driver) return null;
  const { head, contributes, isIncrease } = driver;
  return { excess, driver: { file: head.file, name: head.name, contributes, isIncrease }, volume: volumeFor(head, excess) };
}

/** The workload of a limit that adds most to the month, or where none adds anything, the largest; null where none has a price. */
export function driverOf(members: readonly Exposed[], workloads: readonly WorkloadLine[]): { head: Exposed; contributes: Decimal; isIncrease: boolean } | null {
  const within = new Set(members);
  const lines = workloads.filter(({ head }) => head?.monthly && within.has(head));
  const added = largest(
    lines.filter(({ change }) => change !== "same"),
    workloadDelta,
  );
  const isIncrease = added?.amount.gt(0) ?? false;
  const driver = isIncrease ? added : largest(lines, ({ head }) => head?.monthly ?? null);
  return driver?.line.head ? { head: driver.line.head, contributes: driver.amount, isIncrease } : null;
}

function largest(lines: readonly WorkloadLine[], amountOf: (line: WorkloadLine) => Decimal | null): { line: WorkloadLine; amount: Decimal } | undefined {
  let best: { line: WorkloadLine; amount: Decimal } | undefined;
  for (const line of lines) {
    const amount = amountOf(line);
    if (amount && (!best || amount.gt(best.amount))) best = { line, amount };
  }
  return best;
}

function volumeFor({ keys, monthly }: Exposed, excess: Decimal): Remedy["volume"] {
  if (!keys || !monthly || monthly.lte(excess)) return null;
  const key = (["per_month", "per_week", "per_day"] as const).find((name) => keys.volume[name] !== undefined) ?? "per_month";
  const declared = keys.volume[key];
  const cut = excess.div(monthly).toNumber();
  if (typeof declared !== "number") return { key: `volume.${key}`, from: null, to: null, cut };
  // Down to a whole clip, or to a tenth where there are few: rounding up would break the limit again.
  const to = decimal(declared)
    .times(monthly.minus(excess))
    .div(monthly)
    .round(declared < 10 ? 1 : 0, 0)
    .toNumber();
  return to > 0 ? { key: `volume.${key}`, from: declared, to, cut } : null;
}
