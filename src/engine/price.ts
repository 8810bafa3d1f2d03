import { convert, isNoRate, type Rates } from "../money/convert.ts";
import { type Decimal, decimal, ONE, ZERO } from "../money/decimal.ts";
import type { Amount, Charge, Factor, MediaProfile, Price } from "../prices/book.ts";
import { beats, type Fields, holds } from "../prices/condition.ts";
import type { CreditValue } from "./credit.ts";
import { type Quantity, quantityOf, toStep } from "./quantity.ts";
import type { Request } from "./request.ts";

/** One term of a job's price. `report/words/formula.ts` writes it as a formula. `amount` is in the reporting currency. */
export type Term = { amount: Decimal } & (
  | { kind: "line" | "extra"; quantity: Decimal; meter: string; of: readonly string[]; rate: Amount; per: string; credit?: Decimal }
  | { kind: "factor"; factor: string; fields: readonly string[] }
  | { kind: "total"; rule: "min" | "max" | "round_to"; value: string; unit: string }
  | { kind: "discount"; share: number }
);

/** The price of one successful job in the reporting currency, and its terms. `bound`: whether the price is exact or only a bound. */
export type JobPrice = {
  amount: Decimal;
  terms: readonly Term[];
  bound: "exact" | "upper" | "lower";
  /** Parts that add up to `amount`. `base`: the requested quantity. `pricing`: factors and extras. `rounding`: minimums and rounding. */
  parts: { base: Decimal; pricing: Decimal; rounding: Decimal };
};

/**
 * Why a request has no price. `field`: it is not set. `offer`: the request is not sold. `amount`, `credit`, `rate`: an amount, the value of
 * a credit or an exchange rate is unknown.
 */
export type NoPrice = { no: "field"; field: string } | { no: "offer" } | { no: "amount" } | { no: "credit" } | { no: "rate"; currency: string };

export type Money = { currency: string; rates: Rates; credit: CreditValue | undefined; discount: number };

type Line = { charge: Charge; rate: Amount; quantity: Quantity; amount: Decimal; raw: Decimal };

/**
 * Prices one job in this order: lines, factors, extras, total, discount. All amounts are exact decimals.
 * prices/README.md has the rules: "How a price is computed".
 * @param media the model's media profile, which gives frames and tokens per second
 * @param date the day (UTC) that decides which promotions of the price are active
 */
export function priceJob(price: Price, request: Request, money: Money, { media, date }: { media: MediaProfile | undefined; date: string }): JobPrice | NoPrice {
  const fields: Fields = (field) => request.fields.get(field);
  const chosen = chooseCharges(price, fields, date);
  if ("no" in chosen) return chosen;
  const lines: Line[] = [];
  for (const charge of chosen) {
    const line = count(charge, request, media);
    if ("no" in line) return line;
    lines.push(line);
  }
  if (!lines.some((line) => !line.charge.extra)) return { no: "offer" };
  const empty =
    lines.every(({ quantity }) => quantity.billable.eq(0)) && lines.find(({ charge }) => charge.amount !== "unknown" && !decimal(charge.amount.value).eq(0));
  if (empty) return { no: "field", field: inputOf(empty.charge) };

  const matching = matchFactors(price, fields, date);
  if ("no" in matching) return matching;

  return assemble({ lines, factors: matching, total: price.total, auto: request.auto }, money);
}

export type Rules = { charges: readonly Charge[]; factors: readonly Factor[] };

/**
 * The charges and factors of a price that apply to a request. Requests with the same rules are priced alike.
 * @param date the day (UTC) that decides which promotions of the price are active
 */
export function rulesOf(price: Price, request: Request, date: string): Rules | NoPrice {
  const fields: Fields = (field) => request.fields.get(field);
  const charges = chooseCharges(price, fields, date);
  if ("no" in charges) return charges;
  const factors = matchFactors(price, fields, date);
  return "no" in factors ? factors : { charges, factors };
}

