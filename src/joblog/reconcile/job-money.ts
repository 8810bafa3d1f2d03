import { toReporting } from "../../engine/pricing.ts";
import { creditOf } from "../../engine/tariff.ts";
import { isNoRate } from "../../money/convert.ts";
import { type Decimal, decimal } from "../../money/decimal.ts";
import type { PlannedWorkload } from "../plan.ts";
import type { Job } from "../records/job.ts";
import type { JobCost } from "./job-cost.ts";

/** What a record says that it cost, in the reporting currency; credits at their value on the workload's account. NaN if it says nothing, or there is no rate. */
export function moneyOf(job: Pick<Job, "cost" | "currency" | "credits">, workload: PlannedWorkload): number {
  if (!Number.isNaN(job.cost)) return inReporting(job.cost, job.currency, workload);
  if (Number.isNaN(job.credits)) return Number.NaN;
  const pricing = workload.pricing();
  const provider = pricing.book.provider(workload.keys.provider);
  const credit = provider && creditOf(provider, workload.keys, pricing);
  return credit ? converted(credit.usd.times(job.credits), "USD", workload) : Number.NaN;
}

/**
 * The same, and of a record that says neither money nor credits what its tokens cost at the price of its day: of a job of 108,900
 * tokens at CNY 46 a million, CNY 5.0094.
 */
export function recordedMoney(job: Job, workload: PlannedWorkload, { amount, tokens }: Pick<JobCost, "amount" | "tokens">): number {
  const isSilent = Number.isNaN(job.cost) && Number.isNaN(job.credits);
  return isSilent ? amount * (job.billed_tokens / tokens) : moneyOf(job, workload);
}

/** An amount of a log or a bill, in the reporting currency; "" is that already. NaN if there is no rate for it. */
export function inReporting(amount: number, written: string, workload: PlannedWorkload): number {
  const { currency } = workload.pricing().manifest.settings;
  const from = written.length === 1 ? currencyOf(written, currency) : written.toUpperCase();
  return from === "" || from === currency ? amount : converted(decimal(amount), from, workload);
}

/** The currency of a sign: where several have it, the reporting one if it is one of them. `$` is else the dollar of the United States; `¥` is else nobody's. */
function currencyOf(sign: string, reporting: string): string {
  if (sign === "$") return reporting.endsWith("D") ? reporting : "USD";
  if (sign === "¥") return reporting === "JPY" || reporting === "CNY" ? reporting : sign;
  return sign === "€" ? "EUR" : sign === "£" ? "GBP" : sign;
}

function converted(amount: Decimal, from: string, workload: PlannedWorkload): number {
  const result = toReporting(amount, from, workload.pricing());
  return isNoRate(result) ? Number.NaN : result.toNumber();
}
