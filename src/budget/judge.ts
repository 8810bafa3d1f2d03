import { reach } from "../gather.ts";
import { lockKey } from "../lock/repricing.ts";
import { hidesWorkloads } from "../manifest/hidden.ts";
import { limitsAnything } from "../manifest/limits.ts";
import type { ManifestFile } from "../manifest/parse.ts";
import { decimal, ZERO } from "../money/decimal.ts";
import type { Problem } from "../problem.ts";
import { deliveryCostOf } from "../risk/delivery-cost.ts";
import type { Exposure } from "../risk/exposure.ts";
import { hasSingleVolume } from "../risk/single-volume.ts";
import { totalDistributionOfAll } from "../risk/workload-cost.ts";
import type { JudgeInput, WorkloadLine } from "./judge-input.ts";
import { limitIn, limitsInMonth } from "./limit-of-a-month.ts";
import { setOf } from "./members.ts";
import { nearMatch } from "./near-match.ts";
import type { Reason } from "./reason.ts";
import { repricingReasons } from "./repricing.ts";
import { type BudgetLine, judgeIncrease, judgeLimit } from "./rules.ts";
import { isSameText } from "./same-text.ts";
import { unreadLimits } from "./unread-limits.ts";

/** Applies every rule of every manifest. The verdict is the worst of the reasons. */
export function judge(all: JudgeInput): { budgets: BudgetLine[]; reasons: Reason[]; problems: Problem[] } {
  const limits = all.head.manifests.flatMap((manifest) => judgeBudget(manifest, all));
  const problems = [...all.now.problems, ...limits.flatMap((limit) => limit.problems)];
  return {
    budgets: limits.flatMap(({ lines }) => lines),
    reasons: [
      ...invalid(all, problems),
      ...unreadLimits(all),
      ...limits.flatMap(({ reasons }) => reasons),
      ...unpriced(all),
      ...stale(all),
      ...retiring(all, "retires-soon"),
      ...retiring(all, "may-retire"),
      ...removed(all),
      ...brought(all),
      ...repricingReasons(all),
    ],
    problems,
  };
}

function judgeBudget(
  manifest: ManifestFile,
  { head, base, now, before, workloads, compared, renamed, distributions, repricing, verdictOnly, ahead }: JudgeInput,
): { lines: BudgetLine[]; reasons: Reason[]; problems: Problem[] } {
  const { file, settings } = manifest;
  const { budget, policy } = settings;
  const baseFile = renamed.get(file) ?? file;
  const baseBudget = base?.manifests.find((other) => other.file === baseFile)?.settings.budget;
  const isNew = compared === "new" || (compared === "base" && !baseBudget);
  const month = now.pricing.get(file)?.month;
  const scopes = limitsInMonth(budget, month);
  const untouchedFile = (one: string): boolean => base !== null && isSameText(one, head, base, renamed);
  const old = new Set(workloads.filter(({ pre_existing }) => pre_existing).map((one) => one.head));
  const checks = scopes.map(({ scope, limit, match }) => {
    const set = setOf(file, head, now, match);
    const cost = deliveryCostOf(set.estimates, budget.figure, distributions, set.unread);
    const baseSet = base && before && !isNew ? setOf(baseFile, base, before, match) : null;
    const costAtBase = baseSet && deliveryCostOf(baseSet.estimates, budget.figure, distributions, baseSet.unread);
    const isMoved = baseSet !== null && repricing !== null && baseSet.estimates.some((one) => repricing.atLock.has(lockKey(one)));
    const lockedSet = isMoved ? baseSet.estimates.map((one) => repricing.atLock.get(lockKey(one)) ?? one) : null;
    const atLock = lockedSet && baseSet ? (deliveryCostOf(lockedSet, budget.figure, distributions, baseSet.unread)?.amount ?? null) : null;
    const limitBefore = scope === "total" ? baseBudget && month && limitIn(baseBudget, month) : baseBudget?.scopes[scope]?.monthly;
    const baseLimit = limitBefore === undefined ? null : decimal(limitBefore);
    const without = set.estimates.filter(({ monthly }) => monthly === null);
    const complete = without.length === 0 && !set.unread;
    const distribution = complete && cost && !verdictOnly ? totalDistributionOfAll(set.estimates, distributions) : null;
    const chance = { probability_over: distribution?.above(Number(limit)) ?? null, if_volume_as_planned: set.estimates.some(hasSingleVolume) };
    const isOld = without.every((one) => old.has(one)) && [...reach(head.includes, file)].every((one) => !now.hidden.has(one) || untouchedFile(one));
    // A price that base lacks too only warns if the change does not touch that workload. A file that could not be read fails, whatever the policy.
    const unknown = isOld ? "warn" : set.unread ? "fail" : policy.unknown_price;
    const figures = { figure: budget.figure, head: cost?.amount ?? null, undelivered: cost?.undelivered ?? null, base: costAtBase?.amount ?? null, atLock };
    return {
      ...judgeLimit({ ...figures, ...chance, file, scope, limit: decimal(limit), baseLimit, complete, unread: set.unread }, budget.warn_at, unknown),
      empty: set.estimates.length === 0 && !set.unread,
      match,
    };
  });
  const empty = checks.filter(({ line, empty }) => empty && line.scope !== "total" && manifest.workloads.length > 0);
  return {
    lines: checks.map(({ line }) => line),
    reasons: [...checks.flatMap(({ reasons }) => reasons), ...(compared === "base" ? increases() : [])],
    problems: [
      ...quantileOfPlan(manifest, now),
      ...empty.map(({ line, match }) => matchesNothing(file, line.scope, nearMatch(match, setOf(file, head, now).estimates))),
    ],
  };

  function increases(): Reason[] {
    const months = [{ month: null, now, before }, ...ahead];
    const all = (["max_increase", "warn_increase"] as const).map((rule) => largest(months.flatMap(({ month, ...sides }) => increaseIn(month, sides, rule))));
    return all.find((reasons) => reasons.length > 0) ?? [];
  }

  /** The increase in one month, compared with one rule. */
  function increaseIn(month: string | null, { now, before }: { now: Exposure; before: Exposure | null }, rule: "max_increase" | "warn_increase"): Reason[] {
    const [set, old] = [setOf(file, head, now), base && before && !isNew ? setOf(baseFile, base, before) : null];
    const costAtBase = old && deliveryCostOf(old.estimates, budget.figure, distributions, old.unread);
    const growth = {
      file,
      figure: budget.figure,
      head: deliveryCostOf(set.estimates, budget.figure, distributions, set.unread)?.amount ?? null,
      base: old && (costAtBase?.amount ?? ZERO),
      complete: !set.unread && set.estimates.every(({ monthly }) => monthly !== null),
      isBaseKnown: costAtBase !== null && old?.unread === false && old.estimates.every(({ monthly }) => monthly !== null),
    };
    const reasons = judgeIncrease(growth, budget[rule], rule === "max_increase" ? "increase-exceeded" : "increase-warned");
    return month === null ? reasons : reasons.map((reason) => ({ ...reason, args: { ...reason.args, month } }));
  }
}

