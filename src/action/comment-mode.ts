import { exitCode } from "../budget/verdict.ts";
import type { Inputs } from "../github/inputs.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import type { Review } from "../review/result.ts";

/**
 * Whether a pull request gets a comment: `create` one if there is none, only `update` the one that is
 * there (so that it never shows an old state), or leave comments alone.
 *
 * What base already breaks makes no verdict fail, so a failing one is always this pull request's.
 */
export function commentMode(
  { comment, commentThreshold }: Pick<Inputs, "comment" | "commentThreshold">,
  review: Pick<Review, "verdict" | "workloads" | "total" | "controls" | "code">,
): "create" | "update" | null {
  if (comment === "never") return null;
  if (comment === "always" || exitCode(review.verdict) !== 0) return "create";
  if (comment === "on-failure") return "update";
  // What a change does to its own controls is for a reviewer to see, whatever it costs.
  if (review.controls !== null) return "create";
  // A call that no workload declares costs money that no figure has, and one taken out by a comment may.
  if (review.code && (review.code.undeclared.length > 0 || (review.code.scope === "change" && review.code.ignored.length > 0))) return "create";
  // What the price book did is for somebody to see too: a raised pin changes no workload.
  if (review.workloads.some(({ repriced }) => repriced && isWorthIt(repriced.monthly, decimal(commentThreshold)))) return "create";
  const changed = review.workloads.some(({ change }) => change !== "same");
  return changed && isWorthIt(delta(review.total), decimal(commentThreshold)) ? "create" : "update";
}

/** What the month changes by; all of it where base has nothing; null if that is unknown. */
function delta({ complete, head, base }: Review["total"]): Decimal | null {
  if (!complete || !head) return null;
  return base ? head.expected.minus(base.expected) : head.expected;
}

function isWorthIt(change: Decimal | null, threshold: Decimal): boolean {
  return change === null || change.abs().gte(threshold);
}
