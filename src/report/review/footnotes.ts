import { type Decimal, ZERO } from "../../money/decimal.ts";
import { isUndated } from "../../prices/dated.ts";
import type { Review } from "../../review/result.ts";
import type { Risk } from "../../risk/risk.ts";
import { hasSingleVolume, inRange } from "../../risk/single-volume.ts";
import { untestedOf } from "../../testplan/untested.ts";
import { code } from "../layout/escape.ts";
import { count, formatMoney, signedMoney } from "../layout/format.ts";
import { weeksInRangeText } from "./risk-lines.ts";

/** At most this many workloads are named; the others are counted. */
const NAMED = 5;

/** Notes at the end of every report: the prices and their age, bounds, the uncertainty, and the cost of testing. */
export function footnotes(review: Review): string[] {
  const { prices, date, workloads } = review;
  return [
    ...priceDates(prices, date),
    ...bounds(workloads),
    ...undelivered(review),
    ...uncertainty(review),
    ...weeksInRangeNotes(review),
    ...singleVolumes(review),
    ...untested(review),
  ];
}

function priceDates({ oldest_checked, stale }: Review["prices"], date: string): string[] {
  if (oldest_checked === null) return [`Prices of ${date}.`];
  const old = stale === 0 ? "" : `; ${count(stale, "price")} ${stale === 1 ? "is" : "are"} older than the policy allows`;
  const oldest = isUndated(oldest_checked) ? `from an undated page of ${oldest_checked.slice(0, 4)}` : `checked on ${oldest_checked}`;
  return [`Prices of ${date}, the oldest ${oldest}${old}.`];
}

/** Names the figures that are bounds. A length that the model chooses is priced at its maximum (upper bound); an unknown part of a price leaves a lower bound. */
function bounds(workloads: Review["workloads"]): string[] {
  const named = (bound: "upper" | "lower"): string[] => workloads.flatMap(({ head }) => (head?.monthly && head.job?.bound === bound ? head.name : []));
  return [...sentenceOf(named("upper"), "is an upper bound", "are upper bounds"), ...sentenceOf(named("lower"), "is a lower bound", "are lower bounds")];
}

function sentenceOf(names: readonly string[], one: string, many: string): string[] {
  return names.length === 0 ? [] : [`The figure of ${nameSome(names)} ${names.length === 1 ? one : many}.`];
}

/** Explains why a limit is compared with more than the expected monthly cost. */
function undelivered({ budgets, currency }: Review): string[] {
  const most = budgets.reduce<Decimal>((amount, line) => (line.undelivered?.gt(amount) ? line.undelivered : amount), ZERO);
  if (most.round(2, 1).eq(0)) return [];
  return [
    `Limits are compared with the cost of delivering the whole plan: up to ${formatMoney(most, currency)} a month that is not billed because jobs fail does not count as saved.`,
  ];
}

/** States how many workloads declare no uncertainty, and what a month with failures would add to them. */
function uncertainty({ workloads, currency }: Review): string[] {
  const risks = workloads.flatMap(({ head }) => head?.risk ?? []);
  if (risks.length === 0) return [];
  const certain = risks.filter(({ process }) => process === null);
  const line = certain.length === 0 ? "" : stressLine(certain, currency, certain.length === risks.length ? "the" : "their");
  // Other workloads of a model may decide the volume tier of one that declares nothing.
  const isList = certain.every(({ totalDistribution }) => totalDistribution === null);
  if (certain.length === risks.length && isList) return [`No uncertainty is declared: every figure is the list price of the plan.${line}`];
  return certain.length === 0
    ? []
    : [
        `${count(certain.length, "workload")} ${certain.length === 1 ? "declares" : "declare"} nothing about failed jobs${isList ? ` and ${certain.length === 1 ? "counts" : "count"} at list price` : ""}.${line}`,
      ];
}

