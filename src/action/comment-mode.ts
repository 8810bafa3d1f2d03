import { exitCode } from "../budget/verdict.ts";
import type { Inputs } from "../github/inputs.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import type { Review } from "../review/result.ts";

/**
 * What to do about the comment of a pull request. `create`: write one if there is none. `update`: only update an existing one, so that it
 * never shows an old state. Null: leave comments alone.
 *
 * A limit that is already exceeded on base fails no verdict, so a failing verdict is always caused by this pull request.
 */
export function commentMode(
  { comment, commentThreshold }: Pick<Inputs, "comment" | "commentThreshold">,
  review: Pick<Review, "verdict" | "workloads" | "total" | "controls" | "code">,
): "create" | "update" | null {
  if (comment === "never") return null;
  if (comment === "always" || exitCode(review.verdict) !== 0) return "create";
  if (comment === "on-failure") return "update";
  // A reviewer must see an edit of the budget settings, even if it changes no cost.
  if (review.controls !== null) return "create";
  // A call that no workload declares costs money that is in no figure; so may a call that is excluded by a comment.
  if (review.code && (review.code.undeclared.length > 0 || (review.code.scope === "change" && review.code.ignored.length > 0))) return "create";
  // A price change must be visible too: updating the pinned version of the action changes no workload.
  if (review.workloads.some(({ repriced }) => repriced && isWorthIt(repriced.monthly, decimal(commentThreshold)))) return "create";
  const changed = review.workloads.some(({ change }) => change !== "same");
  return changed && isWorthIt(delta(review.total), decimal(commentThreshold)) ? "create" : "update";
}

/** The change of the monthly cost: all of it if base has nothing; null if unknown. */
function delta({ complete, head, base }: Review["total"]): Decimal | null {
  if (!complete || !head) return null;
  return base ? head.expected.minus(base.expected) : head.expected;
}

function isWorthIt(change: Decimal | null, threshold: Decimal): boolean {
  return change === null || change.abs().gte(threshold);
}
