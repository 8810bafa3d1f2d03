import { type Estimate, pricedByCharges } from "../engine/estimate.ts";
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
import { listPriceRisk } from "./list-price.ts";
import { sumInOneOrder } from "./model/order.ts";
import { shifted, type TotalDistribution, totalDistributionOf } from "./model/total-distribution.ts";
import { expectedMonth, jobPolicyOf, type PricedWorkload, plannedOf, type Risk, riskOf, statusPriceOf } from "./risk.ts";

/** A workload with what its month is expected to cost: `monthly` is that, `list` what clips × price says. */
export type WorkloadCost = Omit<Estimate, "monthly"> & { list: Decimal | null; monthly: Decimal | null; risk: Risk | null };

/** Applies the risk model to the workloads of one manifest. */
export function workloadCosts(estimates: readonly Estimate[], pricing: Pricing, distributions: Distributions): WorkloadCost[] {
  const paid = paidShares(estimates, pricing, distributions);
  return estimates.map((estimate) => {
    const { monthly: list, ...rest } = estimate;
    const planned = plannedOf(estimate);
    if (!planned) return { ...rest, list, monthly: null, risk: null };
    const { keys } = planned;
    if (isCertain(keys)) {
      const risk = listPriceRisk(planned, jobPolicyOf(keys, pricing));
      return { ...rest, list, monthly: risk.figures.expected, risk };
    }
    const jobs = jobPolicyOf(keys, pricing);
    const share = paid.get(keys.provider) ?? 1;
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
      return { ...rest, status: "unpriced", problems: [...estimate.problems, problem], list: null, monthly: null, risk: null };
    }
    const statusPrice = isNoRate(asking) ? 0 : asking.toNumber() * share;
    const { risk, assumptions, problems } = remembered(
      keys,
      [
        estimate.name,
        pricing.date,
        pricing.manifest.settings,
        pricing.book,
        planned.list.toString(),
        planned.job.amount.toString(),
        planned.count,
        statusPrice,
      ],
      () => {
        const made = riskOf(planned, jobs, statusPrice, distributions);
        return {
          risk: made,
          assumptions: riskAssumptions(made, { planned, jobs, statusPrice }, distributions),
          problems: feasibilityProblems({ keys, name: estimate.name, risk: made, jobs }, pricing, distributions),
        };
      },
    );
    return {
      ...rest,
      assumptions: [...estimate.assumptions, ...assumptions],
      problems: [...estimate.problems, ...problems],
      list,
      monthly: risk.figures.expected,
      risk,
    };
  });
}

type Uncertain = { risk: Risk; assumptions: Estimate["assumptions"]; problems: readonly Problem[] };

/** What was worked out last of a workload, by its keys, with all else that it depends on. */
const known = new WeakMap<WorkloadKeys, { of: readonly unknown[]; made: Uncertain }>();

/** A side that is judged again with one workload edited has the others as they were: their distributions are not worked out twice. */
function remembered(keys: WorkloadKeys, of: readonly unknown[], make: () => Uncertain): Uncertain {
  const last = known.get(keys);
  if (last && last.of.every((one, index) => one === of[index])) return last.made;
  const made = make();
  known.set(keys, { of, made });
  return made;
}

/**
 * What a workload would cost a month by charges alone, whatever the model accepts: for mixes of two versions of it.
 * @returns null where the charges give no price
 */
export function expectedByCharges(keys: WorkloadKeys, pricing: Pricing, distributions: Distributions): Decimal | null {
  const priced = pricedByCharges(keys, pricing);
  if (!priced) return null;
  const planned: PricedWorkload = { keys, name: "mix", ...priced };
  if (isCertain(keys)) return planned.list;
  const jobs = jobPolicyOf(keys, pricing);
  const asking = statusPriceOf(jobs, pricing);
  if (isNoRate(asking)) return asksOf(planned, jobs, distributions) > 0 ? null : expectedMonth(planned, jobs, 0, distributions);
  return expectedMonth(planned, jobs, asking.toNumber(), distributions);
}

/** Status requests a month of one workload: where there are none, what one costs does not matter. */
function asksOf(planned: PricedWorkload, jobs: Jobs, distributions: Distributions): number {
  return riskOf(planned, jobs, 0, distributions).jobs.status_requests ?? 0;
}

/** By provider, the share of its status requests that the month's free allowance does not cover. */
function paidShares(estimates: readonly Estimate[], pricing: Pricing, distributions: Distributions): ReadonlyMap<string, number> {
  const asked = new Map<string, { free: number; requests: number[] }>();
  for (const estimate of estimates) {
    const planned = plannedOf(estimate);
    if (!planned || isCertain(planned.keys)) continue;
    const jobs = jobPolicyOf(planned.keys, pricing);
    const free = jobs.status_request?.free_per_month;
    if (!free) continue;
    const requests = asksOf(planned, jobs, distributions);
    const known = asked.get(planned.keys.provider);
    // Where two models of a provider say different allowances, the lesser: never too cheap, and whichever comes first.
    asked.set(planned.keys.provider, { free: Math.min(free, known?.free ?? free), requests: [...(known?.requests ?? []), requests] });
  }
  return new Map(
    [...asked].map(([provider, { free, requests }]) => {
      const all = sumInOneOrder(requests);
      return [provider, all === 0 ? 0 : Math.max(0, all - free) / all];
    }),
  );
}

/** How the month of a set can turn out; null where nothing in it is uncertain. */
export function totalDistributionOfAll(estimates: readonly WorkloadCost[], distributions: Distributions): TotalDistribution | null {
  const risks = estimates.flatMap(({ risk }) => risk ?? []);
  if (risks.every(({ totalDistribution }) => totalDistribution === null)) return null;
  const uncertain = risks.flatMap(({ totalDistribution, distribution }) => (totalDistribution ? { totalDistribution, distribution } : []));
  const [only] = uncertain;
  const together =
    only && uncertain.length === 1
      ? only.totalDistribution
      : totalDistributionOf(
          uncertain.map(({ distribution }) => distribution),
          distributions,
        );
  const certainly = risks.reduce((sum, { totalDistribution, figures }) => (totalDistribution ? sum : sum.plus(figures.expected)), ZERO).toNumber();
  return certainly === 0 ? together : shifted(together, certainly);
}
