import { type CreditValue, creditValue } from "../engine/credit.ts";
import { type JobPrice, type NoPrice, priceJob } from "../engine/price.ts";
import { type Refusal, refusals } from "../engine/refusals.ts";
import { type Request, requestOf } from "../engine/request.ts";
import type { Rates } from "../money/convert.ts";
import { isAccepted, limitsOf, listedValues } from "../prices/accepts.ts";
import type { Model, Price, Provider } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import { keysOf } from "./clip-request.ts";

/**
 * What a model would bill for one job that no manifest describes, in USD at list price: the price, or
 * what it refuses, or why there is none. `filled`: fields that were chosen because nobody sets them.
 */
export type Quote = { request: Request; filled: ReadonlyMap<string, Scalar>; credit: CreditValue | undefined } & (
  | { state: "priced"; job: JobPrice }
  | { state: "refused"; refused: readonly Refusal[] }
  | { state: "none"; no: NoPrice }
);

/** The day (UTC) that prices are looked up for, and USD for one unit of other currencies. */
export type Market = { date: string; rates: Rates };

/** A model of a provider, at one of its prices. */
export type PricedModel = { provider: Pick<Provider, "account">; model: Model; price: Price };

/** What stands for a field that a price asks for and the model neither limits nor sets. */
export type StandIns = Readonly<Record<string, Scalar>>;

/** A second of video or sound has no usual length of its own: the caller's clip gives it. Frames a second, bytes of a prompt, the first job of a month. */
const USUAL: StandIns = { fps: 24, "input.text_bytes": 200, monthly_jobs: 1 };

/** Fields that nobody sets are chosen at most this often for one job. */
const FILLED = 4;
/** At most this many values of a list are tried. */
const TRIED = 16;

/**
 * Prices one job of a model. A field that the price asks for and nothing sets takes what is in for
 * it, or the first value that the model accepts.
 * @param vary where the model refuses the request only because of its own default in a field that was
 *   not asked for (a `std` quality that makes no 1080p), take the cheapest value that it accepts instead
 */
export function quoteJob(
  { provider, model, price }: PricedModel,
  fields: ReadonlyMap<string, Scalar>,
  { date, rates }: Market,
  { standIns = {}, vary = false }: { standIns?: StandIns; vary?: boolean } = {},
): Quote {
  const credit = creditValue(provider.account, undefined);
  const money = { currency: "USD", rates, credit, discount: 0 };
  const attempt = (filled: ReadonlyMap<string, Scalar>): Quote => {
    const request = requestOf(keysOf(new Map([...fields, ...filled])), model, {});
    const { refused } = refusals(request, model);
    if (refused.length > 0) return { request, filled, credit, state: "refused", refused };
    const job = priceJob(price, request, money, { media: model.media, date });
    return "no" in job ? { request, filled, credit, state: "none", no: job } : { request, filled, credit, state: "priced", job };
  };
  const complete = (start: ReadonlyMap<string, Scalar>): Quote => {
    let quote = attempt(start);
    for (let round = 0; round < FILLED && quote.state === "none" && quote.no.no === "field"; round++) {
      // Pixels that go in follow from their resolution, which is what a request can say.
      const field = quote.no.field === "input.megapixels" ? "input.resolution" : quote.no.field;
      if (quote.filled.has(field)) break;
      const before = quote.filled;
      const found = candidates(field, model, quote.request, { ...USUAL, ...standIns })
        .map((value) => attempt(new Map([...before, [field, value]])))
        .find(({ state }) => state !== "refused");
      if (!found) break;
      quote = found;
    }
    return quote;
  };
  const unvaried = complete(new Map());
  if (!vary || unvaried.state !== "refused") return unvaried;
  const varied = unset(model, fields).flatMap(([field, values]) =>
    values.map((value) => complete(new Map([[field, value]]))).filter((one) => one.state === "priced"),
  );
  return varied.reduce((best: Quote, one) => (best.state !== "priced" || one.job.amount.lt(best.job.amount) ? one : best), unvaried);
}

/** What a field may be in this request: what usually is there if it is accepted, else everything accepted, in the book's order. */
function candidates(field: string, model: Model, { fields }: Request, standIns: StandIns): Scalar[] {
  const limits = limitsOf(field, model, (name) => fields.get(name)) ?? [];
  const usual = standIns[field];
  if (usual !== undefined && limits.every((limit) => isAccepted(limit, usual))) return [usual];
  return limits.flatMap((limit) => (limit.kind === "list" ? limit.values.slice(0, TRIED) : [limit.min]));
}

/** Lists of accepted values in fields that the request leaves open; a plan is the account's to choose. */
function unset({ accepts, cases }: Model, fields: ReadonlyMap<string, Scalar>): [string, Scalar[]][] {
  const names = new Set([accepts, ...cases.map((one) => one.accepts)].flatMap((one) => Object.keys(one)));
  const open = [...names].filter((field) => !fields.has(field) && field !== "plan" && field !== "frames" && !field.startsWith("input."));
  return open.map((field) => {
    const listed = [accepts[field], ...cases.map((one) => one.accepts[field])].flatMap(listedValues);
    return [field, [...new Set(listed)].slice(0, TRIED)];
  });
}

/** Why a request that is accepted has no price: nobody sets a field, it is not sold, or an amount, a credit's value or a currency's rate is not known. */
export type NotPriced =
  | { reason: "field-needed"; field: string }
  | { reason: "no-rate"; currency: string }
  | { reason: "not-sold" | "unknown-amount" | "unknown-credit" };

/** The same, by the words that the reports of the price book use. */
export function notPriced(no: NoPrice): NotPriced {
  switch (no.no) {
    case "field":
      return { reason: "field-needed", field: no.field };
    case "rate":
      return { reason: "no-rate", currency: no.currency };
    case "offer":
      return { reason: "not-sold" };
    case "amount":
      return { reason: "unknown-amount" };
    case "credit":
      return { reason: "unknown-credit" };
  }
}
