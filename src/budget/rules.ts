import type { Increase } from "../manifest/schema.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import { moreThan } from "../money/more-than.ts";
import type { FigureName } from "../risk/figures.ts";
import { isOverLimit } from "./is-over-limit.ts";
import type { Reason, Verdict } from "./reason.ts";

/** One limit and the amounts that are compared with it. All are monthly amounts in the reporting currency. */
export type LimitCheck = {
  file: string;
  scope: string;
  limit: Decimal;
  figure: FigureName;
  /** The amount on this side; null if nothing in the scope has a price. */
  head: Decimal | null;
  /** The part of `head` that is not billed, because jobs are expected to fail. */
  undelivered: Decimal | null;
  /** The amount on the base side; null if there is no base. */
  base: Decimal | null;
  /** The amount on the base side at the lock's prices; null or absent if there is no lock or no price changed since. */
  atLock?: Decimal | null;
  /** The limit that base has for this scope; null if it has none. */
  baseLimit: Decimal | null;
  /** Whether every workload of the scope has a price. */
  complete: boolean;
  /** Whether a file that may belong to the scope could not be read. The used share of the limit is unknown then. */
  unread: boolean;
  /** The probability, 0–1, that the monthly cost exceeds the limit; null if nothing uncertain is declared, or a price is missing. */
  probability_over: number | null;
  /** Whether some volume is a single number: quantiles and the probability then assume that the volume is as planned. */
  if_volume_as_planned: boolean;
};

/** The result for one limit. */
export type BudgetLine = LimitCheck & {
  /** The used share of the limit: 0 or more, above 1 if it is exceeded; null if unknown. */
  used: number | null;
  verdict: Verdict;
  /** True if base already exceeds it, and this change does not make it worse. */
  pre_existing: boolean;
};

/**
 * Judges one limit. An amount above the limit fails; one above the share `warnAt` of it warns. If base already exceeds the limit and this
 * change does not make it worse, it only warns. With a lock, base is priced at the lock's prices, so price changes alone can
 * fail the limit. If a workload has no price or could not be read, the result is open.
 * @param unknown the level of an open result: `fail` if this change caused it
 */
export function judgeLimit(check: LimitCheck, warnAt: number, unknown: "fail" | "warn"): { line: BudgetLine; reasons: Reason[] } {
  const { head, base, baseLimit, limit, file, scope, figure } = check;
  const isOver = head !== null && isOverLimit(head, limit);
  const share = head === null || check.unread || limit.eq(0) ? null : head.div(limit).toNumber();
  const used = share === null || isOver ? share : Math.min(share, 1);
  const reason = (code: Reason["code"], level: Reason["level"]): Reason => ({
    code,
    level,
    file,
    scope,
    limit,
    value: head,
    figure,
    args: { used, complete: check.complete, ...(check.undelivered?.gt(0) && { undelivered: check.undelivered.toString() }) },
  });
  const isOpen = check.unread && unknown === "fail";
  const line = (verdict: Verdict, pre_existing = false): BudgetLine => ({ ...check, used, verdict: isOpen ? "invalid" : verdict, pre_existing });
  if (isOver) {
    const agreed = check.atLock ?? base;
    const pre_existing = base !== null && agreed !== null && baseLimit !== null && isOverLimit(agreed, baseLimit) && !moreThan(head, base);
    return {
      line: line(pre_existing ? "warn" : "fail", pre_existing),
      reasons: [pre_existing ? reason("pre-existing", "warn") : reason("budget-exceeded", "fail")],
    };
  }
  const near = limit.gt(0) && head && !moreThan(limit.times(warnAt), head) ? [reason("budget-near", "warn")] : [];
  if (!check.complete) return { line: line(unknown === "fail" ? "unpriced" : "warn"), reasons: near };
  return { line: line(near.length > 0 ? "warn" : "pass"), reasons: near };
}

/**
 * The increase by one change. `base` is null for a new manifest, to which only the allowed amount applies. `complete`: whether every
 * workload of head has a price. `isBaseKnown`: whether every workload of base has one.
 */
export type Growth = { file: string; figure: FigureName; head: Decimal | null; base: Decimal | null; complete: boolean; isBaseKnown: boolean };

/**
 * Judges the increase by one change. The limit applies even if base already exceeds its budget. Both the amount and the share of the rule
 * apply. With a base of $0, a share cannot be computed, so only the amount applies.
 */
export function judgeIncrease(
  { file, figure, head, base, complete, isBaseKnown }: Growth,
  rule: Increase | undefined,
  code: "increase-exceeded" | "increase-warned",
): Reason[] {
  if (!rule || head === null) return [];
  const added = base === null ? head : head.minus(base);
  const reason = (limit: Decimal, share: number | null): Reason => ({
    code,
    level: code === "increase-exceeded" ? "fail" : "warn",
    file,
    scope: "total",
    limit,
    value: added,
    figure,
    args: { share, grown: base?.gt(0) ? added.div(base).toNumber() : null, complete },
  });
  if (rule.amount !== undefined && moreThan(added, decimal(rule.amount))) return [reason(decimal(rule.amount), null)];
  const small = rule.ignore_below !== undefined && moreThan(decimal(rule.ignore_below), added);
  if (rule.share === undefined || base === null || (isBaseKnown && base.eq(0)) || small) return [];
  const allowed = base.times(rule.share);
  return moreThan(added, ZERO) && moreThan(added, allowed) ? [reason(allowed, rule.share)] : [];
}
