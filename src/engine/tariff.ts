import type { WorkloadKeys } from "../manifest/schema.ts";
import { decimal } from "../money/decimal.ts";
import type { Model, Price, Provider } from "../prices/book.ts";
import { findModel, modelKey, priceOn } from "../prices/find.ts";
import { contractPrice, isContract } from "./contract-price.ts";
import { type CreditValue, creditValue } from "./credit.ts";
import { type JobPrice, type Money, type NoPrice, priceJob, type Rules, rulesOf } from "./price.ts";
import type { Pricing } from "./pricing.ts";
import { type Request, type RequestKeys, requestOf } from "./request.ts";

/** The terms for every job of a workload's model on its account. They exist even if a job has no price. */
export type Terms = {
  /** provider/model */
  id: string;
  /** The model in the price book, or `UNLISTED`. */
  model: Model;
  money: Money;
  ask: (keys: RequestKeys) => Request;
};

/** How jobs of a workload's model are priced on the workload's account: the workload's own job, and any other. */
export type Tariff = Terms & {
  price: Price;
  /** One job in the reporting currency. @param rules to bill by instead of the price's own */
  bill: (request: Request, rules?: Price) => JobPrice | NoPrice;
  /** The charges and factors that apply to a job. Jobs with the same rules are priced alike. */
  rules: (request: Request) => Rules | NoPrice;
};

/** Stands for a model that the price book does not list. Nothing is known about what it accepts. */
const UNLISTED: Model = { id: "", aliases: [], modes: ["text-to-video"], accepts: {}, defaults: {}, cases: [], status: {}, jobs: {}, prices: [] };

/** By pricing, then by what the terms depend on: the provider, the model and a price of the manifest. */
type Known<Value> = WeakMap<Pricing, Map<string, Value>>;
const knownTerms: Known<Terms> = new WeakMap();
const knownTariffs: Known<Tariff | null> = new WeakMap();

/** Computes a value once for all workloads with the same model and the same price in the manifest. */
function onceForModel<Value>(known: Known<Value>, { provider, model, price }: WorkloadKeys, pricing: Pricing, compute: () => Value): Value {
  const values = known.get(pricing) ?? new Map<string, Value>();
  known.set(pricing, values);
  const text = JSON.stringify([provider, model, price]);
  if (!values.has(text)) values.set(text, compute());
  return values.get(text) as Value;
}

/** The terms of a workload: currency, credits, discount and monthly jobs of its account, and how its keys become a request. */
export function termsOf(keys: WorkloadKeys, pricing: Pricing): Terms {
  return onceForModel(knownTerms, keys, pricing, () => newTerms(keys, pricing));
}

function newTerms(keys: WorkloadKeys, pricing: Pricing): Terms {
  const { manifest, book, rates } = pricing;
  const provider = book.provider(keys.provider);
  const found = provider && findModel(provider, keys.model);
  const model = found ?? UNLISTED;
  const account = manifest.settings.accounts[keys.provider];
  const credit = found ? creditOf(provider, keys, pricing) : creditValue(undefined, account);
  // A contract price is already net: an account's discount does not apply to it again.
  const discount = isContract(keys.price) ? 0 : (account?.discount ?? 0);
  const context = found ? { plan: account?.plan, monthlyJobs: pricing.monthlyJobs.get(modelKey(keys, book)) } : {};
  return {
    id: `${keys.provider}/${found?.id ?? keys.model}`,
    model,
    money: { currency: manifest.settings.currency, rates, credit, discount },
    ask: onceEach(onceForRequest((one) => requestOf(one, model, context))),
  };
}

/** The tariff with the manifest's contract price, or else with the book's price of the day. @returns null if there is neither */
export function tariffOf(keys: WorkloadKeys, pricing: Pricing): Tariff | null {
  return onceForModel(knownTariffs, keys, pricing, () => newTariff(keys, pricing));
}

function newTariff(keys: WorkloadKeys, pricing: Pricing): Tariff | null {
  const { manifest, date } = pricing;
  const terms = termsOf(keys, pricing);
  const { model, money } = terms;
  const contract = isContract(keys.price) ? keys.price : undefined;
  const price = contract ? contractPrice(contract, manifest.file, date) : priceOn(model, date);
  if (!price) return null;
  const uncounted = contract?.per === "token" && !model.media?.tokens;
  const billed = (request: Request, rules: Price): JobPrice | NoPrice =>
    uncounted ? { no: "field", field: "media.tokens" } : priceJob(rules, request, money, { media: model.media, date });
  const own = onceEach((request: Request) => billed(request, price));
  return {
    ...terms,
    price,
    bill: (request, rules = price) => (rules === price ? own(request) : billed(request, rules)),
    rules: (request) => rulesOf(price, request, date),
  };
}

/** A function that computes its value once for each object. */
function onceEach<Key extends object, Value extends object>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

/** A function that computes its value once for all keys that request the same job. */
function onceForRequest(compute: (keys: RequestKeys) => Request): (keys: RequestKeys) => Request {
  const known = new Map<string, Request>();
  return (keys) => {
    const { mode, output, input, tier, region, options, runtime } = keys;
    const text = JSON.stringify([mode, output, input, tier, region, options, runtime]);
    const request = known.get(text) ?? compute(keys);
    known.set(text, request);
    return request;
  };
}

/** The value of a provider's credit for a workload. It is cached, because it is the same for all workloads without their own. */
export function creditOf(provider: Provider, keys: WorkloadKeys, pricing: Pricing): CreditValue | undefined {
  if (keys.price?.per === "credit") return { usd: decimal(keys.price.usd ?? keys.price.amount ?? "0"), assumed: false };
  if (!pricing.credits.has(provider.provider)) {
    pricing.credits.set(provider.provider, creditValue(provider.account, pricing.manifest.settings.accounts[provider.provider]));
  }
  return pricing.credits.get(provider.provider);
}