/** Every active factor that matches, or the unset field that one of them needs. */
function matchFactors({ factors }: Pick<Price, "factors">, fields: Fields, date: string): Factor[] | NoPrice {
  const matching: Factor[] = [];
  for (const factor of factors) {
    const match = isActive(factor, date) && holds(factor.when, fields);
    if (typeof match === "object") return { no: "field", field: match.needs };
    if (match) matching.push(factor);
  }
  return matching;
}

/** The field to ask for if a job is billed by its input but declares none. Such a job is not free; its manifest is incomplete. */
function inputOf({ of, meter }: Charge): string {
  if (meter === "gpu_second") return "runtime";
  const inputs = {
    output: "duration",
    input_video: "input.video",
    input_audio: "input.audio",
    input_images: "input.images",
    text: "input.text_bytes",
  } as const;
  return inputs[of[0] ?? "output"];
}

/** In each line, the most specific active charge that matches, and every matching extra. */
function chooseCharges({ charges, holes }: Price, fields: Fields, date: string): Charge[] | NoPrice {
  if (holes.some((hole) => holds(hole, fields) === true)) return { no: "offer" };
  const matching: Charge[] = [];
  let needs: string | undefined;
  for (const charge of charges) {
    if (!isActive(charge, date)) continue;
    const match = holds(charge.when, fields);
    if (match === true) matching.push(charge);
    else if (typeof match === "object") needs ??= match.needs;
  }
  if (needs !== undefined) return { no: "field", field: needs };
  return matching.filter((charge) => charge.extra || !matching.some((other) => !other.extra && other.line === charge.line && beats(other.when, charge.when)));
}

/** Whether a dated charge or factor applies. A promotion without a known end does not, so that budgets are compared with the list price. */
function isActive({ from, to }: { from?: string; to?: string }, date: string): boolean {
  if (from === undefined && to === undefined) return true;
  return to !== undefined && (from === undefined || from <= date) && date < to;
}

function count(charge: Charge, request: Request, media: MediaProfile | undefined): Line | NoPrice {
  if (charge.amount === "unknown") return { no: "amount" };
  const quantity = quantityOf(charge, request, media);
  if ("needs" in quantity) return { no: "field", field: quantity.needs };
  const each = rateOf(charge, charge.amount);
  return { charge, rate: charge.amount, quantity, amount: quantity.billable.times(each), raw: quantity.raw.times(each) };
}

/** The amount for one unit of a charge's meter, computed once: $5 per 1,000,000 tokens is $0.000005 a token. */
function rateOf(charge: Charge, { value }: Amount): Decimal {
  const rate = rates.get(charge) ?? decimal(value).div(charge.per);
  rates.set(charge, rate);
  return rate;
}

const rates = new WeakMap<Charge, Decimal>();

/** Sums by unit. They are converted to the reporting currency at the end. */
type Sums = Map<string, Decimal>;

/** The counted lines and the rules of a price. `auto`: the provider chooses the length, so the price is an upper bound. */
type Counted = { lines: readonly Line[]; factors: readonly Factor[]; total: Price["total"]; auto: boolean };

