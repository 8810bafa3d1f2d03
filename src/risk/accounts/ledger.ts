import { creditValue } from "../../engine/credit.ts";
import { onceOnly } from "../../engine/one-time-credit.ts";
import { type Pricing, toReporting } from "../../engine/pricing.ts";
import { isNoRate, type NoRate } from "../../money/convert.ts";
import { type Decimal, decimal, ONE, ZERO } from "../../money/decimal.ts";
import type { Problem } from "../../problem.ts";
import type { Distributions } from "../../stats/distributions.ts";
import { totalDistributionOfAll, type WorkloadCost } from "../workload-cost.ts";
import { exceeds, paying, usedOf } from "./payment.ts";

/**
 * What one provider is paid a month, in the reporting currency: usage + bundle_remainder + fees = cash. `beyond_plan` is the part of
 * `bundle_remainder` that use beyond a plan costs above the plan's own price; the rest expires unused. A plan of $200 has 20,000 credits.
 * A month uses 30,000, and a credit beyond the plan costs $0.02, not $0.01: usage $300, beyond_plan and bundle_remainder $100, cash $400.
 * `trial` and `prepaid` are negative, and affect only `first_month`. An amount is null if there is no exchange rate for it or for one of its parts: it is then
 * unknown, not 0.
 */
export type AccountLine = {
  provider: string;
  usage: Decimal;
  trial: Decimal | null;
  prepaid: Decimal | null;
  bundle_remainder: Decimal | null;
  beyond_plan: Decimal | null;
  fees: Decimal | null;
  cash: Decimal | null;
  first_month: Decimal | null;
  /** The probability (0–1) that the month needs more than the plan includes. Null unless there is a plan with no known price beyond its size. */
  plan_exceeded: number | null;
};

/** One line for every provider that a manifest uses, in the order of first use, then for every other provider with an account. */
export function ledgerOf(pricing: Pricing, estimates: readonly WorkloadCost[], distributions: Distributions): AccountLine[] {
  const priced = new Map<string, WorkloadCost[]>();
  for (const one of estimates) {
    if (!one.keys) continue;
    const own = priced.get(one.keys.provider) ?? [];
    priced.set(one.keys.provider, own);
    if (one.monthly !== null) own.push(one);
  }
  const providers = new Set([...priced.keys(), ...Object.keys(pricing.manifest.settings.accounts)]);
  return [...providers].map((provider) => lineOf(provider, pricing, priced.get(provider) ?? [], distributions));
}

function lineOf(provider: string, pricing: Pricing, own: readonly WorkloadCost[], distributions: Distributions): AccountLine {
  const entry = pricing.book.provider(provider)?.account;
  const keys = pricing.manifest.settings.accounts[provider];
  const usage = own.reduce((sum, { monthly }) => sum.plus(monthly ?? ZERO), ZERO);
  const totalDistribution = totalDistributionOfAll(own, distributions);
  const toReport = (usd: Decimal): Decimal | null => known(toReporting(usd, "USD", pricing));
  const credit = creditValue(entry, keys);
  // Credit that is given or paid once: only the first month uses it.
  const once = onceOnly(entry, keys, pricing);
  const [trialCredit, prepaidCredit] = [known(once.trial), known(once.prepaid)];
  const trial = trialCredit && usedOf(trialCredit, ZERO, usage, totalDistribution);
  const prepaid = trialCredit && prepaidCredit && usedOf(prepaidCredit, trialCredit, usage, totalDistribution);

  // Packs are bought only if something is billed in credits. A pay-as-you-go price needs no pack.
  const billsCredits = own.some(({ job }) => job?.terms.some((term) => "rate" in term && term.rate.unit === "credits"));
  const bought = billsCredits ? credit?.pack : undefined;
  const packPrice = bought ? toReport(bought.price) : ZERO;
  // Credit that is topped up has a minimum purchase.
  const least = bought ? ZERO : toReport(decimal(entry?.minimum_purchase ?? "0"));
  const pay = packPrice && paying({ pack: bought, price: packPrice, least }, usage, totalDistribution);
  const fees = feesOf(entry?.fees ?? [], keys?.fees ?? {});
  const monthly = toReport(fees.month);
  const setUp = toReport(fees.once);
  const paid = pay?.steady ?? null;
  const first = trialCredit && prepaidCredit && (pay?.first(trialCredit.plus(prepaidCredit)) ?? null);
  return {
    provider,
    usage,
    trial: trial?.neg() ?? null,
    prepaid: prepaid?.neg() ?? null,
    bundle_remainder: paid?.minus(usage) ?? null,
    beyond_plan: pay?.beyond ?? null,
    fees: monthly,
    cash: paid && monthly && paid.plus(monthly),
    first_month: first && monthly && setUp && first.plus(monthly).plus(setUp),
    plan_exceeded:
      bought?.monthly && (bought.beyond === "none" || bought.beyond === "unknown") && packPrice ? exceeds(packPrice, usage, totalDistribution) : null,
  };
}

