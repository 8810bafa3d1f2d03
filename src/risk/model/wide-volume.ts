import { P10_TO_P90 } from "../../engine/volume.ts";
import type { Distributions } from "../../stats/distributions.ts";
import type { Draws } from "../../stats/draws.ts";

/** Months of so many clips: a lognormal distribution; `mu` and `sigma` are of ln clips. */
export type Volumes = { mu: number; sigma: number };

/** At each draw, variance and third central moment of the volumes that it stands for. */
export type Within = { variance: Float64Array; third: Float64Array };

export function lognormalThrough({ p10, p90 }: { p10: number; p90: number }): Volumes {
  return { mu: Math.log(p10 * p90) / 2, sigma: Math.log(p90 / p10) / P10_TO_P90 };
}

/** Beyond this nine of ten months lie within a factor of 2,000, which is no plan: the moments of the last part are no numbers then. */
const WIDEST = 3;

/** Whether a volume is divided into equal parts. */
export function isDivided({ sigma }: Volumes): boolean {
  return sigma <= WIDEST;
}

type Parts = { mean: Float64Array; within: Within };

/** Parts by the draws and by the volume: base and head, and limits and totals, ask for the same. */
const known = new WeakMap<Draws, Map<string, Parts>>();

/** More volumes than these are not kept: 24 kB each. */
const MOST_KEPT = 256;

/**
 * 1,024 equal parts of a lognormal volume, the least for the least draw and so on, each with its mean, variance and third central moment. A
 * draw alone would leave out the far end, which is most of the spread of a wide volume: of { p10: 10, p90: 200 } its standard deviation
 * was 8.9% too low, and once the mean was made right, P50 and P90 were 1% too high.
 *
 * Of a part between two z, E[Xᵏ] = exp(k mu + k² sigma² / 2) (Φ(b − k sigma) − Φ(a − k sigma)) / (Φ(b) − Φ(a)).
 */
export function parts(volumes: Volumes, draws: Draws, distributions: Distributions): Parts {
  const id = `${volumes.mu} ${volumes.sigma}`;
  const kept = known.get(draws) ?? new Map<string, Parts>();
  known.set(draws, kept);
  const found = kept.get(id) ?? divide(volumes, draws, distributions);
  if (kept.size < MOST_KEPT) kept.set(id, found);
  return found;
}

function divide({ mu, sigma }: Volumes, draws: Draws, { normalCdf, normalQuantile }: Distributions): Parts {
  const { length } = draws.normal;
  const [mean, variance, third] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  for (let rank = 0; rank < length; rank++) {
    const [from, to] = [normalQuantile(rank / length), normalQuantile((rank + 1) / length)];
    const moment = (k: number): number => {
      const [a, b] = [from - k * sigma, to - k * sigma];
      // In the upper half what lies above is told exactly, and not what lies below.
      const share = a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a);
      return Math.exp((k * k * sigma * sigma) / 2) * share * length;
    };
    const [first, second, cube] = [moment(1), moment(2), moment(3)];
    const point = draws.order[rank] as number;
    const clips = Math.exp(mu) * first;
    const spread = Math.max(0, second / first ** 2 - 1);
    mean[point] = clips;
    variance[point] = clips ** 2 * spread;
    third[point] = clips ** 3 * (cube / first ** 3 - 3 * spread - 1);
  }
  return { mean, within: { variance, third } };
}
