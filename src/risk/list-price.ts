import { CHOICES, type Choice, type MostExpensive } from "../engine/assumption.ts";
import { meanTakes } from "../engine/volume.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import type { Jobs } from "../prices/schema.ts";
import { certain } from "./figures.ts";
import { demandOf } from "./model/demand.ts";
import { once } from "./model/once.ts";
import { certainDistribution } from "./model/workload-distribution.ts";
import type { Lever, PricedWorkload, Risk } from "./risk.ts";
import { leversOf, stressOf } from "./sensitivity.ts";
import { NO_PARTS } from "./waterfall.ts";

/**
 * The risk of a workload that declares nothing about how its jobs go: its monthly cost is its list price.
 * @param known what the price book says about its jobs
 * @param mostExpensive the value of a choice at which one job costs most
 */
export function listPriceRisk(planned: PricedWorkload, known: Jobs, mostExpensive: (choice: Choice) => MostExpensive | null): Risk {
  const { keys, job, plan, list } = planned;
  const demand = demandOf(plan.volume, keys.volume.arrivals);
  const { jobs } = plan;
  const monthOf = (part: Decimal): Decimal => part.times(decimal(demand.mean / plan.clipsPerJob));
  const [base, pricing, rounding] = [monthOf(job.parts.base), monthOf(job.parts.pricing), monthOf(job.parts.rounding)];
  return {
    figures: certain(list),
    waterfall: { ...NO_PARTS, base, pricing, rounding, takes: list.minus(base).minus(pricing).minus(rounding) },
    process: null,
    demand,
    distribution: certainDistribution(list.toNumber()),
    totalDistribution: null,
    jobs: {
      clips: demand.mean,
      takes: plan.takes,
      attempts: 1,
      delivered: 1,
      submitted: jobs,
      billed: jobs,
      duplicates: 0,
      status_requests: null,
      undelivered_requests: 0,
    },
    open: () => ZERO,
    stress: stressOf(planned, known),
    choices: once(() => [
      { path: "takes", value: String(plan.takes + 1), monthly: list.div(meanTakes(plan.rounds)) },
      ...CHOICES.flatMap((choice): Lever[] => {
        const most = mostExpensive(choice);
        if (!most?.amount.gt(job.amount)) return [];
        return [{ path: `output.${choice}`, value: String(most.value), monthly: most.amount.minus(job.amount).times(decimal(jobs)) }];
      }),
    ]),
    withKey: () => null,
    sharedLuck: () => [],
    levers: () => leversOf(planned, known),
  };
}
