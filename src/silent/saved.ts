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

/** A key that nobody chose, its value now, the cheapest accepted value, and what that value saves a month, in the reporting currency. */
export type SilentCost = { kind: SilentKind; path: string; from: unknown; to: unknown; monthly: Decimal };

/** What the workload is priced with, and the least saving a month that counts. */
type Asked = { judged: JudgedSide; pricing: Pricing; least: Decimal };

/** The last result for each workload, by its keys, with everything else that it depends on (`of`). A change is judged again with each lever. */
const known = new WeakMap<WorkloadKeys, { of: readonly unknown[]; costs: readonly SilentCost[] }>();

/** Which silent costs are looked for: the least saving a month, in the reporting currency, and the kinds. */
export type Sought = { least: Decimal; kinds: readonly SilentKind[] };

/**
 * The silent costs of one workload. A workload without an exact price has none, because its savings are unknown.
 */
export function silentCostsOf(cost: WorkloadCost, { least, kinds }: Sought, judged: JudgedSide): readonly SilentCost[] {
  const { keys, monthly, status, job } = cost;
  const pricing = judged.now.instead.get(costKey(cost)) ?? judged.now.pricing.get(cost.file);
  const month = monthlyDeliveryCost(cost);
  // No key saves more than the whole monthly cost.
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
 * The most that a value can save a month, in the reporting currency, by charges alone: the model need not accept the value. A job at $1
 * instead of $1.50 saves at most a third of what it costs to deliver the plan, however the jobs go.
 * @returns 0 if the charges give no price, or no lower one
 */
function mostSaved(path: string, to: unknown, before: WorkloadCost, pricing: Pricing): Decimal {
  const { keys, list } = before;
  const edited = keys && (withValue(keys, path.split("."), to) as WorkloadKeys);
  const [less, month] = [edited && pricedByCharges(edited, pricing)?.list, monthlyDeliveryCost(before)];
  return less && list && month && less.lt(list) ? month.times(list.minus(less)).div(list) : ZERO;
}

/** The values worth pricing with the whole risk model, and the most that each can save (null if unknown). With `cheapest`, the largest saving comes first. */
function worthPricing(
  { kind, path, values, choose }: SilentCandidate,
  before: WorkloadCost,
  { pricing, least }: Asked,
): { to: unknown; most: Decimal | null }[] {
  if (kind !== "default") return values.map((to) => ({ to, most: null }));
  const able = values.map((to) => ({ to, most: mostSaved(path, to, before, pricing) })).filter(({ most }) => most.gt(0) && most.gte(least));
  return choose === "first" ? able : able.sort((a, b) => b.most.cmp(a.most));
}

/** The value that saves most, of those that the model accepts and that have an exact price. Values that cannot save more than the best one are not priced. */
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
 * What an edit saves a month, in the reporting currency. It is the least saving of three costs: the expected bill, the cost to deliver the
 * whole plan, and the bill if failures with unknown billing are free. Undelivered clips are no saving: fewer attempts that deliver 90 of
 * 100 clips for $90 instead of $100 save $0.
 */
function saved(before: WorkloadCost, after: WorkloadCost): Decimal {
  const billed = (cost: WorkloadCost): Decimal => cost.monthly ?? ZERO;
  const delivering = (cost: WorkloadCost): Decimal => monthlyDeliveryCost(cost) ?? ZERO;
  const surelyBilled = (cost: WorkloadCost): Decimal => billed(cost).minus(cost.risk?.open ?? ZERO);
  return [billed, delivering, surelyBilled].map((of) => of(before).minus(of(after))).reduce((least, one) => (one.lt(least) ? one : least));
}
