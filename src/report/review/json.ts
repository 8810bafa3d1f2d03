import type { MonthPlan } from "../../budget/months.ts";
import type { Override } from "../../budget/override.ts";
import type { LimitLever, Reason } from "../../budget/reason.ts";
import { type Delta, deltaOf, workloadDelta } from "../../compare/delta.ts";
import type { Assumption } from "../../engine/assumption.ts";
import { type Decimal, ZERO } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import type { WorkloadGroup } from "../../review/groups.ts";
import type { Review } from "../../review/result.ts";
import type { Figures } from "../../risk/figures.ts";
import type { Journey } from "../../risk/risk.ts";
import { hasSingleVolume } from "../../risk/single-volume.ts";
import { amount, PARTS, type Waterfall } from "../../risk/waterfall.ts";
import type { WorkloadCost } from "../../risk/workload-cost.ts";
import { untestedOf } from "../../testplan/untested.ts";
import { formatMoney, rowsThatAddUp } from "../layout/format.ts";
import { findingJson } from "../scan/json.ts";
import { formula } from "../words/formula.ts";
import { leverText } from "../words/levers.ts";
import { assumptionText, hint, isOfSeveral, reasonSentence, sentence } from "../words/messages.ts";
import { toDateJson } from "./to-date-json.ts";

/** `groups`: the workloads grouped by a tag or another key, if requested. `commits`: the commits that were compared; `base` is null if there is no base. */
export type JsonOptions = { groups?: readonly WorkloadGroup[]; commits?: { head: string; base: string | null } };

/**
 * The report as JSON, `video-budget/report@1`. Keys are in the order of `schema.ts`, and the same review gives the same bytes. Money is a
 * number in `currency` for a month, unless its name says otherwise. An unknown value is null, never 0.
 */
