import { verdictOf } from "../budget/verdict.ts";
import type { CodeReview } from "../declared/result.ts";
import type { Review } from "./result.ts";

/** Adds the findings in code to a report: reasons and problems of both. Figures come from the manifests alone; a call in code counts toward no total. */
export function withCode(review: Review, code: CodeReview): Review {
  // Reasons about controls come last.
  const reasons = [...review.reasons, ...code.reasons];
  return { ...review, code, reasons, problems: [...review.problems, ...code.problems], verdict: verdictOf(reasons) };
}
