import type { Cumulants } from "./clip.ts";

/**
 * The cost of a random number of clips, each with the same cumulants (m, s², k₃):
 * mean = E[R] m, variance = E[R] s² + Var(R) m², κ₃ = E[R] k₃ + 3 m s² Var(R) + m³ κ₃(R).
 */
export function month([m, s2, k3]: Cumulants, [mean, variance, third]: Cumulants): Cumulants {
  return [mean * m, mean * s2 + variance * m * m, mean * k3 + 3 * m * s2 * variance + m ** 3 * third];
}
