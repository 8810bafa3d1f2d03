import { round } from "../../money/round.ts";
import { isCounted } from "../../rollup/entry.ts";
import type { RolledFigures } from "../../rollup/figures.ts";
import type { RollUp } from "../../rollup/rollup.ts";
import { hint, reasonSentence, sentence } from "../words/messages.ts";
import { noticeSentence } from "./words.ts";

/** A roll-up as JSON, `video-budget/rollup@1`. Keys are in the order of `schema.ts`. An unknown value is null, never 0. */
export function rollUpJson(rolled: RollUp): string {
  const { currency, entries, each } = rolled;
  const dates = [...new Set(entries.flatMap(({ read }) => read?.date ?? []))].sort();
  const report = {
    schema: "video-budget/rollup@1",
    verdict: rolled.verdict,
    reasons: rolled.reasons.map((reason) => ({
      code: reason.code,
      file: reason.file,
      scope: reason.scope,
      limit: reason.limit && round(reason.limit),
      value: reason.value && round(reason.value),
      figure: reason.figure,
      message: reasonSentence(reason, currency),
    })),
    notices: rolled.notices.map((notice) => ({ code: notice.code, level: notice.level, repository: notice.repository, message: noticeSentence(notice) })),
    currency,
    dates: { oldest: dates[0] ?? null, newest: dates.at(-1) ?? null },
    repositories: entries.map((entry) => {
      const one = each.get(entry);
      return {
        repository: entry.repository,
        owner: entry.owner,
        report: entry.report,
        state: entry.state,
        verdict: entry.read?.verdict ?? null,
        date: entry.read?.date ?? null,
        currency: entry.read?.currency ?? null,
        snapshot: entry.read?.prices.snapshot ?? null,
        ...(one && isCounted(entry) ? sum(one) : { workloads: null, complete: false, quantiles: null, figures: null }),
      };
    }),
    total: sum(rolled.total),
    budgets: rolled.budgets.map((line) => ({
      file: line.file,
      scope: line.scope,
      limit: round(line.limit),
      figure: line.figure,
      head: line.head && round(line.head),
      undelivered: line.undelivered && round(line.undelivered),
      complete: line.complete,
      used: line.used === null ? null : Number(line.used.toPrecision(9)),
      probability_over: line.probability_over === null ? null : Number(line.probability_over.toPrecision(9)),
      verdict: line.verdict,
    })),
    groups: rolled.groups.map((group) => ({ by: group.by, value: group.value, ...sum(group) })),
    problems: rolled.problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      message: sentence(problem),
      file: problem.file,
      line: problem.line,
      column: problem.column,
      hint: hint(problem),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function sum({ workloads, complete, quantiles, figures }: RolledFigures): object {
  if (!figures) return { workloads, complete, quantiles: null, figures: null };
  const { list, expected, sd, p10, p50, p90, p95, cash } = figures;
  const rounded = {
    list: round(list),
    expected: round(expected),
    sd: round(sd),
    p10: round(p10),
    p50: round(p50),
    p90: round(p90),
    p95: round(p95),
    cash: round(cash),
  };
  return { workloads, complete, quantiles, figures: rounded };
}
