import picocolors from "picocolors";
import type { Duplicate } from "../../joblog/measure/duplicates.ts";
import type { Cause } from "../../joblog/reconcile/causes.ts";
import { MONTHLY } from "../../joblog/reconcile/finding.ts";
import type { Reconciliation } from "../../joblog/reconcile/reconcile.ts";
import { type ReconcileVerdict, reconcileVerdict } from "../../joblog/reconcile/verdict.ts";
import type { BadRecord } from "../../joblog/records/job.ts";
import { decimal } from "../../money/decimal.ts";
import type { EscapeText } from "../catalog/charge.ts";
import type { Look } from "../catalog/search.ts";
import { columns } from "../layout/columns.ts";
import { code, inert } from "../layout/escape.ts";
import { count, formatMoney, percent, quantity, signedMoney } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { wrap } from "../layout/wrap.ts";
import { badRecordsText } from "./bad-records.ts";
import { CAUSES, causeSentence, findingSentence } from "./findings.ts";
import { joinLines, notComparedLines } from "./not-compared.ts";

/** The reconciliation, the records that could not be read, and the tolerance: the share of the expected cost that may stay unexplained (0–1). */
export type ReconcileReport = { reconciled: Reconciliation; bad: { count: number; first: readonly BadRecord[] }; tolerance: number };

/** At most this many causes are shown; `verbose` shows all. */
const SHOWN = 20;
/** At most this many jobs are shown for one cause. */
const JOBS = 3;

export function verdictOfReport({ reconciled, tolerance }: ReconcileReport): ReconcileVerdict {
  return reconcileVerdict(reconciled, tolerance);
}

/** The report for a terminal: the verdict, the sums, the causes, and the jobs of each cause as sentences for the provider. */
export function reconcileText(reconciliation: ReconcileReport, { width, color, verbose }: Look & { verbose: boolean }): string {
  const paint = picocolors.createColors(color);
  const { reconciled, bad } = reconciliation;
  const verdict = verdictOfReport(reconciliation);
  const tint = verdict === "as-expected" ? paint.green : verdict === "differs" ? paint.red : paint.yellow;
  const rows = causeRows(reconciled, verbose, inert);
  const table =
    rows.length === 0
      ? []
      : columns(
          [{ title: "Cause" }, { title: "", drop: 1 }, { title: "Jobs", align: "right" }, { title: "Difference", align: "right" }],
          rows,
          width,
          paint.dim,
        );
  return `${[
    ...wrap(headline(reconciliation), width).map((line) => paint.bold(tint(line))),
    ...wrap(sums(reconciled), width),
    ...block(table),
    ...block(causeLines(reconciled, verbose, inert).flatMap((line) => wrap(line, width, line.startsWith("  ") ? "    " : "  "))),
    ...block(doubled(reconciled, verbose, inert).flatMap((line) => wrap(line, width, "  "))),
    ...block([...joinLines(reconciled, inert), ...notComparedLines(reconciled)].flatMap((line) => wrap(line, width, "  "))),
    ...block(badRecordsText(bad).flatMap((line) => wrap(line, width, "    "))),
  ].join("\n")}\n`;
}

