import { DAYS_A_MONTH } from "../../engine/volume.ts";
import { Z_TWO_SIDED_95 } from "../../stats/normal.ts";
import type { Observed } from "./observed.ts";

/** A volume that differs from the declared one by less than this share counts as equal. */
export const MATERIAL = 0.1;

/** Days of the week differ, so a log of less than a week does not show the volume of a month. */
export const LEAST_DAYS = 7;

/** A trend counts only if chance alone would show it in fewer than 1 of 20 logs (z = 1.96), and in a log of at least this many weeks. */
const Z_OF_TREND = 1.96;
const WEEKS_OF_TREND = 4;

/**
 * The assumed standard deviation of the slopes of teams whose volume shows no trend: 10% a month, as ln(rate) per day. With it, the band
 * contains 80% of the months of simulated teams without growth.
 */
const USUAL_SLOPE = 0.1 / DAYS_A_MONTH;

/** The first and last UTC day that a log covers, as days since 1970. */
export type Covered = readonly [first: number, last: number];

/** The pace of jobs or of wanted clips over the days that a log covers. */
export type Pace = {
  days: number;
  count: number;
  /** The number for a month at this pace; null for a log of one day. */
  perMonth: number | null;
  /** The variance of a day divided by its mean, after removing the weekly pattern: 1 if arrivals are independent, 0 if equal weekdays are equal. */
  dispersion: number;
  /** The growth per month as a share (0.2 is 20% more each month); null if the data show no significant growth. */
  growth: number | null;
  /** The month after the log: its mean, and the standard deviation of its logarithm. */
  next: { mean: number; sigma: number } | null;
};

