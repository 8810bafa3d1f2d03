import picocolors from "picocolors";
import type { BudgetLine } from "../../budget/rules.ts";
import { ZERO } from "../../money/decimal.ts";
import type { WorkloadGroup } from "../../review/groups.ts";
import type { Review } from "../../review/result.ts";
import { type Column, columns } from "../layout/columns.ts";
import { inert } from "../layout/escape.ts";
import { cell, clipCount, count, formatMoney, jobPrice, percent, quantity, signedMoney } from "../layout/format.ts";
import { shortFiles } from "../layout/short-files.ts";
import { pad, wrap } from "../layout/wrap.ts";
import { hint, sentence } from "../words/messages.ts";
import { type Action, requiredActions } from "./actions.ts";
import { type ChangedColumn, changedColumns, changedLines } from "./changed-lines.ts";
import { details } from "./details.ts";
import { footnotes } from "./footnotes.ts";
import { chanceOf, headline, ifPlanned } from "./headline.ts";
import { type Row, type Rows, rowsOf } from "./rows.ts";
import { undeclaredLines } from "./sections/code-section.ts";
import { controlLines, controlTitle } from "./sections/controls-section.ts";
import { groupLines } from "./sections/groups-section.ts";
import { monthLines } from "./sections/months-section.ts";
import { repricingLines } from "./sections/repricing-section.ts";
import { toDateLines } from "./sections/to-date-section.ts";
import { trustLines } from "./sections/trust-section.ts";

export type TextOptions = { width: number; color: boolean; verbose: boolean; groups?: readonly WorkloadGroup[] };

/** At most this many workloads are listed, the largest first. One line counts the others; `verbose` lists all. */
const LISTED = 40;
/** At most this many warnings of one kind are listed. One line counts the others; `verbose` lists all. */
const ALIKE = 10;
const BAR = 20;
/** Added to the `drop` order of a column that explains a change. It is larger than any `drop`, so that such columns are dropped last. */
const CAUSE = 10;

