import { setOf } from "../budget/members.ts";
import type { BudgetLine } from "../budget/rules.ts";
import type { Gathered } from "../gather.ts";
import type { Match } from "../manifest/schema.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import { dateOfDay, dayNumber } from "../notation/date.ts";
import { type Exposure, totalOf } from "../risk/exposure.ts";
import type { Figures } from "../risk/figures.ts";
import { isOfPlainVolume } from "../risk/plain-volume.ts";
import { amount } from "../risk/waterfall.ts";
import type { WorkloadCost } from "../risk/workload-cost.ts";
import type { Distributions } from "../stats/distributions.ts";
import { type Actuals, nothingSpent, type Spent, workloadId } from "./actuals.ts";

/** The past days of a month as billed, and the rest as planned, in the reporting currency. */
export type Progress = {
  /** What was billed on the covered days before today. */
  billed: Decimal;
  /** What the plan says for the same days, and for the month; null if nothing has a price. */
  planned: Decimal | null;
  plan: Decimal | null;
  /** `billed`, and the plan for all other days of the month; null if there is no plan. */
  projected: Decimal | null;
  /** The month at the current pace: every day costs the average of the covered days. Null if no day is covered. */
  at_pace: Decimal | null;
  /** What that says of the month. */
  pace: PaceState;
  /** Whether all of it is known; where not, amounts are lower bounds. */
  complete: boolean;
};

/**
 * What the pace of the covered days says of the month. `measured`: of a week or more, all of it known. `lower-bound`: of a week or more, of which
 * not all is known. `too-few-days`: less than a week, which says nothing of a month. `no-day`: no day is covered.
 */
export const PACE_STATES = ["measured", "lower-bound", "too-few-days", "no-day"] as const;
export type PaceState = (typeof PACE_STATES)[number];

/** When a limit is passed. `passed`: on a past day. `at-pace`: on a later day, if each costs what a covered day did. `not-this-month`: by a measured pace. */
export const PASSED_STATES = ["passed", "at-pace", "not-this-month", "unknown"] as const;
export type PassedState = (typeof PASSED_STATES)[number];

/** One limit to date. `passed_on`: the day on which it was exceeded, or will be at the current pace; null if `passed` says neither. */
export type LimitProgress = Progress & { file: string; scope: string; limit: Decimal; left: Decimal; passed: PassedState; passed_on: string | null };

/** The month so far. */
export type ToDate = {
  month: string;
  /** Days of the month, those before today, and of these the covered ones; the others are counted by the plan. */
  days: number;
  past: number;
  covered: number;
  uncovered: readonly string[];
  /** Covered days of a bill that may still rise. */
  provisional: number;
  files: readonly string[];
  spent: Spent;
  outside: Spent;
  undated: Spent;
  bad: number;
  total: Progress;
  /** What the month may be by the plan in eight months of ten: P10 to P90; null if there is no plan. */
  band: { low: Decimal; high: Decimal; isOfVolume: boolean } | null;
  /** Where the pace leaves the band; null if it does not, or too few days are covered. */
  off: "below" | "above" | null;
  limits: readonly LimitProgress[];
};

export type MonthToDate = { head: Gathered; now: Exposure; budgets: readonly BudgetLine[]; date: string; distributions: Distributions };

/** Days of the week differ, so fewer than seven covered days do not show the pace of a month. */
const LEAST_PACE_DAYS = 7;

/** If the plan has no spread, because a volume is a single number, a pace that differs by 10% is reported. */
const MATERIAL = 0.1;

/** Days since 1970 of a month: its first, today, and the first of the next. */
type Calendar = { first: number; today: number; next: number };

export function calendarOf(date: string): Calendar {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return { first: dayNumber(year, month, 1), today: dayNumber(year, month, day), next: dayNumber(year, month + 1, 1) };
}

/**
 * The month that the date lies in: days before it as they were billed, the date itself and later as planned, and so are days that no
 * file covers. A day of the plan is the month's plan over its days: of $300 in November $10.
 *
 * $130 were billed on 10 covered days of 20, in a month of 30: $130 + 20 × $10 = $330; at the pace of $13 a day $390.
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

/** What was spent on a set on the covered days, by day; `isSure`: whether nothing may be of it that nobody can tell. */
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

/** The day, past days as they were billed, or by the plan where none covers them; from today on each costs what a covered day did. */
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
  const isOfVolume = !estimates.some(isOfPlainVolume);
  const { p10, p90, expected } = figures;
  if (isOfVolume) return { low: p10, high: p90, isOfVolume };
  const [low, high] = [expected.times(decimal(1 - MATERIAL)), expected.times(decimal(1 + MATERIAL))];
  return { low: p10.lt(low) ? p10 : low, high: p90.gt(high) ? p90 : high, isOfVolume };
}

/** A lower bound can prove that a limit is exceeded, never that it holds. */
function offBand(pace: Decimal, { low, high }: NonNullable<ToDate["band"]>, isComplete: boolean): ToDate["off"] {
  if (pace.gt(high)) return "above";
  return pace.lt(low) && isComplete ? "below" : null;
}
