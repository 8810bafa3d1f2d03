import type { BudgetLine } from "../../budget/rules.ts";
import { type Decimal, ZERO } from "../../money/decimal.ts";
import type { Review } from "../../review/result.ts";
import type { Section } from "../layout/assemble.ts";
import { code } from "../layout/escape.ts";
import { cell, count, formatMoney, percent } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { scopeName } from "../words/reasons.ts";
import { type Row, type Rows, rowsOf } from "./rows.ts";

/** With more workloads than this, the chart groups by provider, because more bars are hard to read. */
const SLICES = 8;
/** At most this many budgets get a bar, those with the highest use first. */
const BARS = 10;
/** Characters in a bar, few enough that a row fits on a phone. */
const CELLS = 10;
/** The most cells beyond a limit. A longer bar ends with `…`. */
const MOST_BEYOND = 12;

/** Folded bars of the monthly cost, the largest first, and of each budget. They are plain text, which works in light and dark mode. Empty if there is nothing to draw. */
export function chartSection(review: Review): Section[] {
  const all = rowsOf(review);
  const slices = slicesOf(all);
  const bars = barRows(review);
  const drawn = slices.parts.filter(({ cents }) => cents.gt(0));
  const budgets: Section = { before: ["**Use of budgets**", "", ...BAR_HEAD], rows: bars, after: [], noun: "budget", asRow: (text) => tableRow([text, ""]) };
  const used = bars.length === 0 ? [] : [budgets];
  if (drawn.length < 2) return used;
  const total = drawn.reduce((sum, { cents }) => sum.plus(cents), ZERO);
  const most = drawn.reduce((known, { cents }) => (cents.gt(known) ? cents : known), ZERO);
  const rows = slices.parts.map(({ name, cents, exact }) =>
    tableRow([cell(cents, exact, review.currency), exact.gt(0) ? `${name}<br>${ranked(cents, most)} ${percent(cents.div(total).toNumber())}` : name]),
  );
  const after = [tableRow([`**${formatMoney(total, review.currency)}**`, "**Total**"])];
  const before = [`**Spend by ${slices.by}**`, "", ...tableHead(["Monthly cost:", slices.by === "workload" ? "Workload" : "Provider"])];
  return [...used, { before, rows, after, noun: slices.by, asRow: (text) => tableRow([text, ""]) }];
}

/** A part of the monthly cost. `name` is safe Markdown; the `cents` of all parts add up to the total. */
type Slice = { name: string; cents: Decimal; exact: Decimal };

/** The priced monthly cost by workload, or by provider if there are more than `SLICES` workloads. Parts beyond `SLICES` are combined. */
function slicesOf(all: Rows): { by: "workload" | "provider"; parts: Slice[] } {
  const priced = all.rows.filter(({ line, monthly }) => line.head?.monthly && monthly);
  if (priced.length <= SLICES) {
    return { by: "workload", parts: largest(priced.map((row) => sliceOf(row, all.severalFiles))) };
  }
  const providers = new Map<string, Slice>();
  for (const row of priced) {
    const provider = row.shown.keys?.provider ?? "";
    const known = providers.get(provider) ?? { name: code(provider), cents: ZERO, exact: ZERO };
    providers.set(provider, { ...known, cents: known.cents.plus(row.monthly ?? ZERO), exact: known.exact.plus(row.line.head?.monthly ?? ZERO) });
  }
  const parts = largest([...providers.values()]);
  const rest = parts.slice(SLICES - 1);
  if (rest.length < 2) return { by: "provider", parts };
  const named = count(rest.length, "other provider");
  const sum = (key: "cents" | "exact"): Decimal => rest.reduce((total, one) => total.plus(one[key]), ZERO);
  const other: Slice = { name: named, cents: sum("cents"), exact: sum("exact") };
  return { by: "provider", parts: [...parts.slice(0, SLICES - 1), other] };
}

function sliceOf({ shown: { name, file }, line, monthly }: Row, severalFiles: boolean): Slice {
  return {
    name: `${code(name)}${severalFiles ? `<br>${code(file)}` : ""}`,
    cents: monthly ?? ZERO,
    exact: line.head?.monthly ?? ZERO,
  };
}

function largest(slices: readonly Slice[]): Slice[] {
  return [...slices].sort((a, b) => b.exact.cmp(a.exact));
}

const BAR_HEAD = tableHead(["Limit:", "Budget"]);

/** A row with a bar and its share for each limit, the highest share first. */
function barRows({ budgets, currency }: Review): string[] {
  const several = new Set(budgets.map(({ file }) => file)).size > 1;
  const sorted = [...budgets].sort((a, b) => (b.used ?? 0) - (a.used ?? 0));
  const shown = sorted.slice(0, BARS).map((line) => tableRow([formatMoney(line.limit, currency), `${nameOf(line, several)}<br>${bar(line)}`]));
  return sorted.length <= BARS ? shown : [...shown, tableRow(["", count(sorted.length - BARS, "more budget")])];
}

function nameOf({ file, scope }: BudgetLine, several: boolean): string {
  return `${several ? `${code(file)} ` : ""}${scopeName(scope)}`;
}

/** The bar of a budget. A full bar is the limit, and cells behind a mark show the excess, so that 122% and 218% look different. */
function bar({ used, complete }: BudgetLine): string {
  if (used === null) return "unknown";
  const filled = Math.round(Math.min(1, Math.max(0, used)) * CELLS);
  const beyond = Math.min(MOST_BEYOND, Math.round(Math.max(0, used - 1) * CELLS));
  const over = used > 1 ? `┃${"▓".repeat(Math.max(1, beyond))}${(used - 1) * CELLS > MOST_BEYOND ? "…" : ""}` : "";
  return `\`${"█".repeat(filled)}${"░".repeat(CELLS - filled)}${over}\` ${complete ? "" : "≥ "}${percent(used)}`;
}

/** A part of the monthly cost as a bar. The largest part fills it, and a part above 0 has at least one cell. */
function ranked(cents: Decimal, largest: Decimal): string {
  const filled = cents.gt(0) ? Math.max(1, Math.round(cents.div(largest).toNumber() * CELLS)) : 0;
  return `\`${"█".repeat(filled)}${"░".repeat(CELLS - filled)}\``;
}
