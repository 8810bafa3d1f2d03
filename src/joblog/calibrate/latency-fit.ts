import type { Distributions } from "../../stats/distributions.ts";
import { Z_ONE_SIDED_95, Z_TWO_SIDED_95 } from "../../stats/normal.ts";
import type { Times } from "../measure/observed.ts";

/** A lognormal fitted to times in seconds: `n` of them, of which `censored` were only seen to last longer than the client waited. */
export type LatencyFit = { n: number; censored: number; mu: number; sigma: number; p50: number; p95: number };

/** The steps become smaller by the share of times that are censored; where nearly all are, a fit says nothing. */
const STEPS = 20_000;
const EXACT = 1e-14;

/**
 * The most likely lognormal, by expectation and maximisation (Dempster, Laird and Rubin, 1977): a time that
 * was cut off at c counts as what such times are on average, E[ln L | > c] = mu + sigma φ(a) / Φ(−a), with
 * a = (ln c − mu) / sigma. To leave such times out would hide the tail that causes duplicates.
 * @returns null where no time was seen to its end
 */
export function fitLatency({ ended, sum, squares, gaveUp }: Times, { normalCdf }: Pick<Distributions, "normalCdf">): LatencyFit | null {
  if (ended === 0) return null;
  const cut = [...gaveUp].map(([seconds, count]) => ({ log: Math.log(seconds), count }));
  const censored = cut.reduce((total, { count }) => total + count, 0);
  const n = ended + censored;
  let mu = sum / ended;
  let sigma = Math.sqrt(Math.max(0, squares / ended - mu * mu));
  for (let step = 0; step < STEPS && censored > 0 && sigma > 0; step++) {
    let [first, second] = [sum, squares];
    for (const { log, count } of cut) {
      const ratio = hazard((log - mu) / sigma, normalCdf);
      first += count * (mu + sigma * ratio);
      second += count * (mu * mu + sigma * sigma + sigma * (log + mu) * ratio);
    }
    const nextMu = first / n;
    const nextSigma = Math.sqrt(Math.max(0, second / n - nextMu * nextMu));
    const moved = Math.abs(nextMu - mu) + Math.abs(nextSigma - sigma);
    [mu, sigma] = [nextMu, nextSigma];
    if (moved < EXACT) break;
  }
  return { n, censored, mu, sigma, p50: Math.exp(mu), p95: Math.exp(mu + Z_ONE_SIDED_95 * sigma) };
}

/** φ(a) / Φ(−a); far out, where both vanish, by its asymptotic series. */
function hazard(a: number, normalCdf: Distributions["normalCdf"]): number {
  if (a > 8) return a + 1 / a - 2 / a ** 3 + 10 / a ** 5;
  return Math.exp((-a * a) / 2) / Math.sqrt(2 * Math.PI) / normalCdf(-a);
}

/**
 * The share of jobs that last longer than some seconds, with its 95% interval: z = (ln T − mu) / sigma, whose standard
 * error is √(1/n + z²/2n).
 */
export function tailOf(
  { mu, sigma, n }: LatencyFit,
  seconds: number,
  { normalCdf }: Pick<Distributions, "normalCdf">,
): { share: number; low: number; high: number } {
  const z = (Math.log(seconds) - mu) / sigma;
  const error = Math.sqrt(1 / n + (z * z) / (2 * n));
  return { share: normalCdf(-z), low: normalCdf(-(z + Z_TWO_SIDED_95 * error)), high: normalCdf(-(z - Z_TWO_SIDED_95 * error)) };
}