function assemble({ lines, factors, total, auto }: Counted, money: Money): JobPrice | NoPrice {
  const toMoney = converter(money);
  const terms: Term[] = [];
  const product = factors.reduce((all, { factor }) => all.times(factor), ONE);
  const ordinary = lines.filter(({ charge }) => !charge.extra);
  const extras = lines.filter(({ charge }) => charge.extra);

  for (const { rate } of lines) {
    const one = toMoney(ONE, rate.unit);
    if ("no" in one) return one;
  }
  const exact = (amount: Decimal, unit: string): Decimal => toMoney(amount, unit) as Decimal;
  const sumOf = (some: readonly Line[], amount: (line: Line) => Decimal): Decimal =>
    some.reduce((sum, line) => sum.plus(exact(amount(line), line.rate.unit)), ZERO);

  for (const line of ordinary) terms.push(lineTerm(line, "line", exact, money));
  let running = sumOf(ordinary, ({ amount }) => amount);
  for (const { factor, when } of factors) {
    const multiplied = running.times(factor);
    terms.push({ kind: "factor", factor, fields: Object.keys(when), amount: multiplied.minus(running) });
    running = multiplied;
  }
  for (const line of extras) terms.push(lineTerm(line, "extra", exact, money));

  const sums: Sums = new Map();
  for (const { charge, rate, amount } of lines) {
    const before = sums.get(rate.unit) ?? ZERO;
    sums.set(rate.unit, before.plus(charge.extra || product === ONE ? amount : amount.times(product)));
  }
  terms.push(...applyTotal(sums, total, exact));

  const gross = [...sums].reduce((sum, [unit, amount]) => sum.plus(exact(amount, unit)), ZERO);
  if (money.discount > 0) terms.push({ kind: "discount", share: money.discount, amount: gross.times(money.discount).neg() });
  const net = (amount: Decimal): Decimal => (money.discount === 0 ? amount : amount.times(decimal(1).minus(money.discount)));

  const partsOf = (): JobPrice["parts"] => {
    const bare = sumOf(ordinary, ({ raw }) => raw);
    const priced = bare.times(product).plus(sumOf(extras, ({ raw }) => raw));
    return { base: net(bare), pricing: net(priced.minus(bare)), rounding: net(gross.minus(priced)) };
  };
  let parts: JobPrice["parts"] | undefined;
  return {
    amount: net(gross),
    terms,
    bound: boundOf(lines, auto),
    // Many jobs are priced only to compare their amounts.
    get parts() {
      parts ??= partsOf();
      return parts;
    },
  };
}

function lineTerm(
  { charge, rate, quantity, amount }: Line,
  kind: "line" | "extra",
  exact: (amount: Decimal, unit: string) => Decimal,
  { credit }: Money,
): Term {
  return {
    kind,
    quantity: quantity.billable,
    meter: charge.meter,
    of: charge.of,
    rate,
    per: charge.per,
    ...(rate.unit === "credits" && credit && { credit: credit.usd }),
    amount: exact(amount, rate.unit),
  };
}

/** Applies the minimum, the rounding and the maximum of the whole job, in the unit of its lines. prices/check.ts ensures that they have one unit. */
function applyTotal(sums: Sums, total: Price["total"], exact: (amount: Decimal, unit: string) => Decimal): Term[] {
  const [first] = sums;
  if (!total || !first) return [];
  const [unit] = first;
  const terms: Term[] = [];
  const change = (rule: "min" | "max" | "round_to", value: string, to: Decimal): void => {
    const before = sums.get(unit) as Decimal;
    if (to.eq(before)) return;
    terms.push({ kind: "total", rule, value, unit, amount: exact(to.minus(before), unit) });
    sums.set(unit, to);
  };
  const now = (): Decimal => sums.get(unit) as Decimal;
  if (total.min !== undefined && now().lt(total.min)) change("min", total.min, decimal(total.min));
  if (total.round_to !== undefined) change("round_to", total.round_to, toStep(now(), total.round_to, total.round ?? "up"));
  if (total.max !== undefined && now().gt(total.max)) change("max", total.max, decimal(total.max));
  return terms;
}

function boundOf(lines: readonly Line[], auto: boolean): JobPrice["bound"] {
  if (lines.some(({ quantity }) => quantity.bound === "lower")) return "lower";
  return auto || lines.some(({ quantity }) => quantity.bound === "upper") ? "upper" : "exact";
}

/** Converts an amount of a price's unit (dollars, credits, a currency) to the reporting currency. */
function converter({ currency, rates, credit }: Money): (amount: Decimal, unit: string) => Decimal | NoPrice {
  return (amount, unit) => {
    const inCredits = unit === "credits";
    if (inCredits && !credit) return { no: "credit" };
    const converted = convert(inCredits && credit ? amount.times(credit.usd) : amount, inCredits ? "USD" : unit, currency, rates);
    return isNoRate(converted) ? { no: "rate", currency: converted.noRate } : converted;
  };
}
