import { limitsInMonth } from "../budget/limit-of-a-month.ts";
import type { Reason, Verdict } from "../budget/reason.ts";
import { type BudgetLine, judgeLimit } from "../budget/rules.ts";
import { covers } from "../budget/scope.ts";
import { verdictOf } from "../budget/verdict.ts";
import type { ManifestFile } from "../manifest/parse.ts";
import type { Match } from "../manifest/schema.ts";
import { rates } from "../money/convert.ts";
import { decimal } from "../money/decimal.ts";
import type { Distributions } from "../stats/distributions.ts";
import type { Located } from "../yaml/locate.ts";
import { type Entry, entriesOf, isCounted, type Listed, workloadsOf } from "./entry.ts";
import { figuresOf, hidesSome, type Part, type RolledFigures } from "./figures.ts";
import { type GroupKey, type RolledGroup, rollupGroups } from "./groups.ts";
import { type Notice, noticesOf } from "./notices.ts";
import type { ReportWorkload } from "./read-report.ts";

export type RollUpInput = {
  listed: readonly Listed[];
  /** The manifest whose budget applies to all reports together, and its problems; null if there is none. */
  limits: { manifest: ManifestFile; problems: readonly Located[] } | null;
  /** The keys to group by; null for owner, provider and every tag. */
  groupBy: readonly GroupKey[] | null;
  distributions: Distributions;
};

/** The reports of many repositories as one. Money is exact and monthly, in `currency`. */
export type RollUp = {
  verdict: Verdict;
  reasons: readonly Reason[];
  notices: readonly Notice[];
  currency: string;
  entries: readonly Entry[];
  total: RolledFigures;
  /** The figures of each counted report, in the roll-up's currency. */
  each: ReadonlyMap<Entry, RolledFigures>;
  budgets: readonly BudgetLine[];
  groups: readonly RolledGroup[];
  problems: readonly Located[];
};

/** Adds up the reports of many repositories and compares the sums with one budget. Volumes of different repositories count as independent. */
export function rollUp({ listed, limits, groupBy, distributions: { normalCdf } }: RollUpInput): RollUp {
  const settings = limits?.manifest.settings ?? null;
  const { entries, currency } = entriesOf(listed, settings?.currency ?? null, rates(settings?.fx ?? {}));
  const counted = entries.filter(isCounted);
  const isPartial = counted.length < entries.length;
  const whole = counted.map((entry): Part => ({ entry, workloads: workloadsOf(entry) }));
  const checks = limits ? budgetsOf(limits.manifest, whole, isPartial, normalCdf) : [];
  const notices = noticesOf(entries, settings?.policy.unknown_price ?? "fail");
  const errors = (limits?.problems ?? []).filter(({ severity }) => severity === "error");
  const reasons = checks.flatMap((one) => one.reasons);
  const levels = [...reasons, ...checks.map(({ line }) => ({ level: line.verdict })), ...notices, ...errors.map(() => ({ level: "invalid" as const }))];
  return {
    verdict: verdictOf(levels),
    reasons,
    notices,
    currency,
    entries,
    total: figuresOf(whole, isPartial, normalCdf),
    each: new Map(whole.map((part) => [part.entry, figuresOf([part], false, normalCdf)])),
    budgets: checks.map(({ line }) => line),
    groups: rollupGroups(whole, groupBy, (parts) => figuresOf(parts, isPartial, normalCdf)),
    problems: limits?.problems ?? [],
  };
}

function budgetsOf(
  { file, settings }: ManifestFile,
  whole: readonly Part[],
  isPartial: boolean,
  normalCdf: (z: number) => number,
): ReturnType<typeof judgeLimit>[] {
  const { budget, policy } = settings;
  // The limits are those of the month of the newest report.
  const date = whole
    .map(({ entry }) => entry.read.date)
    .sort()
    .at(-1);
  const scopes = limitsInMonth(budget, date === undefined ? undefined : { date, after: 0 });
  return scopes.map(({ scope, limit, match }) => {
    const parts = whole.flatMap(({ entry, workloads }): Part[] => {
      const members = workloads.filter((one) => isMember(match, one));
      return members.length > 0 || hidesSome(entry) ? [{ entry, workloads: members }] : [];
    });
    const { figures, undelivered, complete, above } = figuresOf(parts, isPartial, normalCdf);
    const unread = isPartial || parts.some(({ workloads }) => workloads.some(({ provider }) => provider === null));
    const head = figures?.[budget.figure].plus(undelivered) ?? null;
    const check = { file, scope, limit: decimal(limit), figure: budget.figure, head, undelivered: figures && undelivered, base: null, baseLimit: null };
    return judgeLimit(
      { ...check, complete, unread, probability_over: above(Number(limit)), if_volume_as_planned: false },
      budget.warn_at,
      unread ? "fail" : policy.unknown_price,
    );
  });
}

/** Whether a scope covers a workload of a report. A workload that its repository could not read may belong to any scope. */
function isMember(match: Match, { name, provider, model, mode, tags, price }: ReportWorkload): boolean {
  if (provider === null || model === null) return true;
  const id = price?.id.slice(price.id.indexOf("/") + 1);
  return covers(match, { name, mode, keys: { provider, model, tags }, names: id === undefined ? [] : [id] });
}
