/** Seeded random draws for simulations and generated workloads. */
export type Random = {
  /** In [0, 1). */
  uniform: () => number;
  /** Standard normal. */
  normal: () => number;
  /** Whether something of this probability happens; never for 0, always for 1. */
  chance: (probability: number) => boolean;
};

/** sfc32 (Small Fast Counter, 128 bits of state), started from one number and warmed up. */
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
  // Box and Muller: two normals for two uniforms.
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

/** Jeffreys' distribution of a rate seen k times of n: Beta(k + ½, n − k + ½), as a ratio of sums of squared normals. */
export function drawRate({ normal }: Random, k: number, n: number): number {
  const squares = (count: number): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += normal() ** 2;
    return sum;
  };
  const seen = squares(2 * k + 1);
  return seen / (seen + squares(2 * (n - k) + 1));
}

/** PERT(low, likely, high), by rejection under its density, which is greatest at `likely`. */
export function drawPert({ uniform }: Random, { low, likely, high }: { low: number; likely: number; high: number }): number {
  const [left, right] = [(4 * (likely - low)) / (high - low), (4 * (high - likely)) / (high - low)];
  const logDensity = (x: number): number => (left === 0 ? 0 : left * Math.log(x - low)) + (right === 0 ? 0 : right * Math.log(high - x));
  const top = logDensity(likely);
  for (;;) {
    const x = low + (high - low) * uniform();
    if (Math.log(1 - uniform()) <= logDensity(x) - top) return x;
  }
}

/** How many arrivals a month has where one comes on average every 1 / mean of it: a walk from one to the next. */
export function drawArrivals({ uniform }: Random, mean: number): number {
  let arrived = 0;
  for (let time = 0; ; arrived++) {
    time -= Math.log(1 - uniform()) / mean;
    if (time > 1) return arrived;
  }
}
