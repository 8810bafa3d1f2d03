import { type Decimal, decimal } from "../money/decimal.ts";
import type { Distributions } from "../stats/distributions.ts";
import { totalDistributionOf } from "./model/total-distribution.ts";
import type { WorkloadDistribution } from "./model/workload-distribution.ts";
import type { WorkloadCost } from "./workload-cost.ts";

/** The same workload with its volume multiplied by `factor`. Money and the variance of job luck grow in proportion; uncertain rates stay as they are. */
export function scaled(one: WorkloadCost, factor: number, distributions: Distributions): WorkloadCost {
  const { risk, monthly, list } = one;
  if (!risk || !monthly || !list) return one;
  const times = (amount: Decimal): Decimal => amount.times(decimal(factor));
  const distribution = scaledDistribution(risk.distribution, factor);
  const figures = { ...risk.figures, expected: times(risk.figures.expected), list: times(risk.figures.list) };
  return {
    ...one,
    monthly: times(monthly),
    list: times(list),
    risk: {
      ...risk,
      distribution,
      figures,
      waterfall: { ...risk.waterfall, undelivered: times(risk.waterfall.undelivered) },
      totalDistribution: risk.totalDistribution && totalDistributionOf([distribution], distributions),
    },
  };
}

function scaledDistribution(distribution: WorkloadDistribution, factor: number): WorkloadDistribution {
  return {
    ...distribution,
    exact: () => null,
    points: (draws) => {
      const { mean, variance, third, within } = distribution.points(draws);
      const times = (value: number): number => value * factor;
      const scaledWithin = within && { sd: within.sd.map(times), cubeRoot: within.cubeRoot.map(times) };
      return { mean: mean.map(times), variance: variance.map(times), third: third.map(times), ...(scaledWithin && { within: scaledWithin }) };
    },
  };
}
