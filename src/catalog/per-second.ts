import { type Decimal, decimal } from "../money/decimal.ts";
import { listedValues } from "../prices/accepts.ts";
import type { Charge, Model, Price, Provider } from "../prices/book.ts";
import { beats, type Condition, holds } from "../prices/condition.ts";

/** USD for one second of output, by resolution. One row with null if the price is the same at every resolution. */
export type PerSecond = readonly { resolution: string | null; usd: Decimal }[];

/** Why a price is not simply one amount per second and resolution. */
export type NotPerSecond =
  | { why: "meter" | "condition"; value: string }
  | { why: "steps" | "total" | "several-charges" | "unknown-amount" | "unknown-credit" | "no-charge" };

/**
 * A price as USD for one second by resolution, if that is all there is to it. A price that also depends on sound, bills by token
 * or rounds up lengths is not flattened; `why` says what a single number would hide.
 */
export function perSecond(provider: Provider, model: Model, price: Price): PerSecond | NotPerSecond {
  const why = whyNot(price);
  if (why) return why;
  const resolutions = [...new Set([...price.charges, ...price.factors].flatMap(({ when }) => resolutionsIn(when)))];
  const made = listedValues(model.accepts["resolution"]).map(String);
  const told = resolutions.length === 0 ? [null] : made.length > 0 ? made : resolutions;
  const rows: { resolution: string | null; usd: Decimal }[] = [];
  for (const resolution of told) {
    const charge = mostSpecific(price.charges.filter(({ when }) => applies(when, resolution)));
    if (!charge) continue;
    const usd = inDollars(charge, provider);
    if (usd === null) return { why: "unknown-credit" };
    const factors = price.factors.filter(({ when }) => applies(when, resolution));
    rows.push({ resolution, usd: factors.reduce((product, { factor }) => product.times(factor), usd) });
  }
  return rows.length > 0 ? rows : { why: "no-charge" };
}

function whyNot({ charges, factors, holes, total }: Price): NotPerSecond | null {
  if (charges.some(({ amount }) => amount === "unknown")) return { why: "unknown-amount" };
  const meter = charges.find(({ meter, of }) => meter !== "second" || of.some((subject) => subject !== "output"));
  if (meter) return { why: "meter", value: meter.of.includes("output") ? meter.meter : `${meter.meter} of ${meter.of.join(" and ")}` };
  if (new Set(charges.map(({ line }) => line)).size > 1 || charges.some(({ extra }) => extra)) return { why: "several-charges" };
  if (charges.some(({ per, each, min, step, max, included }) => per !== "1" || each || min || step || max || included)) return { why: "steps" };
  if (total) return { why: "total" };
  const field = [...charges, ...factors, ...holes.map((when) => ({ when }))].flatMap(({ when }) => Object.keys(when)).find((name) => name !== "resolution");
  return field === undefined ? null : { why: "condition", value: field };
}

function resolutionsIn(when: Condition): string[] {
  const matcher = when["resolution"];
  return matcher && "in" in matcher ? matcher.in.map(String) : [];
}

const applies = (when: Condition, resolution: string | null): boolean => holds(when, () => resolution ?? undefined) === true;

function mostSpecific(charges: readonly Charge[]): Charge | undefined {
  return charges.find((charge) => charges.every((other) => other === charge || !beats(other.when, charge.when)));
}

/** An amount in USD. Credits are converted at the provider's price of one. Null for another currency or a credit of unknown value. */
function inDollars({ amount }: Charge, { account }: Provider): Decimal | null {
  if (amount === "unknown") return null;
  if (amount.unit === "USD") return decimal(amount.value);
  const credit = account?.credit;
  if (amount.unit !== "credits" || credit?.usd === undefined) return null;
  return decimal(amount.value)
    .times(credit.usd)
    .div(credit.per ?? 1);
}
