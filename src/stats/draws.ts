import type { Distributions } from "./distributions.ts";

/** How many values are drawn of what nobody knows (a rate, a volume): with so many a P95 moves by less than 0.1 %. */
export const POINTS = 1024;

/** The draws of one unknown: a number between 0 and 1 for each point, and the z of the normal distribution below which that share lies (0.9: 1.28). */
export type Draws = { id: string; uniform: Float64Array; normal: Float64Array };

const known = new Map<string, Draws>();

/**
 * The draws of variable `index` (0, 1, …) of `dimensions`. They are not random: each is the last one plus a fixed step, less 1
 * where it passes 1 (a Kronecker sequence), which fills the range more evenly than chance does. The same manifest so gives the
 * same figures, and no seed is needed. The step is φ^−(index+1), with φ the root of x^(d+1) = x + 1: of a single variable
 * φ = 1.618 and the step 0.618, so the draws are 0.118, 0.736, 0.354, 0.972…
 */
export function drawsOf(index: number, dimensions: number, { normalQuantile }: Pick<Distributions, "normalQuantile">): Draws {
  const id = `${index} ${dimensions}`;
  let draws = known.get(id);
  if (!draws) {
    const step = root(dimensions) ** -(index + 1);
    const uniform = Float64Array.from({ length: POINTS }, (_, i) => (0.5 + (i + 1) * step) % 1);
    draws = { id, uniform, normal: uniform.map((u) => normalQuantile(u)) };
    known.set(id, draws);
  }
  return draws;
}

/** The root of x^(d+1) = x + 1 by fixed-point iteration: 1.618…, 1.325…, 1.221… */
function root(dimensions: number): number {
  let x = 1.5;
  for (let i = 0; i < 64; i++) x = (1 + x) ** (1 / (dimensions + 1));
  return x;
}

/** Normal scores at which an inverse distribution function is worked out; between them it is interpolated. */
const NODE_STEP = 0.125;
const NODE_END = 4;

/** The quantile at each draw. Worked out at 65 nodes and interpolated between them, since a quantile function may be slow. */
export function through(draws: Draws, quantile: (uniform: number) => number, distributions: Pick<Distributions, "normalCdf">): Float64Array {
  return alongCurve(draws, (uniform) => [quantile(uniform), 0, 0], distributions)[0];
}

/** Three figures that follow smoothly from one draw, at every draw: worked out at the nodes, and by a cubic through four of them (Catmull-Rom) between two. */
export function alongCurve(
  { uniform, normal }: Draws,
  at: (uniform: number) => readonly [number, number, number],
  { normalCdf }: Pick<Distributions, "normalCdf">,
): [Float64Array, Float64Array, Float64Array] {
  const nodes = Math.round((2 * NODE_END) / NODE_STEP) + 1;
  const values = Array.from({ length: nodes }, (_, i) => at(normalCdf(-NODE_END + i * NODE_STEP)));
  const curves: [Float64Array, Float64Array, Float64Array] = [
    new Float64Array(normal.length),
    new Float64Array(normal.length),
    new Float64Array(normal.length),
  ];
  for (let point = 0; point < normal.length; point++) {
    const place = ((normal[point] as number) + NODE_END) / NODE_STEP;
    const i = Math.floor(place);
    const inside = i >= 1 && i <= nodes - 3;
    const [a, b, c, d] = inside ? [values[i - 1], values[i], values[i + 1], values[i + 2]] : [];
    const exact = inside ? null : at(uniform[point] as number);
    const t = place - i;
    for (let k = 0; k < 3; k++)
      (curves[k] as Float64Array)[point] = exact ? (exact[k] as number) : cubic([a?.[k] as number, b?.[k] as number, c?.[k] as number, d?.[k] as number], t);
  }
  return curves;
}

/** Between the second and the third of four values, at the share t of the way. */
function cubic([a, b, c, d]: readonly [number, number, number, number], t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
