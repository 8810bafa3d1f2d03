import { mostExpensiveOf } from "../engine/assumption.ts";
import { pricedByCharges } from "../engine/by-charges.ts";
import type { Estimate } from "../engine/estimate.ts";
import type { Pricing } from "../engine/pricing.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { isNoRate } from "../money/convert.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import type { Jobs } from "../prices/schema.ts";
import type { Problem } from "../problem.ts";
import type { Distributions } from "../stats/distributions.ts";
import { sumInOneOrder } from "../stats/sum-in-one-order.ts";
import { riskAssumptions } from "./assumed.ts";
import { feasibilityProblems } from "./feasibility.ts";
import { isCertain } from "./is-certain.ts";
import { jobPolicyOf, plannedOf, statusPriceOf } from "./job-policy.ts";
import { listPriceRisk } from "./list-price.ts";
import { once } from "./model/once.ts";
import { partNumber } from "./model/part-number.ts";
import { shifted, type TotalDistribution, totalDistributionOf } from "./model/total-distribution.ts";
import { type ByList, onceForList } from "./once-for-list.ts";
import { remembered } from "./remembered.ts";
import type { PricedWorkload, Risk } from "./risk.ts";
import { expectedMonth, riskOf } from "./risk-of-month.ts";
import { tierPriceOf } from "./submitted-jobs.ts";

/** A workload with its monthly cost, in the reporting currency. `list`: clips × price. `monthly`: the expected cost. Both are null if it has no price. */
export type WorkloadCost = Omit<Estimate, "monthly"> & { list: Decimal | null; monthly: Decimal | null; risk: Risk | null };

/** Applies the risk model to the workloads of one manifest. The result has the order of `estimates`. */
export function workloadCosts(estimates: readonly Estimate[], pricing: Pricing, distributions: Distributions): WorkloadCost[] {
  const paid = paidShares(estimates, pricing, distributions);
  const tiers = once(() => JSON.stringify([[...pricing.monthlyJobs], [...(pricing.varyingJobs ?? [])]]));
  return estimates.map((estimate) => {
    const { monthly: list } = estimate;
    const planned = withTiers(plannedOf(estimate), pricing, distributions);
    if (!planned) return { ...estimate, list, monthly: null, risk: null };
    const { keys } = planned;
    if (isCertain(keys)) {
      const risk = certainRisk(planned, pricing, distributions);
      if (pricing.costOnly) return { ...estimate, list, monthly: risk.figures.expected, risk };
      const problems = [
        ...estimate.problems,
        ...feasibilityProblems({ keys, name: estimate.name, risk, jobs: jobPolicyOf(keys, pricing) }, pricing, distributions),
      ];
      return { ...estimate, problems, list, monthly: risk.figures.expected, risk };
    }
    const jobs = jobPolicyOf(keys, pricing);
    const { share, allowance } = paid.get(keys.provider) ?? NOTHING_FREE;
    const asking = statusPriceOf(jobs, pricing);
    if (isNoRate(asking) && share > 0 && asksOf(planned, jobs, distributions) > 0) {
      const { file, name } = estimate;
      const problem: Problem = {
        code: "no-exchange-rate",
        severity: "warning",
        file,
        path: ["workloads", name, "model"],
        args: { id: `${keys.provider}/${keys.model}`, currency: asking.noRate, what: "status-request" },
      };
      return { ...estimate, status: "unpriced", problems: [...estimate.problems, problem], list: null, monthly: null, risk: null };
    }
    const statusPrice = isNoRate(asking) ? 0 : asking.toNumber() * share;
    const declared = (): string => `${declaredAs(planned, pricing)} ${statusPrice} ${allowance}${planned.tier ? tiers() : ""}`;
    const { risk, assumptions, problems } = remembered(pricing.book, planned.name, declared, () => {
      const asked = allowance === 0 || isNoRate(asking) ? 0 : asksOf(planned, jobs, distributions);
      const free = asked === 0 || isNoRate(asking) ? null : { price: asking.toNumber(), free: asked * allowance };
      const made = riskOf({ ...planned, asking: free }, jobs, statusPrice, distributions);
      return {
        risk: made,
        assumptions: once(() => riskAssumptions(made, { planned, jobs, statusPrice }, distributions)),
        problems: once(() => feasibilityProblems({ keys, name: estimate.name, risk: made, jobs }, pricing, distributions)),
      };
    });
    if (pricing.costOnly) return { ...estimate, list, monthly: risk.figures.expected, risk };
    // Most reports show no assumptions, and the effect of each needs the whole risk model.
    const all = once(() => [...estimate.assumptions(), ...assumptions()]);
    return { ...estimate, problems: [...estimate.problems, ...problems()], assumptions: all, list, monthly: risk.figures.expected, risk };
  });
}

/** Everything that a workload's month depends on, except its name and the price book, as text. Equal parts have the same number (`model/part-number.ts`). */
function declaredAs({ keys, job, plan }: PricedWorkload, { manifest: { settings }, date }: Pricing): string {
  const { amount, times } = plan.volume;
  const parts = [settings.accounts, settings.fx, keys.client, keys.reliability, keys.volume, job, amount, plan.rounds];
  const numbers = parts.map((part) => (typeof part === "object" ? `#${partNumber(part)}` : part)).join(" ");
  return `${keys.provider}\n${keys.model}\n${date} ${settings.currency} ${numbers} ${times} ${plan.count} ${plan.clipsPerJob}`;
}

