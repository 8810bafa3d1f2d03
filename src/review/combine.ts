import type { Reason } from "../budget/reason.ts";
import { VERDICTS } from "../budget/reason.ts";
import { verdictOf } from "../budget/verdict.ts";
import type { Control } from "../control/control.ts";
import type { EditedLimit, LimitUnder, Review } from "./result.ts";

/**
 * Combines two judgments of one change into one report. The worse judgment counts, and its figures are shown; if both verdicts are
 * equal, those under the change's own controls. Reasons come from both. A reason that only one judgment has says which
 * (`args.under`). A further reason states the verdict of the other judgment.
 * @param own the change judged under its own controls @param underBase the change judged under base's
 */
export function combine(own: Review, underBase: Review, changed: readonly Control[]): Review {
  const stands = VERDICTS.indexOf(underBase.verdict) < VERDICTS.indexOf(own.verdict) ? "base" : "own";
  const [first, second] = stands === "base" ? [underBase, own] : [own, underBase];
  const [one, other] = stands === "base" ? (["base", "own"] as const) : (["own", "base"] as const);
  const failing = isFailing(first.verdict);
  const shared = new Set(first.reasons.map(identity).filter((id) => second.reasons.some((reason) => identity(reason) === id)));
  const marked = (reasons: readonly Reason[], under: "own" | "base"): Reason[] =>
    reasons.map((reason) => (shared.has(identity(reason)) || reason.level === "pass" ? reason : { ...reason, args: { ...reason.args, under } }));
  const more = second.reasons.filter((reason) => !shared.has(identity(reason)) && (!failing || isFailing(reason.level)));
  const [edited] = changed;
  const controls: Reason = {
    code: "controls-changed",
    level: "pass",
    file: edited?.file ?? "",
    scope: null,
    limit: null,
    value: second.total.head?.expected ?? null,
    figure: second.total.head ? "expected" : null,
    args: { controls: changed.map((one) => nameOf(one, changed)), stands, verdict: second.verdict, complete: second.total.complete },
  };
  const reasons = [...marked(first.reasons, one), ...marked(more, other), controls];
  return { ...first, reasons, verdict: verdictOf(reasons), controls: { changed, stands, limits: editedLimits(own, underBase) } };
}

/** Limits that differ between the two judgments. */
function editedLimits(own: Review, underBase: Review): EditedLimit[] {
  const keyOf = ({ file, scope }: Pick<EditedLimit, "file" | "scope">): string => JSON.stringify([file, scope]);
  const under = ({ budgets, currency }: Review, key: string): LimitUnder | null => {
    const line = budgets.find((one) => keyOf(one) === key);
    return line ? { limit: line.limit, currency, verdict: line.verdict } : null;
  };
  const lines = new Map([...underBase.budgets, ...own.budgets].map((line) => [keyOf(line), line]));
  return [...lines].flatMap(([key, { file, scope }]) => {
    const [base, proposed] = [under(underBase, key), under(own, key)];
    const isSame = base && proposed && base.currency === proposed.currency && base.limit.eq(proposed.limit);
    return isSame ? [] : [{ file, scope, base, own: proposed }];
  });
}

function isFailing(level: Reason["level"]): boolean {
  return level !== "pass" && level !== "warn";
}

function identity({ code, level, file, scope, limit, value, args }: Reason): string {
  return JSON.stringify([code, level, file, scope, limit, value, args]);
}

/** How a control is named: its key, its workloads if it belongs to some, and its manifest if there are several. */
function nameOf({ file, what, workloads }: Control, all: readonly Control[]): string {
  const where = all.some((other) => other.file !== file) ? `${file}: ` : "";
  return workloads.length === 0 ? `${where}${what}` : `${where}${what} of ${workloads.join(", ")}`;
}
