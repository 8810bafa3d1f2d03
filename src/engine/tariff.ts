import type { WorkloadKeys } from "../manifest/schema.ts";
import { decimal } from "../money/decimal.ts";
import type { Model, Price, Provider } from "../prices/book.ts";
import { findModel, modelKey, priceOn } from "../prices/find.ts";
import { contractPrice, isContract } from "./contract-price.ts";
import { type CreditValue, creditValue } from "./credit.ts";
import { type JobPrice, type Money, type NoPrice, priceJob, type Rules, rulesOf } from "./price.ts";
import type { Pricing } from "./pricing.ts";
import { type Request, type RequestKeys, requestOf } from "./request.ts";

/** How any job of a workload's model is priced on the workload's account: the workload's own job, and others. */
export type Tariff = {
  /** provider/model */
  id: string;
  /** What the book says of the model; `UNLISTED` where it says nothing. */
  model: Model;
  price: Price;
  money: Money;
  ask: (keys: RequestKeys) => Request;
  /** One job in the reporting currency. @param rules to bill by instead of the price's own */
  bill: (request: Request, rules?: Price) => JobPrice | NoPrice;
  /** The charges and factors that a job meets: two jobs with the same are priced alike. */
  rules: (request: Request) => Rules | NoPrice;
};

/** A model that no book lists: nothing is known of what it accepts. */
export const UNLISTED: Model = { id: "", aliases: [], modes: ["text-to-video"], accepts: {}, defaults: {}, cases: [], status: {}, jobs: {}, prices: [] };

/** The contract price of the manifest, or the book's price of the day. @returns null where there is none */
export function tariffOf(keys: WorkloadKeys, pricing: Pricing): Tariff | null {
  const { manifest, book, date, rates } = pricing;
  const provider = book.provider(keys.provider);
  const found = provider && findModel(provider, keys.model);
  const model = found ?? UNLISTED;
  const contract = isContract(keys.price) ? keys.price : undefined;
  const price = contract ? contractPrice(contract, manifest.file, date) : priceOn(model, date);
  if (!price) return null;
  const account = manifest.settings.accounts[keys.provider];
  const credit = found ? creditOf(provider, keys, pricing) : creditValue(undefined, account);
  // A contract price is what is paid: an account's discount does not apply to it again.
  const money = { currency: manifest.settings.currency, rates, credit, discount: contract ? 0 : (account?.discount ?? 0) };
  const context = found ? { plan: account?.plan, monthlyJobs: pricing.monthlyJobs.get(modelKey(keys, book)) } : {};
  const uncounted = contract?.per === "token" && !model.media?.tokens;
  return {
    id: `${keys.provider}/${found?.id ?? keys.model}`,
    model,
    price,
    money,
    ask: (one) => requestOf(one, model, context),
    bill: (request, rules = price) => (uncounted ? { no: "field", field: "media.tokens" } : priceJob(rules, request, model.media, money, date)),
    rules: (request) => rulesOf(price, request, date),
  };
}

/** What a credit of a provider is worth to a workload; kept, since it is the same for all workloads that do not say it themselves. */
export function creditOf(provider: Provider, keys: WorkloadKeys, pricing: Pricing): CreditValue | undefined {
  if (keys.price?.per === "credit") return { usd: decimal(keys.price.usd ?? keys.price.amount ?? "0"), assumed: false };
  if (!pricing.credits.has(provider.provider)) {
    pricing.credits.set(provider.provider, creditValue(provider.account, pricing.manifest.settings.accounts[provider.provider]));
  }
  return pricing.credits.get(provider.provider);
}
