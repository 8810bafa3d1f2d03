import type { DeclaredTakes, Volume } from "../manifest/schema.ts";

/** A month, in days: 365.25 / 12. */
export const DAYS_A_MONTH = 30.4375;

/** z of the 90th percentile of the normal distribution, twice: from P10 to P90. */
export const P10_TO_P90 = 2.563103131;

type Amount = NonNullable<Volume["per_month"]>;

/** Clips wanted a month, the mean of what is declared. */
export function clipsPerMonth(volume: Volume): number {
  if (volume.per_day !== undefined) return mean(volume.per_day) * DAYS_A_MONTH;
  if (volume.per_week !== undefined) return mean(volume.per_week) * (DAYS_A_MONTH / 7);
  return mean(volume.per_month as Amount);
}

/**
 * Mean of a volume. PERT: (low + 4 likely + high) / 6. Lognormal from P10 and P90: exp(mu + sigma²/2),
 * with mu = ln √(p10·p90) and sigma = ln(p90/p10) / 2.5631.
 */
function mean(amount: Amount): number {
  if (typeof amount === "number") return amount;
  if ("likely" in amount) return (amount.low + 4 * amount.likely + amount.high) / 6;
  const sigma = Math.log(amount.p90 / amount.p10) / P10_TO_P90;
  return Math.sqrt(amount.p10 * amount.p90) * Math.exp(sigma ** 2 / 2);
}

/** Takes generated per clip wanted. Until kept: (1 − (1 − a)^max) / a, the mean of a truncated geometric. */
export function takesPerClip(takes: DeclaredTakes): number {
  if (typeof takes === "number") return takes;
  const { acceptance, max } = takes.until_kept;
  return (1 - (1 - acceptance) ** max) / acceptance;
}
