import { toReporting } from "../../engine/pricing.ts";
import { creditOf } from "../../engine/tariff.ts";
import { isNoRate } from "../../money/convert.ts";
import { type Decimal, decimal } from "../../money/decimal.ts";
import type { PlannedWorkload } from "../plan.ts";
import type { Job } from "../records/job.ts";
import type { JobCost } from "./job-cost.ts";

/** The cost in a record, in the reporting currency. Credits count at their value on the workload's account. NaN if there is no cost or no exchange rate. */
export function moneyOf(job: Pick<Job, "cost" | "currency" | "credits">, workload: PlannedWorkload): number {
  if (!Number.isNaN(job.cost)) return inReporting(job.cost, job.currency, workload);
  if (Number.isNaN(job.credits)) return Number.NaN;
  const pricing = workload.pricing();
  const provider = pricing.book.provider(workload.keys.provider);
  const credit = provider && creditOf(provider, workload.keys, pricing);
  return credit ? converted(credit.usd.times(job.credits), "USD", workload) : Number.NaN;
}

/**
 * Like `moneyOf`. If the record has neither money nor credits, its billed tokens are priced at the price of its day: 108,900 tokens at CNY 46 per
 * million are CNY 5.0094.
 */
export function recordedMoney(job: Job, workload: PlannedWorkload, { amount, tokens }: Pick<JobCost, "amount" | "tokens">): number {
  const isSilent = Number.isNaN(job.cost) && Number.isNaN(job.credits);
  return isSilent ? amount * (job.billed_tokens / tokens) : moneyOf(job, workload);
}

/** Converts an amount of a log or a bill to the reporting currency. `written`: its currency; "" is the reporting currency. NaN if there is no exchange rate. */
export function inReporting(amount: number, written: string, workload: PlannedWorkload): number {
  const { currency } = workload.pricing().manifest.settings;
  const from = written.length === 1 ? currencyOf(written, currency) : written.toUpperCase();
  return from === "" || from === currency ? amount : converted(decimal(amount), from, workload);
}

/** The currency of a sign. If the reporting currency uses the sign, it is meant: `$` is otherwise USD, and `¥` is otherwise unknown. */
function currencyOf(sign: string, reporting: string): string {
  if (sign === "$") return reporting.endsWith("D") ? reporting : "USD";
  if (sign === "¥") return reporting === "JPY" || reporting === "CNY" ? reporting : sign;
  return sign === "€" ? "EUR" : sign === "£" ? "GBP" : sign;
}

function converted(amount: Decimal, from: string, workload: PlannedWorkload): number {
  const result = toReporting(amount, from, workload.pricing());
  return isNoRate(result) ? Number.NaN : result.toNumber();
}
