import { convert } from "../money/convert.ts";
import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import { creditValue } from "./credit.ts";
import type { Estimate, Pricing } from "./estimate.ts";

/**
 * How one provider is paid, a month, in the reporting currency. Signed: usage + bundle_remainder +
 * fees = cash; `trial` and `prepaid` are negative and touch only the first month.
 */
export type AccountLine = {
  provider: string;
  usage: Decimal;
  trial: Decimal;
  prepaid: Decimal;
  bundle_remainder: Decimal;
  fees: Decimal;
  cash: Decimal;
  first_month: Decimal;
};

/** The ledger of every provider that a manifest uses or names an account for, in the order of first use. */
export function ledgerOf(pricing: Pricing, estimates: readonly Estimate[]): AccountLine[] {
  const used = estimates.flatMap(({ keys }) => (keys ? [keys.provider] : []));
  const providers = new Set([...used, ...Object.keys(pricing.manifest.settings.accounts)]);
  return [...providers].map((provider) => lineOf(provider, pricing, estimates));
}

function lineOf(provider: string, { manifest: { settings }, book, rates }: Pricing, estimates: readonly Estimate[]): AccountLine {
  const entry = book.provider(provider)?.account;
  const keys = settings.accounts[provider];
  const own = estimates.filter((one) => one.keys?.provider === provider && one.monthly !== null);
  const usage = own.reduce((sum, { monthly }) => sum.plus(monthly ?? ZERO), ZERO);
  const toReport = (usd: Decimal): Decimal => {
    const converted = convert(usd, "USD", settings.currency, rates);
    return "noRate" in converted ? ZERO : converted;
  };
  const credit = creditValue(entry, keys);
  const ofUnit = (amount: string, inCredits: boolean): Decimal => toReport(inCredits && credit ? decimal(amount).times(credit.usd) : decimal(amount));

  // Credits that only the first month has. A manifest's trial is in the account's unit: credits where it has them.
  const inCredits = entry?.credit !== undefined || (entry?.packs?.length ?? 0) > 0;
  const trialCredit =
    keys?.trial !== undefined ? ofUnit(keys.trial, inCredits) : entry?.trial ? ofUnit(entry.trial.amount, entry.trial.unit === "credit") : ZERO;
  const prepaidCredit = keys?.prepaid !== undefined ? ofUnit(keys.prepaid, inCredits) : ZERO;
  const trial = least(trialCredit, usage);
  const prepaid = least(prepaidCredit, usage.minus(trial));

  // Packs are bought where something is billed in what they hold; a pay-as-you-go price needs none.
  const billsCredits = own.some(({ job }) => job?.terms.some((term) => "rate" in term && term.rate.unit === "credits"));
  const packPrice = billsCredits && credit?.pack ? toReport(credit.pack.price) : undefined;
  const bought = (use: Decimal): Decimal => (packPrice?.gt(0) ? use.div(packPrice).round(0, 3).times(packPrice) : use);
  const fees = feesOf(entry?.fees ?? [], keys?.fees ?? {});
  const monthly = toReport(fees.month);
  const paid = bought(usage);
  return {
    provider,
    usage,
    trial: trial.neg(),
    prepaid: prepaid.neg(),
    bundle_remainder: paid.minus(usage),
    fees: monthly,
    cash: paid.plus(monthly),
    first_month: bought(usage.minus(trial).minus(prepaid)).plus(monthly).plus(toReport(fees.once)),
  };
}

function least(a: Decimal, b: Decimal): Decimal {
  return a.lt(b) ? a : b;
}

function feesOf(
  fees: readonly { name: string; usd: string; every: "month" | "once" }[],
  numbers: Readonly<Record<string, number>>,
): { month: Decimal; once: Decimal } {
  const total = (every: "month" | "once"): Decimal =>
    fees.filter((fee) => fee.every === every).reduce((sum, { name, usd }) => sum.plus(decimal(usd).times(numbers[name] ?? 0)), ZERO);
  return { month: total("month"), once: total("once") };
}
