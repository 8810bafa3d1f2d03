import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import type { Jobs } from "../prices/schema.ts";
import { demandOf } from "./demand.ts";
import { certain } from "./figures.ts";
import { fixedLaw } from "./law.ts";
import type { Planned, Risk } from "./risk.ts";
import { leversOf, stressOf } from "./sensitivity.ts";
import { NO_PARTS } from "./waterfall.ts";

/** The month of a workload that declares nothing of how its jobs go: its list price. */
export function listPriceRisk(planned: Planned, known: Jobs): Risk {
  const { keys, job, count, list } = planned;
  const demand = demandOf(keys.volume);
  const takes = keys.takes as number;
  const jobs = (demand.mean * takes) / count;
  const monthOf = (part: Decimal): Decimal => part.times(decimal(demand.mean));
  const [base, pricing, rounding] = [monthOf(job.parts.base), monthOf(job.parts.pricing), monthOf(job.parts.rounding)];
  return {
    figures: certain(list),
    waterfall: { ...NO_PARTS, base, pricing, rounding, takes: list.minus(base).minus(pricing).minus(rounding) },
    process: null,
    demand,
    law: fixedLaw(list.toNumber()),
    spread: null,
    jobs: {
      clips: demand.mean,
      takes,
      attempts: 1,
      delivered: 1,
      submitted: jobs,
      billed: jobs,
      duplicates: 0,
      status_requests: null,
      undelivered_requests: 0,
    },
    open: ZERO,
    stress: stressOf(planned),
    levers: () => leversOf(planned, known),
  };
}
