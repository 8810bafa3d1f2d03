import { verdictOf } from "../budget/verdict.ts";
import type { CodeReview } from "../declared/result.ts";
import type { Review } from "./result.ts";

/** A report with what was found in code beside it: reasons and problems of both, figures of manifests alone. Nothing in code counts toward a total. */
export function withCode(review: Review, code: CodeReview): Review {
  // What was said of controls comes last.
  const reasons = [...review.reasons, ...code.reasons];
  return { ...review, code, reasons, problems: [...review.problems, ...code.problems], verdict: verdictOf(reasons) };
}
