import { isOverLimit } from "./is-over-limit.ts";
import type { BudgetLine } from "./rules.ts";

/**
 * The limit to name first: an exceeded one before the others, then the one with the largest share used. An exceeded limit of 0 comes
 * before all others. A limit whose use is unknown comes last.
 */
export function mostUsed(budgets: readonly BudgetLine[]): BudgetLine | undefined {
  const rank = (line: BudgetLine): number => (isBroken(line) ? (line.pre_existing ? 1 : 0) : 2);
  const share = ({ used, limit, head }: BudgetLine): number => used ?? (limit.eq(0) && head?.gt(0) ? Number.POSITIVE_INFINITY : -1);
  return [...budgets].sort((a, b) => rank(a) - rank(b) || (share(a) === share(b) ? 0 : share(b) - share(a)))[0];
}

/** Whether the known part alone exceeds the limit. */
function isBroken({ head, limit }: BudgetLine): boolean {
  return head !== null && isOverLimit(head, limit);
}
