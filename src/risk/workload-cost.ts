import { dearestOf } from "../engine/assumption.ts";
import { pricedByCharges } from "../engine/by-charges.ts";
import type { Estimate } from "../engine/estimate.ts";
import type { Pricing } from "../engine/pricing.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { isNoRate } from "../money/convert.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import type { Jobs } from "../prices/schema.ts";
import type { Problem } from "../problem.ts";
import type { Distributions } from "../stats/distributions.ts";
import { riskAssumptions } from "./assumed.ts";
import { feasibilityProblems } from "./feasibility.ts";
import { isCertain } from "./is-certain.ts";
import { jobPolicyOf, plannedOf, statusPriceOf } from "./job-policy.ts";
import { listPriceRisk } from "./list-price.ts";
import { once } from "./model/once.ts";
import { sumInOneOrder } from "./model/order.ts";
import { partNumber } from "./model/part-number.ts";
import { shifted, type TotalDistribution, totalDistributionOf } from "./model/total-distribution.ts";
import { remembered } from "./remembered.ts";
import type { PricedWorkload, Risk } from "./risk.ts";
import { expectedMonth, riskOf } from "./risk-of-month.ts";
import { priceByClips } from "./submitted-jobs.ts";

/** A workload with what its month is expected to cost: `monthly` is that, `list` what clips × price says. */
export type WorkloadCost = Omit<Estimate, "monthly"> & { list: Decimal | null; monthly: Decimal | null; risk: Risk | null };

/** Applies the risk model to the workloads of one manifest. */
export function workloadCosts(estimates: readonly Estimate[], pricing: Pricing, distributions: Distributions): WorkloadCost[] {
  const paid = paidShares(estimates, pricing, distributions);
  const tiers = once(() => JSON.stringify([...pricing.monthlyJobs]));
  return estimates.map((estimate) => {
    const { monthly: list } = estimate;
    const planned = withTiers(plannedOf(estimate), pricing, distributions);
    if (!planned) return { ...estimate, list, monthly: null, risk: null };
    const { keys } = planned;
    if (isCertain(keys)) {
      const risk = listPriceRisk(planned, jobPolicyOf(keys, pricing), (choice) => dearestOf(choice, keys, pricing));
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
    const declared = `${declaredAs(planned, estimate, pricing)} ${statusPrice} ${allowance}${planned.priceAt ? tiers() : ""}`;
    const { risk, assumptions, problems } = remembered(pricing.book, declared, () => {
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
    // Most reports show no assumptions, and what each is worth is worked out by the whole model.
    const told = { problems: [...estimate.problems, ...problems()], assumptions: once(() => [...estimate.assumptions(), ...assumptions()]) };
    return { ...estimate, ...told, list, monthly: risk.figures.expected, risk };
  });
}

/** All that a workload's month depends on beside the price book, as text. What is declared alike has one number (`model/part-number.ts`). */
function declaredAs({ keys, job, plan }: PricedWorkload, { name }: Estimate, { manifest: { file, settings }, date }: Pricing): string {
  const { amount, times } = plan.volume;
  const parts = [settings.accounts, settings.fx, keys.client, keys.reliability, keys.volume, job, amount, plan.rounds];
  const numbers = parts.map((part) => (typeof part === "object" ? `#${partNumber(part)}` : part)).join(" ");
  return `${file}\n${name}\n${keys.provider}\n${keys.model}\n${date} ${settings.currency} ${numbers} ${times} ${plan.count} ${plan.clipsPerJob}`;
}

function withTiers(listed: PricedWorkload | null, pricing: Pricing, distributions: Distributions): PricedWorkload | null {
  return listed && { ...listed, priceAt: priceByClips(listed, pricing, distributions) };
}

/**
 * What a workload would cost a month by charges alone, whatever the model accepts: for mixes of two versions of it.
 * @returns null if the charges give no price
 */
export function expectedByCharges(keys: WorkloadKeys, pricing: Pricing, distributions: Distributions): Decimal | null {
  const priced = pricedByCharges(keys, pricing);
  if (!priced) return null;
  if (isCertain(keys)) return priced.list;
  const listed: PricedWorkload = { keys, name: "mix", ...priced };
  const planned = { ...listed, priceAt: priceByClips(listed, pricing, distributions) };
  const jobs = jobPolicyOf(keys, pricing);
  const asking = statusPriceOf(jobs, pricing);
  if (isNoRate(asking)) return asksOf(planned, jobs, distributions) > 0 ? null : expectedMonth(planned, jobs, 0, distributions);
  return expectedMonth(planned, jobs, asking.toNumber(), distributions);
}

/** Status requests a month of one workload: where there are none, what one costs does not matter. */
function asksOf(planned: PricedWorkload, jobs: Jobs, distributions: Distributions): number {
  return riskOf(planned, jobs, 0, distributions).jobs.status_requests ?? 0;
}

/** Of a provider's status requests in the mean month, the share that is paid, and its free allowance as a multiple of them. */
type Allowance = { share: number; allowance: number };
const NOTHING_FREE: Allowance = { share: 1, allowance: 0 };

/** By provider, what of its status requests the month's free allowance covers. */
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
    // Where two models of a provider say different allowances, the lesser: never too cheap, and whichever comes first.
    asked.set(planned.keys.provider, { free: Math.min(free, known?.free ?? free), requests: [...(known?.requests ?? []), requests] });
  }
  return new Map(
    [...asked].map(([provider, { free, requests }]) => {
      const all = sumInOneOrder(requests);
      return [provider, all === 0 ? { share: 0, allowance: 0 } : { share: Math.max(0, all - free) / all, allowance: free / all }];
    }),
  );
}

/** Total distributions by the first of their workloads: the total, a scope, an account and a limit often ask for the same set. */
const together = new WeakMap<Risk, { risks: readonly Risk[]; total: TotalDistribution | null }[]>();

/** How the month of a set can turn out; null if nothing in it is uncertain. */
export function totalDistributionOfAll(estimates: readonly WorkloadCost[], distributions: Distributions): TotalDistribution | null {
  const risks = estimates.flatMap(({ risk }) => risk ?? []);
  const [first] = risks;
  if (!first) return null;
  const asked = together.get(first) ?? [];
  together.set(first, asked);
  const same = asked.find((one) => one.risks.length === risks.length && one.risks.every((risk, i) => risk === risks[i]));
  if (same) return same.total;
  const total = totalOfRisks(risks, distributions);
  asked.push({ risks, total });
  return total;
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