/** The days that a log covers, from the first to the last day of all workloads together. Days without a job in between are covered. Null if no job has a time. */
export function coveredDays(observed: readonly Observed[]): Covered | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { days } of observed) {
    for (const day of days.keys()) {
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return first > last ? null : [first, last];
}

/** The pace of wanted clips: distinct requests, without retries and further takes. Null if not every job names its request. */
export function clipPace(seen: Observed, covered: Covered | null): Pace | null {
  return seen.named < seen.jobs || seen.requests === 0 ? null : paceOf(seen, covered, "requests");
}

/** The pace of jobs, including retries. */
export function jobPace(seen: Observed, covered: Covered | null): Pace {
  return paceOf(seen, covered, "jobs");
}

function paceOf({ days, jobs, requests }: Observed, covered: Covered | null, of: "jobs" | "requests"): Pace {
  const count = of === "jobs" ? jobs : requests;
  if (covered === null) return { days: 0, count, perMonth: null, dispersion: 1, growth: null, next: null };
  const [first, last] = covered;
  const counts = Array.from({ length: last - first + 1 }, (_, i) => days.get(first + i)?.[of] ?? 0);
  const length = counts.length;
  if (length < 2) return { days: length, count, perMonth: null, dispersion: 1, growth: null, next: null };
  const weekly = length >= LEAST_DAYS;
  // From a week on, each weekday has equal weight, however often the log contains it. A log of 8 days with a batch on both Mondays is one batch a week.
  const means = weekly ? Array.from({ length: 7 }, (_, i) => meanOf(counts.filter((_, at) => at % 7 === i))) : [meanOf(counts)];
  const perDay = meanOf(means);
  const perMonth = perDay * DAYS_A_MONTH;
  const expected = (i: number): number => means[i % means.length] as number;
  const trend = trendOf(counts, expected);
  const dispersion = dispersionOf(
    counts,
    (i) => expected(i) * (trend.isReal ? trend.at(i) : 1),
    means.filter((mean) => mean > 0).length + (trend.isReal ? 1 : 0),
  );
  return {
    days: length,
    count,
    perMonth,
    dispersion,
    growth: trend.isReal ? Math.exp(trend.slope * DAYS_A_MONTH) - 1 : null,
    next: perMonth > 0 && weekly ? nextMonth({ perMonth, days: length, dispersion, calendar: calendarOf(means) }, trend) : null,
  };
}

/** Pearson's statistic over its degrees of freedom: the sum of (count − mean)² / mean. */
function dispersionOf(counts: readonly number[], mean: (i: number) => number, parameters: number): number {
  let [sum, cells] = [0, 0];
  for (const [i, count] of counts.entries()) {
    const expected = mean(i);
    if (expected <= 0) continue;
    sum += (count - expected) ** 2 / expected;
    cells++;
  }
  return cells > parameters ? sum / (cells - parameters) : 1;
}

/** `slope` and `variance`: the measured slope of ln(rate) per day. `likely` and `doubt`: the slope to assume and its variance, after shrinkage towards 0. */
type Trend = { slope: number; variance: number; likely: number; doubt: number; isReal: boolean; at: (i: number) => number };

/**
 * Fits the slope of ln(rate) per day by Poisson regression around the weekly pattern. Its variance is dispersion / Σ mean (t − t̄)².
 */
function trendOf(counts: readonly number[], expected: (i: number) => number): Trend {
  const weights = counts.map((_, i) => expected(i));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = total === 0 ? 0 : weights.reduce((sum, weight, i) => sum + weight * i, 0) / total;
  const information = weights.reduce((sum, weight, i) => sum + weight * (i - centre) ** 2, 0);
  // Newton's method for the slope of a Poisson mean, with the total fixed.
  let slope = 0;
  const trendOf = (b: number): { at: (i: number) => number } => {
    const scale = total / weights.reduce((sum, weight, i) => sum + weight * Math.exp(b * (i - centre)), 0);
    return { at: (i) => scale * Math.exp(b * (i - centre)) };
  };
  for (let step = 0; step < 20 && information > 0; step++) {
    const { at } = trendOf(slope);
    const score = counts.reduce((sum, count, i) => sum + (count - (weights[i] as number) * at(i)) * (i - centre), 0);
    slope += score / information;
    if (Math.abs(score / information) < 1e-12 || Math.abs(slope) > 1) break;
  }
  const { at } = trendOf(slope);
  const dispersion = dispersionOf(counts, (i) => (weights[i] as number) * at(i), 1 + new Set(weights.filter((weight) => weight > 0)).size);
  const variance = information > 0 ? Math.max(dispersion, 0) / information : 0;
  const isLong = counts.length >= 7 * WEEKS_OF_TREND && information > 0 && Math.abs(slope) < 1;
  const isReal = isLong && slope !== 0 && Math.abs(slope) > Z_OF_TREND * Math.sqrt(variance) && dispersion > 1e-9;
  // A slope that may be due to chance is shrunk towards 0, in proportion to how uncertain it is compared with the usual slope.
  const known = isLong ? USUAL_SLOPE ** 2 / (USUAL_SLOPE ** 2 + variance) : 0;
  const drawn = { likely: known * (isLong ? slope : 0), doubt: isLong ? known * variance : USUAL_SLOPE ** 2 };
  return { slope, variance, at, isReal, ...(isReal ? { likely: slope, doubt: variance } : drawn) };
}

/**
 * The variance of ln(month) that the calendar causes. A month is four weeks and 2.4375 days, and those days are busy or quiet depending on the
 * weekday on which the month begins. With five equal working days a week, a month has 20.4375 to 22.4375 of them: variance 0.0012, standard
 * deviation 3.4%.
 */
function calendarOf(week: readonly number[]): number {
  const rest = DAYS_A_MONTH % 7;
  const whole = Math.floor(rest);
  const usual = meanOf(week) * DAYS_A_MONTH;
  const extra = week.map((_, start) => {
    const day = (i: number): number => week[(start + i) % 7] as number;
    return Array.from({ length: whole }, (_, i) => day(i)).reduce((sum, count) => sum + count, 0) + (rest - whole) * day(whole);
  });
  const mean = meanOf(extra);
  return meanOf(extra.map((one) => ((one - mean) / usual) ** 2));
}

/**
 * The distribution of the month after the log. Its variance is the sum of the noise of its own days, the noise of the measured pace, the
 * uncertainty of the trend, and the calendar's. If all weeks of the log are equal, there is no noise, and the month is one number.
 */
function nextMonth(
  { perMonth, days, dispersion, calendar }: { perMonth: number; days: number; dispersion: number; calendar: number },
  trend: Trend,
): { mean: number; sigma: number } {
  const ahead = (days + DAYS_A_MONTH) / 2;
  const measured = (dispersion / perMonth) * (DAYS_A_MONTH / days);
  const mean = perMonth * Math.exp(dispersion === 0 ? 0 : trend.likely * ahead);
  const own = dispersion / mean;
  // The dispersion of few days is itself uncertain. The factor is the variance of Student's t distribution, f / (f − 2).
  const freedom = Math.max(3, days - 8);
  const noise = (measured + own) * (freedom / (freedom - 2));
  return { mean, sigma: noise === 0 ? 0 : Math.sqrt(noise + trend.doubt * ahead ** 2 + calendar) };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Whether the pace differs from the declared volume: by at least 10%, by more than chance explains, and in a log of a week or more. @param declared jobs or clips a month */
export function isOtherVolume({ days, count, perMonth, dispersion }: Pace, declared: number): boolean {
  if (days < LEAST_DAYS || perMonth === null) return false;
  const planned = (declared * days) / DAYS_A_MONTH;
  const noise = Z_TWO_SIDED_95 * Math.sqrt(Math.max(dispersion, 1) * Math.max(planned, 1));
  return Math.abs(perMonth - declared) > MATERIAL * declared && Math.abs((perMonth - declared) * (days / DAYS_A_MONTH)) > noise && count > 0;
}
