import type { Pricing } from "../engine/pricing.ts";
import { costKey, type JudgedSide, pricedAgain } from "../levers/priced-again.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import { modelKey } from "../prices/find.ts";
import { monthlyDeliveryCost, undeliveredOf } from "../risk/delivery-cost.ts";
import { dependsOnJobs } from "../risk/kept-costs.ts";
import type { KeyedMonth } from "../risk/risk.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import { type SilentCandidate, type SilentKind, silentCandidates } from "./candidates.ts";
import { isByItself, mostSavedShare, otherJob } from "./other-job.ts";

/** A key that nobody chose, its value now, the cheapest accepted value, and what that value saves a month, in the reporting currency. */
export type SilentCost = { kind: SilentKind; path: string; from: unknown; to: unknown; monthly: Decimal };

/** What the workload is priced with, the least saving a month that counts, and the cost a month to deliver its whole plan, both in the reporting currency. */
type Asked = { judged: JudgedSide; pricing: Pricing; least: number; month: number };

/** The last result for each workload, by its keys, with everything else that it depends on (`of`). A change is judged again with each lever. */
const known = new WeakMap<WorkloadKeys, { of: readonly unknown[]; costs: readonly SilentCost[] }>();

/** Which silent costs are looked for: the least saving a month, in the reporting currency, and the kinds. Both are settings of the manifest. */
export type Sought = { least: Decimal; kinds: readonly SilentKind[] };

/**
 * The silent costs of one workload. A workload without an exact price has none, because its savings are unknown.
 */
export function silentCostsOf(cost: WorkloadCost, { least, kinds }: Sought, judged: JudgedSide): readonly SilentCost[] {
  const { keys, monthly, status, job } = cost;
  const pricing = judged.now.workloadPricing.get(costKey(cost)) ?? judged.now.pricing.get(cost.file);
  const month = monthlyDeliveryCost(cost);
  // No key saves more than the whole monthly cost.
  if (!keys || !pricing || !month || monthly === null || status !== "priced" || job?.bound !== "exact" || month.lt(least)) return [];
  const jobs = dependsOnJobs(keys, pricing) ? pricing.monthlyJobs.get(modelKey(keys, pricing.book)) : null;
  const of = [pricing.manifest.settings, pricing.book, pricing.date, jobs, monthly];
  const last = known.get(keys);
  if (last?.of.every((one, index) => one === of[index])) return last.costs;
  const candidates = silentCandidates(cost, pricing).filter(({ kind }) => kinds.includes(kind));
  const asked = { judged, pricing, least: least.toNumber(), month: month.toNumber() };
  const costs = candidates.flatMap((candidate) => {
    const best = cheapest(candidate, cost, asked);
    return best?.monthly.gt(0) && best.monthly.gte(least) ? [best] : [];
  });
  known.set(keys, { of, costs });
  return costs;
}

/** Bounds are floats. A bound is raised by this factor so that rounding cannot put it below the exact saving. */
const SLACK = 1 + 1e-9;

/** The values worth pricing, and the most that each can save a month. With `cheapest`, the largest saving comes first. */
function worthPricing({ kind, path, from, values, choose }: SilentCandidate, before: WorkloadCost, asked: Asked): { to: unknown; most: number }[] {
  const { pricing, least, month } = asked;
  if (kind !== "default") {
    const most = mostSavedByClient(before, asked);
    return most < least ? [] : values.map((to) => ({ to, most }));
  }
  const able = values.map((to) => ({ to, most: month * mostSavedShare({ path, from, to }, before, pricing) * SLACK }));
  const enough = able.filter(({ most }) => most > 0 && most >= least);
  return choose === "first" ? enough : enough.sort((a, b) => b.most - a.most);
}

/**
 * The most that a client setting can save a month: the cost to deliver the whole plan, less the list price. A client setting changes how
 * often jobs fail, are retried and are billed twice, but every clip still needs its jobs. If a month costs $1,060 and $1,000 of it are list
 * price, no timeout saves more than $60. The list price is no lower bound if prices depend on the number of jobs, if status requests cost
 * money, or if a rate is uncertain.
 */
function mostSavedByClient({ keys, list, risk }: WorkloadCost, { pricing, month }: Asked): number {
  const isBounded = keys && list && risk?.distribution.rates === 0 && isByItself(keys, pricing);
  return isBounded ? month * SLACK - list.toNumber() : Number.POSITIVE_INFINITY;
}

/** The value that saves most, of those that the model accepts and that have an exact price. Values that cannot save more than the best one are not priced. */
function cheapest(candidate: SilentCandidate, before: WorkloadCost, asked: Asked): SilentCost | null {
  const { kind, path, from, choose } = candidate;
  let best: SilentCost | null = null;
  for (const { to, most } of worthPricing(candidate, before, asked)) {
    if (best && most <= best.monthly.toNumber()) break;
    const monthly = savedWith(candidate, to, before, asked);
    if (!monthly) continue;
    if (!best || monthly.gt(best.monthly)) best = { kind, path, from, to, monthly };
    if (choose === "first") break;
  }
  return best;
}

/** What one value saves a month, in the reporting currency. Null if the model does not accept it, or it has no exact price. */
function savedWith({ kind, path, from }: SilentCandidate, to: unknown, before: WorkloadCost, { judged, pricing }: Asked): Decimal | null {
  const { keys, risk, file, name: workload } = before;
  const now = monthOf(before);
  const keyed = kind === "no-key" && keys && isByItself(keys, pricing) ? risk?.withKey() : null;
  if (keyed) return saved(now, keyed);
  const job = kind === "default" ? otherJob({ path, from, to }, before, pricing, judged) : "model";
  if (job === null) return null;
  if (job !== "model") return savedByPrice(now, before.job?.amount ?? ZERO, job);
  const after = pricedAgain([{ file, workload, path, from, to }], judged)?.get(costKey(before));
  return after?.job?.bound === "exact" ? saved(now, monthOf(after)) : null;
}

function monthOf(cost: WorkloadCost): KeyedMonth {
  return { expected: cost.monthly ?? ZERO, undelivered: undeliveredOf(cost), open: cost.risk?.open() ?? ZERO };
}

/** The expected bill, the cost to deliver the whole plan, and the bill if failures with unknown billing are free. */
function amountsOf({ expected, undelivered, open }: KeyedMonth): Decimal[] {
  return [expected, expected.plus(undelivered), expected.minus(open)];
}

/**
 * What an edit saves a month, in the reporting currency. It is the least saving of three costs: the expected bill, the cost to deliver the
 * whole plan, and the bill if failures with unknown billing are free. Undelivered clips are no saving: fewer attempts that deliver 90 of
 * 100 clips for $90 instead of $100 save $0.
 */
function saved(before: KeyedMonth, after: KeyedMonth): Decimal {
  const then = amountsOf(after);
  return leastOf(amountsOf(before).map((now, index) => now.minus(then[index] ?? ZERO)));
}

/** The same, if the monthly cost is proportional to the job price. At $1 a job instead of $1.50, a month of $1,500 saves 1500 × (1.50 − 1) / 1.50 = $500. */
function savedByPrice(month: KeyedMonth, now: Decimal, other: Decimal): Decimal {
  return now.eq(0) ? ZERO : leastOf(amountsOf(month)).times(now.minus(other)).div(now);
}

function leastOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((least, one) => (one.lt(least) ? one : least));
}
