import { type CreditValue, creditValue } from "../engine/credit.ts";
import { type JobPrice, type NoPrice, priceJob } from "../engine/price.ts";
import { type Refusal, refusals } from "../engine/refusals.ts";
import { type Request, requestOf } from "../engine/request.ts";
import type { Rates } from "../money/convert.ts";
import { ownValue } from "../notation/record-of.ts";
import { isAccepted, limitsOf, listedValues } from "../prices/accepts.ts";
import type { Model, Price, Provider } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import { keysOf } from "./clip-request.ts";

/**
 * The list price in USD of one job that no manifest describes. `refused`: the model does not accept the request.
 * `none`: it accepts the request, but there is no price. `filled`: the fields without a default, with the values chosen for them.
 */
export type Quote = { request: Request; filled: ReadonlyMap<string, Scalar>; credit: CreditValue | undefined } & (
  | { state: "priced"; job: JobPrice }
  | { state: "refused"; refused: readonly Refusal[] }
  | { state: "none"; no: NoPrice }
);

/** The day (UTC) whose prices apply, and the exchange rates: USD for one unit of each other currency. */
export type Market = { date: string; rates: Rates };

/** A model of a provider, at one of its prices. */
export type PricedModel = { provider: Pick<Provider, "account">; model: Model; price: Price };

/** Values for fields that a price needs and that neither the request nor the model sets. */
export type StandIns = Readonly<Record<string, Scalar>>;

/** Frames per second, bytes of a prompt, and the first job of a month. The caller adds the length of an input video or audio, which depends on its clip. */
const USUAL: StandIns = { fps: 24, "input.text_bytes": 200, monthly_jobs: 1 };

/** At most this many fields are filled in for one job. */
const FILLED = 4;
/** At most this many values of a list are tried for one field. */
const TRIED = 16;

/**
 * Prices one job of a model. If the price needs a field that nothing sets, the field takes its stand-in, or the
 * first value that the model accepts.
 * @param vary what to do if the model refuses the request only because of its own default in a field that the
 *   caller left open, such as a `std` quality that cannot make 1080p: true takes the cheapest accepted value instead
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
      // A request cannot set the input's megapixels. They follow from its resolution.
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

/** The values to try for a field: only its stand-in if the model accepts that, otherwise the accepted values in the book's order. */
function candidates(field: string, model: Model, { fields }: Request, standIns: StandIns): Scalar[] {
  const limits = limitsOf(field, model, (name) => fields.get(name)) ?? [];
  const usual = ownValue(standIns, field);
  if (usual !== undefined && limits.every((limit) => isAccepted(limit, usual))) return [usual];
  return limits.flatMap((limit) => (limit.kind === "list" ? limit.values.slice(0, TRIED) : [limit.min]));
}

/** The fields that the request leaves open, with their accepted values. `plan` is left out, because the account decides it. */
function unset({ accepts, cases }: Model, fields: ReadonlyMap<string, Scalar>): [string, Scalar[]][] {
  const names = new Set([accepts, ...cases.map((one) => one.accepts)].flatMap((one) => Object.keys(one)));
  const open = [...names].filter((field) => !fields.has(field) && field !== "plan" && field !== "frames" && !field.startsWith("input."));
  return open.map((field) => {
    const listed = [accepts, ...cases.map((one) => one.accepts)].map((one) => ownValue(one, field)).flatMap(listedValues);
    return [field, [...new Set(listed)].slice(0, TRIED)];
  });
}

/** Why an accepted request has no price: a field is missing, the request is not sold, or an amount, a credit's value or an exchange rate is unknown. */
export type NotPriced =
  | { reason: "field-needed"; field: string }
  | { reason: "no-rate"; currency: string }
  | { reason: "not-sold" | "unknown-amount" | "unknown-credit" };

/** Translates the engine's reason into the one that the price book's reports use. */
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
