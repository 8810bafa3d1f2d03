import { resolve } from "node:path";
import { toReporting } from "../engine/pricing.ts";
import { convert, isNoRate } from "../money/convert.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import { inert } from "../report/layout/escape.ts";
import { testPlanCsv } from "../report/testplan/csv.ts";
import { testPlanJson } from "../report/testplan/json.ts";
import { testPlanMarkdown, testPlanText } from "../report/testplan/text.ts";
import { sentence } from "../report/words/messages.ts";
import type { Review } from "../review/result.ts";
import { type TestReport, testReport } from "../testplan/report.ts";
import { reviewOf } from "./check.ts";
import { type Options, type Terminal, UsageError, write } from "./terminal.ts";

/** Jobs above this price in USD are marked as expensive. */
const USUAL_WARNING = 5;

/** `budget` and `warnAbove` are in USD, `interval` is a share (0–1), `csv` is the path of a file that does not exist yet. */
export type TestPlanOptions = Options & { budget?: string; interval: number; warnAbove?: string; csv?: string; all: boolean };

/**
 * `video-budget test-plan`: plans the small paid test to run before production.
 * @returns 0; 2 if the manifest has errors, which are printed to standard error. The plan then covers the other workloads
 * @throws UsageError, I/O errors
 */
export async function planTests(manifests: readonly string[], options: TestPlanOptions, terminal: Terminal): Promise<number> {
  const review = await reviewOf(manifests, { ...options, notes: false }, terminal);
  const { budget, warnAbove, interval, all } = options;
  const report = testReport(review.from.now, review.date, {
    budget: budget === undefined ? null : inReport(budget, review),
    warnAbove: warnAbove === undefined ? usualWarning(review) : inReport(warnAbove, review),
    interval,
    all,
  });
  if (options.csv !== undefined) await writeNew(options.csv, testPlanCsv(report), terminal);
  await write(render(report, options, terminal), options, terminal);
  const errors = review.problems.filter(({ severity }) => severity === "error");
  for (const problem of errors) terminal.process.stderr.write(`${inert(problem.file)}:${problem.line}:${problem.column}: error: ${sentence(problem)}\n`);
  return errors.length > 0 ? 2 : 0;
}

function render(report: TestReport, { format }: Options, terminal: Terminal): string {
  if (format === "json") return testPlanJson(report);
  return format === "markdown" ? testPlanMarkdown(report) : testPlanText(report, terminal);
}

/** Converts USD to the reporting currency. @throws UsageError if the manifest has no exchange rate for it */
function inReport(usd: string, review: Review): Decimal {
  const converted = converts(usd, review);
  if (!converted) throw new UsageError(`The manifest reports in ${review.currency}, and its fx gives no rate for it: $${usd} cannot be compared.`);
  return converted;
}

/** The default for `warnAbove` in the reporting currency. Null without an exchange rate, because 5 units of an unknown currency may be worth very little or very much. */
function usualWarning(review: Review): Decimal | null {
  return converts(String(USUAL_WARNING), review);
}

function converts(usd: string, { currency, from: { now } }: Review): Decimal | null {
  const [pricing] = now.pricing.values();
  const converted = pricing ? toReporting(decimal(usd), "USD", pricing) : convert(decimal(usd), "USD", currency, new Map());
  return isNoRate(converted) ? null : converted;
}

/** Writes a file that must not exist yet, so that a completed table is never overwritten. */
async function writeNew(file: string, text: string, { cwd, process }: Terminal): Promise<void> {
  const { writeFile } = await import("node:fs/promises");
  try {
    await writeFile(resolve(cwd, file), text, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new UsageError(`--csv ${inert(file)}: it exists already and is left as it is. Name another file.`);
  }
  process.stderr.write(`Template written to ${inert(file, 4096)}\n`);
}
