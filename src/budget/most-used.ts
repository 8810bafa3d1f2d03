import type { BudgetLine } from "./rules.ts";

/**
 * The limit that is said first: one that is broken before one that holds, then the one that is used most. A limit
 * of 0 that is gone over is used more than any other; one of which nobody knows comes last.
 */
export function mostUsed(budgets: readonly BudgetLine[]): BudgetLine | undefined {
  const rank = (line: BudgetLine): number => (isBroken(line) ? (line.pre_existing ? 1 : 0) : 2);
  const share = ({ used, limit, head }: BudgetLine): number => used ?? (limit.eq(0) && head?.gt(0) ? Number.POSITIVE_INFINITY : -1);
  return [...budgets].sort((a, b) => rank(a) - rank(b) || (share(a) === share(b) ? 0 : share(b) - share(a)))[0];
}

/** Whether what is known is over the limit by itself. */
function isBroken({ head, limit }: BudgetLine): boolean {
  return head?.gt(limit) ?? false;
}
