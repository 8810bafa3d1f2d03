import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import type { Figures } from "../risk/figures.ts";
import { type Counted, inCurrency, workloadsOf } from "./entry.ts";
import type { ReportFigures, ReportWorkload } from "./read-report.ts";
import { type Method, type Spread, sumOfDependent, sumOfIndependent } from "./sum-of-independent.ts";

/** How sure sd and quantiles are. `upper`: some workloads of one report may rise and fall together, and are taken to. */
export type Quantiles = Method | "upper";

/** The month of a set of workloads of several reports, in the roll-up's currency. `figures`: null if none of it is known. */
export type RolledFigures = {
  figures: (Figures & { p10: Decimal }) | null;
  quantiles: Quantiles;
  /** Of the limits' view: what is not expected to be billed because jobs fail, 0 or more. */
  undelivered: Decimal;
  /** Whether all of it is known; where not, `figures` are a lower bound. */
  complete: boolean;
  workloads: number;
  /** The chance, 0–1, of more than an amount; null if nothing is uncertain, or not all is known. */
  above: (amount: number) => number | null;
};

/** Part of a report: all of its workloads, or some. */
export type Part = { entry: Counted; workloads: readonly ReportWorkload[] };

/** A part as far as it is known. `amounts`: that of the whole report, or of each workload. */
type Known = { entry: Counted; amounts: readonly ReportFigures[]; spreads: readonly Spread[]; quantiles: Quantiles };

/**
 * Adds up parts of reports. Workloads of different reports are taken to be independent. Of one report as a whole its own total counts, which knows
 * what its workloads share; of some of its workloads it says no more than whether any of them share anything.
 * @param isPartial whether there is more that could not be read or added up
 */
export function figuresOf(parts: readonly Part[], isPartial: boolean, normalCdf: (z: number) => number): RolledFigures {
  const known = parts.flatMap((part) => knownOf(part) ?? []);
  const workloads = parts.reduce((sum, part) => sum + part.workloads.length, 0);
  const undelivered = parts.reduce((sum, part) => sum.plus(undeliveredOf(part)), ZERO);
  const complete = !isPartial && parts.every(isComplete);
  if (known.length === 0 && (isPartial || workloads > 0)) {
    return { figures: null, quantiles: "exact", undelivered, complete: false, workloads, above: () => null };
  }
  const sum = (of: "list" | "expected" | "cash"): Decimal =>
    known.reduce((all, { entry, amounts }) => amounts.reduce((total, one) => total.plus(inCurrency(entry, one[of])), all), ZERO);
  const summed = sumOfIndependent(known.flatMap(({ spreads }) => spreads));
  const expected = sum("expected");
  // A month without anything uncertain keeps its exact decimals.
  const quantile = (value: number): Decimal => (summed.sd === 0 ? expected : decimal(Number(value.toPrecision(15))));
  const { quantile: ofNormal } = summed;
  return {
    figures: {
      list: sum("list"),
      expected,
      sd: decimal(Number(summed.sd.toPrecision(15))),
      p10: quantile(summed.p10),
      p50: quantile(summed.p50),
      p90: quantile(summed.p90),
      p95: quantile(summed.p95),
      cash: sum("cash"),
    },
    quantiles: known.some((one) => one.quantiles === "upper") ? "upper" : summed.method,
    undelivered,
    complete,
    workloads,
    above: (amount) => (ofNormal && complete ? chanceAbove(ofNormal, amount, normalCdf) : null),
  };
}

function isComplete({ entry, workloads }: Part): boolean {
  const whole = workloads.length === workloadsOf(entry).length;
  if (whole) return entry.read.total.complete;
  return workloads.every(({ figures }) => figures !== null) && !hidesSome(entry);
}

/** Whether a report lacks what none of its workloads shows: it may be in any part of it. */
export function hidesSome(entry: Counted): boolean {
  const { verdict, total } = entry.read;
  return !total.complete && (verdict === "invalid" || workloadsOf(entry).every(({ figures }) => figures !== null));
}

function knownOf({ entry, workloads }: Part): Known | null {
  const all = workloadsOf(entry);
  const { head } = entry.read.total;
  const spreadOf = (figures: ReportFigures): Spread => inRollUp(figures, entry);
  if (workloads.length === all.length) return head && { entry, amounts: [head], spreads: [spreadOf(head)], quantiles: "exact" };
  const amounts = workloads.flatMap(({ figures }) => figures ?? []);
  if (amounts.length === 0) return null;
  const spreads = amounts.map(spreadOf);
  const isShared = head !== null && sharesUnknowns(head, all);
  if (!isShared || spreads.filter(({ sd }) => sd > 0).length < 2) return { entry, amounts, spreads, quantiles: "exact" };
  return { entry, amounts, spreads: [sumOfDependent(spreads)], quantiles: "upper" };
}

/** Whether workloads of a report rise and fall together: no two move against each other, so where their variances add up to the total's, none do. */
function sharesUnknowns({ sd }: ReportFigures, workloads: readonly ReportWorkload[]): boolean {
  const own = workloads.reduce((sum, { figures }) => sum + (figures?.sd ?? 0) ** 2, 0);
  return sd ** 2 > own * (1 + 1e-6) + 1e-6;
}

function inRollUp({ expected, sd, p10, p50, p90, p95 }: ReportFigures, entry: Counted): Spread {
  const amount = (value: number): number => inCurrency(entry, value).toNumber();
  return { mean: amount(expected), sd: amount(sd), p10: p10 === undefined ? null : amount(p10), p50: amount(p50), p90: amount(p90), p95: amount(p95) };
}

function undeliveredOf({ entry, workloads }: Part): Decimal {
  const parts = workloads.flatMap(({ waterfall }) => waterfall.filter(({ part }) => part === "undelivered"));
  return parts.reduce((sum, { monthly }) => sum.minus(inCurrency(entry, monthly)), ZERO);
}

/** Where the quantile function passes an amount, found by halving: 60 steps between ±12 standard deviations. */
function chanceAbove(quantile: (z: number) => number, amount: number, normalCdf: (z: number) => number): number {
  let [low, high] = [-12, 12];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (quantile(middle) <= amount) low = middle;
    else high = middle;
  }
  return normalCdf(-low);
}
