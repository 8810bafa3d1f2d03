import { type ClipsDeclared, clipsWanted, type MonthlyVolume } from "../../engine/volume.ts";
import type { Volume } from "../../manifest/schema.ts";
import type { Distributions } from "../../stats/distributions.ts";
import { type Draws, through } from "../../stats/draws.ts";
import { isDivided, lognormalThrough, parts, type Volumes, type Within } from "./wide-volume.ts";

type Pert = Extract<ClipsDeclared, { likely: number }>;

/** The number of clips wanted in a month, as a random number. */
export type Demand = {
  mean: number;
  /** Whether clips arrive independently, so that their number is Poisson with this mean. Only if the manifest gives one number. */
  poisson: boolean;
  /** Clips a month at each draw; null if the manifest gives one number. */
  draw: ((draws: Draws, distributions: Distributions) => Float64Array) | null;
  /** What a formula says of the clips of a month; null if only draws say it. */
  byFormula: DemandByFormula | null;
  /** How the volume varies among the months that one draw stands for: variance and third central moment. Null if a draw is a single volume. */
  within: ((draws: Draws, distributions: Distributions) => Within) | null;
  /** Whether every month has a whole number of clips. */
  whole: boolean;
};

/**
 * `mean`, `sd`: of the clips of a month. `shape`: two volumes of the same shape differ only by a factor and an offset, and have the same
 * `skewness`: { 20, 30, 60 } and { 200, 300, 600 } both have their likely value at a quarter of the range.
 */
export type DemandByFormula = { shape: string; mean: number; sd: number; skewness: number };

/**
 * A declared volume as a random number. { low, likely, high } is a PERT distribution: a Beta distribution stretched over the
 * range, with a = 1 + 4 (likely − low) / range and b = 1 + 4 (high − likely) / range. { p10, p90 } is the lognormal distribution
 * with these percentiles; each draw stands for an equal part of it (`wide-volume.ts`). The draws are scaled so that their average is
 * the exact mean.
 *
 * { low: 500, likely: 1000, high: 3000 } has a range of 2500, a = 1.8 and b = 4.2, and the mean
 * 500 + 2500 × 1.8 / 6 = 1250 clips.
 */
export function demandOf(volume: MonthlyVolume, arrivals: Volume["arrivals"]): Demand {
  const { amount } = volume;
  const mean = clipsWanted(volume);
  if (typeof amount === "number") {
    const poisson = arrivals === "poisson";
    return { mean, poisson, draw: null, byFormula: null, within: null, whole: poisson || Number.isInteger(mean) };
  }
  const draw = (draws: Draws, distributions: Distributions): Float64Array => rescaled(drawn({ ...volume, amount }, draws, distributions), mean);
  const { times } = volume;
  const volumes = "p10" in amount ? lognormalThrough({ p10: amount.p10 * times, p90: amount.p90 * times }) : null;
  return {
    mean,
    poisson: false,
    draw,
    byFormula: volumes ? lognormalByFormula(mean, volumes) : "likely" in amount ? pertByFormula(mean, amount, times) : null,
    within: volumes && isDivided(volumes) ? (draws, distributions) => parts(volumes, draws, distributions).within : null,
    whole: false,
  };
}

/**
 * Random arrivals as draws. The quantile of a Poisson number with the mean m is about m + √m z + (z² − 1) / 6 (Cornish and Fisher): for
 * m = 1,000, one month in ten has more than 1,040 clips. For volume tiers, because the number of clips decides the price of each.
 */
export function withDrawnArrivals(demand: Demand): Demand {
  const { mean, poisson } = demand;
  if (!poisson) return demand;
  const draw = ({ normal }: Draws): Float64Array =>
    rescaled(
      normal.map((z) => Math.max(0, Math.round(mean + Math.sqrt(mean) * z + (z * z - 1) / 6))),
      mean,
    );
  return { ...demand, poisson: false, draw };
}

/**
 * A PERT volume: a Beta distribution with a + b = 6, stretched over the range. It has the variance ab / 252 of the squared range, and the
 * skewness (b − a) √7 / (4 √(ab)). { low: 500, likely: 1000, high: 3000 } has a = 1.8 and b = 4.2, so its standard deviation is
 * 2500 × √(7.56 / 252) = 433 clips and its skewness 0.577.
 */
function pertByFormula(mean: number, { low, likely, high }: Pert, times: number): DemandByFormula {
  const position = (likely - low) / (high - low);
  const [a, b] = [1 + 4 * position, 1 + 4 * (1 - position)];
  return {
    shape: `PERT ${position.toPrecision(SHAPE_DIGITS)}`,
    mean,
    sd: (high - low) * times * Math.sqrt((a * b) / 252),
    skewness: ((b - a) * Math.sqrt(7)) / (4 * Math.sqrt(a * b)),
  };
}

/**
 * A lognormal volume, with w = exp(sigma²): the standard deviation is mean × √(w − 1), and the skewness (w + 2) √(w − 1).
 * @returns null if it is so wide that its draws are not divided into parts
 */
function lognormalByFormula(mean: number, { mu, sigma }: Volumes): DemandByFormula | null {
  if (!isDivided({ mu, sigma })) return null;
  const more = Math.expm1(sigma ** 2);
  return { shape: `lognormal ${sigma.toPrecision(SHAPE_DIGITS)}`, mean, sd: mean * Math.sqrt(more), skewness: (more + 3) * Math.sqrt(more) };
}

/** Shapes that agree in so many digits are the same: a range by the week and one by the month differ by rounding. */
const SHAPE_DIGITS = 12;

function drawn({ amount, times }: MonthlyVolume & { amount: Exclude<ClipsDeclared, number> }, draws: Draws, distributions: Distributions): Float64Array {
  if ("p10" in amount) {
    const volumes = lognormalThrough({ p10: amount.p10 * times, p90: amount.p90 * times });
    return isDivided(volumes) ? parts(volumes, draws, distributions).mean.slice() : draws.normal.map((z) => Math.exp(volumes.mu + volumes.sigma * z));
  }
  const { low, likely, high } = amount;
  const range = high - low;
  const positions = stretched((likely - low) / range, draws, distributions);
  const clips = new Float64Array(positions.length);
  for (let point = 0; point < positions.length; point++) clips[point] = low + range * (positions[point] as number);
  return clips;
}

/** Draws of a Beta distribution, by the draws and by the position (0–1) of the likely volume in its range. In many ranges of a manifest it has the same position. */
const positionsOf = new WeakMap<Draws, Map<number, Float64Array>>();

/** At most this many are kept, at 8 kB each. */
const MOST_POSITIONS = 512;

function stretched(likely: number, draws: Draws, distributions: Distributions): Float64Array {
  const kept = positionsOf.get(draws) ?? new Map<number, Float64Array>();
  positionsOf.set(draws, kept);
  const found = kept.get(likely);
  if (found) return found;
  const positions = through(draws, distributions.betaOf(1 + 4 * likely, 1 + 4 * (1 - likely)).quantile, distributions);
  if (kept.size < MOST_POSITIONS) kept.set(likely, positions);
  return positions;
}

/** Scales draws in place, so that their average is the exact mean. */
function rescaled(values: Float64Array, mean: number): Float64Array {
  let sum = 0;
  for (let point = 0; point < values.length; point++) sum += values[point] as number;
  const factor = (mean * values.length) / sum;
  for (let point = 0; point < values.length; point++) values[point] = (values[point] as number) * factor;
  return values;
}
