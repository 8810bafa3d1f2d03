import { setOf } from "../budget/members.ts";
import type { BudgetLine } from "../budget/rules.ts";
import type { Gathered } from "../gather.ts";
import type { Match } from "../manifest/schema.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import { dateOfDay, dayNumber } from "../notation/date.ts";
import { type Exposure, totalOf } from "../risk/exposure.ts";
import type { Figures } from "../risk/figures.ts";
import { hasSingleVolume } from "../risk/single-volume.ts";
import { amount } from "../risk/waterfall.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import type { Distributions } from "../stats/distributions.ts";
import { type Actuals, nothingSpent, type Spent, workloadId } from "./actuals.ts";

/** The month so far: past days as billed, and the rest as planned, in the reporting currency. */
export type Progress = {
  /** What was billed on the covered days before today. */
  billed: Decimal;
  /** What the plan says for the same days (`planned`) and for the month (`plan`); null if nothing has a price. */
  planned: Decimal | null;
  plan: Decimal | null;
  /** `billed`, plus the plan for all other days of the month; null if there is no plan. */
  projected: Decimal | null;
  /** The month at the current pace: every day costs as much as the average covered day. Null if no day is covered. */
  at_pace: Decimal | null;
  /** How reliable the pace is. */
  pace: PaceState;
  /** Whether all amounts are known; if not, they are lower bounds. */
  complete: boolean;
};

/**
 * How reliable the pace of the covered days is. `measured`: seven or more days, with all costs known. `lower-bound`: seven or more days,
 * with some costs unknown. `too-few-days`: fewer than seven days, too few for a month's pace. `no-day`: no day is covered.
 */
export const PACE_STATES = ["measured", "lower-bound", "too-few-days", "no-day"] as const;
export type PaceState = (typeof PACE_STATES)[number];

/**
 * When a limit is exceeded. `passed`: on a past day. `at-pace`: on a later day, at the current pace. `not-this-month`: not at a measured
 * pace. `unknown`: not at a pace that is not measured.
 */
export const PASSED_STATES = ["passed", "at-pace", "not-this-month", "unknown"] as const;
export type PassedState = (typeof PASSED_STATES)[number];

/**
 * One limit to date. `left`: the limit less what was billed, in the reporting currency. `passed_on`: the day on which the limit was
 * exceeded, or will be at the current pace; null if neither.
 */
export type LimitProgress = Progress & { file: string; scope: string; limit: Decimal; left: Decimal; passed: PassedState; passed_on: string | null };

/** The month so far. */
export type ToDate = {
  month: string;
  /** How many days the month has, how many are before today, and how many of these are covered. Uncovered days count as planned. */
  days: number;
  past: number;
  covered: number;
  uncovered: readonly string[];
  /** How many covered days may still rise, because their bill is recent. */
  provisional: number;
  files: readonly string[];
  spent: Spent;
  outside: Spent;
  undated: Spent;
  bad: number;
  total: Progress;
  /** The range of the month by the plan: P10 to P90, and at least ± 10% if a volume is a plain number. Null if there is no plan. */
  band: { low: Decimal; high: Decimal; isOfVolume: boolean } | null;
  /** Whether the pace is below or above the band; null if it is inside, or if fewer than seven days are covered. */
  off: "below" | "above" | null;
  limits: readonly LimitProgress[];
};

/** What the month to date is computed from. `date`: today, `YYYY-MM-DD`. */
export type MonthToDate = { head: Gathered; now: Exposure; budgets: readonly BudgetLine[]; date: string; distributions: Distributions };

/** The days of a week differ, so fewer than seven covered days do not show the pace of a month. */
const LEAST_PACE_DAYS = 7;

/** If a volume is a single number, the plan lacks the spread of the volume. A pace that differs by more than 10% is then reported. */
const MATERIAL = 0.1;

/** Days of a month, as days since 1970-01-01: its first day, today, and the first day of the next month. */
type Calendar = { first: number; today: number; next: number };

/** The calendar of the month that a day, `YYYY-MM-DD`, is in. */
export function calendarOf(date: string): Calendar {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return { first: dayNumber(year, month, 1), today: dayNumber(year, month, day), next: dayNumber(year, month + 1, 1) };
}

/**
 * The month of the date, so far. Covered days before the date count as billed. Uncovered days, the date itself and later days count as
 * planned: a day is the month's plan divided by its days, so $300 in November is $10 a day.
 *
 * In a month of 30 days, $130 were billed on 10 covered days. Projected: $130 + 20 × $10 = $330. At the pace of $13 a day: $390.
 */
export function toDateOf(month: MonthToDate, actuals: Actuals): ToDate {
  const { now, head, budgets, date, distributions } = month;
  const calendar = calendarOf(date);
  const { first, today, next } = calendar;
  const past = range(first, today);
  const covered = past.filter((day) => actuals.covered.has(day));
  const whole: Setting = { calendar, covered, past, actuals };
  const all = { estimates: now.estimates, figures: now.total, isKnown: now.complete };
  const total = progressOf(all, whole);
  const band = bandOf(now.total, now.estimates);
  return {
    month: date.slice(0, 7),
    days: next - first,
    past: past.length,
    covered: covered.length,
    uncovered: past.filter((day) => !actuals.covered.has(day)).map(dateOfDay),
    provisional: covered.filter((day) => actuals.provisional.has(day)).length,
    files: actuals.files,
    spent: spentIn(now.estimates, whole).sum,
    outside: actuals.outside,
    undated: actuals.undated,
    bad: actuals.bad,
    total,
    band,
    off: covered.length < LEAST_PACE_DAYS || !band || !total.at_pace ? null : offBand(total.at_pace, band, total.complete),
    limits: budgets.map((line) => limitProgress(line, matchOf(line, head), { head, now, distributions }, whole)),
  };
}