/** What failures of 10% would add, and the larger effect of another choice if there is one. */
function stressLine(certain: readonly Risk[], currency: string, whose: "the" | "their"): string {
  const sum = (of: (risk: Risk) => Decimal | undefined | null): Decimal => certain.reduce((total: Decimal, risk) => total.plus(of(risk) ?? ZERO), ZERO);
  const [least, most, listed] = [sum(({ stress }) => stress?.least), sum(({ stress }) => stress?.most), sum(({ figures }) => figures.list)];
  if (listed.eq(0)) return "";
  const larger = largerChoice(certain, most, currency);
  if (most.round(2, 1).eq(0))
    return ` Failed jobs are not billed here. If 10% of ${whose} jobs failed and were retried, it would add ${formatMoney(ZERO, currency)} a month.${larger}`;
  if (least.eq(most))
    return ` If 10% of ${whose} jobs failed, were billed by the provider's policy and were retried: ${signedMoney(most, currency)} a month.${larger}`;
  return ` If 10% of ${whose} jobs failed and were retried: between ${signedMoney(least, currency)} and ${signedMoney(most, currency)} a month, because the provider does not say whether all of them are billed.${larger}`;
}

/** How often the actual cost was within P10 to P90 in the last backtest. */
function weeksInRangeNotes({ workloads }: Review): string[] {
  const measured = workloads.flatMap(({ head }) => {
    const weeks = weeksInRangeText(head?.keys ?? null);
    return head && weeks ? [`${weeks} for ${code(head.name)}`] : [];
  });
  if (measured.length === 0) return [];
  const more = measured.length - NAMED;
  return [
    `The bill should be between P10 and P90 in 8 of 10 weeks. In the last backtest it was in ${measured.slice(0, NAMED).join(", in ")}${more > 0 ? `. ${count(more, "more workload")} ${more === 1 ? "was" : "were"} measured` : ""}.`,
  ];
}

/** One more take, a higher resolution, or sound: the one that adds most, if that is more than failures add. */
function largerChoice(certain: readonly Risk[], than: Decimal, currency: string): string {
  const all = certain.flatMap(({ choices }) => choices());
  const sums = Object.entries(CHOICE_WORDS).map(([path, words]) => {
    const some = all.filter((one) => one.path === path);
    const monthly = some.reduce((total: Decimal, one) => total.plus(one.monthly), ZERO);
    return { monthly, says: words([...new Set(some.map(({ value }) => value))]) };
  });
  const [first, ...others] = sums;
  const most = others.reduce((largest, one) => (largest && one.monthly.gt(largest.monthly) ? one : largest), first);
  return most?.monthly.gt(than) ? ` ${most.says} would add more: ${signedMoney(most.monthly, currency)}.` : "";
}

/** The choices in words, by the path of the key. `values`: the most expensive values. */
const CHOICE_WORDS: Readonly<Record<string, (values: readonly string[]) => string>> = {
  takes: () => "One more take of each clip",
  "output.resolution": (values) => (values.length === 1 ? `Resolution ${code(values[0] ?? "")}` : "The most expensive resolution of each model"),
  "output.audio": () => "Sound",
};

/** For volumes that are a single number: which figures assume it, and what a range would change. */
function singleVolumes({ workloads, currency }: Review): string[] {
  const single = workloads.flatMap(({ head }) => head ?? []).filter(hasSingleVolume);
  if (single.length === 0) return [];
  const month = single.reduce((sum: Decimal, { monthly }) => sum.plus(monthly ?? ZERO), ZERO);
  const { expected, p90 } = inRange(month);
  const of = single.length === workloads.length ? "every volume" : `the volume of ${count(single.length, "workload")}`;
  return [
    `${of.charAt(0).toUpperCase()}${of.slice(1)} is a single number, and every quantile and probability assumes it. With \`{ low: half, likely: as planned, high: double }\` their ${formatMoney(month, currency)} would be ${formatMoney(expected, currency)} expected and ${formatMoney(p90, currency)} at P90, rising and falling together.`,
  ];
}

/** Workloads without evidence, and the cost of the smallest test of their prices. */
function untested({ from: { now }, currency }: Review): string[] {
  const { workloads, total } = untestedOf(now);
  if (workloads.length === 0) return [];
  const [are, prices] = workloads.length === 1 ? ["is", "its price"] : ["are", "all prices"];
  return [`${count(workloads.length, "workload")} ${are} untested; testing ${prices} once costs ${formatMoney(total, currency)}: \`video-budget test-plan\`.`];
}

function nameSome(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).map((name) => code(name));
  return names.length > NAMED ? `${shown.join(", ")} and ${count(names.length - NAMED, "other")}` : shown.join(", ");
}
