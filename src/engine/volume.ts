import type { DeclaredTakes, Volume } from "../manifest/schema.ts";
import { monthAfter } from "../notation/month.ts";

/** A month, in days: 365.25 / 12. */
export const DAYS_A_MONTH = 30.4375;

/** z of the 90th percentile of the normal distribution, twice: from P10 to P90. */
export const P10_TO_P90 = 2.563103131;

export type ClipsDeclared = NonNullable<Volume["per_month"]>;

/** Clips wanted in one month: an amount, as a number or a range, times a factor. 40 a day are 40 × 30.4375. */
export type MonthlyVolume = { amount: ClipsDeclared; times: number };

/** A month to plan for: the number of months after the month of a day. `on`: the day whose prices count (default: `date`). */
export type PlannedMonth = { date: string; after: number; on?: string };

/**
 * What a declared volume comes to in one month. `growth` compounds from the month of the day: 1000 with 5% a month are 1050
 * in the month after it and 1102.5 in the next. A month that `months` names has the clips that are there, and no growth.
 */
export function volumeIn(volume: Volume, { date, after }: PlannedMonth): MonthlyVolume {
  const single = volume.months?.[monthAfter(date, after)];
  if (single !== undefined) return { amount: single, times: 1 };
  const grown = (1 + (volume.growth ?? 0)) ** after;
  if (volume.per_day !== undefined) return { amount: volume.per_day, times: DAYS_A_MONTH * grown };
  if (volume.per_week !== undefined) return { amount: volume.per_week, times: (DAYS_A_MONTH / 7) * grown };
  return { amount: volume.per_month as ClipsDeclared, times: grown };
}

/** Clips wanted a month, the mean of what is declared. */
export function clipsWanted({ amount, times }: MonthlyVolume): number {
  return meanOf(amount) * times;
}

/**
 * Mean of an amount. PERT: (low + 4 likely + high) / 6. Lognormal from P10 and P90: exp(mu + sigma²/2),
 * with mu = ln √(p10·p90) and sigma = ln(p90/p10) / 2.5631.
 */
function meanOf(amount: ClipsDeclared): number {
  if (typeof amount === "number") return amount;
  if ("likely" in amount) return (amount.low + 4 * amount.likely + amount.high) / 6;
  const sigma = Math.log(amount.p90 / amount.p10) / P10_TO_P90;
  return Math.sqrt(amount.p10 * amount.p90) * Math.exp(sigma ** 2 / 2);
}

/** The mean of a number of takes. Until kept: (1 − (1 − a)^max) / a, the mean of a truncated geometric. */
export function meanTakes(takes: DeclaredTakes): number {
  if (typeof takes === "number") return takes;
  const { acceptance, max } = takes.until_kept;
  return (1 - (1 - acceptance) ** max) / acceptance;
}

/**
 * Takes of one clip, counted in jobs that make several outputs each. Jobs are whole: 5 takes of jobs of 4 are 2 jobs. 4.5 takes are
 * 4 for half of the clips and 5 for the others, so 1 job or 2: 1.5. Until one is kept, a job is kept if one of its outputs is:
 * of 4 outputs that are each kept with 60% that is 1 − 0.4⁴ = 97.44%, and at most 8 takes are at most 2 jobs.
 */
export function takesInJobs(takes: DeclaredTakes, count: number): DeclaredTakes {
  if (count === 1) return takes;
  if (typeof takes !== "number") {
    const { acceptance, max } = takes.until_kept;
    return { until_kept: { acceptance: 1 - (1 - acceptance) ** count, max: Math.ceil(max / count) } };
  }
  const fewer = Math.floor(takes);
  const share = takes - fewer;
  return (1 - share) * Math.ceil(fewer / count) + share * Math.ceil((fewer + 1) / count);
}
