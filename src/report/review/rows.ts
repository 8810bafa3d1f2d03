import { type Delta, deltaOf, workloadDelta } from "../../compare/delta.ts";
import type { Estimate } from "../../engine/estimate.ts";
import { type Decimal, ZERO } from "../../money/decimal.ts";
import type { Review } from "../../review/result.ts";
import { rowsThatAddUp } from "../layout/format.ts";

/** A workload as a row of a table. `monthly` and `delta` are in whole cents that add up to the shown totals; null if unknown. */
export type Row = {
  line: Review["workloads"][number];
  /** The estimate at head, or at base if the workload was removed. */
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

/** By report, because several of its sections need the rows. */
const known = new WeakMap<Review, Rows>();

/** Every workload of a report, with amounts rounded so that each column adds up, and the exact totals. */
export function rowsOf(review: Review): Rows {
  const rows = known.get(review) ?? madeOf(review);
  known.set(review, rows);
  return rows;
}

function madeOf({ workloads, total }: Review): Rows {
  const delta = deltaOf(total, workloads);
  const monthly = total.head?.expected ?? null;
  const months = addUp(
    workloads.map(({ head }) => head?.monthly ?? null),
    monthly,
  );
  // An untouched workload adds 0, even if it has no price on either side.
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

/** The edits of a row, each with its amount in whole cents (null if unknown). The amounts add up to the row's `delta`. */
export function shownEdits({ line, delta }: Row): { edit: Row["line"]["changes"][number]; shown: Decimal | null }[] {
  const { changes } = line;
  const shown = addUp(
    changes.map(({ monthly }) => monthly),
    changes.every(({ monthly }) => monthly !== null) ? delta : null,
  );
  return changes.map((edit, index) => ({ edit, shown: shown[index] ?? null }));
}

/** Rows of changed workloads, the largest change first. Unknown changes come before all others, because they may be the largest. */
export function changedRows({ rows }: Rows): Row[] {
  const size = ({ line }: Row): Decimal | null => workloadDelta(line)?.abs() ?? null;
  return rows
    .filter(({ line }) => line.change !== "same")
    .map((row) => ({ row, size: size(row) }))
    .sort((a, b) => (a.size && b.size ? b.size.cmp(a.size) : Number(a.size !== null) - Number(b.size !== null)))
    .map(({ row }) => row);
}
