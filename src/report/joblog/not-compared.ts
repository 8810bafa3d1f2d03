import type { Reconciliation } from "../../joblog/reconcile/reconcile.ts";
import { decimal } from "../../money/decimal.ts";
import type { EscapeText } from "../catalog/charge.ts";
import { code } from "../layout/escape.ts";
import { count, formatMoney, quantity } from "../layout/format.ts";

/** The jobs and bill rows that could not be compared: a sentence for each reason, and what to do about it. */
export function notComparedLines({ details, notCompared, currency }: Reconciliation): string[] {
  const cash = (amount: number): string => formatMoney(decimal(Number(amount.toPrecision(12))), currency);
  const { pending, ambiguous, unpriced, late, outside, uncovered, awaited, unreadable } = details;
  const of = (why: string) => notCompared.find((one) => one.why === why);
  const [uncosted, unseen] = [of("no-cost"), of("outcome-unknown")];
  const one = (jobs: number, line: () => string): string[] => (jobs > 0 ? [line()] : []);
  return [
    ...one(
      ambiguous.jobs,
      () =>
        `${count(ambiguous.jobs, "job")} (${cash(ambiguous.money)}) could belong to several workloads and ${is(ambiguous.jobs)} not compared: give each record a \`workload\`, or name the field that has it with --map workload=FIELD.`,
    ),
    ...[...unpriced].map(
      ([name, { jobs, money: paid }]) =>
        `${count(jobs, "job")} (${cash(paid)}) of ${code(name)} ${is(jobs)} not compared: the price book has no price for them.`,
    ),
    ...one(
      uncosted?.jobs ?? 0,
      () =>
        `${count(uncosted?.jobs ?? 0, "job")} ${uncosted?.jobs === 1 ? "says" : "say"} no cost and ${is(uncosted?.jobs ?? 0)} not compared (${cash(uncosted?.listed ?? 0)} by the price book): log it, or give the provider's bill with --billing.`,
    ),
    ...one(
      unseen?.jobs ?? 0,
      () =>
        `${count(unseen?.jobs ?? 0, "job")} ${unseen?.jobs === 1 ? "was" : "were"} given up by the client, and nothing tells how ${unseen?.jobs === 1 ? "it" : "they"} ended: what was billed (${cash(unseen?.billed ?? 0)}) is kept and not compared.`,
    ),
    ...one(
      unreadable,
      () =>
        `${count(unreadable, "job")} ${unreadable === 1 ? "has a bill" : "have bills"} that cannot be read or that ${is(unreadable)} in a currency without a rate in \`fx\`: not compared.`,
    ),
    ...one(
      awaited.jobs,
      () =>
        `${count(awaited.jobs, "job")} of the newest three days of billing (${cash(awaited.money)}) ${awaited.jobs === 1 ? "has" : "have"} no row yet and ${is(awaited.jobs)} not counted.`,
    ),
    ...one(
      outside.jobs,
      () => `${count(outside.jobs, "billing row")} (${cash(outside.money)}) ${is(outside.jobs)} of days or models that the log does not cover.`,
    ),
    ...one(
      uncovered.jobs,
      () =>
        `${count(uncovered.jobs, "job")} (${cash(uncovered.money)} by the price book) ${is(uncovered.jobs)} of days or models that the bill does not cover.`,
    ),
    ...one(pending, () => `${count(pending, "job")} had not ended and ${is(pending)} not counted.`),
    ...one(late, () => `${count(late, "record")} came out of order: duplicates of them may be missed. Sort a log of this size by submitted_at.`),
  ];
}

/** How a bill was matched with the log, if it was not simply by ids and days. */
export function joinLines({ join, shift }: Reconciliation, quote: EscapeText): string[] {
  if (join === null) return [];
  const shifted =
    shift.zone === 0
      ? []
      : [`The bill's days are those of UTC${shift.zone > 0 ? "+" : "−"}${quantity(Math.abs(shift.zone))}: they are compared with the log's jobs of these.`];
  const netted =
    shift.days === 0 ? [] : [`${count(shift.days, "day")} differ only by what is billed on the day beside: they add up to nothing, and are no difference.`];
  if (join.by === "job") {
    const how = {
      exact: "",
      case: "without regard to case",
      prefix: "without what stands before them",
      "case-and-prefix": "without what stands before them, and without regard to case",
    };
    return join.rule === "exact" ? [] : [`The ids of the bill are those of the log ${how[join.rule]}: they were compared so.`];
  }
  const why = {
    nameless: [],
    common: [`${quote(join.id)} is the id of most rows of the bill, so an account's or a project's and no job's: the bill is compared by day and model.`],
    foreign: [`No id of the bill (such as ${quote(join.id)}) is one of the log's: the bill is compared by day and model.`],
  };
  return [...why[join.why], ...shifted, ...netted];
}

function is(number: number): string {
  return number === 1 ? "is" : "are";
}
