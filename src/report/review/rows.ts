import { type Delta, deltaOf, workloadDelta } from "../../compare/delta.ts";
import type { Estimate } from "../../engine/estimate.ts";
import { type Decimal, ZERO } from "../../money/decimal.ts";
import type { Review } from "../../review/result.ts";
import { rowsThatAddUp } from "../layout/format.ts";

/** A workload as tables show it: `monthly` and `delta` in whole cents that add up to the totals beside them; null is unknown. */
export type Row = {
  line: Review["workloads"][number];
  /** Head's side, or base's where the workload was removed. */
  shown: Estimate;
  monthly: Decimal | null;
  delta: Decimal | null;
};

export type Rows = {
  rows: readonly Row[];
  monthly: Decimal | null;
  delta: Delta | null;
  /** Whether the workloads come from several manifests, so that a name alone is ambiguous. */
  severalFiles: boolean;
};

/** Every workload of a report with amounts rounded so that columns add up, and what they add up to (exact). */
export function rowsOf({ workloads, total }: Review): Rows {
  const delta = deltaOf(total, workloads);
  const monthly = total.head?.expected ?? null;
  const months = addUp(
    workloads.map(({ head }) => head?.monthly ?? null),
    monthly,
  );
  // A workload without a price on both sides that the change does not touch changes nothing.
  const moves = addUp(
    workloads.map((line) => (line.change === "same" ? ZERO : workloadDelta(line))),
    delta?.expected ?? null,
  );
  const rows = workloads.map((line, index) => ({
    line,
    shown: (line.head ?? line.base) as Estimate,
    monthly: months[index] ?? null,
    delta: moves[index] ?? null,
  }));
  return { rows, monthly, delta, severalFiles: new Set(rows.map(({ shown }) => shown.file)).size > 1 };
}

function addUp(amounts: readonly (Decimal | null)[], total: Decimal | null): (Decimal | null)[] {
  const known = amounts.filter((amount) => amount !== null);
  const rounded = total === null ? known.map((amount) => amount.round(2, 1)) : rowsThatAddUp(known, total.round(2, 1));
  let next = 0;
  return amounts.map((amount) => (amount === null ? null : (rounded[next++] as Decimal)));
}

/** The edits of a row, each with its amount in whole cents, so that they add up to what the row shows; null is unknown. */
export function shownEdits({ line, delta }: Row): { edit: Row["line"]["changes"][number]; shown: Decimal | null }[] {
  const { changes } = line;
  const shown = addUp(
    changes.map(({ monthly }) => monthly),
    changes.every(({ monthly }) => monthly !== null) ? delta : null,
  );
  return changes.map((edit, index) => ({ edit, shown: shown[index] ?? null }));
}

/** Rows of workloads that changed, the largest change first; what is not known comes before all, since it may be the largest. */
export function changedRows({ rows }: Rows): Row[] {
  const size = ({ line }: Row): Decimal | null => workloadDelta(line)?.abs() ?? null;
  return rows
    .filter(({ line }) => line.change !== "same")
    .map((row) => ({ row, size: size(row) }))
    .sort((a, b) => (a.size && b.size ? b.size.cmp(a.size) : Number(a.size !== null) - Number(b.size !== null)))
    .map(({ row }) => row);
}
