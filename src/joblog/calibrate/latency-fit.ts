import type { Distributions } from "../../stats/distributions.ts";
import { Z_ONE_SIDED_95, Z_TWO_SIDED_95 } from "../../stats/normal.ts";
import type { Times } from "../measure/observed.ts";

/**
 * A lognormal distribution fitted to `n` times in seconds. `censored` of them are only known to be longer than the client waited.
 * `p50` and `p95` are in seconds. `information`: the Fisher information about mu and sigma.
 */
export type LatencyFit = { n: number; censored: number; mu: number; sigma: number; p50: number; p95: number; information: Information };

/** The negative second derivatives of the log-likelihood with respect to mu, to both, and to sigma, times sigma². Without censored times: n, 0 and 2n. */
type Information = { mu: number; both: number; sigma: number };

/** The iteration converges at the rate of the censored share. If nearly all times are censored, a fit is meaningless. */
const STEPS = 20_000;
const EXACT = 1e-14;

/**
 * The maximum-likelihood lognormal, by the EM algorithm (Dempster, Laird and Rubin, 1977). A time that is censored at c counts as the mean of
 * such times, E[ln L | L > c] = mu + sigma φ(a) / Φ(−a), with a = (ln c − mu) / sigma. Leaving censored times out would hide the tail that
 * causes in-flight duplicates.
 * @returns null if no job was observed to its end
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
 * The information of all times. A complete time, z standard deviations from mu, adds 1, 2z and 3z² − 1. A time that is censored at a standard
 * deviations, with the hazard h = φ(a) / Φ(−a), adds h (h − a), h + a h (h − a) and 2ah + a² h (h − a). That is less, because it only says
 * that the job took longer.
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

/** The hazard φ(a) / Φ(−a). For large a, where both vanish, its asymptotic series is used. */
function hazard(a: number, normalCdf: Distributions["normalCdf"]): number {
  if (a > 8) return a + 1 / a - 2 / a ** 3 + 10 / a ** 5;
  return Math.exp((-a * a) / 2) / Math.sqrt(2 * Math.PI) / normalCdf(-a);
}

/**
 * The share of jobs that take longer than `seconds` (0–1), with its 95% interval. It is Φ(−z) with z = (ln seconds − mu) / sigma. The standard
 * error of z follows from the inverse of the information and the gradient (1, z). Without censored times it is √(1/n + z²/2n).
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