/** The same report as Markdown: a table of causes, and their jobs below. */
export function reconcileMarkdown(reconciliation: ReconcileReport, verbose: boolean): string {
  const { reconciled, bad } = reconciliation;
  const rows = causeRows(reconciled, verbose, code).map(([kind, words, ...rest]) => tableRow([`${code(kind)} ${words}`, ...rest]));
  return `${[
    `### ${headline(reconciliation)}`,
    "",
    sums(reconciled),
    ...block(rows.length === 0 ? [] : [...tableHead(["Cause", "Jobs:", "Difference:"]), ...rows]),
    ...block(causeLines(reconciled, verbose, code)),
    ...block(doubled(reconciled, verbose, code)),
    ...block([...joinLines(reconciled, code), ...notComparedLines(reconciled)]),
    ...block(bad.count === 0 ? [] : ["```text", ...badRecordsText(bad), "```"]),
  ].join("\n")}\n`;
}

/** Notes for a person on standard error beside the JSON: how the bill was read, and what no figure or list contains. */
export function reconcileNotes({ reconciled, bad }: ReconcileReport): string[] {
  return [...joinLines(reconciled, inert), ...notComparedLines(reconciled), ...unlisted(reconciled), ...badRecordsText(bad)];
}

function block(lines: readonly string[]): string[] {
  return lines.length > 0 ? ["", ...lines] : [];
}

/** The verdict with its figures. It never says "as expected" if too little was compared. */
function headline(report: ReconcileReport): string {
  const { reconciled, tolerance } = report;
  const { jobs, unexplained, compared, expected, matched, currency, billed, notCompared } = reconciled;
  switch (verdictOfReport(report)) {
    case "not-compared": {
      const listed = notCompared.reduce((sum, one) => sum + one.listed, 0);
      const price = listed > 0 ? `; by the price book the jobs cost ${cash(listed, currency)}` : "";
      if (jobs === 0 && billed === 0) return "Nothing was compared: no job of the log has ended";
      if (compared.jobs === 0) return `Nothing was compared: ${count(jobs, "job")}, and nothing to compare them with${price}`;
      return `Not compared: only ${percent(matched)} of the money could be${price}`;
    }
    case "differs":
      return `${percent(unexplained)} of the expected cost is unexplained (${signed(compared.billed - expected, currency)} in all), more than the ${percent(tolerance)} allowed`;
    case "as-expected":
      return unexplained === 0
        ? `Billed as expected${matched < 1 ? `, as far as it was compared (${percent(matched)} of the money)` : ""}`
        : `Billed as expected, within ${percent(unexplained)} (${signed(compared.billed - expected, currency)} in all)${matched < 1 ? `, as far as it was compared (${percent(matched)} of the money)` : ""}`;
  }
}

function sums({ jobs, compared, expected, currency, days }: Reconciliation): string {
  const period = (name: string, of: readonly [string, string] | null): string[] =>
    of === null ? [] : [`${name} ${of[0] === of[1] ? of[0] : `${of[0]} to ${of[1]}`}`];
  const both = [...period("log", days.log), ...period("bill", days.bill)].join(", ");
  return `${quantity(compared.jobs)} of ${count(jobs, "job")} compared: ${cash(compared.billed, currency)} billed, ${cash(expected, currency)} expected${both === "" ? "" : ` (${both})`}.`;
}

/** An amount as text. Amounts are sums of floating-point numbers, so the last digits are noise and are rounded away. */
function cash(amount: number, currency: string): string {
  return formatMoney(decimal(cents(amount)), currency);
}

function signed(amount: number, currency: string): string {
  return signedMoney(decimal(cents(amount)), currency);
}

function cents(amount: number): number {
  const rounded = Number(amount.toFixed(9));
  return Object.is(rounded, -0) ? 0 : rounded;
}

type CauseRow = [kind: string, words: string, jobs: string, difference: string];

function causeRows({ causes, currency }: Reconciliation, verbose: boolean, quote: EscapeText): CauseRow[] {
  return (verbose ? causes : causes.slice(0, SHOWN)).map(({ kind, what, jobs, delta, workload }) => [
    kind,
    `${CAUSES[kind]}${workload === null ? "" : `, ${quote(workload)}`}${what === "" ? "" : `, ${quote(what)}`}`,
    quantity(jobs),
    delta === null ? "unknown" : `${signed(delta, currency)}${MONTHLY.has(kind as never) ? " a month" : ""}`,
  ]);
}

/** Each cause as a list item with its first jobs below it. The most expensive come first, at most 20 of them. */
function causeLines({ causes, currency }: Reconciliation, verbose: boolean, quote: EscapeText): string[] {
  const shown = verbose ? causes : causes.slice(0, SHOWN);
  const rest = causes.length - shown.length;
  return [
    ...shown.flatMap((cause) => [`- ${cause.kind}: ${causeSentence(cause, currency, quote)}${late(cause)}`, ...jobsOf(cause, currency, verbose, quote)]),
    ...(rest > 0 ? [`- ${count(rest, "more cause")} (--verbose shows them, --findings FILE has every job)`] : []),
  ];
}

function late({ provisional, jobs }: Cause): string {
  return provisional && jobs > 1 ? " The newest three days of billing are provisional: this may still change." : "";
}

function jobsOf({ examples, jobs, kind }: Cause, currency: string, verbose: boolean, quote: EscapeText): string[] {
  if (jobs === 1 || kind === "OUT_OF_PLAN" || kind === "ADJUSTMENT" || MONTHLY.has(kind as never)) return [];
  const shown = examples.slice(0, verbose ? examples.length : JOBS);
  const rest = jobs - shown.length;
  return [...shown.map((finding) => `  - ${findingSentence(finding, currency, quote)}`), ...(rest > 0 ? [`  - ${quantity(rest)} more`] : [])];
}

function doubled({ duplicates, duplicated, currency }: Reconciliation, verbose: boolean, quote: EscapeText): string[] {
  if (duplicated.count === 0) return [];
  const shown = verbose ? duplicates : duplicates.slice(0, SHOWN);
  const rest = duplicated.count - shown.length;
  const why: Readonly<Record<Duplicate["confidence"], string>> = {
    certain: "the same idempotency key",
    likely: "sent again while the first was running, after the client's patience",
    possible: "both ran at once",
  };
  return [
    `${count(duplicated.count, "job")} did the work of another, for ${cash(duplicated.wasted, currency)} (expected and billed, so no part of the difference):`,
    ...shown.map(
      ({ first, second, confidence, wasted }) =>
        `- ${quote(second)} repeats ${quote(first)}, ${confidence}: ${why[confidence]}; ${cash(wasted, currency)} wasted`,
    ),
    ...(rest > 0 ? [`- ${quantity(rest)} more`] : []),
  ];
}

function unlisted({ totals, duplicates, duplicated }: Reconciliation): string[] {
  const rest = duplicated.count - duplicates.length;
  return [
    ...totals
      .filter(({ count: all, listed: kept }) => all > kept)
      .map(({ kind, count: all, listed: kept }) => `${kind}: ${quantity(all - kept)} more are counted and not listed (--list).`),
    ...(rest > 0 ? [`${count(rest, "duplicate")} more are counted and not listed (--list).`] : []),
  ];
}
