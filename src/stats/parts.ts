import type { Distributions } from "./distributions.ts";
import { ascending, type Draws, POINTS } from "./draws.ts";

/*
 * A mesh is a set of points with every combination of a few values of each unknown, all with equal chance. It replaces draws if all
 * unknowns are rates. With one unknown, a mesh has 1,024 values of it; with two, 32 of each; with three, 16, 8 and 8.
 */

/** The points of a mesh, as a power of two. */
const BITS = Math.log2(POINTS);

/** Each unknown of a mesh needs at least four values, so a mesh has at most five unknowns. */
const MOST_UNKNOWNS = 5;

/** Whether this many unknowns fit in a mesh. */
export function hasMesh(dimensions: number): boolean {
  return dimensions <= MOST_UNKNOWNS;
}

const known = new Map<string, Draws>();

/** Unknown `index` (0, 1, …) of a mesh with `dimensions` unknowns, in the form of draws. Each value stands for an equal share of the probability. */
export function meshOf(index: number, dimensions: number, { normalQuantile }: Pick<Distributions, "normalQuantile">): Draws {
  const id = `mesh ${index} ${dimensions}`;
  const found = known.get(id);
  if (found) return found;
  const bitsOf = (one: number): number => Math.floor((BITS + dimensions - 1 - one) / dimensions);
  let before = 0;
  for (let one = 0; one < index; one++) before += bitsOf(one);
  const values = 2 ** bitsOf(index);
  const value = Uint32Array.from({ length: POINTS }, (_, point) => (point >> before) % values);
  const uniform = Float64Array.from(value, (one) => (one + 0.5) / values);
  const draws = { id, uniform, normal: uniform.map((u) => normalQuantile(u)), order: ascending(uniform), mesh: { values, value } };
  known.set(id, draws);
  return draws;
}

/**
 * Values of equal chance for a rate that was seen k times of n. Its distribution, Beta(k + ½, n − k + ½), is divided into `values` / 2
 * parts of equal chance. Each part gives two values: its mean minus and plus its standard deviation, so that the mean and the variance
 * of the part are exact. For the part from x₁ to x₂ of Beta(a, b), with the distribution function I,
 * E[x] = a / (a + b) × (I(x₂; a + 1, b) − I(x₁; a + 1, b)) / (I(x₂; a, b) − I(x₁; a, b)); E[x²] has a formula of the same form.
 */
export function valuesOfRate({ k, n }: { k: number; n: number }, values: number, { betaOf }: Distributions): Float64Array {
  const [a, b, parts] = [k + 0.5, n - k + 0.5, values / 2];
  const [rate, once, twice] = [betaOf(a, b), betaOf(a + 1, b), betaOf(a + 2, b)];
  const edges = Array.from({ length: parts + 1 }, (_, i) => rate.quantile(i / parts));
  const first = edges.map((x) => (a / (a + b)) * once.cdf(x));
  const second = edges.map((x) => ((a * (a + 1)) / ((a + b) * (a + b + 1))) * twice.cdf(x));
  const rates = new Float64Array(values);
  for (let part = 0; part < parts; part++) {
    const mean = parts * ((first[part + 1] as number) - (first[part] as number));
    const sd = Math.sqrt(Math.max(0, parts * ((second[part + 1] as number) - (second[part] as number)) - mean * mean));
    rates[2 * part] = Math.max(0, mean - sd);
    rates[2 * part + 1] = Math.min(1, mean + sd);
  }
  return rates;
}

/** The points and weights of the Gauss–Laguerre rule, for the mean of a smooth function of an exponential variable. */
const LAGUERRE = [
  [0.322547689619392, 0.603154104341634],
  [1.74576110115835, 0.3574186924378],
  [4.53662029692113, 0.0388879085150054],
  [9.39507091230113, 0.0005392947055613],
] as const;

/**
 * The points at which the first or the last of several equal parts of an unknown is evaluated, with weights that add up to 1. In such a
 * part, −ln(share × parts) is exponential, where share is the probability beyond the point.
 */
export function insideEnd(end: "first" | "last", parts: number): { uniform: number; weight: number }[] {
  return LAGUERRE.map(([depth, weight]) => {
    const share = Math.exp(-depth) / parts;
    return { uniform: end === "first" ? share : 1 - share, weight };
  });
}
