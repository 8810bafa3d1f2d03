import type { Review } from "../../review/result.ts";
import { inert } from "../layout/escape.ts";
import { count, signedMoney } from "../layout/format.ts";
import { inYaml } from "../layout/value.ts";
import { changedRows, rowsOf, shownEdits } from "./rows.ts";

/** At most this many changed workloads have their edits listed, the largest change first; `verbose` lists all. */
const LISTED = 10;

/** The edits of workloads that exist on both sides, for a terminal: `teaser: volume.per_month 60 → 400: +$255.00`. */
export function changedLines(review: Review, verbose: boolean): string[] {
  if (review.compared !== "base") return [];
  const all = rowsOf(review);
  const edited = changedRows(all).filter(({ line }) => line.change === "changed" && line.changes.length > 0);
  const shown = verbose ? edited : edited.slice(0, LISTED);
  const lines = shown.map((row) => {
    const { name, file } = row.shown;
    const edits = shownEdits(row).map(({ edit: { path, from, to }, shown: monthly }) => {
      const values = from === null && to === null ? "" : ` ${inYaml(from)} → ${inYaml(to)}`;
      return inert(`${path}${values}${monthly === null ? "" : `: ${signedMoney(monthly, review.currency)}`}`);
    });
    return `${inert(all.severalFiles ? `${name} in ${file}` : name)}: ${edits.join("; ")}`;
  });
  return shown.length === edited.length ? lines : [...lines, `and ${count(edited.length - shown.length, "more changed workload")}`];
}

/** Columns of the workload table that an edit can change. */
export type MovedColumn = "Model" | "Clips" | "Takes" | "A job";

/** Columns in which a workload has another value than at base. */
export function movedColumns({ workloads }: Review): ReadonlySet<MovedColumn> {
  const both = workloads.flatMap(({ head, base }) => (head && base ? [{ head, base }] : []));
  const some = (title: MovedColumn, of: (one: (typeof both)[number]["head"]) => unknown): MovedColumn[] =>
    both.some(({ head, base }) => String(of(head)) !== String(of(base))) ? [title] : [];
  return new Set([
    ...some("Model", ({ keys }) => `${keys?.provider}/${keys?.model}`),
    ...some("Clips", ({ plan }) => plan?.clips),
    ...some("Takes", ({ plan }) => plan?.takes),
    ...some("A job", ({ job }) => job?.amount.toFixed()),
  ]);
}
