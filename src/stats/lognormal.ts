import type { Distributions } from "./distributions.ts";
import { Z_ONE_SIDED_95 } from "./normal.ts";

/** The queue and run time of a job, as a lognormal distribution, the usual first fit for latencies. `mu` and `sigma`: mean and sd of ln seconds. */
export type Latency = { mu: number; sigma: number };

/** The latency with these percentiles, in seconds: mu = ln P50, sigma = ln(P95 / P50) / 1.6449. P50 60 s and P95 180 s: mu 4.094, sigma 0.668. */
export function latencyOf({ p50, p95 }: { p50: number; p95: number }): Latency {
  return { mu: Math.log(p50), sigma: Math.log(p95 / p50) / Z_ONE_SIDED_95 };
}

/** The share of jobs, 0–1, that still run after so many seconds: S(t) = Φ(−(ln t − mu) / sigma). With P50 60 s and P95 180 s, 15% still run after 120 s. */
export function survival({ mu, sigma }: Latency, normalCdf: Distributions["normalCdf"]): (seconds: number) => number {
  return (seconds) => (seconds <= 0 ? 1 : seconds === Number.POSITIVE_INFINITY ? 0 : normalCdf(-(Math.log(seconds) - mu) / sigma));
}

/**
 * The seconds after which only a share (0–1) of the jobs still runs: exp(mu + sigma z), where z is the normal quantile of 1 − share.
 * With P50 60 s and P95 180 s, one job in a thousand still runs after 473 s.
 */
export function patienceFor({ mu, sigma }: Latency, share: number, normalQuantile: Distributions["normalQuantile"]): number {
  return Math.exp(mu + sigma * normalQuantile(1 - share));
}

/** The mean seconds until a job ends or patience T runs out: E[min(L, T)] = e^(mu + sigma²/2) Φ((ln T − mu − sigma²) / sigma) + T S(T). */
export function meanWatched({ mu, sigma }: Latency, patience: number, normalCdf: Distributions["normalCdf"]): number {
  const mean = Math.exp(mu + sigma ** 2 / 2);
  if (patience === Number.POSITIVE_INFINITY) return mean;
  return mean * normalCdf((Math.log(patience) - mu - sigma ** 2) / sigma) + patience * normalCdf(-(Math.log(patience) - mu) / sigma);
}
