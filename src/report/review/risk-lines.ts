import type { WorkloadKeys } from "../../manifest/schema.ts";
import { type Decimal, decimal, ZERO } from "../../money/decimal.ts";
import { asShown } from "../../money/round.ts";
import { FAILURES } from "../../notation/failure.ts";
import type { Risk } from "../../risk/risk.ts";
import { inRange } from "../../risk/single-volume.ts";
import { PARTS, type WaterfallPart } from "../../risk/waterfall.ts";
import type { WorkloadCost } from "../../risk/workload-cost.ts";
import { code } from "../layout/escape.ts";
import { count, formatMoney, percent, quantity, rowsThatAddUp, signedMoney } from "../layout/format.ts";

/** Descriptions of the parts of a monthly cost. */
export const PART_WORDS: Readonly<Record<WaterfallPart, string>> = {
  base: "clips wanted × the price of the requested job",
  pricing: "factors, extras and volume tiers of the price",
  rounding: "minima and rounding",
  takes: "takes generated and discarded",
  undelivered: "takes that are never delivered: no successful job is billed",
  failed_billed: "first attempts that fail and are billed",
  retries: "retries that fail and are billed",
  duplicates: "jobs that finish and are billed after the client gave up",
  polling: "status requests",
  parameter_uncertainty: "rates measured on few jobs",
};

/** The way from a wanted clip to its jobs, with numbers: one sentence for each step. */
export function riskLines({ process, jobs, figures }: Risk): string[] {
  if (!process) return ["Nothing is declared about failed jobs: every job is assumed to succeed at the first attempt, and nothing is billed twice."];
  if (jobs.attempts === 1 && jobs.delivered === 1 && jobs.duplicates === 0 && jobs.status_requests === null) {
    return ["No failure and no timeout is declared: every job is assumed to succeed at the first attempt."];
  }
  const per1000 = jobs.clips === 0 ? 0 : (jobs.duplicates / jobs.clips) * 1000;
  return [
    `A take needs ${quantity(decimal(round(jobs.attempts)))} submissions on average, of at most ${process.attempts}; ${percent(jobs.delivered)} of takes are delivered.`,
    `A clip wanted gets ${count(round(jobs.takes), "take")}; ${percent(jobs.clips === 0 ? 0 : jobs.undelivered_requests / jobs.clips)} of clips get nothing that is kept.`,
    `Of 1,000 clips wanted, ${quantity(decimal(round(per1000)))} jobs keep running after the client gave up.`,
    jobs.status_requests === null
      ? "Status requests are not counted: nothing says how long jobs take (`reliability.latency`)."
      : `${count(round(jobs.status_requests), "status request")} a month, ${quantity(decimal(round(jobs.submitted === 0 ? 0 : jobs.status_requests / jobs.submitted)))} a submission.`,
    `${count(round(jobs.submitted), "job")} submitted a month, ${quantity(decimal(round(jobs.billed)))} billed at full price${figures.list.eq(0) ? "" : `: ${percent(figures.expected.div(figures.list).toNumber())} of the list price`}.`,
  ];
}

/** The parts of a monthly cost that are not 0, and those that are 0 for a notable reason. */
export function waterfallLines({ waterfall, process, figures }: Risk, currency: string): string[] {
  const parts = PARTS.filter((part) => part === "base" || !asShown(waterfall[part]).eq(0));
  const shown = rowsThatAddUp(
    parts.map((part) => waterfall[part]),
    figures.expected.round(2, 1),
  );
  const lines = parts.map((part, index) => {
    const amount = shown[index] ?? waterfall[part];
    return `${part === "base" ? formatMoney(amount, currency) : signedMoney(amount, currency)}: ${PART_WORDS[part]}`;
  });
  return [...lines, ...(process ? free(process, currency) : []), `${formatMoney(figures.expected, currency)}: expected a month`];
}

/** Names the failures that are not billed. Retrying them improves delivery at no cost. */
function free(process: NonNullable<Risk["process"]>, currency: string): string[] {
  const failures = FAILURES.filter((failure) => process.first[failure] > 0);
  const unbilled = failures.filter((failure) => process.billed(failure) === 0);
  if (unbilled.length === 0) return [];
  return [
    `${formatMoney(ZERO, currency)}: ${unbilled.map((failure) => code(failure)).join(", ")} ${unbilled.length === 1 ? "is" : "are"} not billed: such a job costs nothing, and submitting it again buys delivery`,
  ];
}

/** The uncertainty of the monthly cost: quantiles, or that nothing uncertain is declared. */
export function distribution(risk: Risk, keys: WorkloadKeys | null, currency: string): string[] {
  const { figures, totalDistribution, demand } = risk;
  const range = demand.draw === null && figures.expected.gt(0) ? [rangeLine(figures.expected, currency)] : [];
  if (!totalDistribution) return ["No uncertainty is declared: this is one figure, not a range.", ...range];
  const { expected, sd, p10, p50, p90, p95 } = figures;
  const planned = demand.draw === null ? "If the volume is as planned: " : "";
  return [
    `Expected ${formatMoney(expected, currency)}, standard deviation ${formatMoney(asShown(sd), currency)}`,
    `${planned}P10 ${formatMoney(p10, currency)}, P50 ${formatMoney(p50, currency)}, P90 ${formatMoney(p90, currency)}, P95 ${formatMoney(p95, currency)} of the model: nine months in ten stay at or below the P90`,
    ...weekLines(keys),
    ...luckLines(risk, currency),
    ...range,
  ];
}

/** How often the actual cost was within P10 to P90, if a backtest measured it. */
function weekLines(keys: WorkloadKeys | null): string[] {
  const weeks = weeksInRangeText(keys);
  return weeks === null ? [] : [`The bill was between P10 and P90 in ${weeks} of the job log (${code("calibrate --backtest")}); it should be in 8 of 10`];
}

/** `9 of 11 weeks`; null if nothing was measured. */
export function weeksInRangeText(keys: WorkloadKeys | null): string | null {
  const weeks = keys?.reliability.evidence?.weeks;
  return weeks ? `${quantity(weeks.k)} of ${count(weeks.n, "week")}` : null;
}

/** The monthly cost at both ends of the possible correlation between attempts of one request. */
function luckLines(risk: Risk, currency: string): string[] {
  const ends = risk
    .sharedLuck()
    .map(
      ({ correlation, expected, delivered }) =>
        `${formatMoney(expected, currency)} expected and ${percent(delivered)} of takes delivered with ${code(`correlation: ${correlation}`)}`,
    );
  return ends.length === 0 ? [] : [`Depending on how strongly attempts of one request are correlated: ${ends.join("; ")}.`];
}

/** The monthly cost if a single-number volume were a range. */
export function rangeLine(planned: Decimal, currency: string): string {
  const { expected, p90 } = inRange(planned);
  return `The volume is one plain number. As a range, ${code("{ low: half, likely: as planned, high: double }")}, it would be ${formatMoney(expected, currency)} expected and ${formatMoney(p90, currency)} at P90.`;
}

/** For a workload without declared reliability: the keys whose declaration would change its cost most. */
export function levers({ risk }: Pick<WorkloadCost, "risk">, currency: string): string[] {
  const all = risk?.levers() ?? [];
  if (all.length === 0) return [];
  const top = all.slice(0, 3).map(({ path, value, monthly }) => `${code(path)} (${value}: ${signedMoney(monthly, currency)})`);
  return [top.join(", ")];
}

/** Rounds a mean number of requests to four significant digits. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
