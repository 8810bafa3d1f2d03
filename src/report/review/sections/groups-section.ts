import type { WorkloadGroup } from "../../../review/groups.ts";
import type { Review } from "../../../review/result.ts";
import type { Section } from "../../layout/assemble.ts";
import { columns } from "../../layout/columns.ts";
import { code, inert } from "../../layout/escape.ts";
import { count, formatMoney, quantity, signedMoney } from "../../layout/format.ts";
import { tableHead, tableRow } from "../../layout/table.ts";

/** The groups of `--group-by` as a table in a comment, always visible. */
export function groupSection(groups: readonly WorkloadGroup[], review: Review): Section[] {
  const [first] = groups;
  if (!first) return [];
  const based = review.compared === "base";
  const rows = groups.map((group) => {
    const { month, p90, change } = money(group, review.currency);
    const amounts = [month, ...(p90 === "" ? [] : [`P90\u00a0${p90}`])].join("<br>");
    return tableRow([amounts, ...(based ? [change] : []), `${group.value === null ? "none" : code(group.value)}<br>${count(group.workloads, "workload")}`]);
  });
  const titles = ["Monthly cost:", ...(based ? ["Change:"] : []), code(nameOf(first))];
  return [{ before: tableHead(titles), rows, after: [], noun: "group", asRow: (text) => tableRow([text]) }];
}

/** The same table for a terminal. */
export function groupLines(groups: readonly WorkloadGroup[], { compared, currency }: Review, width: number): string[] {
  const [first] = groups;
  if (!first) return [];
  const based = compared === "base";
  const rows = groups.map((group) => {
    const { month, p90, change } = money(group, currency);
    return [group.value === null ? "(none)" : inert(group.value), month, p90, ...(based ? [change] : []), quantity(group.workloads)];
  });
  return columns(
    [
      { title: inert(nameOf(first)) },
      { title: "Monthly cost", align: "right" },
      { title: "P90", align: "right", drop: 2 },
      ...(based ? [{ title: "Change", align: "right" as const }] : []),
      { title: "Workloads", align: "right", drop: 1 },
    ],
    rows,
    width,
  );
}

function nameOf({ by }: WorkloadGroup): string {
  return by.replace(/^tag:/, "");
}

/** Amounts of a group. If a workload has no price, the amount is a lower bound and the difference is unknown. */
function money({ figures, base_figures, complete, workloads }: WorkloadGroup, currency: string): { month: string; p90: string; change: string } {
  const least = complete ? "" : "≥ ";
  const before = base_figures?.expected ?? null;
  const change = figures && complete && before ? signedMoney(figures.expected.minus(before), currency) : "unknown";
  if (!figures) return { month: workloads === 0 ? "" : "unpriced", p90: "", change };
  return { month: `${least}${formatMoney(figures.expected, currency)}`, p90: `${least}${formatMoney(figures.p90, currency)}`, change };
}
