import type { DeclaredTakes, Volume } from "../manifest/schema.ts";
import { monthAfter } from "../notation/month.ts";

/** Days in an average month: 365.25 / 12. */
export const DAYS_A_MONTH = 30.4375;

/** Standard deviations from P10 to P90 of a normal distribution: twice the z of its 90th percentile. */
export const P10_TO_P90 = 2.563103131;

export type ClipsDeclared = NonNullable<Volume["per_month"]>;

/** Clips wanted in one month: an amount (a number or a range) times a factor. 40 a day are 40 × 30.4375 = 1,217.5. */
export type MonthlyVolume = { amount: ClipsDeclared; times: number };

/** A month to plan for: `after` months after the month of `date`. `on`: the day whose prices apply (default: `date`). */
export type PlannedMonth = { date: string; after: number; on?: string };

/**
 * The declared volume of one month. `growth` compounds from the month of `date`: 1,000 clips with 5% a month become 1,050 in the next month
 * and 1,102.5 in the one after. A month in `months` has exactly the clips stated there, without growth.
 */
export function volumeIn(volume: Volume, { date, after }: PlannedMonth): MonthlyVolume {
  const single = volume.months?.[monthAfter(date, after)];
  if (single !== undefined) return { amount: single, times: 1 };
  const grown = (1 + (volume.growth ?? 0)) ** after;
  if (volume.per_day !== undefined) return { amount: volume.per_day, times: DAYS_A_MONTH * grown };
  if (volume.per_week !== undefined) return { amount: volume.per_week, times: (DAYS_A_MONTH / 7) * grown };
  return { amount: volume.per_month as ClipsDeclared, times: grown };
}

/** Clips wanted a month: the mean of the declared volume. */
export function clipsWanted({ amount, times }: MonthlyVolume): number {
  return meanOf(amount) * times;
}

/**
 * The mean of an amount. A range with `likely` is a PERT distribution: (low + 4 × likely + high) / 6; 40, 80 and 200 give 93.33. A range of
 * P10 and P90 is lognormal: exp(mu + sigma²/2) with mu = ln √(p10 × p90) and sigma = ln(p90 / p10) / 2.5631; 50 and 200 give 115.75.
 */
function meanOf(amount: ClipsDeclared): number {
  if (typeof amount === "number") return amount;
  if ("likely" in amount) return (amount.low + 4 * amount.likely + amount.high) / 6;
  const sigma = Math.log(amount.p90 / amount.p10) / P10_TO_P90;
  return Math.sqrt(amount.p10 * amount.p90) * Math.exp(sigma ** 2 / 2);
}

/** The mean number of takes. Until one is kept, it is the mean of a truncated geometric distribution: (1 − (1 − a)^max) / a; a = 0.5 and max = 3 give 1.75. */
export function meanTakes(takes: DeclaredTakes): number {
  if (typeof takes === "number") return takes;
  const { acceptance, max } = takes.until_kept;
  return (1 - (1 - acceptance) ** max) / acceptance;
}

/**
 * The takes of one clip, counted in jobs with several outputs each. Jobs are whole: 5 takes need 2 jobs of 4 outputs. 4.5 takes are 4 for half
 * of the clips and 5 for the others, so 1 job or 2, which is 1.5 on average. With `until_kept`, a job is kept if any of its outputs is: with
 * 4 outputs that are each kept with 60%, that is 1 − 0.4⁴ = 97.44%. At most 8 takes are at most 2 jobs.
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
