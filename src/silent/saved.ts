import { pricedByCharges } from "../engine/by-charges.ts";
import type { Pricing } from "../engine/pricing.ts";
import { costKey, type JudgedSide, pricedAgain } from "../levers/priced-again.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import { withValue } from "../notation/tree.ts";
import { modelKey } from "../prices/find.ts";
import { monthlyDeliveryCost } from "../risk/delivery-cost.ts";
import { dependsOnJobs } from "../risk/kept-costs.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import { type SilentCandidate, type SilentKind, silentCandidates } from "./candidates.ts";

/** A key that nobody chose, what is counted for it, the cheapest value that is accepted instead, and what that saves a month. */
export type SilentCost = { kind: SilentKind; path: string; from: unknown; to: unknown; monthly: Decimal };

/** What the workload is priced with, and the least saving that counts. */
type Asked = { judged: JudgedSide; pricing: Pricing; least: Decimal };

/** What was worked out last of a workload, by its keys, with all else that it depends on: a change is judged again with each lever. */
const known = new WeakMap<WorkloadKeys, { of: readonly unknown[]; costs: readonly SilentCost[] }>();

/** Which silent costs are looked for: from how much a month on, in the reporting currency, and of which kinds. */
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
  const of = [pricing.manifest.settings, pricing.book, pricing.date, jobs, monthly.toString(), least.toString(), kinds.join()];
  const last = known.get(keys);
  if (last?.of.every((one, index) => one === of[index])) return last.costs;
  const candidates = silentCandidates(cost, pricing.book).filter(({ kind }) => kinds.includes(kind));
  const costs = candidates.flatMap((candidate) => {
    const best = cheapest(candidate, cost, { judged, pricing, least });
    return best?.monthly.gt(0) && best.monthly.gte(least) ? [best] : [];
  });
  known.set(keys, { of, costs });
  return costs;
}

/**
 * The most that a value can save a month, by charges alone and without asking what the model accepts: a job of $1 instead of $1.50 saves
 * at most a third of what delivering the plan costs, however its jobs go. 0 if the charges give no price, or no lower one.
 */
function mostSaved(path: string, to: unknown, before: WorkloadCost, pricing: Pricing): Decimal {
  const { keys, list } = before;
  const edited = keys && (withValue(keys, path.split("."), to) as WorkloadKeys);
  const [less, month] = [edited && pricedByCharges(edited, pricing)?.list, monthlyDeliveryCost(before)];
  return less && list && month && less.lt(list) ? month.times(list.minus(less)).div(list) : ZERO;
}

/** The values worth pricing by the whole model, with the most that each can save; of those that nobody chose, the largest saving first. */
function worthPricing(
  { kind, path, values, choose }: SilentCandidate,
  before: WorkloadCost,
  { pricing, least }: Asked,
): { to: unknown; most: Decimal | null }[] {
  if (kind !== "default") return values.map((to) => ({ to, most: null }));
  const able = values.map((to) => ({ to, most: mostSaved(path, to, before, pricing) })).filter(({ most }) => most.gt(0) && most.gte(least));
  return choose === "first" ? able : able.sort((a, b) => b.most.cmp(a.most));
}

/** The value that saves most, of those that the model accepts and that have a price. Values that cannot save more than one found are not priced. */
function cheapest(candidate: SilentCandidate, before: WorkloadCost, asked: Asked): SilentCost | null {
  const { kind, path, from, choose } = candidate;
  const { file, name: workload } = before;
  let best: SilentCost | null = null;
  for (const { to, most } of worthPricing(candidate, before, asked)) {
    if (best && most?.lte(best.monthly)) break;
    const after = pricedAgain([{ file, workload, path, from, to }], asked.judged)?.get(costKey(before));
    if (after?.job?.bound !== "exact") continue;
    const monthly = saved(before, after);
    if (!best || monthly.gt(best.monthly)) best = { kind, path, from, to, monthly };
    if (choose === "first") break;
  }
  return best;
}

/**
 * What an edit saves a month: of the bill, of what delivering the plan costs, and of the bill if no failure is billed that nobody knows of,
 * whichever is least. Fewer attempts that leave clips undelivered save nothing by that: $90 instead of $100 for 90 clips of 100 is $0.
 */
function saved(before: WorkloadCost, after: WorkloadCost): Decimal {
  const billed = (cost: WorkloadCost): Decimal => cost.monthly ?? ZERO;
  const held = (cost: WorkloadCost): Decimal => monthlyDeliveryCost(cost) ?? ZERO;
  const surely = (cost: WorkloadCost): Decimal => billed(cost).minus(cost.risk?.open ?? ZERO);
  return [billed, held, surely].map((of) => of(before).minus(of(after))).reduce((least, one) => (one.lt(least) ? one : least));
}
