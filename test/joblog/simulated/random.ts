import { randomOf } from "../faulty-log.ts";

/** Draws of one generator: the same seed, the same draws. */
export type Random = {
  /** In [low, high). */
  between: (low: number, high: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(...values: readonly T[]) => T;
  normal: () => number;
  poisson: (mean: number) => number;
  /** Of mean 1 and this variance; 1 if the variance is 0. */
  gamma: (variance: number) => number;
};

export function randomFrom(seed: number): Random {
  const uniform = randomOf(seed);
  /** Box and Muller (1958); 1 − u is never 0. */
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  /** Knuth's product of uniforms, in pieces whose e^−mean is a number. */
  const poisson = (mean: number): number => {
    let count = 0;
    for (let left = mean; left > 0; left -= 30) {
      const least = Math.exp(-Math.min(left, 30));
      for (let product = uniform(); product > least; product *= uniform()) count++;
    }
    return count;
  };
  /** Marsaglia and Tsang (2000) for shapes of 1 or more; a lesser one is that of 1 more, times u^(1/shape). */
  const gammaOf = (shape: number): number => {
    if (shape < 1) return gammaOf(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const z = normal();
      const v = (1 + z / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < z ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return {
    between: (low, high) => low + (high - low) * uniform(),
    chance: (share) => uniform() < share,
    pick: (...values) => values[Math.floor(uniform() * values.length)] as (typeof values)[number],
    normal,
    poisson,
    gamma: (variance) => (variance === 0 ? 1 : gammaOf(1 / variance) * variance),
  };
}
