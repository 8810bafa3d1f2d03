import type { RolledGroup } from "../../rollup/groups.ts";
import type { RollUp } from "../../rollup/rollup.ts";
import { formatMoney, percent, quantity } from "../layout/format.ts";
import { scopeName, VERDICT_WORDS } from "../words/reasons.ts";
import { stateOf } from "./words.ts";

/** A table. A column whose title ends with a colon is aligned right. */
export type Table = { title: string; titles: string[]; rows: string[][] };

/** The tables of a roll-up, for text and for Markdown. @param name makes a name from a report safe to show */
export function tablesOf(rolled: RollUp, name: (text: string) => string): Table[] {
  return [repositories(rolled, name), budgets(rolled), ...groups(rolled, name)].filter(({ rows }) => rows.length > 0);
}

function repositories({ entries, each, currency }: RollUp, name: (text: string) => string): Table {
  const rows = entries.map((entry) => {
    const one = each.get(entry);
    const day = entry.read?.date ?? "";
    return [name(entry.repository), stateOf(entry), day, one ? quantity(one.workloads) : "unknown", ...amounts(one, currency)];
  });
  return { title: "Repositories", titles: ["Repository", "State", "Of", "Workloads:", "Monthly cost:", "P90:"], rows };
}

function budgets({ budgets: lines, currency }: RollUp): Table {
  const rows = lines.map(({ scope, verdict, head, complete, limit, used, figure }) => [
    scopeName(scope),
    verdict === "pass" ? "within budget" : verdict === "warn" ? "close" : VERDICT_WORDS[verdict].title,
    head === null ? "unknown" : `${complete ? "" : "≥ "}${formatMoney(head, currency)}${figure === "expected" ? "" : ` (${figure.toUpperCase()})`}`,
    formatMoney(limit, currency),
    used === null ? "unknown" : `${complete ? "" : "≥ "}${percent(used)}`,
  ]);
  return { title: "Budgets", titles: ["Budget", "State", "Projected:", "Limit:", "Used:"], rows };
}

function groups({ groups: all, currency }: RollUp, name: (text: string) => string): Table[] {
  const keys = [...new Set(all.map(({ by }) => by))];
  return keys.map((by) => ({
    title: `By ${name(by)}`,
    titles: [by.startsWith("tag:") ? "Value" : by.charAt(0).toUpperCase() + by.slice(1), "Workloads:", "Monthly cost:", "P90:"],
    rows: all
      .filter((group) => group.by === by)
      .map((group) => [group.value === null ? "(none)" : name(group.value), quantity(group.workloads), ...amounts(group, currency)]),
  }));
}

/** The monthly cost and its P90, or "unknown" for both. */
function amounts(one: Pick<RolledGroup, "figures" | "complete"> | undefined, currency: string): [string, string] {
  if (!one?.figures) return ["unknown", "unknown"];
  const least = one.complete ? "" : "≥ ";
  return [`${least}${formatMoney(one.figures.expected, currency)}`, `${least}${formatMoney(one.figures.p90, currency)}`];
}