/** The report for a terminal or a pipe. No line is wider than `width` columns. Colors only repeat what the words say. */
export function toText(review: Review, { width, color, verbose, groups = [] }: TextOptions): string {
  const paint = picocolors.createColors(color);
  const verdict = { pass: paint.green, warn: paint.yellow, fail: paint.red, unpriced: paint.red, invalid: paint.red }[review.verdict];
  const { title, sentence: figures } = headline(review);
  const block = (lines: readonly string[]): string[] => (lines.length > 0 ? ["", ...lines] : []);
  const wrapped = (text: string, indent = "  "): string[] => wrap(text, width, indent);
  const listed = (heading: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [paint.bold(heading), ...items.flatMap((item) => wrapped(`- ${item}`))];

  const all = requiredActions(review, "text");
  const actions = (title: string, some: readonly Action[]): string[] => {
    const items = some.flatMap(({ says, todo: [first = "", ...more] }) => [
      ...wrapped(`- ${first === "" ? says : `${says} ${first}`}`),
      ...more.flatMap((one) => wrap(`  - ${one}`, width, "    ")),
    ]);
    return items.length === 0 ? [] : [paint.bold(title), ...items];
  };
  const lines = [
    ...wrap(`${review.verdict.toUpperCase()}: ${title}`, width).map((line) => paint.bold(verdict(line))),
    ...wrapped(figures, ""),
    ...block(table(review, width, verbose, paint)),
    ...block(listed("What changed", changedLines(review, verbose))),
    ...block(listed("Less certain prices", trustLines(review))),
    ...block(groupLines(groups, review, width)),
    ...block(review.budgets.flatMap((line) => bar(line, review, width, paint))),
    ...block(cash(review).flatMap((text) => wrapped(text))),
    ...block(toDateLines(review, width, paint.dim).flatMap((line) => (line.length > width ? wrapped(line, "") : [line]))),
    ...block(monthLines(review, width, paint.dim).flatMap((line) => (line.length > width ? wrapped(line, "") : [line]))),
    ...block(
      actions(
        "Required action",
        all.filter(({ isRequired }) => isRequired),
      ),
    ),
    ...block(
      actions(
        "To keep in mind",
        all.filter(({ isRequired }) => !isRequired),
      ),
    ),
    ...block(listed("Calls that no workload declares", undeclaredLines(review))),
    ...block(listed(controlTitle(review), controlLines(review))),
    ...block(listed(`Prices that changed since the lock${review.repricing ? ` of ${review.repricing.since}` : ""}`, repricingLines(review))),
    ...block(problems(review, width, verbose, paint)),
    ...block(
      verbose
        ? details(review).flatMap((detail) => [
            ...wrap(detail.title, width).map(paint.bold),
            ...detail.lines.flatMap((line) => wrap(`  ${line}`, width, "    ")),
          ])
        : [],
    ),
    ...block(footnotes(review).flatMap((text) => wrap(text, width).map(paint.dim))),
  ];
  return `${lines.join("\n")}\n`;
}

type Paint = ReturnType<typeof picocolors.createColors>;

function table(review: Review, width: number, verbose: boolean, paint: Paint): string[] {
  const all = rowsOf(review);
  if (all.rows.length === 0) return [];
  const { shown, rest } = select(all, verbose);
  const compared = review.compared === "base";
  const signed = (value: string): string => (value.trim().startsWith("+") ? paint.red(value) : value.trim().startsWith("-") ? paint.green(value) : value);
  const total = shown.length + (rest ? 1 : 0);
  const bold = (value: string, row: number): string => (row === total ? paint.bold(value) : value);
  const changed = changedColumns(review);
  // When columns are dropped, those that explain a change are dropped last.
  const dropped = (title: ChangedColumn, drop: number): number => (changed.has(title) ? drop + CAUSE : drop);
  const specs: (Column | null)[] = [
    { title: "Workload", paint: bold },
    all.severalFiles ? { title: "Manifest", drop: 3 } : null,
    { title: "Model", drop: dropped("Model", 2) },
    { title: "Clips", align: "right", drop: dropped("Clips", 4) },
    { title: "Takes", align: "right", drop: dropped("Takes", 1) },
    { title: "Per job", align: "right", drop: dropped("Per job", 5) },
    { title: "Monthly cost", align: "right", paint: bold },
    compared ? { title: "Change", align: "right", paint: signed } : null,
  ];
  const fileName = fileNames(review);
  const rows = [
    ...shown.map((row) => cells(row, review.currency, compared, fileName)),
    ...(rest ? [restCells(rest, review.currency)] : []),
    totalCells(all, review),
  ];
  const kept = specs.flatMap((spec, index) => (spec ? [index] : []));
  return columns(
    specs.filter((spec) => spec !== null),
    rows.map((row) => kept.map((index) => row[index] ?? "")),
    width,
    paint.dim,
  );
}

function select(all: Rows, verbose: boolean): { shown: readonly Row[]; rest: readonly Row[] | null } {
  if (verbose || all.rows.length <= LISTED) return { shown: all.rows, rest: null };
  const weight = ({ line, monthly }: Row): number => (line.change !== "same" || monthly === null ? Number.POSITIVE_INFINITY : monthly.toNumber());
  const weighed = all.rows.map((row) => ({ row, weight: weight(row) }));
  const sorted = weighed.sort((a, b) => b.weight - a.weight || 0);
  const largest = new Set(sorted.slice(0, LISTED - 1).map(({ row }) => row));
  return { shown: all.rows.filter((row) => largest.has(row)), rest: all.rows.filter((row) => !largest.has(row)) };
}

function cells({ line, shown, monthly, delta }: Row, currency: string, compared: boolean, fileName: (file: string) => string): string[] {
  const { change, head } = line;
  const priced = head?.monthly ?? null;
  const bound = head?.job?.bound === "upper" ? "≤ " : head?.job?.bound === "lower" ? "≥ " : "";
  const mark = { added: compared ? " (new)" : "", removed: " (removed)", changed: "", same: "" }[change];
  return [
    `${inert(shown.name).trim() || "(empty)"}${mark}`,
    inert(fileName(shown.file)),
    shown.keys ? inert(`${shown.keys.provider}/${shown.keys.model}`) : "",
    shown.plan ? clipCount(shown.plan.clips) : "",
    shown.plan ? quantity(shown.plan.takes) : "",
    shown.job ? jobPrice(shown.job.amount, currency) : "",
    change === "removed" ? "" : priced && monthly ? `${bound}${cell(monthly, priced, currency)}` : (head?.status ?? ""),
    delta === null ? "unknown" : delta.eq(0) && change === "same" ? "" : signedMoney(delta, currency),
  ];
}

function restCells(rest: readonly Row[], currency: string): string[] {
  const sum = rest.reduce((total, { monthly }) => (monthly ? total.plus(monthly) : total), ZERO);
  return [count(rest.length, "other"), "", "", "", "", "", formatMoney(sum, currency), ""];
}

function totalCells({ monthly, delta }: Rows, { total, currency }: Review): string[] {
  const month = monthly === null ? "unpriced" : `${total.complete ? "" : "≥ "}${formatMoney(monthly, currency)}`;
  return ["Total", "", "", "", "", "", month, delta ? signedMoney(delta.expected, currency) : "unknown"];
}

/** Short names of the manifests, the same in the table and beside the bars. */
function fileNames({ budgets, workloads }: Pick<Review, "budgets" | "workloads">): (file: string) => string {
  return shortFiles([...budgets.map(({ file }) => file), ...workloads.flatMap(({ head, base }) => head?.file ?? base?.file ?? [])]);
}

/** One budget: a bar of at most 20 cells, its share, and the figures. */
function bar(
  { scope, used, head, limit, figure, complete, verdict, file, probability_over, if_volume_as_planned }: BudgetLine,
  { currency, budgets, workloads }: Review,
  width: number,
  paint: Paint,
): string[] {
  const fileName = fileNames({ budgets, workloads });
  const several = new Set(budgets.map((line) => line.file)).size > 1;
  const nameOf = (line: Pick<BudgetLine, "file" | "scope">): string => `${several ? `${inert(fileName(line.file))} ` : ""}${inert(line.scope)}`;
  const named = nameOf({ file, scope });
  const color = verdict === "fail" ? paint.red : verdict === "pass" ? paint.green : paint.yellow;
  const filled = Math.round(Math.min(1, used ?? 0) * BAR);
  const drawn = `${"█".repeat(filled)}${"░".repeat(BAR - filled)}`;
  const share = used === null ? "?" : `${complete ? "" : "≥ "}${percent(used)}`;
  const amount = `${head === null ? "unpriced" : `${complete ? "" : "≥ "}${formatMoney(head, currency)}`} of ${formatMoney(limit, currency)}${figure === "expected" ? "" : ` at ${figure.toUpperCase()}`}${probability_over === null ? "" : `, ${chanceOf(probability_over)} chance to go over${ifPlanned(if_volume_as_planned)}`}`;
  const longest = Math.min(40, Math.max(...budgets.map((line) => nameOf(line).length)));
  const start = `${pad(named, longest)}  `;
  const line = `${start}${drawn}  ${pad(share, 7, "right")}  ${amount}`;
  if (line.length <= width) return [line.replace(drawn, color(drawn))];
  return [...wrap(named, width), `  ${color(drawn)}  ${share}`, ...wrap(`  ${amount}`, width, "  ")];
}

/** Accounts whose payment differs from their use: whole packs, fees, credit in the first month. */
function cash({ accounts, currency }: Review): string[] {
  return accounts
    .filter(({ usage, cash: paid, first_month }) => paid === null || first_month === null || !paid.eq(usage) || !first_month.eq(paid))
    .map(({ provider, usage, cash: paid, bundle_remainder, beyond_plan, fees, first_month }) => {
      const unused = bundle_remainder?.minus(beyond_plan ?? ZERO);
      const parts = [
        ...(unused === undefined ? ["without its packs"] : unused.eq(0) ? [] : [`${formatMoney(unused, currency)} of it for credit that expires unused`]),
        ...(beyond_plan?.gt(0) ? [`${formatMoney(beyond_plan, currency)} of it because use beyond the plan costs more`] : []),
        ...(beyond_plan?.lt(0) ? [`${formatMoney(beyond_plan.abs(), currency)} less because use beyond the plan costs less`] : []),
        ...(fees === null ? ["without its fees"] : fees.eq(0) ? [] : [`${formatMoney(fees, currency)} of it fees`]),
        ...(first_month === null
          ? ["its first month unknown"]
          : paid && first_month.eq(paid)
            ? []
            : [`${formatMoney(first_month, currency)} in the first month`]),
      ];
      return `Paid to ${inert(provider)}: ${paid ? "" : "at least "}${formatMoney(paid ?? usage, currency)} a month${parts.length > 0 ? `, ${parts.join(", ")}` : ""}.`;
    });
}

function problems({ problems: all }: Review, width: number, verbose: boolean, paint: Paint): string[] {
  const color = { error: paint.red, warning: paint.yellow, note: paint.cyan };
  const told = verbose ? all : all.filter(({ severity }) => severity !== "note");
  const shown = verbose ? told : fewAlike(told);
  const lines = shown.flatMap((problem) => {
    const start = `${inert(problem.file)}:${problem.line}:${problem.column}: ${problem.severity}: `;
    const [first = "", ...more] = wrap(`${start}${sentence(problem)}`, width, "  ");
    const remedy = hint(problem);
    return [
      first.replace(`: ${problem.severity}:`, (said) => color[problem.severity](said)),
      ...more,
      ...(remedy === null ? [] : wrap(`  ${remedy}`, width, "  ").map(paint.dim)),
    ];
  });
  const rest = told.length - shown.length;
  return rest === 0 ? lines : [...lines, ...wrap(`${count(rest, "more warning")} like these; --verbose lists all.`, width)];
}

/** Every error, because each must be fixed, and the first warnings of each kind: 500 workloads with one short timeout give 10 lines, not 500. */
function fewAlike(problems: Review["problems"]): Review["problems"] {
  const met = new Map<string, number>();
  return problems.filter(({ code, severity }) => {
    const number = (met.get(code) ?? 0) + 1;
    met.set(code, number);
    return severity === "error" || number <= ALIKE;
  });
}
