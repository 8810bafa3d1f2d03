import type { Distributions } from "../../stats/distributions.ts";
import { Z_ONE_SIDED_95, Z_TWO_SIDED_95 } from "../../stats/normal.ts";
import type { Times } from "../measure/observed.ts";

/**
 * A lognormal fitted to times in seconds: `n` of them, of which `censored` were only seen to last longer than the client waited.
 * `information`: what all of them together say of mu and sigma.
 */
export type LatencyFit = { n: number; censored: number; mu: number; sigma: number; p50: number; p95: number; information: Information };

/** The negative second derivatives of the log-likelihood by mu, by mu and sigma, and by sigma, times sigma². Without times that were cut off: n, 0 and 2n. */
type Information = { mu: number; both: number; sigma: number };

/** The iteration converges at the rate of the censored share. If nearly all times are censored, a fit is meaningless. */
const STEPS = 20_000;
const EXACT = 1e-14;

/**
 * The most likely lognormal, by expectation and maximisation (Dempster, Laird and Rubin, 1977): a time that
 * was cut off at c counts as what such times are on average, E[ln L | > c] = mu + sigma φ(a) / Φ(−a), with
 * a = (ln c − mu) / sigma. To leave such times out would hide the tail that causes duplicates.
 * @returns null if no time was seen to its end
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
  const information = informationOf({ ended, sum, squares }, cut, { mu, sigma }, normalCdf);
  return { n, censored, mu, sigma, p50: Math.exp(mu), p95: Math.exp(mu + Z_ONE_SIDED_95 * sigma), information };
}

/**
 * A time seen to its end, z deviations from mu, adds 1, 2z and 3z² − 1. One cut off at a deviations, with the hazard h = φ(a) / Φ(−a), adds
 * h (h − a), h + a h (h − a) and 2ah + a² h (h − a): less, since all that it says is that it lasts longer.
 */
function informationOf(
  { ended, sum, squares }: Pick<Times, "ended" | "sum" | "squares">,
  cut: readonly { log: number; count: number }[],
  { mu, sigma }: { mu: number; sigma: number },
  normalCdf: Distributions["normalCdf"],
): Information {
  const z = (sum - ended * mu) / sigma;
  const zz = (squares - 2 * mu * sum + ended * mu * mu) / sigma ** 2;
  const all: Information = { mu: ended, both: 2 * z, sigma: 3 * zz - ended };
  for (const { log, count } of cut) {
    const a = (log - mu) / sigma;
    const h = hazard(a, normalCdf);
    const bend = h * (h - a);
    all.mu += count * bend;
    all.both += count * (h + a * bend);
    all.sigma += count * (2 * a * h + a * a * bend);
  }
  return all;
}

/** φ(a) / Φ(−a); far out, where both vanish, by its asymptotic series. */
function hazard(a: number, normalCdf: Distributions["normalCdf"]): number {
  if (a > 8) return a + 1 / a - 2 / a ** 3 + 10 / a ** 5;
  return Math.exp((-a * a) / 2) / Math.sqrt(2 * Math.PI) / normalCdf(-a);
}

/**
 * The share of jobs that last longer than some seconds, with its 95% interval: z = (ln T − mu) / sigma, whose standard error follows from the
 * inverse of the information and the gradient (1, z). Without times that were cut off it is √(1/n + z²/2n).
 */
export function tailOf(
  { mu, sigma, information }: LatencyFit,
  seconds: number,
  { normalCdf }: Pick<Distributions, "normalCdf">,
): { share: number; low: number; high: number } {
  const z = (Math.log(seconds) - mu) / sigma;
  const { mu: ofMu, both, sigma: ofSigma } = information;
  const error = Math.sqrt((ofSigma - 2 * z * both + z * z * ofMu) / (ofMu * ofSigma - both * both));
  return { share: normalCdf(-z), low: normalCdf(-(z + Z_TWO_SIDED_95 * error)), high: normalCdf(-(z - Z_TWO_SIDED_95 * error)) };
}
