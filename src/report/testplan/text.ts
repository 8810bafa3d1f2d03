import picocolors from "picocolors";
import type { TestJob } from "../../testplan/plan.ts";
import type { TestReport } from "../../testplan/report.ts";
import type { EscapeText } from "../catalog/charge.ts";
import type { Look } from "../catalog/search.ts";
import { code, inert } from "../layout/escape.ts";
import { count } from "../layout/format.ts";
import { tableHead, tableRow } from "../layout/table.ts";
import { pad, wrap } from "../layout/wrap.ts";
import { requestId, secondsOf, WRITTEN } from "./test-record.ts";
import {
  asksInWords,
  billInWords,
  costInWords,
  moneyInWords,
  namesInWords,
  openInWords,
  PROVED,
  provesInWords,
  ratesInWords,
  totalInWords,
  uncoveredInWords,
} from "./words.ts";

/** The most characters of a formula. Formulas are long, so that none is cut. */
const FORMULA = 1000;

/** A test plan for a terminal. No line is wider than `width` columns. */
export function testPlanText(report: TestReport, { width, color }: Look): string {
  const paint = picocolors.createColors(color);
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", ...wrap(title, width).map(paint.bold), ...lines.flatMap((line) => wrap(`- ${line}`, width, "  "))];
  const { run } = report.within;
  const size = Math.max(0, ...run.map((job) => costInWords(job, report.currency).length));
  const digits = String(run.at(-1)?.number ?? 1).length;
  const listed = run.flatMap((job) => {
    const start = `${pad(String(job.number), digits, "right")}  ${pad(costInWords(job, report.currency), size, "right")}  `;
    const indent = " ".repeat(width < 60 ? 2 : start.length);
    const [first = "", ...more] = wrap(`${start}${inert(job.id)}: ${asksInWords(job, inert)}`, width, indent);
    const dear = report.dear.includes(job.number);
    return [dear ? paint.yellow(first) : first, ...more, ...rest(job, report, inert).flatMap((line) => wrap(`${indent}${line}`, width, indent).map(paint.dim))];
  });
  return `${[
    ...wrap(heading(report), width).map(paint.bold),
    ...(run.length === 0 ? [] : ["", ...listed]),
    ...part("What it costs", moneyInWords(report, inert)),
    ...(run.length === 0
      ? []
      : [
          ...part("What to write down", written(report, inert)),
          ...part("What this proves", [PROVED]),
          ...part("What it leaves open", openInWords(report, inert)),
          ...part("What would measure it", ratesInWords(report, inert)),
        ]),
    ...part("Not in this plan", uncoveredInWords(report, inert)),
  ].join("\n")}\n`;
}

/** The same plan as a checklist in Markdown, with a table to fill in. */
export function testPlanMarkdown(report: TestReport): string {
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", `#### ${title}`, "", ...lines.map((line) => `- ${line}`)];
  const { run } = report.within;
  const boxes = run.map((job) =>
    [
      `- [ ] **${job.number}.** ${costInWords(job, report.currency)}${report.dear.includes(job.number) ? " **(dear)**" : ""} ${code(job.id)}: ${asksInWords(job, code)}`,
      ...rest(job, report, code).map((line) => `  - ${line}`),
    ].join("\n"),
  );
  const results = run.map((job) => tableRow(WRITTEN.map((field) => shown(job, field))));
  return `${[
    `### ${heading(report)}`,
    ...(run.length === 0 ? [] : ["", ...boxes]),
    ...part("What it costs", moneyInWords(report, code)),
    ...(run.length === 0
      ? []
      : [
          ...part("What to write down", written(report, code)),
          "",
          ...tableHead(WRITTEN.map((field) => code(field))),
          ...results,
          ...part("What this proves", [PROVED]),
          ...part("What it leaves open", openInWords(report, code)),
          ...part("What would measure it", ratesInWords(report, code)),
        ]),
    ...part("Not in this plan", uncoveredInWords(report, code)),
  ].join("\n")}\n`;
}

function heading(report: TestReport): string {
  const { within, plan } = report;
  if (plan.jobs.length === 0) return report.tested.length > 0 ? "Test plan: every workload has evidence already" : "Test plan: there is nothing to test";
  if (within.run.length === 0) return `Test plan: the limit allows no job, of ${count(plan.jobs.length, "job")} in all`;
  const covered = new Set(within.run.flatMap(({ workloads }) => workloads)).size;
  return `Test plan: ${totalInWords(report)} for ${count(covered, "workload")}, cheapest first, prices of ${report.date}`;
}

/** A cell of the table to fill in: the value that is known before the job runs, or a space. */
function shown(job: TestJob, field: (typeof WRITTEN)[number]): string {
  if (field === "request_id") return requestId(job);
  if (field === "requested_seconds") return secondsOf(job)?.toString() ?? " ";
  const resolution = job.request?.fields.get("resolution");
  return field === "resolution" && resolution !== undefined ? code(String(resolution)) : " ";
}

/** The expected bill of a job, and what it proves. */
function rest(job: TestJob, { currency }: TestReport, quote: typeof code): string[] {
  const bill = billInWords(job, currency);
  return [...(bill === null ? [] : [`should bill ${quote(bill, FORMULA)}`]), `${provesInWords(job)}, for ${namesInWords(job.workloads, quote)}`];
}

function written({ within: { run } }: TestReport, quote: EscapeText): string[] {
  return [
    `Of each job: ${WRITTEN.map((field) => quote(field)).join(", ")}. Where the bill is in credits, ${quote("credits")} instead of ${quote("cost")}.`,
    `${quote("--csv FILE")} writes a table of ${count(run.length, "row")} with what is known already filled in. Then ${quote("video-budget reconcile FILE --manifest MANIFEST")} compares the bill with the estimate, and ${quote("calibrate")} learns the rates.`,
  ];
}
