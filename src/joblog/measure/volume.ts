import { DAYS_A_MONTH } from "../../engine/volume.ts";
import { Z_TWO_SIDED_95 } from "../../stats/normal.ts";
import type { Observed } from "./observed.ts";

/** A volume that differs by less than this share counts as declared. */
export const MATERIAL = 0.1;

/** Days of the week differ, so a log of less than a week does not show the volume of a month. */
export const LEAST_DAYS = 7;

/** A trend is one where chance alone would show it once in twenty logs, over so many weeks or more. */
const Z_OF_TREND = 1.96;
const WEEKS_OF_TREND = 4;

/** Standard deviation of the slopes of teams whose volume shows no trend: ln(rate) a day, 10% a month. Of simulated teams without growth the band then holds 80%. */
const USUAL_SLOPE = 0.1 / DAYS_A_MONTH;

/** First and last UTC day that a log covers, days since 1970. */
export type Covered = readonly [first: number, last: number];

/** How many jobs, or clips that were wanted, a log has over the days that it covers. */
export type Pace = {
  days: number;
  count: number;
  /** A month at this pace; null for a log of one day. */
  perMonth: number | null;
  /** Variance of a day over its mean, beside the rhythm of the week: 1 if arrivals are independent, 0 if each day is as the last. */
  dispersion: number;
  /** Growth a month as a share (0.2: a fifth more each month); null if the days do not bear one out. */
  growth: number | null;
  /** The next month: its mean, and the standard deviation of what it may have, in logarithms. */
  next: { mean: number; sigma: number } | null;
};

/** The days that all workloads of a log cover together: a day without a job between them is covered. Null if no job has a time. */
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

/** Clips that were wanted: distinct requests, so that retries and further takes are none. Null if not every job names its request. */
export function clipPace(seen: Observed, covered: Covered | null): Pace | null {
  return seen.named < seen.jobs || seen.requests === 0 ? null : paceOf(seen, covered, "requests");
}

/** Jobs, retries included. */
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
  // With a rhythm of seven days each day of the week counts alike, however many of it the log has: two Mondays eight days apart are one batch a week.
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

/** `slope`: of ln(rate) a day, and its `variance`; `likely` and `doubt`: the same beside what is usual of teams. */
type Trend = { slope: number; variance: number; likely: number; doubt: number; isReal: boolean; at: (i: number) => number };

/**
 * The slope of ln(rate) a day, by weighted least squares around the rhythm of the week. Its variance is
 * dispersion / Σ mean (t − t̄)².
 */
function trendOf(counts: readonly number[], expected: (i: number) => number): Trend {
  const weights = counts.map((_, i) => expected(i));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const centre = total === 0 ? 0 : weights.reduce((sum, weight, i) => sum + weight * i, 0) / total;
  const spread = weights.reduce((sum, weight, i) => sum + weight * (i - centre) ** 2, 0);
  // Newton's steps for the slope of a Poisson mean that keeps its total.
  let slope = 0;
  const shape = (b: number): { at: (i: number) => number } => {
    const scale = total / weights.reduce((sum, weight, i) => sum + weight * Math.exp(b * (i - centre)), 0);
    return { at: (i) => scale * Math.exp(b * (i - centre)) };
  };
  for (let step = 0; step < 20 && spread > 0; step++) {
    const { at } = shape(slope);
    const score = counts.reduce((sum, count, i) => sum + (count - (weights[i] as number) * at(i)) * (i - centre), 0);
    slope += score / spread;
    if (Math.abs(score / spread) < 1e-12 || Math.abs(slope) > 1) break;
  }
  const { at } = shape(slope);
  const dispersion = dispersionOf(counts, (i) => (weights[i] as number) * at(i), 1 + new Set(weights.filter((weight) => weight > 0)).size);
  const variance = spread > 0 ? Math.max(dispersion, 0) / spread : 0;
  const isLong = counts.length >= 7 * WEEKS_OF_TREND && spread > 0 && Math.abs(slope) < 1;
  const isReal = isLong && slope !== 0 && Math.abs(slope) > Z_OF_TREND * Math.sqrt(variance) && dispersion > 1e-9;
  // A slope that chance may have made is drawn towards none, by how much better it is known than what is usual.
  const known = isLong ? USUAL_SLOPE ** 2 / (USUAL_SLOPE ** 2 + variance) : 0;
  const drawn = { likely: known * (isLong ? slope : 0), doubt: isLong ? known * variance : USUAL_SLOPE ** 2 };
  return { slope, variance, at, isReal, ...(isReal ? { likely: slope, doubt: variance } : drawn) };
}

/**
 * The variance of ln(month) that is the calendar's: a month is four weeks and 2.4375 days, which are busy or quiet ones by the day
 * that it begins on. Of weeks of five equal days it has from 30.4375 − 10 to 30.4375 − 8 of them: 0.003, or ± 5%.
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
 * What the month after the log may have: the noise of its own days, that of the pace that was measured, and the calendar's; with a
 * trend, at its end, with what the slope is not known by. Where each week is as the last there is no noise: that week is one number.
 */
function nextMonth(
  { perMonth, days, dispersion, calendar }: { perMonth: number; days: number; dispersion: number; calendar: number },
  trend: Trend,
): { mean: number; sigma: number } {
  const ahead = (days + DAYS_A_MONTH) / 2;
  const measured = (dispersion / perMonth) * (DAYS_A_MONTH / days);
  const mean = perMonth * Math.exp(dispersion === 0 ? 0 : trend.likely * ahead);
  const own = dispersion / mean;
  // A dispersion from few days is itself uncertain: the factor is that of Student's distribution over the normal one.
  const freedom = Math.max(3, days - 8);
  const noise = (measured + own) * (freedom / (freedom - 2));
  return { mean, sigma: noise === 0 ? 0 : Math.sqrt(noise + trend.doubt * ahead ** 2 + calendar) };
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Only of a log over a week or more, and where chance alone does not explain the difference. @param declared a month, of what the pace counts */
export function isOtherVolume({ days, count, perMonth, dispersion }: Pace, declared: number): boolean {
  if (days < LEAST_DAYS || perMonth === null) return false;
  const planned = (declared * days) / DAYS_A_MONTH;
  const noise = Z_TWO_SIDED_95 * Math.sqrt(Math.max(dispersion, 1) * Math.max(planned, 1));
  return Math.abs(perMonth - declared) > MATERIAL * declared && Math.abs((perMonth - declared) * (days / DAYS_A_MONTH)) > noise && count > 0;
}
