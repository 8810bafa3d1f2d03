import type { LimitProgress, Progress, ToDate } from "../../../actuals/to-date.ts";
import type { Decimal } from "../../../money/decimal.ts";
import { decimal } from "../../../money/decimal.ts";
import type { Review } from "../../../review/result.ts";
import type { Section } from "../../layout/assemble.ts";
import { type Column, columns } from "../../layout/columns.ts";
import { code } from "../../layout/escape.ts";
import { count, formatMoney } from "../../layout/format.ts";
import { tableHead, tableRow } from "../../layout/table.ts";
import { isOfSeveral } from "../../words/messages.ts";
import { scopeName } from "../../words/reasons.ts";

const TITLES = ["Limit", "Amount:", "Billed:", "Left:", "Projected:", "At this pace:", "Exceeded on"];

/** The month to date: what was billed, the projection with the plan for the rest, and what is left of each limit. */
export function toDateSection(review: Review): Section[] {
  const { toDate } = review;
  if (!toDate) return [];
  const [first = "", ...more] = sentences(toDate, review.currency);
  const before = [`**${toDate.month} to date**: ${first}`, "", ...(toDate.limits.length === 0 ? [] : tableHead(TITLES))];
  const rows = toDate.limits.map((line) => tableRow(cells(line, toDate, review)));
  return [{ before, rows, after: more.flatMap((one) => ["", one]), noun: "limit", asRow: (text) => tableRow([text, "", "", "", "", "", ""]) }];
}

/** The same section for a terminal. */
export function toDateLines(review: Review, width: number, dim: (text: string) => string): string[] {
  const { toDate } = review;
  if (!toDate) return [];
  const titles = TITLES.map((title): Column => (title.endsWith(":") ? { title: title.slice(0, -1), align: "right" } : { title }));
  const rows = toDate.limits.map((line) => cells(line, toDate, review));
  const table = rows.length === 0 ? [] : columns(titles, rows, width, dim);
  const [first = "", ...more] = sentences(toDate, review.currency);
  return [`${toDate.month} to date: ${first}`, ...table, ...more];
}

function cells({ file, scope, limit, left, passed, passed_on, ...line }: LimitProgress, { uncovered }: ToDate, { currency, from }: Review): string[] {
  const of = amountsOf(line, currency);
  return [
    `${isOfSeveral(from.head) ? `${code(file)} ` : ""}${scopeName(scope)}`,
    formatMoney(limit, currency),
    of(line.billed),
    left.gte(0) ? `${line.complete && uncovered.length === 0 ? "" : "≤ "}${formatMoney(left, currency)}` : "none",
    of(line.projected),
    of(line.at_pace),
    // Fewer than seven days or an incomplete sum do not prove that the month stays within the limit.
    passed_on ?? passed.replaceAll("-", " "),
  ];
}

function amountsOf({ complete }: Pick<Progress, "complete">, currency: string): (amount: Decimal | null) => string {
  return (amount) => (amount === null ? "unknown" : `${complete ? "" : "≥ "}${formatMoney(amount, currency)}`);
}

function sentences(toDate: ToDate, currency: string): string[] {
  const { days, past, covered, uncovered, total } = toDate;
  const of = amountsOf(total, currency);
  const other = days - covered;
  const [firstDay] = uncovered;
  const billed =
    past === 0
      ? "no day of the month is past."
      : covered === 0
        ? `no file has any of the ${count(past, "day")} before today.`
        : `${of(total.billed)} billed on ${covered} of the ${count(past, "day")} before today; the plan says ${of(total.planned)} for ${covered === 1 ? "it" : "them"}.`;
  return [
    billed,
    `With the plan for the other ${count(other, "day")}, the month comes to ${of(total.projected)} (planned: ${of(total.plan)}).${total.at_pace ? ` At this pace it comes to ${of(total.at_pace)}.` : ""}`,
    ...(firstDay === undefined
      ? []
      : [
          `No file covers ${firstDay}${uncovered.length > 1 ? ` and ${count(uncovered.length - 1, "more day")}` : ""}: what was billed then is unknown, and the plan is counted instead.`,
        ]),
    ...notIncluded(toDate, currency),
  ];
}

/** Notes about what the figures leave out or contain only in part. */
function notIncluded({ provisional, spent, outside, undated, bad }: ToDate, currency: string): string[] {
  const money = (billed: number): string => formatMoney(decimal(Number(billed.toPrecision(15))), currency);
  return [
    ...(provisional === 0 ? [] : [`The newest ${count(provisional, "day")} of the bill may still rise.`]),
    ...(spent.priced === 0
      ? []
      : [
          `${count(spent.priced, "job")} ${spent.priced === 1 ? "has" : "have"} no cost and ${spent.priced === 1 ? "counts" : "count"} at the price of the price book.`,
        ]),
    ...(spent.unknown === 0 ? [] : [`What ${count(spent.unknown, "job")} cost is not fully known: the amounts are lower bounds.`]),
    ...(bad === 0 ? [] : [`${count(bad, "record")} could not be read: the amounts are lower bounds.`]),
    ...(undated.jobs === 0
      ? []
      : [
          `${count(undated.jobs, "job")} without a day of this month, ${money(undated.billed)}, ${undated.jobs === 1 ? "is" : "are"} left out: the amounts are lower bounds.`,
        ]),
    ...(outside.jobs === 0
      ? []
      : [
          `${count(outside.jobs, "job")} that no workload declares, ${outside.unknown > 0 ? "at least " : ""}${money(outside.billed)}, ${outside.jobs === 1 ? "counts" : "count"} nowhere.`,
        ]),
  ];
}
