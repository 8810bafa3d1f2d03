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

/** One price of a feed beside ours, USD for one `per`. `ours` is null if our model refuses the request, or has no price for it. */
export type ComparedRate = FeedRate & { ours: Decimal | null; state: "same" | "moved" | "lacking" };

/**
 * A feed's rates of one model compared with our price of a day. `complete`: whether they reach every amount of our price. `after`: the
 * model as the feed has it; null if nothing can be written, for the reason `why`.
 */
export type ComparedPrice = { rates: readonly ComparedRate[]; complete: boolean; after: Model | null; why: string | null };

type Source = { date: string; source: string | undefined };

/** @param source the day of the feed, and its address where it is what was read instead of our page */
export function comparePrice({ provider, model, price }: PricedModel, rates: readonly FeedRate[], market: Market, source: Source): ComparedPrice {
  const reached = new Set<number>();
  const amounts = new Map<number, string>();
  let stuck: string | null = null;
  const held = rates.map((rate): ComparedRate => {
    const found = ourRate({ provider, model, price }, rate, market);
    if (!found) return { ...rate, ours: null, state: "lacking" };
    for (const place of found.places) reached.add(place);
    if (isSame(found.ours, rate.usd)) return { ...rate, ours: found.ours, state: "same" };
    const [place, ...others] = found.places;
    const charge = place === undefined ? undefined : price.charges[place];
    if (place === undefined || others.length > 0 || !charge || price.total) stuck ??= "the price is made of more than one amount, or is rounded";
    else {
      const value = amountOf(charge, rate, found.ours);
      if (amounts.has(place) && amounts.get(place) !== value) stuck ??= "one amount of ours is two of theirs";
      amounts.set(place, value);
    }
    return { ...rate, ours: found.ours, state: "moved" };
  });
  const complete = reached.size === price.charges.length + price.factors.length;
  const why = stuck ?? (complete ? null : "the feed does not state every amount of the price");
  if (why !== null || held.every(({ state }) => state === "lacking"))
    return { rates: held, complete, after: null, why: why ?? "it states none of our amounts" };
  const { model: after } = confirmModel(model, price, { date: source.date, amounts, ...(source.source !== undefined && { source: source.source }) });
  const proved = provedBy(provider, after, held, market);
  return { rates: held, complete, after: proved ? after : null, why: proved ? null : "the new amounts do not give back what the feed says" };
}

/** Whether the model as written says what the feed says. */
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

/** Equal as money is rounded. */
function isSame(ours: Decimal, theirs: string): boolean {
  return round(ours) === round(decimal(theirs));
}

/** A length that most models make, after the model's default. */
const LENGTHS = [5, 8, 10, 4, 6];
const MILLION = 1e6;

/** What our price has for a rate of theirs, and the places of the amounts that make it; null if the model does not make it. */
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

/** The amount of a charge at which it is what the feed says. */
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

/** What our model calls a resolution of theirs: the same word, or the class of an exact size. */
function ourName(model: Model, theirs: string): string {
  const name = normaliseResolution(theirs);
  const size = sizeOf(name);
  const limits = limitsOf("resolution", model, () => undefined) ?? [];
  const known = [name, ...(size ? [`${Math.min(...size)}p`] : [])];
  return known.find((one) => limits.length > 0 && limits.every((limit) => isAccepted(limit, one))) ?? name;
}
