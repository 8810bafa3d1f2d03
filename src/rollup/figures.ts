import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import type { Figures } from "../risk/figures.ts";
import { type Counted, inCurrency, workloadsOf } from "./entry.ts";
import type { ReportFigures, ReportWorkload } from "./read-report.ts";
import { type KnownDistribution, type Method, sumOfDependent, sumOfIndependent } from "./sum-of-independent.ts";

/** How exact sd and quantiles are. `upper`: some workloads of one report may rise and fall together. They are assumed to, which gives the widest range. */
export type Quantiles = Method | "upper";

/** The monthly cost of workloads of several reports, in the roll-up's currency. `figures`: null if no amount is known. */
export type RolledFigures = {
  figures: (Figures & { p10: Decimal }) | null;
  quantiles: Quantiles;
  /** What is not billed because jobs are expected to fail, 0 or more. Limits are compared with the figure plus this amount. */
  undelivered: Decimal;
  /** Whether all costs are known. If not, `figures` are a lower bound. */
  complete: boolean;
  workloads: number;
  /** The probability, 0–1, of more than an amount; null if nothing is uncertain, or a cost is unknown. */
  above: (amount: number) => number | null;
};

/** Part of a report: all of its workloads, or some. */
export type Part = { entry: Counted; workloads: readonly ReportWorkload[] };

/** The known costs of a part. `amounts`: those of the whole report, or of each workload. */
type Known = { entry: Counted; amounts: readonly ReportFigures[]; distributions: readonly KnownDistribution[]; quantiles: Quantiles };

/**
 * Adds up parts of reports. Workloads of different reports count as independent. For a whole report, its own total counts, because
 * it includes what its workloads share. For some of its workloads, the report only shows whether any of them share something. If so,
 * they count as fully dependent.
 * @param isPartial whether other reports could not be read or converted
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
  const summed = sumOfIndependent(known.flatMap(({ distributions }) => distributions));
  const expected = sum("expected");
  // If nothing is uncertain, every quantile is the exact expected amount.
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

/** Whether a report lacks a cost that no workload in it shows. Any part of the report may then be incomplete. */
export function hidesSome(entry: Counted): boolean {
  const { verdict, total } = entry.read;
  return !total.complete && (verdict === "invalid" || workloadsOf(entry).every(({ figures }) => figures !== null));
}

function knownOf({ entry, workloads }: Part): Known | null {
  const all = workloadsOf(entry);
  const { head } = entry.read.total;
  const distributionIn = (figures: ReportFigures): KnownDistribution => inRollUp(figures, entry);
  if (workloads.length === all.length) return head && { entry, amounts: [head], distributions: [distributionIn(head)], quantiles: "exact" };
  const amounts = workloads.flatMap(({ figures }) => figures ?? []);
  if (amounts.length === 0) return null;
  const distributions = amounts.map(distributionIn);
  const isShared = head !== null && sharesUnknowns(head, all);
  if (!isShared || distributions.filter(({ sd }) => sd > 0).length < 2) return { entry, amounts, distributions, quantiles: "exact" };
  return { entry, amounts, distributions: [sumOfDependent(distributions)], quantiles: "upper" };
}

/**
 * Whether any workloads of a report rise and fall together. No two workloads move in opposite directions. So if their variances add
 * up to the variance of the total, all are independent. If they are less than it, some are not.
 */
function sharesUnknowns({ sd }: ReportFigures, workloads: readonly ReportWorkload[]): boolean {
  const own = workloads.reduce((sum, { figures }) => sum + (figures?.sd ?? 0) ** 2, 0);
  return sd ** 2 > own * (1 + 1e-6) + 1e-6;
}

function inRollUp({ expected, sd, p10, p50, p90, p95 }: ReportFigures, entry: Counted): KnownDistribution {
  const amount = (value: number): number => inCurrency(entry, value).toNumber();
  return { mean: amount(expected), sd: amount(sd), p10: p10 === undefined ? null : amount(p10), p50: amount(p50), p90: amount(p90), p95: amount(p95) };
}

function undeliveredOf({ entry, workloads }: Part): Decimal {
  const parts = workloads.flatMap(({ waterfall }) => waterfall.filter(({ part }) => part === "undelivered"));
  return parts.reduce((sum, { monthly }) => sum.minus(inCurrency(entry, monthly)), ZERO);
}

/** The probability of more than an amount. Bisection finds where the quantile function reaches it: 60 steps from ±12 standard deviations. */
function chanceAbove(quantile: (z: number) => number, amount: number, normalCdf: (z: number) => number): number {
  let [low, high] = [-12, 12];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (quantile(middle) <= amount) low = middle;
    else high = middle;
  }
  return normalCdf(-low);
}