function known(converted: Decimal | NoRate): Decimal | null {
  return isNoRate(converted) ? null : converted;
}

/**
 * Amounts of accounts without an exchange rate. It is an error if the manifest names the amount, because only the manifest can give
 * the rate. An amount from the price book alone is a warning; a trial or a minimum purchase from it is a note.
 */
export function rateProblems(pricing: Pricing, lines: readonly AccountLine[]): Problem[] {
  const { manifest, book } = pricing;
  return lines.flatMap(({ provider, fees, bundle_remainder, first_month }): Problem[] => {
    if (first_month !== null) return [];
    const entry = book.provider(provider)?.account;
    const keys = manifest.settings.accounts[provider];
    const once = onceOnly(entry, keys, pricing);
    const numbers = feesOf(entry?.fees ?? [], keys?.fees ?? {});
    const lacking = (what: string, isUnknown: boolean, usual: Problem["severity"] = "warning"): Problem[] => {
      const rate = toReporting(ONE, "USD", pricing);
      if (!isUnknown || !isNoRate(rate)) return [];
      const isAskedFor = keys !== undefined && Object.hasOwn(keys, what);
      const severity = isAskedFor ? "error" : usual;
      const path = isAskedFor ? ["accounts", provider, what] : keys ? ["accounts", provider] : ["currency"];
      return [{ code: "no-exchange-rate", severity, file: manifest.file, path, args: { id: provider, currency: rate.noRate, what } }];
    };
    return [
      ...lacking("fees", fees === null || numbers.once.gt(0)),
      ...lacking(keys?.plan === undefined ? "pack" : "plan", bundle_remainder === null),
      ...lacking("minimum_purchase", isNoRate(toReporting(decimal(entry?.minimum_purchase ?? "0"), "USD", pricing)), "note"),
      ...lacking("trial", isNoRate(once.trial), "note"),
      ...lacking("prepaid", isNoRate(once.prepaid)),
    ];
  });
}

/** A plan that is too small in more than this share of months is reported. */
const OFTEN = 0.05;

/** Plans that are too small for the month, if use beyond them has no known price. */
export function planProblems({ manifest: { file, settings }, book }: Pricing, lines: readonly AccountLine[]): Problem[] {
  return lines.flatMap(({ provider, plan_exceeded }): Problem[] => {
    const keys = settings.accounts[provider];
    const pack = creditValue(book.provider(provider)?.account, keys)?.pack;
    if (!pack || plan_exceeded === null || plan_exceeded <= OFTEN) return [];
    const args = { plan: pack.name, size: pack.size.toNumber(), chance: plan_exceeded, beyond: String(pack.beyond) };
    return [{ code: "plan-exceeded", severity: "warning", file, path: ["accounts", provider, keys?.plan === undefined ? "pack" : "plan"], args }];
  });
}

function feesOf(
  fees: readonly { name: string; usd: string; every: "month" | "once" }[],
  numbers: Readonly<Record<string, number>>,
): { month: Decimal; once: Decimal } {
  const total = (every: "month" | "once"): Decimal =>
    fees
      .filter((fee) => fee.every === every)
      .reduce((sum, { name, usd }) => sum.plus(decimal(usd).times(Object.hasOwn(numbers, name) ? (numbers[name] ?? 0) : 0)), ZERO);
  return { month: total("month"), once: total("once") };
}
