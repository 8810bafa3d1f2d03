import type { LaterMonth } from "../budget/judge-input.ts";
import type { Gathered } from "../gather.ts";
import { dayBefore } from "../notation/date.ts";
import { monthAfter } from "../notation/month.ts";
import type { Book, Model } from "../prices/book.ts";
import { findModel } from "../prices/find.ts";
import { overlay } from "../prices/overlay.ts";
import { type Exposure, exposureOf } from "../risk/exposure.ts";
import type { Distributions } from "../stats/distributions.ts";

/** The default number of months, including the month of the report. */
const USUAL = 12;

export type LookAhead = {
  head: Gathered;
  base: Gathered | null;
  book: Book;
  date: string;
  distributions: Distributions;
  /** The number of months to show, including the month of the report. Absent: the default number, if anything varies by month. */
  months?: number;
};

/** Prices both sides in each later month. Null if no months were requested and nothing varies by month: all months are then equal. */
export function laterMonths({ head, base, book, date, distributions, months }: LookAhead): LaterMonth[] | null {
  const count = months ?? USUAL;
  const turns = { head: turningDays(head, book), base: base ? turningDays(base, book) : [] };
  const end = dayBefore(`${monthAfter(date, count)}-01`);
  const moves = [...turns.head, ...turns.base].some((day) => date < day && day <= end);
  if (months === undefined && !moves && ![head, base].some((side) => side && varies(side, monthAfter(date, 0), monthAfter(date, count - 1)))) return null;
  return Array.from({ length: count - 1 }, (_, index): LaterMonth => {
    const [after, month] = [index + 1, monthAfter(date, index + 1)];
    const of = (side: Gathered, days: readonly string[]): Exposure => inMonth(side, { book, date, after, turns: days }, distributions);
    return { month, now: of(head, turns.head), before: base && of(base, turns.base) };
  });
}

/** Whether a volume or a limit differs between the months. */
function varies({ manifests }: Gathered, first: string, last: string): boolean {
  const within = (months: object | undefined): boolean => Object.keys(months ?? {}).some((month) => first <= month && month <= last);
  return manifests.some(
    ({ settings, workloads }) =>
      within(settings.budget.months) || workloads.some(({ keys }) => keys && ((keys.volume.growth ?? 0) !== 0 || within(keys.volume.months))),
  );
}

/**
 * Prices one side in one month. If prices change within the month, the more expensive of its first and last day counts, so that the
 * figure is never too low. A model that retires on March 15 makes the cost of March unknown.
 */
function inMonth(side: Gathered, at: { book: Book; date: string; after: number; turns: readonly string[] }, distributions: Distributions): Exposure {
  const { book, date, after, turns } = at;
  const [first, last] = [`${monthAfter(date, after)}-01`, dayBefore(`${monthAfter(date, after + 1)}-01`)];
  const on = (day: string): Exposure => exposureOf(side, book, { date, after, on: day }, distributions);
  const end = on(last);
  if (!turns.some((day) => first < day && day <= last)) return end;
  const start = on(first);
  if (start.complete !== end.complete) return start.complete ? end : start;
  return start.total && end.total && start.total.expected.gt(end.total.expected) ? start : end;
}

/** The days on which a model in use gets another price or loses its price. */
function turningDays(side: Gathered, book: Book): string[] {
  const models = side.manifests.flatMap(({ file, workloads }) => {
    const files = side.prices.get(file);
    const own = files ? overlay(book, files.providers, files.snapshot) : book;
    return workloads.flatMap(({ keys }) => {
      const provider = keys && own.provider(keys.provider);
      return (provider && findModel(provider, keys.model)) ?? [];
    });
  });
  return [...new Set(models)].flatMap(daysOf);
}

function daysOf({ status, prices }: Model): string[] {
  const dated = prices.flatMap((price) => [price, ...price.charges, ...price.factors]);
  return [status.retires, ...dated.flatMap(({ from, to }) => [from, to])].filter((day) => day !== undefined);
}
