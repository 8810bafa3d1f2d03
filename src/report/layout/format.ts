import { type Decimal, decimal, ZERO } from "../../money/decimal.ts";

/**
 * A month's money in whole cents: $1,234.50, or EUR 1,234.50. What is not nothing never reads as
 * nothing: an amount under half a cent keeps two digits.
 */
export function formatMoney(amount: Decimal, currency: string): string {
  const cents = amount.round(2, 1);
  return cents.eq(0) && !amount.eq(0) ? withCurrency(shortest(amount, 2), currency) : withCurrency(cents.toFixed(2), currency);
}

/** Money that is a difference: +$312.00, -$5.00, and $0.00 for none. */
export function signedMoney(amount: Decimal, currency: string): string {
  return amount.gt(0) ? `+${formatMoney(amount, currency)}` : formatMoney(amount, currency);
}

/** A price: as many decimals as it has, at least two unless it is whole, at most what 6 digits need: $7, $0.12, $0.0000024. */
export function formatPrice(amount: Decimal, currency: string): string {
  return withCurrency(shortest(amount, 6), currency);
}

/** The price of one job in a table: at least cents, and more decimals where it has them. */
export function jobPrice(amount: Decimal, currency: string): string {
  const exact = shortest(amount, 6);
  return withCurrency(exact.includes(".") ? exact : `${exact}.00`, currency);
}

/** A cell of a column that adds up: `cents` as shown, and a sign that something is there where they are none. */
export function cell(cents: Decimal, exact: Decimal, currency: string, signed = false): string {
  if (cents.eq(0) && !exact.eq(0)) return `${exact.lt(0) ? "-" : signed ? "+" : ""}<${withCurrency("0.01", currency)}`;
  return signed ? signedMoney(cents, currency) : formatMoney(cents, currency);
}

function withCurrency(digits: string, currency: string): string {
  const [sign, amount] = digits.startsWith("-") ? ["-", digits.slice(1)] : ["", digits];
  return currency === "USD" ? `${sign}$${grouped(amount)}` : `${sign}${currency} ${grouped(amount)}`;
}

/** A decimal with at most `digits` significant digits, and either no decimals or at least two. */
function shortest(amount: Decimal, digits: number): string {
  const places = amount.eq(0) ? 0 : Math.max(2, digits - 1 - amount.e);
  const text = amount.round(Math.min(places, 20), 1).toFixed();
  const decimals = text.split(".")[1]?.length ?? 0;
  return decimals === 1 ? `${text}0` : text;
}

function grouped(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

/** A count or a quantity: 102,400 or 12.5, with at most 6 significant digits after the point's first. */
export function quantity(amount: Decimal | number): string {
  const exact = decimal(amount);
  const digits = exact.round(Math.min(20, Math.max(0, 5 - exact.e)), 1).toFixed();
  return digits.startsWith("-") ? `-${grouped(digits.slice(1))}` : grouped(digits);
}

/** Clips a month: whole ones, and below one as many decimals as say something: 1,267, 0.25. */
export function clipCount(clips: number): string {
  return quantity(clips < 1 ? clips : Math.round(clips));
}

/** A share as a percentage: 0.882 is 88 %, 0.0312 is 3.1 %. From 10 % on without decimals. */
export function percent(share: number): string {
  const hundred = decimal(share).times(100);
  const shown = hundred.round(hundred.abs().gte(9.95) ? 0 : 1, 1);
  return `${shown.lt(0) ? "-" : ""}${grouped(shown.abs().toFixed())} %`;
}

/** Percentages of a text with a space at which no line ends. */
export function unbroken(text: string): string {
  return text.replace(/(?<=\d) (?=%)/g, "\u00a0");
}

/** A change as a percentage with its sign: +12 %, -3.1 %. */
export function signedPercent(share: number): string {
  return share > 0 ? `+${percent(share)}` : percent(share);
}

/** 1 workload, 2 workloads. */
export function count(number: number, noun: string): string {
  return `${quantity(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/**
 * Rounds amounts so that they add up to their total as it is shown (largest remainder): none moves by
 * a whole unit of its last decimal, unless the amounts do not add up to the total by themselves.
 * @param total the shown total, already rounded to `decimals`
 */
export function rowsThatAddUp(amounts: readonly Decimal[], total: Decimal, decimals = 2): Decimal[] {
  const unit = decimal(10).pow(-decimals);
  const rows = amounts.map((amount, index) => {
    const down = amount.round(decimals, 0);
    const floor = down.gt(amount) ? down.minus(unit) : down;
    return { index, floor, rest: amount.minus(floor) };
  });
  const missing = total
    .minus(rows.reduce((sum, { floor }) => sum.plus(floor), ZERO))
    .div(unit)
    .round(0, 1)
    .toNumber();
  const order = [...rows].sort((a, b) => b.rest.cmp(a.rest) || a.index - b.index);
  const rounded = rows.map(({ floor }) => floor);
  for (const [rank, { index, floor }] of order.entries()) {
    const steps = Math.floor(missing / rows.length) + (rank < ((missing % rows.length) + rows.length) % rows.length ? 1 : 0);
    rounded[index] = floor.plus(unit.times(steps));
  }
  return rounded;
}
