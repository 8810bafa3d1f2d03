import type { Distributions } from "./distributions.ts";

/** How many values are drawn of what nobody knows (a rate, a volume): with so many a P95 moves by less than 0.1%. */
export const POINTS = 1024;

/** Of an unknown that is worked out: how many values it has, and which of them each point has, 0 … values − 1, from the least to the greatest. */
type Mesh = { values: number; value: Uint32Array };

/**
 * The draws of one unknown: a number between 0 and 1 for each point, and the z of the normal distribution below which that share lies (0.9: 1.28).
 * `order`: the points from the least to the greatest. `mesh`: where they are all combinations of some values and not drawn (`parts.ts`).
 */
export type Draws = { id: string; uniform: Float64Array; normal: Float64Array; order: Uint32Array; mesh?: Mesh };

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
    draws = { id, uniform, normal: uniform.map((u) => normalQuantile(u)), order: ascending(uniform) };
    known.set(id, draws);
  }
  return draws;
}

/** The points from the least value to the greatest. */
export function ascending(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
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

const NODES = Math.round((2 * NODE_END) / NODE_STEP) + 1;

/** The draws at the nodes, and of each draw the node before it and how far on it is to the next, 0–1; −1 if it is beyond the nodes. */
type Places = { nodes: Float64Array; node: Int32Array; on: Float64Array };

const places = new WeakMap<Draws, Places>();

function placesOf(draws: Draws, { normalCdf }: Pick<Distributions, "normalCdf">): Places {
  const found = places.get(draws);
  if (found) return found;
  const { normal } = draws;
  const place = normal.map((z) => (z + NODE_END) / NODE_STEP);
  const node = Int32Array.from(place, (at) => (Math.floor(at) >= 1 && Math.floor(at) <= NODES - 3 ? Math.floor(at) : -1));
  const nodes = Float64Array.from({ length: NODES }, (_, i) => normalCdf(-NODE_END + i * NODE_STEP));
  const made = { nodes, node, on: place.map((at) => at - Math.floor(at)) };
  places.set(draws, made);
  return made;
}

/** The quantile at each draw. Worked out at 65 nodes and interpolated between them, since a quantile function may be slow. */
export function through(draws: Draws, quantile: (uniform: number) => number, distributions: Pick<Distributions, "normalCdf">): Float64Array {
  const { nodes } = placesOf(draws, distributions);
  return interpolated(draws, nodes.map(quantile), quantile, distributions);
}

/** Three figures that follow smoothly from one draw, at every draw: worked out at the nodes, and by a cubic through four of them (Catmull-Rom) between two. */
export function alongCurve(
  draws: Draws,
  at: (uniform: number) => readonly [number, number, number],
  distributions: Pick<Distributions, "normalCdf">,
): [Float64Array, Float64Array, Float64Array] {
  const values = Array.from(placesOf(draws, distributions).nodes, at);
  const curve = (k: 0 | 1 | 2): Float64Array =>
    interpolated(
      draws,
      Float64Array.from(values, (three) => three[k]),
      (uniform) => at(uniform)[k],
      distributions,
    );
  return [curve(0), curve(1), curve(2)];
}

/** A curve at every draw, by its values at the nodes; beyond them by `exact`. */
function interpolated(draws: Draws, values: Float64Array, exact: (uniform: number) => number, distributions: Pick<Distributions, "normalCdf">): Float64Array {
  const { node, on } = placesOf(draws, distributions);
  const curve = new Float64Array(node.length);
  for (let point = 0; point < node.length; point++) {
    const i = node[point] as number;
    if (i < 0) {
      curve[point] = exact(draws.uniform[point] as number);
      continue;
    }
    const t = on[point] as number;
    const [a, b, c, d] = [values[i - 1] as number, values[i] as number, values[i + 1] as number, values[i + 2] as number];
    curve[point] = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
  return curve;
}
