import type { Actuals } from "../actuals/actuals.ts";
import { type LimitProgress, type ToDate, toDateOf } from "../actuals/to-date.ts";
import { isOverLimit } from "../budget/is-over-limit.ts";
import type { Reason } from "../budget/reason.ts";
import { verdictOf } from "../budget/verdict.ts";
import type { Problem } from "../problem.ts";
import { locate } from "../yaml/locate.ts";
import type { Review } from "./result.ts";

/**
 * Adds the month to date to a report. If the bill so far plus the plan for the rest of the month exceeds a limit, the check only
 * warns, because no change can undo a bill. A pace outside the plan's range is a note.
 */
export function withActuals(review: Review, actuals: Actuals): Review {
  const { head, now, distributions } = review.from;
  const toDate = toDateOf({ head, now, distributions, budgets: review.budgets, date: review.date }, actuals);
  const reasons = [...review.reasons, ...toDate.limits.flatMap((line) => overToDate(line, toDate, review))];
  const problem = paceProblem(toDate, review);
  const problems = problem ? [...review.problems, { ...problem, ...locate(head.files.get(problem.file), problem) }] : review.problems;
  return { ...review, toDate, reasons, problems, verdict: verdictOf(reasons) };
}

/** Warns about a limit that this month will exceed. If the plan alone exceeds it, the report already says so. */
function overToDate({ file, scope, limit, projected, billed, complete, passed_on }: LimitProgress, { month }: ToDate, { reasons }: Review): Reason[] {
  const isSaid = reasons.some((one) => one.code === "budget-exceeded" && one.file === file && one.scope === scope);
  // Without a plan, only what was billed counts.
  const value = projected ?? billed;
  if (isSaid || !isOverLimit(value, limit)) return [];
  const args = { month, billed: billed.toString(), passed_on, complete };
  return [{ code: "actuals-over", level: "warn", file, scope, limit, value, figure: "expected", args }];
}

function paceProblem({ off, band, total, covered, month }: ToDate, { currency, from: { head } }: Review): Problem | null {
  const [file] = head.roots;
  if (!off || !band || !total.at_pace || file === undefined) return null;
  const args = {
    month,
    covered,
    off,
    pace: total.at_pace.toNumber(),
    bound: (off === "above" ? band.high : band.low).toNumber(),
    plan: total.plan?.toNumber() ?? null,
    is_of_volume: band.isOfVolume,
    complete: total.complete,
    currency,
  };
  return { code: "pace-off-plan", severity: "note", file, path: ["budget"], args };
}