export function toJson(review: Review, { groups, commits }: JsonOptions = {}): string {
  const { currency, total } = review;
  const untested = untestedIn(review);
  const report = {
    schema: "video-budget/report@1",
    verdict: review.verdict,
    reasons: review.reasons.map((reason) => ({
      code: reason.code,
      file: reason.file,
      scope: reason.scope,
      limit: moneyOf(reason.limit),
      value: moneyOf(reason.value),
      figure: reason.figure,
      message: reasonSentence(reason, currency, isOfSeveral(review.from.head)),
      levers: (reason.levers?.() ?? []).map((one) => lever(one, reason, review)),
    })),
    ...(review.override && { override: override(review.override) }),
    ...(commits && { commits }),
    currency,
    date: review.date,
    prices: { snapshot: review.prices.snapshot, oldest_checked: review.prices.oldest_checked, stale: review.prices.stale },
    total: {
      complete: total.complete,
      if_volume_as_planned: review.from.now.estimates.some(hasSingleVolume),
      head: figures(total.head),
      base: figures(total.base),
      delta: delta(deltaOf(total, review.workloads)),
      repricing: moneyOf(total.repricing),
    },
    budgets: review.budgets.map((line) => ({
      file: line.file,
      scope: line.scope,
      limit: round(line.limit),
      figure: line.figure,
      head: moneyOf(line.head),
      base: moneyOf(line.base),
      undelivered: moneyOf(line.undelivered),
      complete: line.complete,
      used: line.used === null ? null : significant(line.used),
      probability_over: line.probability_over === null ? null : significant(line.probability_over),
      if_volume_as_planned: line.if_volume_as_planned,
      verdict: line.verdict,
      pre_existing: line.pre_existing,
    })),
    ...(review.plan && { months: review.plan.months.map(monthPlan), first_over: review.plan.first_over }),
    ...(review.toDate && { to_date: toDateJson(review.toDate) }),
    accounts: review.accounts.map(account),
    ...(groups && { groups: groups.map(groupJson) }),
    workloads: review.workloads.map((line) => workload(line, currency, untested(line.head))),
    undeclared:
      review.code?.undeclared.map(({ finding, undeclared, job_price }) =>
        findingJson({ finding: { ...finding, places: undeclared }, job_price, declared_by: [] }),
      ) ?? null,
    problems: review.problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      message: sentence(problem),
      file: problem.file,
      line: problem.line,
      column: problem.column,
      hint: hint(problem),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function lever(one: LimitLever, reason: Reason, review: Review): object {
  const { workload, file, path, from, to, monthly, total, verdict, also } = one;
  return {
    file,
    workload,
    path,
    from,
    to,
    monthly: round(monthly),
    total: round(total),
    verdict,
    also: also && { file: also.file, workload: also.workload, path: also.path, from: also.from, to: also.to, total: round(also.total), verdict: also.verdict },
    text: leverText(one, reason, review),
  };
}

/** One month of the plan against its limits. */
function monthPlan({ month, complete, figures: all, limits, retired }: MonthPlan): object {
  return {
    month,
    complete,
    figures: figures(all),
    limits: limits.map(({ file, scope, limit, head, verdict }) => ({ file, scope, limit: round(limit), value: moneyOf(head), verdict })),
    retired,
  };
}

/** Who overrode a failing change, and when; or why the override does not count. */
function override(given: Override): object {
  const granted = given.state === "granted" ? given : null;
  const refused = given.state === "refused" ? given : null;
  return {
    state: given.state,
    label: given.rule.label,
    by: granted?.by ?? refused?.by ?? null,
    at: granted?.at ?? null,
    commit: granted?.commit ?? null,
    refused: refused?.why ?? null,
  };
}

export function groupJson({ by, value, workloads, complete, ...group }: WorkloadGroup): object {
  return { by, value, workloads, complete, figures: figures(group.figures), base_figures: figures(group.base_figures) };
}

/** How a provider is paid. If no use has a price, only the fees are known. */
function account(line: Review["accounts"][number]): object {
  const known = (amount: Decimal | null): number | null => (amount !== null && (line.complete || line.priced) ? round(amount) : null);
  return {
    provider: line.provider,
    complete: line.complete,
    usage: known(line.usage),
    trial: known(line.trial),
    prepaid: known(line.prepaid),
    bundle_remainder: known(line.bundle_remainder),
    fees: line.fees && round(line.fees),
    cash: known(line.cash),
    first_month: known(line.first_month),
  };
}

/** One workload: its request is head's, or base's if it was removed; figures name their side. */
function workload(line: Review["workloads"][number], currency: string, untested: readonly Assumption[]): object {
  const { change, head, base, changes, pre_existing, repriced } = line;
  const shown = (head ?? base) as WorkloadCost;
  const risk = head?.risk ?? null;
  const clips = risk?.jobs.clips ?? 0;
  return {
    file: shown.file,
    name: shown.name,
    tags: shown.keys?.tags ?? {},
    change,
    provider: shown.keys?.provider ?? null,
    model: shown.keys?.model ?? null,
    mode: shown.mode ?? shown.keys?.mode ?? null,
    status: shown.status,
    pre_existing,
    job_price: risk && moneyOf(head?.job?.amount ?? null),
    list_monthly: risk && moneyOf(risk.figures.list),
    figures: figures(risk?.figures ?? null),
    base_figures: figures(base?.risk?.figures ?? null),
    weeks_held: head?.keys?.reliability.evidence?.weeks ?? null,
    per_take: risk && clips > 0 ? round(amount(risk.figures.expected.toNumber() / (clips * risk.jobs.takes))) : null,
    per_wanted: risk && clips > 0 ? round(amount(risk.figures.expected.toNumber() / clips)) : null,
    jobs: risk && jobs(risk.jobs),
    waterfall: risk ? waterfall(risk.waterfall, risk.figures.expected) : [],
    changes: [
      ...addUp(changes, workloadDelta(line), ({ path, from, to }, amount) => ({ path, from, to, monthly: amount })),
      ...(repriced ? [{ path: "price", from: round(repriced.was), to: moneyOf(repriced.now), monthly: moneyOf(repriced.monthly) }] : []),
    ],
    price: head ? price(head, currency) : null,
    assumptions: [...(head?.assumptions() ?? []), ...untested].map((one) => ({
      code: one.code,
      text: assumptionText(one),
      path: one.field,
      monthly: round(one.monthly),
    })),
  };
}

/** An assumption for each workload without evidence, with the cost of its test. Other reports have one note for all workloads instead. */
function untestedIn({ from: { now }, currency }: Review): (head: WorkloadCost | null) => Assumption[] {
  const key = ({ file, name }: { file: string; name: string }): string => JSON.stringify([file, name]);
  const tests = new Map(untestedOf(now).workloads.map((one) => [key(one), one.cost]));
  return (head) => {
    const cost = head && tests.get(key(head));
    return cost ? [{ code: "untested", field: "reliability.evidence", value: formatMoney(cost, currency), monthly: ZERO }] : [];
  };
}

function jobs({ submitted, billed, duplicates, status_requests, undelivered_requests }: Journey): object {
  return {
    submitted: significant(submitted),
    billed: significant(billed),
    duplicates: significant(duplicates),
    status_requests: status_requests === null ? null : significant(status_requests),
    undelivered_requests: significant(undelivered_requests),
  };
}

/** The parts of a monthly cost, rounded so that they add up to the shown total. */
function waterfall(parts: Waterfall, expected: Decimal): object[] {
  const shown = exactRows(
    PARTS.map((part) => parts[part]),
    expected,
  );
  return PARTS.map((part, index) => ({ part, monthly: shown[index] }));
}

function price({ source, job, keys, file, request }: WorkloadCost, currency: string): object | null {
  if (!job) return null;
  const amounts = exactRows(
    job.terms.map(({ amount }) => amount),
    job.amount,
  );
  return {
    id: source?.id ?? `${keys?.provider}/${keys?.model}`,
    bound: job.bound,
    charges: job.terms.map((term, index) => ({ formula: formula(term, currency, request), amount: amounts[index] })),
    source: source?.source ?? file,
    checked: source?.checked ?? null,
    confidence: source?.confidence ?? "contract",
  };
}

/** Rows whose `monthly` amounts add up to the total. If the total or an amount is unknown, each known amount is rounded by itself. */
function addUp<T extends { monthly: Decimal | null }>(rows: readonly T[], total: Decimal | null, shown: (row: T, amount: number | null) => object): object[] {
  const known = rows.flatMap(({ monthly }) => monthly ?? []);
  if (total === null || known.length < rows.length) return rows.map((row) => shown(row, moneyOf(row.monthly)));
  const amounts = exactRows(known, total);
  return rows.map((row, index) => shown(row, amounts[index] as number));
}

function exactRows(amounts: readonly Decimal[], total: Decimal): number[] {
  return rowsThatAddUp(amounts, total.round(6, 1), 6).map(round);
}

function figures(all: Figures | null): object | null {
  if (!all) return null;
  const { list, expected, sd, p10, p50, p90, p95, cash } = all;
  return { list: round(list), expected: round(expected), sd: round(sd), p10: round(p10), p50: round(p50), p90: round(p90), p95: round(p95), cash: round(cash) };
}

function delta(all: Delta | null): object | null {
  if (!all) return null;
  const { expected, p50, p90, p95, share } = all;
  return { expected: round(expected), p50: round(p50), p90: round(p90), p95: round(p95), percent: share === null ? null : significant(share * 100) };
}

function moneyOf(amount: Decimal | null): number | null {
  return amount === null ? null : round(amount);
}

/** Rounds rates and shares to 9 significant digits, which are the same on every machine. */
function significant(value: number): number {
  return Number(value.toPrecision(9));
}