/** If several months give the same reason, keeps the one with the largest amount, and the earliest of equal ones. */
function largest(reasons: readonly Reason[]): Reason[] {
  const [first, ...others] = reasons;
  return first ? [others.reduce((most, one) => (one.value && most.value && one.value.gt(most.value) ? one : most), first)] : [];
}

function matchesNothing(file: string, scope: string, write: Problem["args"][string]): Problem {
  return { code: "scope-matches-nothing", severity: "warning", file, path: ["budget", "scopes", scope], args: { scope, write: write ?? null } };
}

/** A note: limits are compared with a quantile, but a volume is a single number, so the quantile ignores how uncertain the volume is. */
function quantileOfPlan({ file, settings: { budget } }: ManifestFile, { estimates }: Exposure): Problem[] {
  if (budget.figure === "expected") return [];
  const planned = estimates.filter((one) => one.file === file && hasSingleVolume(one)).map(({ name }) => name);
  if (planned.length === 0) return [];
  return [{ code: "figure-of-plan", severity: "note", file, path: ["budget", "figure"], args: { figure: budget.figure, workloads: planned } }];
}

const NO_LIMIT = { scope: null, limit: null, value: null, figure: null } as const;

/** Errors make a report invalid. An error that base has too, in a part that this change does not touch, only warns. */
function invalid({ head, base, before, compared, workloads, renamed }: JudgeInput, problems: readonly Problem[]): Reason[] {
  const errors = problems.filter(({ severity, code }) => severity === "error" && code !== "stale-price");
  if (errors.length === 0) return [];
  const known = new Set(compared === "base" && base && before ? before.problems.map((problem) => identity(problem)) : []);
  const untouched = new Set(workloads.filter(({ pre_existing }) => pre_existing).map(({ head }) => `${head?.file}\n${head?.name}`));
  // Two unreadable files are not the same problem.
  const isEdited = (problem: Problem): boolean => base !== null && hidesWorkloads(problem) && !isSameText(problem.file, head, base, renamed);
  const isOld = (problem: Problem): boolean =>
    known.has(identity(problem, renamed)) && !isEdited(problem) && (problem.path[0] !== "workloads" || untouched.has(`${problem.file}\n${problem.path[1]}`));
  const [old, fresh] = [errors.filter(isOld), errors.filter((problem) => !isOld(problem))];
  const reason = (some: readonly Problem[], code: Reason["code"], level: Reason["level"]): Reason[] =>
    some.length === 0 ? [] : [{ code, level, file: some[0]?.file ?? "", ...NO_LIMIT, args: { count: some.length, what: "errors" } }];
  return [...reason(fresh, "invalid", "invalid"), ...reason(old, "pre-existing", "warn")];
}