type Setting = { calendar: Calendar; covered: readonly number[]; past: readonly number[]; actuals: Actuals };
type PlannedSet = { estimates: readonly WorkloadCost[]; figures: Figures | null; isKnown: boolean };

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** What was spent on a set of workloads on the covered days, in all and by day. `isSure`: whether no other record could belong to the set or lack a cost. */
function spentIn(estimates: readonly WorkloadCost[], { covered, actuals }: Setting): { sum: Spent; byDay: ReadonlyMap<number, number>; isSure: boolean } {
  const own = new Set(estimates.map(workloadId));
  const sum = nothingSpent();
  const byDay = new Map<number, number>();
  let isSure = true;
  for (const { among, days } of actuals.spent) {
    const inside = among.filter((one) => own.has(one)).length;
    if (inside === 0) continue;
    for (const day of covered) {
      const spent = days.get(day);
      if (!spent) continue;
      if (inside < among.length) {
        isSure = false;
        continue;
      }
      sum.billed += spent.billed;
      sum.jobs += spent.jobs;
      sum.priced += spent.priced;
      sum.unknown += spent.unknown;
      byDay.set(day, (byDay.get(day) ?? 0) + spent.billed);
    }
  }
  return { sum, byDay, isSure: isSure && sum.unknown === 0 && actuals.undated.jobs === 0 && actuals.bad === 0 };
}

function progressOf({ estimates, figures, isKnown }: PlannedSet, setting: Setting): Progress {
  const { calendar, covered } = setting;
  const { sum, isSure } = spentIn(estimates, setting);
  const days = calendar.next - calendar.first;
  const billed = amount(sum.billed);
  const plan = figures?.expected ?? null;
  const part = (some: number): Decimal | null => plan?.times(some).div(days) ?? null;
  const rest = part(days - covered.length);
  return {
    billed,
    planned: part(covered.length),
    plan,
    projected: rest && billed.plus(rest),
    at_pace: covered.length === 0 ? null : billed.times(days).div(covered.length),
    pace: paceState(covered.length, isSure && isKnown),
    complete: isSure && isKnown,
  };
}

function paceState(covered: number, isComplete: boolean): PaceState {
  if (covered === 0) return "no-day";
  return covered < LEAST_PACE_DAYS ? "too-few-days" : isComplete ? "measured" : "lower-bound";
}

function limitProgress(
  { file, scope, limit }: BudgetLine,
  match: Match,
  { head, now, distributions }: Pick<MonthToDate, "head" | "now" | "distributions">,
  setting: Setting,
): LimitProgress {
  const { estimates, unread } = setOf(file, head, now, match);
  const isKnown = !unread && estimates.every(({ monthly }) => monthly !== null);
  const progress = progressOf({ estimates, figures: totalOf(estimates, distributions, undefined, unread), isKnown }, setting);
  const day = passedOn(limit, estimates, progress, setting);
  const isPast = day !== null && day < setting.calendar.today;
  const passed = isPast ? "passed" : day !== null ? "at-pace" : progress.pace === "measured" ? "not-this-month" : "unknown";
  return { ...progress, file, scope, limit, left: limit.minus(progress.billed), passed, passed_on: day === null ? null : dateOfDay(day) };
}

/**
 * The day on which the month exceeds the limit, null if it does not. Covered past days count as billed, uncovered ones as planned. From
 * today on, each day costs as much as the average covered day.
 */
function passedOn(limit: Decimal, estimates: readonly WorkloadCost[], { plan }: Progress, setting: Setting): number | null {
  const { calendar, covered, past, actuals } = setting;
  if (covered.length === 0) return null;
  const { byDay, sum } = spentIn(estimates, setting);
  const days = calendar.next - calendar.first;
  const [most, ofPlan, ofPace] = [limit.toNumber(), (plan?.toNumber() ?? 0) / days, sum.billed / covered.length];
  let spent = 0;
  for (const day of range(calendar.first, calendar.next)) {
    spent += day < calendar.today ? (past.includes(day) && actuals.covered.has(day) ? (byDay.get(day) ?? 0) : ofPlan) : ofPace;
    // A sum that exceeds the limit only by rounding does not exceed it.
    if (spent > most * (1 + 1e-12)) return day;
  }
  return null;
}

function matchOf({ file, scope }: BudgetLine, { manifests }: Gathered): Match {
  const scopes = manifests.find((one) => one.file === file)?.settings.budget.scopes ?? {};
  return Object.hasOwn(scopes, scope) ? (scopes[scope]?.match ?? {}) : {};
}

function bandOf(figures: Figures | null, estimates: readonly WorkloadCost[]): ToDate["band"] {
  if (!figures) return null;
  const isOfVolume = !estimates.some(hasSingleVolume);
  const { p10, p90, expected } = figures;
  if (isOfVolume) return { low: p10, high: p90, isOfVolume };
  const [low, high] = [expected.times(decimal(1 - MATERIAL)), expected.times(decimal(1 + MATERIAL))];
  return { low: p10.lt(low) ? p10 : low, high: p90.gt(high) ? p90 : high, isOfVolume };
}

/** A pace that is only a lower bound can be above the band, but it does not prove that the month is below it. */
function offBand(pace: Decimal, { low, high }: NonNullable<ToDate["band"]>, isComplete: boolean): ToDate["off"] {
  if (pace.gt(high)) return "above";
  return pace.lt(low) && isComplete ? "below" : null;
}
