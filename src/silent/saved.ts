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

/** A key that nobody chose, what is counted for it, the cheapest value that is accepted instead, and what that saves a month. */
export type SilentCost = { kind: SilentKind; path: string; from: unknown; to: unknown; monthly: Decimal };

/** What the workload is priced with, the least saving that counts, and what delivering its plan costs now. */
type Asked = { judged: JudgedSide; pricing: Pricing; least: number; month: number };

/** What was worked out last of a workload, by its keys, with all else that it depends on: a change is judged again with each lever. */
const known = new WeakMap<WorkloadKeys, { of: readonly unknown[]; costs: readonly SilentCost[] }>();

/** Which silent costs are looked for: from how much a month on, in the reporting currency, and of which kinds. Both are settings of the manifest. */
export type Sought = { least: Decimal; kinds: readonly SilentKind[] };

/**
 * The silent costs of one workload. What has no price, or only a bound of one, is left out: nobody knows that it is that much.
 */
export function silentCostsOf(cost: WorkloadCost, { least, kinds }: Sought, judged: JudgedSide): readonly SilentCost[] {
  const { keys, monthly, status, job } = cost;
  const pricing = judged.now.instead.get(costKey(cost)) ?? judged.now.pricing.get(cost.file);
  const month = monthlyDeliveryCost(cost);
  // No key saves more than the whole month.
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

/** A bound is a float: by so much more it may be less than what is saved exactly. */
const SLACK = 1 + 1e-9;

/** The values worth pricing, with the most that each can save; of those that nobody chose, the largest saving first. */
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
 * The most that a setting of the client can save: what delivering the plan costs beside its list price, which counts on every job to deliver
 * and on none to be billed twice. Of a month of $1,060 that is $1,000 at list price, no timeout saves more than $60. With tiers, status
 * requests that cost money, or rates that nobody knows exactly, the list price is no lower bound.
 */
function mostSavedByClient({ keys, list, risk }: WorkloadCost, { pricing, month }: Asked): number {
  const isBounded = keys && list && risk?.distribution.rates === 0 && isByItself(keys, pricing);
  return isBounded ? month * SLACK - list.toNumber() : Number.POSITIVE_INFINITY;
}

/** The value that saves most, of those that the model accepts and that have a price. Values that cannot save more than one found are not priced. */
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

/** What one value saves a month; null if the model does not accept it, or it has no exact price. */
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
  return { expected: cost.monthly ?? ZERO, undelivered: undeliveredOf(cost), open: cost.risk?.open ?? ZERO };
}

/** The amounts of a month that all have to fall: the bill, what delivering the plan costs, and the bill if no failure is billed that nobody knows of. */
function amountsOf({ expected, undelivered, open }: KeyedMonth): Decimal[] {
  return [expected, expected.plus(undelivered), expected.minus(open)];
}

/**
 * What an edit saves a month: of the bill, of what delivering the plan costs, and of the bill if no failure is billed that nobody knows of,
 * whichever is least. Fewer attempts that leave clips undelivered save nothing by that: $90 instead of $100 for 90 clips of 100 is $0.
 */
function saved(before: KeyedMonth, after: KeyedMonth): Decimal {
  const then = amountsOf(after);
  return leastOf(amountsOf(before).map((now, index) => now.minus(then[index] ?? ZERO)));
}

/** The same of a month that goes with the price of its jobs. At $1 a job instead of $1.50, a month of $1,500 saves 1500 × (1.50 − 1) / 1.50 = $500. */
function savedByPrice(month: KeyedMonth, now: Decimal, other: Decimal): Decimal {
  return now.eq(0) ? ZERO : leastOf(amountsOf(month)).times(now.minus(other)).div(now);
}

function leastOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((least, one) => (one.lt(least) ? one : least));
}
