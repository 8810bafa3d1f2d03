import type { BudgetLine } from "../../budget/rules.ts";
import { type Decimal, ZERO } from "../../money/decimal.ts";
import type { Review } from "../../review/result.ts";
import type { Section } from "../layout/assemble.ts";
import { chartLabel } from "../layout/chart-label.ts";
import { code } from "../layout/escape.ts";
import { cell, count, formatMoney, percent } from "../layout/format.ts";
import { shortFiles } from "../layout/short-files.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { scopeName } from "../words/reasons.ts";
import { type Row, type Rows, rowsOf } from "./rows.ts";

/** More workloads than this are drawn by provider: a pie of many slices cannot be read. */
const SLICES = 8;
/** Budgets that get a bar, the most used first. */
const BARS = 10;
/** Few enough that a row fits a phone. */
const CELLS = 10;

/**
 * The spend as a pie and each budget as a bar, folded, with every number in text beside the picture:
 * where Mermaid is not drawn nothing is lost. Empty where there is nothing to draw.
 */
export function chartSection(review: Review): Section[] {
  const all = rowsOf(review);
  const slices = slicesOf(all);
  const bars = barRows(review);
  const drawn = slices.parts.filter(({ cents }) => cents.gt(0));
  const title = drawn.length < 2 ? "Pictures" : `Pictures (spend by ${slices.by})`;
  const open = [`<details><summary>${title}</summary>`, ""];
  if (drawn.length < 2) {
    if (bars.length === 0) return [];
    return [{ before: [...open, ...BAR_HEAD], rows: bars, after: ["", "</details>"], noun: "budget", asRow: (text) => tableRow([text]) }];
  }
  const total = drawn.reduce((sum, { cents }) => sum.plus(cents), ZERO);
  const rows = slices.parts.map(({ name, cents, exact }) =>
    tableRow([name, cell(cents, exact, review.currency), exact.gt(0) ? percent(cents.div(total).toNumber()) : ""]),
  );
  const after = [tableRow(["**Total**", `**${formatMoney(total, review.currency)}**`, ""]), "", "</details>"];
  const before = [
    ...open,
    ...(bars.length === 0 ? [] : [...BAR_HEAD, ...bars, ""]),
    ...pie(drawn, review.currency),
    "",
    ...tableHead([slices.by === "workload" ? "Workload" : "Provider", "A month:", "Share:"]),
  ];
  return [{ before, rows, after, noun: slices.by, asRow: (text) => tableRow([text, "", ""]) }];
}

/** A part of the month: `name` is inert Markdown, `label` what the picture calls it; `cents` add up to the total. */
type Slice = { name: string; label: string; cents: Decimal; exact: Decimal };

/** By workload where those are few, else by provider; the smallest beyond SLICES are one slice. Only what has a price. */
function slicesOf(all: Rows): { by: "workload" | "provider"; parts: Slice[] } {
  const priced = all.rows.filter(({ line, monthly }) => line.head?.monthly && monthly);
  if (priced.length <= SLICES) {
    const fileName = shortFiles(priced.map(({ shown }) => shown.file));
    const isOnly = (name: string): boolean => priced.filter(({ shown }) => shown.name === name).length === 1;
    const labelled = ({ shown: { name, file } }: Row): string => (isOnly(name) ? name : `${name} in ${fileName(file)}`);
    return { by: "workload", parts: largest(priced.map((row) => sliceOf(row, labelled(row), all.severalFiles))) };
  }
  const providers = new Map<string, Slice>();
  for (const row of priced) {
    const provider = row.shown.keys?.provider ?? "";
    const known = providers.get(provider) ?? { name: code(provider), label: provider, cents: ZERO, exact: ZERO };
    providers.set(provider, { ...known, cents: known.cents.plus(row.monthly ?? ZERO), exact: known.exact.plus(row.line.head?.monthly ?? ZERO) });
  }
  const parts = largest([...providers.values()]);
  const rest = parts.slice(SLICES - 1);
  if (rest.length < 2) return { by: "provider", parts };
  const named = count(rest.length, "other provider");
  const sum = (key: "cents" | "exact"): Decimal => rest.reduce((total, one) => total.plus(one[key]), ZERO);
  const other: Slice = { name: named, label: named, cents: sum("cents"), exact: sum("exact") };
  return { by: "provider", parts: [...parts.slice(0, SLICES - 1), other] };
}

function sliceOf({ shown: { name, file }, line, monthly }: Row, label: string, severalFiles: boolean): Slice {
  return {
    name: `${code(name)}${severalFiles ? `<br>${code(file)}` : ""}`,
    label,
    cents: monthly ?? ZERO,
    exact: line.head?.monthly ?? ZERO,
  };
}

function largest(slices: readonly Slice[]): Slice[] {
  return [...slices].sort((a, b) => b.exact.cmp(a.exact));
}

/** A Mermaid pie. It has no title: a title goes through an HTML filter, which a label does not. Of two slices of one label Mermaid would keep one. */
function pie(slices: readonly Slice[], currency: string): string[] {
  const used = new Set<string>();
  const lines = slices.map(({ label, cents }) => {
    const named = `${chartLabel(label)}, ${formatMoney(cents, currency)}`;
    let unique = named;
    for (let again = 2; used.has(unique); again++) unique = `${named} (${again})`;
    used.add(unique);
    return `  "${unique}" : ${cents.toFixed(2)}`;
  });
  return ["```mermaid", "pie", ...lines, "```"];
}

const BAR_HEAD = tableHead(["Budget", "Used", "Of:"]);

/** A bar and its share for each limit, the most used first. */
function barRows({ budgets, currency }: Review): string[] {
  const several = new Set(budgets.map(({ file }) => file)).size > 1;
  const sorted = [...budgets].sort((a, b) => (b.used ?? 0) - (a.used ?? 0));
  const shown = sorted.slice(0, BARS).map((line) => tableRow([nameOf(line, several), bar(line), formatMoney(line.limit, currency)]));
  return sorted.length <= BARS ? shown : [...shown, tableRow([count(sorted.length - BARS, "more budget"), "", ""])];
}

function nameOf({ file, scope }: BudgetLine, several: boolean): string {
  return `${several ? `${code(file)} ` : ""}${scopeName(scope)}`;
}

/** Cells in a code span, so that all bars are equally long; a limit that is passed is full, and its share says by how much. */
function bar({ used, complete }: BudgetLine): string {
  if (used === null) return "unknown";
  const filled = Math.round(Math.min(1, Math.max(0, used)) * CELLS);
  return `\`${"█".repeat(filled)}${"░".repeat(CELLS - filled)}\` ${complete ? "" : "≥ "}${percent(used)}`;
}
