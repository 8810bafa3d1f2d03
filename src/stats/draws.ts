import type { Distributions } from "./distributions.ts";

/**
 * How many values of an unknown (a rate, a volume) are drawn. With this many, the P95 of a volume { low: 500, likely: 1000, high: 3000 }
 * is 0.1% too low if it is the only unknown, and at most 0.4% too low as one of two.
 */
export const POINTS = 1024;

/** An unknown with a fixed set of values instead of draws: `values` is their number, and `value` the index of the value at each point, in ascending order. */
type Mesh = { values: number; value: Uint32Array };

/**
 * The draws of one unknown. `uniform`: a number between 0 and 1 for each point. `normal`: the z below which that share of the standard
 * normal distribution lies (0.9: 1.28). `order`: the points in ascending order. `mesh`: present if the points are all combinations of
 * fixed values instead of draws (`parts.ts`).
 */
export type Draws = { id: string; uniform: Float64Array; normal: Float64Array; order: Uint32Array; mesh?: Mesh };

const known = new Map<string, Draws>();

/**
 * The draws of variable `index` (0, 1, …) of `dimensions`. They are not random: each is the last one plus a fixed step, modulo 1
 * (a Kronecker sequence), which fills the range more evenly than random numbers do. The same manifest always gives the same figures,
 * and no seed is needed. The step is φ^−(index+1), where φ is the root of x^(d+1) = x + 1. For a single variable, φ = 1.618 and the
 * step is 0.618, so the draws are 0.118, 0.736, 0.354, 0.972…
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

/** The indices of values in ascending order of the values. */
export function ascending(values: Float64Array): Uint32Array {
  return Uint32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
}

/** The root of x^(d+1) = x + 1 by fixed-point iteration: 1.618…, 1.325…, 1.221… */
function root(dimensions: number): number {
  let x = 1.5;
  for (let i = 0; i < 64; i++) x = (1 + x) ** (1 / (dimensions + 1));
  return x;
}

/** The nodes at which a quantile function is computed: z from −4 to 4 in steps of 1/8. Between them it is interpolated. */
const NODE_STEP = 0.125;
const NODE_END = 4;

const NODES = Math.round((2 * NODE_END) / NODE_STEP) + 1;

/** `nodes`: the shares (0–1) at the nodes. `node`: the node before each draw, or −1 if the draw is too far out. `on`: the way (0–1) to the next node. */
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

/** The quantile at each draw. It is computed at 65 nodes and interpolated between them, because a quantile function may be slow. */
export function through(draws: Draws, quantile: (uniform: number) => number, distributions: Pick<Distributions, "normalCdf">): Float64Array {
  const { nodes } = placesOf(draws, distributions);
  return interpolated(draws, nodes.map(quantile), quantile, distributions);
}

/** Three smooth functions of one draw, at every draw. They are computed at the nodes; between two nodes, a cubic through four of them counts (Catmull-Rom). */
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

/** A curve at every draw, interpolated from its values at the nodes. Draws beyond the nodes call `exact`. */
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
    const a = values[i - 1] as number;
    const b = values[i] as number;
    const c = values[i + 1] as number;
    const d = values[i + 2] as number;
    curve[point] = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
  return curve;
}
