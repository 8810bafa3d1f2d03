import { type Decimal, decimal } from "../money/decimal.ts";
import type { Distributions } from "./distributions.ts";
import type { Exposed } from "./exposed.ts";
import { type Law, noPoints } from "./law.ts";
import { spreadOf } from "./spread.ts";

/** The same workload with its volume multiplied: money and job luck grow with the number of clips, what is uncertain about a rate or a month stays. */
export function scaled(one: Exposed, factor: number, distributions: Distributions): Exposed {
  const { risk, monthly, list } = one;
  if (!risk || !monthly || !list) return one;
  const times = (amount: Decimal): Decimal => amount.times(decimal(factor));
  const law = scaledLaw(risk.law, factor);
  const figures = { ...risk.figures, expected: times(risk.figures.expected), list: times(risk.figures.list) };
  return { ...one, monthly: times(monthly), list: times(list), risk: { ...risk, law, figures, spread: risk.spread && spreadOf([law], distributions) } };
}

function scaledLaw(law: Law, factor: number): Law {
  return {
    ...law,
    points: (draws) => {
      const { mean, variance, third } = law.points(draws);
      const points = noPoints(mean.length);
      for (let i = 0; i < mean.length; i++) {
        points.mean[i] = (mean[i] as number) * factor;
        points.variance[i] = (variance[i] as number) * factor;
        points.third[i] = (third[i] as number) * factor;
      }
      return points;
    },
  };
}
