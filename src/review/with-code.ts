import { verdictOf } from "../budget/verdict.ts";
import type { CodeReview } from "../declared/result.ts";
import type { Review } from "./result.ts";

/** Adds the findings in code, their reasons and their problems to a report. Figures stay as they are: a call in code counts toward no total. */
export function withCode(review: Review, code: CodeReview): Review {
  const reasons = [...review.reasons, ...code.reasons];
  return { ...review, code, reasons, problems: [...review.problems, ...code.problems], verdict: verdictOf(reasons) };
}
