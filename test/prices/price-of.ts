import { type Estimate, estimateManifest } from "../../src/engine/estimate.ts";
import { pricingOf } from "../../src/engine/pricing.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { type Decimal, decimal } from "../../src/money/decimal.ts";
import { bookOf, type Provider } from "../../src/prices/book.ts";

type Order = { provider: string; model: string; request: object; date: string; currency?: string | undefined };

type Total = { usd: number; credits?: number };

/** The book's price of a request; absent if it has no price or a credit has no value. */
export type Priced = {
  status: Estimate["status"] | undefined;
  /** Of one job. */
  job?: Total;
  /** Of the request's volume, one job where it states none. */
  month?: Total;
  /** What is billed of one job, by meter. */
  quantities: Record<string, number>;
  problems: string;
};

/**
 * Prices one request, in the shape of a workload and with an `account` of its own, on a day.
 * A total in another currency is compared in that currency: one unit of it counts as one dollar.
 */
export function priceOf(providers: readonly Provider[], { provider, model, request, date, currency }: Order): Priced {
  const { account, ...rest } = request as { account?: { pack?: string | { size: number; price: number } } };
  const manifest = {
    version: 1,
    policy: { unknown_price: "warn" },
    fx: currency === undefined ? {} : { [currency]: 1 },
    accounts: account ? { [provider]: account } : {},
    workloads: { w: { provider, model, volume: { per_month: 1 }, ...rest } },
  };
  const parsed = parseManifest("m.yml", Buffer.from(JSON.stringify(manifest)));
  const [estimate] = estimateManifest(pricingOf(parsed, bookOf(providers, ""), date));
  const problems = JSON.stringify([...parsed.problems, ...(estimate?.problems ?? [])]);
  const job = estimate?.job;
  if (!job) return { status: estimate?.status, quantities: {}, problems };

  const pack = typeof account?.pack === "object" ? account.pack : undefined;
  const credit = account ? pack && decimal(pack.price).div(pack.size) : listCredit(providers.find((one) => one.provider === provider));
  const total = (usd: Decimal): Total => ({ usd: Number(usd.round(9)), ...(credit && { credits: Number(usd.div(credit).round(6)) }) });
  const quantities: Record<string, number> = {};
  for (const term of job.terms) if (term.kind === "line") quantities[term.meter] = (quantities[term.meter] ?? 0) + Number(term.quantity);
  return { status: estimate.status, job: total(job.amount), ...(estimate.monthly && { month: total(estimate.monthly) }), quantities, problems };
}

/** The list value of one credit, in USD. */
function listCredit(provider: Provider | undefined): Decimal | undefined {
  const credit = provider?.account?.credit;
  return credit?.usd === undefined ? undefined : decimal(credit.usd).div(credit.per ?? 1);
}