function withTiers(listed: PricedWorkload | null, pricing: Pricing, distributions: Distributions): PricedWorkload | null {
  return listed && { ...listed, tier: tierPriceOf(listed, pricing, distributions) };
}

/** The risk of a workload that declares nothing uncertain. Other workloads of its model may decide its tier, so that its cost varies with their volume. */
function certainRisk(planned: PricedWorkload, pricing: Pricing, distributions: Distributions): Risk {
  const { keys } = planned;
  const jobs = jobPolicyOf(keys, pricing);
  const listed = listPriceRisk({ ...planned, tier: null }, jobs, (choice) => mostExpensiveOf(choice, keys, pricing));
  if (!planned.tier) return listed;
  const { figures, waterfall, distribution, totalDistribution } = riskOf(planned, jobs, 0, distributions);
  return { ...listed, figures, waterfall, distribution, totalDistribution };
}

/**
 * The expected monthly cost of a workload, in the reporting currency, by charges alone: the model need not accept the request. For
 * mixes of two versions of a workload.
 * @param name its file and name, as in `PricedWorkload`
 * @returns null if the charges give no price, or if status requests have a price and no exchange rate
 */
export function expectedByCharges(keys: WorkloadKeys, name: string, pricing: Pricing, distributions: Distributions): Decimal | null {
  const priced = pricedByCharges(keys, pricing);
  if (!priced) return null;
  const listed: PricedWorkload = { keys, name, ...priced };
  const planned = { ...listed, tier: tierPriceOf(listed, pricing, distributions) };
  if (isCertain(keys) && !planned.tier) return priced.list;
  const jobs = jobPolicyOf(keys, pricing);
  const asking = statusPriceOf(jobs, pricing);
  if (isNoRate(asking)) return asksOf(planned, jobs, distributions) > 0 ? null : expectedMonth(planned, jobs, 0, distributions);
  return expectedMonth(planned, jobs, asking.toNumber(), distributions);
}

/** Status requests of one workload a month. If there are none, their price does not matter. */
function asksOf(planned: PricedWorkload, jobs: Jobs, distributions: Distributions): number {
  return riskOf(planned, jobs, 0, distributions).jobs.status_requests ?? 0;
}

/**
 * The free allowance against a provider's status requests in the mean month. `share`: the share (0–1) of them that is paid.
 * `allowance`: the allowance as a multiple of them. 1,000 free of 1,500: a share of 1/3 and an allowance of 2/3.
 */
type Allowance = { share: number; allowance: number };
const NOTHING_FREE: Allowance = { share: 1, allowance: 0 };

/** By provider, how much of its status requests the free allowance of the month covers. */
function paidShares(estimates: readonly Estimate[], pricing: Pricing, distributions: Distributions): ReadonlyMap<string, Allowance> {
  const asked = new Map<string, { free: number; requests: number[] }>();
  for (const estimate of estimates) {
    const jobs = estimate.keys && jobPolicyOf(estimate.keys, pricing);
    const free = jobs?.status_request?.free_per_month;
    if (!jobs || !free) continue;
    const planned = plannedOf(estimate);
    if (!planned || isCertain(planned.keys)) continue;
    const requests = asksOf(planned, jobs, distributions);
    const known = asked.get(planned.keys.provider);
    // If two models of a provider have different allowances, the smaller one counts: the cost is never too low, whichever model comes first.
    asked.set(planned.keys.provider, { free: Math.min(free, known?.free ?? free), requests: [...(known?.requests ?? []), requests] });
  }
  return new Map(
    [...asked].map(([provider, { free, requests }]) => {
      const all = sumInOneOrder(requests);
      return [provider, all === 0 ? { share: 0, allowance: 0 } : { share: Math.max(0, all - free) / all, allowance: free / all }];
    }),
  );
}

/** Total distributions by the workloads that they add up. */
const together: ByList<Risk, TotalDistribution | null> = new WeakMap();

/** The distribution of the monthly cost of a set of workloads, in the reporting currency; null if nothing in it is uncertain. */
export function totalDistributionOfAll(estimates: readonly WorkloadCost[], distributions: Distributions): TotalDistribution | null {
  const risks = estimates.flatMap(({ risk }) => risk ?? []);
  return onceForList(together, risks, () => totalOfRisks(risks, distributions));
}

function totalOfRisks(risks: readonly Risk[], distributions: Distributions): TotalDistribution | null {
  const uncertain = risks.flatMap(({ totalDistribution, distribution }) => (totalDistribution ? { totalDistribution, distribution } : []));
  const [only] = uncertain;
  if (!only) return null;
  const members = uncertain.map(({ distribution }) => distribution);
  const total = members.length === 1 ? only.totalDistribution : totalDistributionOf(members, distributions);
  const certainly = risks.reduce((sum, { totalDistribution, figures }) => (totalDistribution ? sum : sum.plus(figures.expected)), ZERO).toNumber();
  return certainly === 0 ? total : shifted(total, certainly);
}
