/** Seeded random draws for simulations and generated workloads. */
export type Random = {
  /** In [0, 1). */
  uniform: () => number;
  /** Standard normal. */
  normal: () => number;
  /** Whether an event of this probability happens; never for 0, always for 1. */
  chance: (probability: number) => boolean;
};

/** The generator sfc32 (Small Fast Counter, 128 bits of state), seeded with one number and warmed up. */
export function randomOf(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 20; i++) next();
  const uniform = (): number => (next() * 2 ** 21 + (next() >>> 11)) * 2 ** -53;
  let spare = Number.NaN;
  // Box–Muller: two normal numbers from two uniform ones.
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal, chance: (probability) => probability > 0 && uniform() < probability };
}

/** Draws a rate that was observed k times of n from Jeffreys' distribution, Beta(k + ½, n − k + ½), as a ratio of sums of squared normals. */
export function drawRate({ normal }: Random, k: number, n: number): number {
  const squares = (count: number): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += normal() ** 2;
    return sum;
  };
  const seen = squares(2 * k + 1);
  return seen / (seen + squares(2 * (n - k) + 1));
}

/** Draws from PERT(low, likely, high) by rejection sampling. Its density is highest at `likely`. */
export function drawPert({ uniform }: Random, { low, likely, high }: { low: number; likely: number; high: number }): number {
  const [left, right] = [(4 * (likely - low)) / (high - low), (4 * (high - likely)) / (high - low)];
  const logDensity = (x: number): number => (left === 0 ? 0 : left * Math.log(x - low)) + (right === 0 ? 0 : right * Math.log(high - x));
  const top = logDensity(likely);
  for (;;) {
    const x = low + (high - low) * uniform();
    if (Math.log(1 - uniform()) <= logDensity(x) - top) return x;
  }
}

/** Draws the number of Poisson arrivals in a month with this mean, by adding up exponential times between arrivals. */
export function drawArrivals({ uniform }: Random, mean: number): number {
  let arrived = 0;
  for (let time = 0; ; arrived++) {
    time -= Math.log(1 - uniform()) / mean;
    if (time > 1) return arrived;
  }
}
