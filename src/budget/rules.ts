import type { Increase } from "../manifest/schema.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import type { FigureName } from "../risk/figures.ts";
import type { Reason, Verdict } from "./reason.ts";

/** One limit and what is compared with it, in the reporting currency, a month. */
export type LimitCheck = {
  file: string;
  scope: string;
  limit: Decimal;
  figure: FigureName;
  /** What is held on this side; null if nothing in the scope has a price. */
  head: Decimal | null;
  /** What of it is not expected to be billed, because jobs fail. */
  undelivered: Decimal | null;
  /** The same on the base side; null if there is no base. */
  base: Decimal | null;
  /** The base side at the prices of its lock; null or left out where there is no lock, or none of its prices changed. */
  atLock?: Decimal | null;
  /** The limit that base has for this scope; null if it has none. */
  baseLimit: Decimal | null;
  /** Whether every workload of the scope has a price. */
  complete: boolean;
  /** Whether some of what it may hold could not be read: then nobody knows what share of the limit is used. */
  unread: boolean;
  /** The probability, 0–1, that the month is above the limit; null if nothing uncertain is declared, or not all has a price. */
  probability_over: number | null;
  /** Whether some volume of it is one plain number: quantiles and the probability then hold if the volume is as planned. */
  if_volume_as_planned: boolean;
};

/** What became of one limit. */
export type BudgetLine = LimitCheck & {
  /** Share of the limit that is used, 0–…; null if that is unknown. */
  used: number | null;
  verdict: Verdict;
  /** Base broke it already, and this change does not make it worse. */
  pre_existing: boolean;
};

/**
 * A limit: over it fails; from `warn_at` of it on warns. What base already broke, and this change does
 * not make worse, warns. With a lock, what base broke is what it broke at the lock's prices: where the book's moves alone lead above
 * the limit, it fails. A workload without a price, or that could not be read, leaves open whether the limit holds.
 * @param unknown what is open does: `fail` where this change is to blame
 */
export function holdLimit(check: LimitCheck, warnAt: number, unknown: "fail" | "warn"): { line: BudgetLine; reasons: Reason[] } {
  const { head, base, baseLimit, limit, file, scope, figure } = check;
  const used = head === null || check.unread || limit.eq(0) ? null : head.div(limit).toNumber();
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
  if (head?.gt(limit)) {
    const agreed = check.atLock ?? base;
    const pre_existing = base !== null && agreed !== null && baseLimit !== null && agreed.gt(baseLimit) && head.lte(base);
    return {
      line: line(pre_existing ? "warn" : "fail", pre_existing),
      reasons: [pre_existing ? reason("pre-existing", "warn") : reason("budget-exceeded", "fail")],
    };
  }
  const near = limit.gt(0) && head?.gte(limit.times(warnAt)) ? [reason("budget-near", "warn")] : [];
  if (!check.complete) return { line: line(unknown === "fail" ? "unpriced" : "warn"), reasons: near };
  return { line: line(near.length > 0 ? "warn" : "pass"), reasons: near };
}

/**
 * What one change adds. `base` null: the manifest is new, and only the amount applies. `complete`: whether all of
 * head has a price; `isBaseKnown`: whether any of base has.
 */
export type Growth = { file: string; figure: FigureName; head: Decimal | null; base: Decimal | null; complete: boolean; isBaseKnown: boolean };

/**
 * A limit on the increase always counts, whatever base already broke. Both of its keys are held, but of a base of
 * $0 there is no share.
 */
export function holdIncrease(
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
  if (rule.amount !== undefined && added.gt(rule.amount)) return [reason(decimal(rule.amount), null)];
  const small = rule.ignore_below !== undefined && added.lt(rule.ignore_below);
  if (rule.share === undefined || base === null || (isBaseKnown && base.eq(0)) || small) return [];
  const allowed = base.times(rule.share);
  return added.gt(0) && added.gt(allowed) ? [reason(allowed, rule.share)] : [];
}
