import type * as z from "zod";
import type { UnreadCode } from "../../declared/result.ts";
import type { report } from "../../report/review/schema.ts";
import type { Scanned } from "../../report/scan/row.ts";

/** At most this many places of a finding are named. */
const PLACES = 3;

type Report = z.output<typeof report>;
type Workload = Report["workloads"][number];

/** The most bytes of JSON in an answer, because it takes up space in the agent's context. */
export const MOST_BYTES = 2000;

/** An unknown value in words, because null could be read as nothing or as 0. */
const known = <T>(value: T | null | undefined): T | "unknown" => value ?? "unknown";

/** One workload: the cost of a job and of a month, their calculation, and the source of the price. */
export function workloadAnswer({ name, provider, model, mode, status, job_price, figures, price, jobs }: Workload): Record<string, unknown> {
  return {
    workload: name,
    model: `${provider}/${model}`,
    mode,
    status,
    job_price: known(job_price),
    monthly: known(figures?.expected),
    ...(figures !== null && figures.p90 !== figures.expected && { p90: figures.p90 }),
    jobs_a_month: known(jobs?.submitted),
    formula: known(price?.charges.map(({ formula }) => formula).join(" + ")),
    bound: known(price?.bound),
    source: known(price?.source),
    checked: known(price?.checked),
    confidence: known(price?.confidence),
  };
}

/** A report: its verdict with reasons, the monthly cost, and the most expensive workloads. */
export function reportAnswer({ verdict, reasons, currency, date, total, budgets, workloads, problems, prices }: Report): Record<string, unknown> {
  const dearest = [...workloads].sort((a, b) => (b.figures?.expected ?? Number.POSITIVE_INFINITY) - (a.figures?.expected ?? Number.POSITIVE_INFINITY));
  return {
    verdict,
    reasons: reasons.map(({ code, message }) => ({ code, message })),
    currency,
    prices_of: date,
    oldest_price_checked: known(prices.oldest_checked),
    monthly: known(total.head?.expected),
    bound: total.complete ? "exact" : "at least",
    ...(total.base !== null && { monthly_before: total.base.expected }),
    budgets: budgets.map(({ scope, limit, head, verdict: own }) => ({ scope, limit, held_against: known(head), verdict: own })),
    workloads: dearest.map((one) => ({
      workload: one.name,
      model: `${one.provider}/${one.model}`,
      monthly: known(one.figures?.expected),
      source: known(one.price?.source),
      checked: known(one.price?.checked),
    })),
    problems: problemsOf({ problems }),
  };
}

/**
 * The calls in code, undeclared ones first. `not_read`: files whose calls are unknown. `quote` gives the source of a price.
 * @param date the day of the prices
 */
export function scanAnswer({ files, rows }: Scanned, unread: readonly UnreadCode[], date: string): Record<string, unknown> {
  const shown = rows.filter(({ finding }) => finding.confidence !== "mention");
  const order = [...shown].sort((a, b) => Number(a.declared_by.length > 0) - Number(b.declared_by.length > 0));
  return {
    prices_of: date,
    files,
    not_read: unread.reduce((sum, { count }) => sum + count, 0),
    calls: order.map(({ finding: { provider, model, dynamic, places }, job_price, declared_by }) => ({
      provider,
      model: known(model),
      ...(dynamic !== null && { decided_by: dynamic }),
      at: places.slice(0, PLACES).map(({ file, line }) => `${file}:${line}`),
      one_clip_usd: job_price === null ? "unknown" : Number(job_price.round(6)),
      declared_by: declared_by.length > 0 ? declared_by : "nothing",
    })),
  };
}

/** The problems of a report, the worst first. */
export function problemsOf({ problems }: Pick<Report, "problems">): Record<string, unknown>[] {
  const order = ["error", "warning", "note"];
  return [...problems]
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .map(({ severity, code, message, hint, line }) => ({ severity, code, line, message, ...(severity === "error" && hint !== null && { hint }) }));
}

/**
 * The answer as JSON of at most `MOST_BYTES`. The longest list loses its last entry until the answer fits, and `left_out` counts the missing entries
 * of each list: if 6 of 40 workloads fit, it is `{ "workloads": 34 }`.
 */
export function fitted(answer: Readonly<Record<string, unknown>>): string {
  const lists = new Map<string, unknown[]>();
  for (const [key, value] of Object.entries(answer)) if (Array.isArray(value)) lists.set(key, [...value]);
  const leftOut: Record<string, number> = {};
  for (;;) {
    const text = JSON.stringify({ ...answer, ...Object.fromEntries(lists), ...(Object.keys(leftOut).length > 0 && { left_out: leftOut }) });
    if (new TextEncoder().encode(text).length <= MOST_BYTES) return text;
    let longest: { key: string; list: unknown[]; length: number } | null = null;
    for (const [key, list] of lists) {
      const { length } = JSON.stringify(list);
      if (list.length > 0 && length > (longest?.length ?? 0)) longest = { key, list, length };
    }
    if (longest === null) return cut(text);
    longest.list.pop();
    leftOut[longest.key] = (leftOut[longest.key] ?? 0) + 1;
  }
}

/** The beginning of an answer that does not fit even without lists, because a single text is too long. It is marked as truncated. */
function cut(text: string): string {
  return JSON.stringify({ truncated: true, answer: text.slice(0, MOST_BYTES / 3) });
}
