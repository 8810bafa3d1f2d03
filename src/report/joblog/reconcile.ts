import picocolors from "picocolors";
import type { Duplicate } from "../../joblog/measure/duplicates.ts";
import type { Finding } from "../../joblog/reconcile/finding.ts";
import type { Reconciliation } from "../../joblog/reconcile/reconcile.ts";
import type { BadRecord } from "../../joblog/records/job.ts";
import { decimal } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import type { EscapeText } from "../catalog/charge.ts";
import type { Look } from "../catalog/search.ts";
import { columns } from "../layout/columns.ts";
import { code, inert } from "../layout/escape.ts";
import { count, formatMoney, percent, quantity, signedMoney } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { wrap } from "../layout/wrap.ts";
import { badRecordsText } from "./bad-records.ts";
import { CAUSES, findingSentence, MONTHLY } from "./findings.ts";

/** What was read, and the share of the expected cost that may stay unexplained, 0–1. */
export type ReconcileReport = { reconciled: Reconciliation; bad: { count: number; first: readonly BadRecord[] }; tolerance: number };

/** Sentences of one kind that a text shows; `verbose` shows all that are kept. */
const SHOWN = 20;

/** For programs: `video-budget/reconcile@1`. Money is a number in the reporting currency with 6 decimals. */
export function reconcileJson({ reconciled, bad }: ReconcileReport): string {
  const { currency, jobs, billed, expected, unexplained, findings, duplicates } = reconciled;
  const report = {
    schema: "video-budget/reconcile@1",
    jobs,
    bad_records: bad.count,
    billed: moneyOf(billed),
    expected: moneyOf(expected),
    unexplained_share: Number(unexplained.toPrecision(9)),
    findings: findings.map((finding) => ({
      kind: finding.kind,
      job_id: finding.job_id === "" ? null : finding.job_id,
      request_id: finding.request_id === "" ? null : finding.request_id,
      workload: finding.workload,
      delta: finding.delta === null ? null : moneyOf(finding.delta),
      message: findingSentence(finding, currency, code),
    })),
    duplicates: duplicates.map(({ first, second, confidence, wasted }) => ({
      first,
      second,
      confidence,
      wasted: moneyOf(wasted),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function moneyOf(amount: number): number {
  return round(decimal(Number(amount.toPrecision(15))));
}

/** For a terminal: the sums, the difference by cause, and each finding as a sentence for the provider. */
export function reconcileText(reconciliation: ReconcileReport, { width, color, verbose }: Look & { verbose: boolean }): string {
  const paint = picocolors.createColors(color);
  const { reconciled, bad, tolerance } = reconciliation;
  const { currency, totals } = reconciled;
  const isOver = reconciled.unexplained > tolerance;
  const table =
    totals.length === 0
      ? []
      : columns(
          [{ title: "Cause" }, { title: "", drop: 1 }, { title: "Findings", align: "right" }, { title: "Difference", align: "right" }],
          totals.map(({ kind, count: number, delta }) => [
            kind,
            CAUSES[kind],
            quantity(number),
            delta === null ? "unknown" : `${signedMoney(decimal(delta), currency)}${MONTHLY.has(kind) ? " a month" : ""}`,
          ]),
          width,
          paint.dim,
        );
  return `${[
    ...wrap(headline(reconciliation), width).map((line) => paint.bold(isOver ? paint.red(line) : paint.green(line))),
    ...wrap(sums(reconciliation), width),
    ...block(table),
    ...block(listed(reconciled, verbose, inert).flatMap((line) => wrap(line, width, "  "))),
    ...block(doubled(reconciled, verbose, inert).flatMap((line) => wrap(line, width, "  "))),
    ...block(excludedLines(reconciled).flatMap((line) => wrap(line, width, "  "))),
    ...block(badRecordsText(bad).flatMap((line) => wrap(line, width, "    "))),
  ].join("\n")}\n`;
}

/** The same as Markdown. */
export function reconcileMarkdown(reconciliation: ReconcileReport, verbose: boolean): string {
  const { reconciled, bad } = reconciliation;
  const { currency, totals } = reconciled;
  const rows = totals.map(({ kind, count: number, delta }) =>
    tableRow([
      `${code(kind)} ${CAUSES[kind]}`,
      quantity(number),
      delta === null ? "unknown" : `${signedMoney(decimal(delta), currency)}${MONTHLY.has(kind) ? " a month" : ""}`,
    ]),
  );
  return `${[
    `### ${headline(reconciliation)}`,
    "",
    sums(reconciliation),
    ...block(rows.length === 0 ? [] : [...tableHead(["Cause", "Findings:", "Difference:"]), ...rows]),
    ...block(listed(reconciled, verbose, code)),
    ...block(doubled(reconciled, verbose, code)),
    ...block(excludedLines(reconciled)),
    ...block(bad.count === 0 ? [] : ["```text", ...badRecordsText(bad), "```"]),
  ].join("\n")}\n`;
}

/** What a person is told on standard error beside the JSON: what is in none of its figures, or not in its lists. */
export function reconcileNotes({ reconciled, bad }: ReconcileReport): string[] {
  return [...excludedLines(reconciled), ...unlisted(reconciled), ...badRecordsText(bad)];
}

function block(lines: readonly string[]): string[] {
  return lines.length > 0 ? ["", ...lines] : [];
}

function headline({ reconciled: { jobs, unexplained, billed, expected, currency }, tolerance }: ReconcileReport): string {
  if (jobs === 0 && billed === 0) return "No job of the log has ended";
  const difference = signedMoney(decimal(Number((billed - expected).toPrecision(12))), currency);
  return unexplained > tolerance
    ? `${percent(unexplained)} of the expected cost is unexplained (${difference}), more than the ${percent(tolerance)} allowed`
    : `Billed as expected, to ${percent(unexplained)} (${difference})`;
}

function sums({ reconciled: { jobs, billed, expected, currency } }: ReconcileReport): string {
  const cash = (amount: number): string => formatMoney(decimal(Number(amount.toPrecision(15))), currency);
  return `${count(jobs, "job")}: ${cash(billed)} billed, ${cash(expected)} expected.`;
}

/** Findings as list items, by kind; those that may still change come last. */
function listed({ findings, currency, totals }: Reconciliation, verbose: boolean, quote: EscapeText): string[] {
  return totals.flatMap(({ kind, count: all }) => {
    const mine = findings.filter((finding) => finding.kind === kind);
    const ordered: Finding[] = [...mine.filter(({ provisional }) => !provisional), ...mine.filter(({ provisional }) => provisional)];
    const shown = verbose ? ordered : ordered.slice(0, SHOWN);
    const rest = all - shown.length;
    return [
      ...shown.map(
        (finding) => `- ${finding.kind}${finding.workload === null ? "" : ` ${quote(finding.workload)}`}: ${findingSentence(finding, currency, quote)}`,
      ),
      ...(rest > 0 ? [`- ${kind}: ${quantity(rest)} more${verbose ? " (--list shows more of each kind)" : " (--verbose shows more)"}`] : []),
    ];
  });
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
    `${count(duplicated.count, "job")} did the work of another, for ${formatMoney(decimal(duplicated.wasted), currency)} (expected and billed, so no part of the difference):`,
    ...shown.map(
      ({ first, second, confidence, wasted }) =>
        `- ${quote(second)} repeats ${quote(first)}, ${confidence}: ${why[confidence]}; ${formatMoney(decimal(wasted), currency)} wasted`,
    ),
    ...(rest > 0 ? [`- ${quantity(rest)} more`] : []),
  ];
}

function excludedLines({ excluded, currency }: Reconciliation): string[] {
  const cash = (amount: number): string => formatMoney(decimal(Number(amount.toPrecision(12))), currency);
  const { pending, ambiguous, unpriced, uncosted, late, outside, awaited } = excluded;
  return [
    ...(ambiguous.jobs > 0
      ? [
          `${count(ambiguous.jobs, "job")} (${cash(ambiguous.money)}) could belong to several workloads and ${is(ambiguous.jobs)} unexplained: give each record a \`workload\`, or name the field that has it with --map workload=FIELD.`,
        ]
      : []),
    ...[...unpriced].map(
      ([name, { jobs, money: paid }]) =>
        `${count(jobs, "job")} (${cash(paid)}) of ${code(name)} ${is(jobs)} unexplained: the price book has no price for them.`,
    ),
    ...(uncosted > 0
      ? [
          `${count(uncosted, "job")} ${uncosted === 1 ? "says" : "say"} no cost and ${is(uncosted)} not compared: log it, or give the provider's bill with --billing.`,
        ]
      : []),
    ...(awaited.jobs > 0
      ? [
          `${count(awaited.jobs, "job")} of the newest three days of billing (${cash(awaited.money)}) ${awaited.jobs === 1 ? "has" : "have"} no row yet and ${is(awaited.jobs)} not counted.`,
        ]
      : []),
    ...(outside.jobs > 0 ? [`${count(outside.jobs, "billing row")} (${cash(outside.money)}) ${is(outside.jobs)} of days that the log does not cover.`] : []),
    ...(pending > 0 ? [`${count(pending, "job")} had not ended and ${is(pending)} not counted.`] : []),
    ...(late > 0 ? [`${count(late, "record")} came out of order: duplicates of them may be missed. Sort a log of this size by submitted_at.`] : []),
  ];
}

function is(number: number): string {
  return number === 1 ? "is" : "are";
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
