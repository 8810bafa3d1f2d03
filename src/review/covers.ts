import type { Reason } from "../budget/reason.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import { moreThan } from "../money/more-than.ts";
import type { Review } from "./result.ts";

/**
 * Whether an override of one commit covers a later commit. The later commit must add no more to the monthly cost, in total and
 * for every exceeded limit. It must not leave a price unknown if none was, and must not break another rule.
 * Each commit is compared with its own base, so that changes merged in between do not count.
 */
export function isCovered(now: Review, agreed: Review): boolean {
  const added = increaseOf(now);
  const allowed = increaseOf(agreed);
  const [month, figure] = [added?.expected, added?.p90];
  const isMore = month && figure && allowed ? moreThan(month, allowed.expected) || moreThan(figure, allowed.p90) : added !== null || allowed !== null;
  const isLessKnown = agreed.total.complete && !now.total.complete;
  return !isMore && !isLessKnown && now.reasons.filter(isFailing).every((reason) => isKnown(reason, now, agreed));
}

function isFailing({ level }: Reason): boolean {
  return level !== "pass" && level !== "warn";
}

/** What the change adds to the monthly cost; all of it if base has nothing; null if nothing has a price. */
function increaseOf({ total: { head, base } }: Review): { expected: Decimal; p90: Decimal } | null {
  return head && { expected: head.expected.minus(base?.expected ?? ZERO), p90: head.p90.minus(base?.p90 ?? ZERO) };
}

function isKnown(reason: Reason, now: Review, agreed: Review): boolean {
  const before = agreed.reasons.find((one) => isFailing(one) && one.code === reason.code && one.file === reason.file && one.scope === reason.scope);
  if (!before) return false;
  if (reason.code === "invalid") return errorsOf(now).every((error) => errorsOf(agreed).includes(error));
  if (reason.value === null || before.value === null) return within(namesIn(reason), namesIn(before));
  const [added, allowed] = [addedTo(reason, now), addedTo(before, agreed)];
  return added && allowed ? !moreThan(added, allowed) : !moreThan(reason.value, before.value);
}

/** What a change adds under a limit that it exceeds; null if the shown judgment does not have this limit. */
function addedTo({ code, file, scope, args, limit }: Reason, { budgets, controls }: Review): Decimal | null {
  if (code !== "budget-exceeded" || (args["under"] !== undefined && args["under"] !== controls?.stands)) return null;
  const line = budgets.find((one) => one.file === file && one.scope === scope && limit !== null && one.limit.eq(limit));
  return line?.head ? line.head.minus(line.base ?? ZERO) : null;
}

function errorsOf({ problems }: Review): string[] {
  return problems.filter(({ severity }) => severity === "error").map(({ code, file, path, args }) => JSON.stringify([code, file, path, args]));
}

/** The subjects of a reason without an amount: workloads, or calls in code. */
function namesIn({ args }: Reason): unknown {
  return args["workloads"] ?? args["calls"];
}

function within(names: unknown, others: unknown): boolean {
  return Array.isArray(names) && Array.isArray(others) && names.every((name) => others.includes(name));
}