/** The key by which a problem on one side equals one on the other; a renamed file counts as the same file. */
function identity({ code, file, path, args }: Problem, renamed?: JudgeInput["renamed"]): string {
  return JSON.stringify([code, renamed?.get(file) ?? file, path, code === "retired" ? args["id"] : args]);
}

/** Workloads without a usable price, by the policy of their own manifest. */
function unpriced({ head, workloads }: JudgeInput): Reason[] {
  return head.manifests.flatMap(({ file, settings }) => {
    const without = workloads.filter((one) => one.head?.file === file && one.head.status === "unpriced");
    const [old, fresh] = [without.filter((one) => one.pre_existing), without.filter((one) => !one.pre_existing)];
    const names = (some: readonly WorkloadLine[]): string[] => some.map((one) => one.head?.name ?? "");
    const level = settings.policy.unknown_price === "fail" ? "unpriced" : "warn";
    return [
      ...(fresh.length > 0 ? [{ code: "unpriced", level, file, ...NO_LIMIT, args: { workloads: names(fresh) } } as const] : []),
      ...(old.length > 0
        ? [{ code: "pre-existing", level: "warn", file, ...NO_LIMIT, args: { count: old.length, what: "unpriced", workloads: names(old) } } as const]
        : []),
    ];
  });
}

/** Stale prices of workloads that this change touches, or of all workloads if nothing is compared. */
function stale({ head, workloads, compared }: JudgeInput): Reason[] {
  return head.manifests.flatMap(({ file, settings: { policy } }): Reason[] => {
    if (policy.stale_price === "note") return [];
    const old = workloads.filter((one) => one.head?.file === file && one.head.source?.stale && (compared === "nothing" || one.change !== "same"));
    if (old.length === 0) return [];
    return [
      {
        code: "stale-price",
        level: policy.stale_price,
        file,
        ...NO_LIMIT,
        args: { workloads: old.map((one) => one.head?.name ?? ""), days: policy.price_max_age_days },
      },
    ];
  });
}

/**
 * Reports manifests of base that head removes or leaves without any workload, because their limits are gone. Base's policy decides
 * whether that fails: the policy of the manifest, or of one that includes it.
 */
function removed({ head, base, renamed }: JudgeInput): Reason[] {
  if (!base) return [];
  const now = new Map(head.manifests.map((manifest) => [renamed.get(manifest.file) ?? manifest.file, manifest]));
  const declares = ({ file, workloads, settings }: ManifestFile): boolean =>
    workloads.length > 0 || settings.include.length > 0 || head.problems.some((problem) => problem.file === file && problem.severity === "error");
  const gone = base.manifests.filter(({ file, workloads, settings }) => {
    const left = now.get(file);
    return !left || ((workloads.length > 0 || settings.include.length > 0) && !declares(left));
  });
  const fails = (file: string): boolean =>
    base.manifests.some((other) => other.settings.policy.manifest_removed === "fail" && reach(base.includes, other.file).has(file));
  return gone.map(({ file }) => ({
    code: "manifest-removed",
    level: fails(file) ? "fail" : "warn",
    file: now.get(file)?.file ?? file,
    ...NO_LIMIT,
    args: { file, emptied: now.has(file) },
  }));
}

/** Reports manifests that base lacks. Only their own budget applies to them, because there is no other. */
function brought({ head, base, compared, renamed }: JudgeInput): Reason[] {
  if (compared !== "base" || !base) return [];
  const known = new Set(base.manifests.map(({ file }) => file));
  return head.manifests
    .filter(({ file, settings: { budget } }) => !known.has(renamed.get(file) ?? file) && limitsAnything(budget))
    .map(({ file }) => ({ code: "manifest-new", level: "pass", file, ...NO_LIMIT, args: {} }));
}

/** Warns about models that retire soon or may retire, on workloads that this change touches. */
function retiring({ workloads, compared }: JudgeInput, what: "retires-soon" | "may-retire"): Reason[] {
  const soon = workloads.filter((one) => (compared === "nothing" || one.change !== "same") && one.head?.problems.some(({ code }) => code === what));
  const [first] = soon;
  if (!first?.head) return [];
  return [{ code: what, level: "warn", file: first.head.file, ...NO_LIMIT, args: { workloads: soon.map((one) => one.head?.name ?? "") } }];
}
