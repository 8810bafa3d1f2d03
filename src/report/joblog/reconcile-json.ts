import type { Finding } from "../../joblog/reconcile/finding.ts";
import { decimal } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import { dateOfDay } from "../../notation/date.ts";
import { code, inert } from "../layout/escape.ts";
import { causeSentence, findingSentence } from "./findings.ts";
import { joinLines } from "./not-compared.ts";
import { type ReconcileReport, verdictOfReport } from "./reconcile.ts";

/** The report as JSON, `video-budget/reconcile@1`. Money is a number in the reporting currency with 6 decimals. */
export function reconcileJson(reconciliation: ReconcileReport): string {
  const { reconciled, bad } = reconciliation;
  const { currency, jobs, billed, expected, compared, notCompared, days, matched, unexplained, causes, findings, duplicates, details } = reconciled;
  const report = {
    schema: "video-budget/reconcile@1",
    verdict: verdictOfReport(reconciliation),
    jobs,
    bad_records: bad.count,
    billed: moneyOf(billed),
    expected: moneyOf(expected),
    compared: { jobs: compared.jobs, billed: moneyOf(compared.billed) },
    not_compared: withUnread(notCompared, Math.max(0, bad.count - details.unreadable)).map(({ why, jobs: number, billed: paid, listed }) => ({
      why,
      jobs: number,
      billed: paid === null ? null : moneyOf(paid),
      listed: moneyOf(listed),
    })),
    days,
    matched_share: Number(matched.toPrecision(9)),
    unexplained_share: Number(unexplained.toPrecision(9)),
    causes: causes.map((cause) => ({
      kind: cause.kind,
      workload: cause.workload,
      ratio: cause.ratio === null ? null : Number(cause.ratio.toPrecision(4)),
      from: cause.from,
      to: cause.to,
      jobs: cause.jobs,
      delta: cause.delta === null ? null : moneyOf(cause.delta),
      message: causeSentence(cause, currency, code),
    })),
    findings: findings.map((finding) => ({
      kind: finding.kind,
      job_id: finding.job_id === "" ? null : finding.job_id,
      request_id: finding.request_id === "" ? null : finding.request_id,
      workload: finding.workload,
      delta: finding.delta === null ? null : moneyOf(finding.delta),
      message: findingSentence(finding, currency, code),
    })),
    duplicates: duplicates.map(({ first, second, confidence, wasted }) => ({ first, second, confidence, wasted: moneyOf(wasted) })),
    notes: joinLines(reconciled, code),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Adds the records that could not be read to those that were not compared. */
function withUnread(notCompared: ReconcileReport["reconciled"]["notCompared"], bad: number): ReconcileReport["reconciled"]["notCompared"] {
  if (bad === 0) return notCompared;
  const known = notCompared.find(({ why }) => why === "unreadable");
  if (known) return notCompared.map((one) => (one === known ? { ...one, jobs: one.jobs + bad } : one));
  return [...notCompared, { why: "unreadable", jobs: bad, billed: null, listed: 0 }];
}

function moneyOf(amount: number): number {
  return round(decimal(Number(amount.toPrecision(15))));
}

const COLUMNS = ["kind", "workload", "job_id", "request_id", "day", "delta", "currency", "message", "metadata"];

/** All kept findings as CSV, to send to a provider or to sort in a spreadsheet. */
export function findingsCsv({ reconciled: { findings, currency } }: ReconcileReport): string {
  const rows = findings.map((finding) => [...placeOf(finding), finding.delta ?? "", currency, findingSentence(finding, currency, inert), finding.metadata]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function placeOf({ kind, workload, job_id, request_id, day }: Finding): string[] {
  return [kind, workload ?? "", job_id, request_id, Number.isFinite(day) ? dateOfDay(day) : ""];
}

/** A CSV cell (RFC 4180). A text that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(Number(value.toFixed(6)));
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
