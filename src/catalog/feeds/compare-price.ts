import { rulesOf } from "../../engine/price.ts";
import { type Decimal, decimal } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import { normaliseResolution, sizeOf } from "../../notation/resolution.ts";
import { isAccepted, limitsOf } from "../../prices/accepts.ts";
import type { Charge, Model } from "../../prices/book.ts";
import type { Scalar } from "../../prices/condition.ts";
import { confirmModel } from "../../prices/confirm.ts";
import { priceOn } from "../../prices/find.ts";
import { type Market, type PricedModel, quoteJob } from "../quote.ts";
import type { FeedRate } from "./feed.ts";

/** A rate of a feed beside the book's, both in USD for one `per`. `ours` is null if the book's model refuses the request or has no price for it. */
export type ComparedRate = FeedRate & { ours: Decimal | null; state: "same" | "moved" | "lacking" };

/**
 * A feed's rates of one model compared with the book's price on a day. `complete`: whether the rates cover every charge and factor of
 * the price. `after`: the model with the feed's amounts; null if it cannot be written, for the reason `why`.
 */
export type ComparedPrice = { rates: readonly ComparedRate[]; complete: boolean; after: Model | null; why: string | null };

type Source = { date: string; source: string | undefined };

/** @param source the day of the feed, and its address if the amounts come from the feed itself and not from the page in the book */
export function comparePrice({ provider, model, price }: PricedModel, rates: readonly FeedRate[], market: Market, source: Source): ComparedPrice {
  const reached = new Set<number>();
  const amounts = new Map<number, string>();
  let stuck: string | null = null;
  const compared = rates.map((rate): ComparedRate => {
    const found = ourRate({ provider, model, price }, rate, market);
    if (!found) return { ...rate, ours: null, state: "lacking" };
    for (const place of found.places) reached.add(place);
    if (isSame(found.ours, rate.usd)) return { ...rate, ours: found.ours, state: "same" };
    const [place, ...others] = found.places;
    const charge = place === undefined ? undefined : price.charges[place];
    if (place === undefined || others.length > 0 || !charge || price.total) stuck ??= "the price combines several amounts or has a rule for its total";
    else {
      const value = amountOf(charge, rate, found.ours);
      if (amounts.has(place) && amounts.get(place) !== value) stuck ??= "the feed has two amounts for one amount of the book";
      amounts.set(place, value);
    }
    return { ...rate, ours: found.ours, state: "moved" };
  });
  const complete = reached.size === price.charges.length + price.factors.length;
  const why = stuck ?? (complete ? null : "the feed does not state every amount of the price");
  if (why !== null || compared.every(({ state }) => state === "lacking"))
    return { rates: compared, complete, after: null, why: why ?? "the feed states none of the price's amounts" };
  const { model: after } = confirmModel(model, price, { date: source.date, amounts, ...(source.source !== undefined && { source: source.source }) });
  const proved = provedBy(provider, after, compared, market);
  return { rates: compared, complete, after: proved ? after : null, why: proved ? null : "the new amounts do not reproduce the feed's prices" };
}

/** Whether the changed model gives the feed's amount for every rate that it accepts. */
function provedBy(provider: PricedModel["provider"], after: Model, rates: readonly ComparedRate[], market: Market): boolean {
  const price = priceOn(after, market.date);
  return (
    price !== undefined &&
    rates.every((rate) => {
      const found = rate.state === "lacking" ? null : ourRate({ provider, model: after, price }, rate, market);
      return rate.state === "lacking" || (found !== null && isSame(found.ours, rate.usd));
    })
  );
}

/** Compares the rounded amounts. */
function isSame(ours: Decimal, theirs: string): boolean {
  return round(ours) === round(decimal(theirs));
}

/** Seconds. Common lengths of clips, tried after the model's default. */
const LENGTHS = [5, 8, 10, 4, 6];
const MILLION = 1e6;

/** The book's amount for a rate of the feed, with the places of the charges and factors that make it up; null if the model does not accept the request. */
function ourRate({ provider, model, price }: PricedModel, rate: FeedRate, market: Market): { ours: Decimal; places: number[] } | null {
  const { "input.video": video, ...asked } = rate.when;
  const fields = new Map<string, Scalar>(
    Object.entries(asked).map(([field, value]) => [field, field === "resolution" ? ourName(model, String(value)) : value]),
  );
  if (video === true) fields.set("input.video", 5);
  const lengths = fields.has("duration") ? [Number(fields.get("duration"))] : [model.defaults["duration"], ...LENGTHS].filter((one) => typeof one === "number");
  for (const duration of lengths) {
    const quote = quoteJob({ provider, model, price }, new Map([...fields, ["duration", duration]]), market);
    if (quote.state !== "priced") continue;
    const rules = rulesOf(price, quote.request, market.date);
    if ("no" in rules) return null;
    const places = [
      ...rules.charges.map((charge) => price.charges.indexOf(charge)),
      ...rules.factors.map((factor) => price.charges.length + price.factors.indexOf(factor)),
    ];
    if (rate.per !== "token") return { ours: rate.per === "clip" ? quote.job.amount : quote.job.amount.div(duration), places };
    const [charge, ...others] = rules.charges;
    if (!charge || others.length > 0 || rules.factors.length > 0 || charge.meter !== "token" || charge.amount === "unknown" || charge.amount.unit !== "USD")
      return null;
    return { ours: decimal(charge.amount.value).times(MILLION).div(charge.per), places };
  }
  return null;
}

/** The amount that the charge must have to give the feed's rate: the rate itself if units agree, else the old amount scaled by feed / book. */
function amountOf({ amount, meter, per }: Charge, { per: unit, usd }: FeedRate, ours: Decimal): string {
  if (amount === "unknown") return usd;
  const isDirect = amount.unit === "USD" && meter === unit;
  const value = isDirect
    ? decimal(usd)
        .times(per)
        .div(unit === "token" ? MILLION : 1)
    : decimal(amount.value).times(usd).div(ours);
  return value.round(12, 1).toFixed();
}

/** The book's name for a resolution of the feed: the same word, or the class of an exact size (`1280x720` is `720p`). */
function ourName(model: Model, theirs: string): string {
  const name = normaliseResolution(theirs);
  const size = sizeOf(name);
  const limits = limitsOf("resolution", model, () => undefined) ?? [];
  const known = [name, ...(size ? [`${Math.min(...size)}p`] : [])];
  return known.find((one) => limits.length > 0 && limits.every((limit) => isAccepted(limit, one))) ?? name;
}
