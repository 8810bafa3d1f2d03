import { type Decimal, decimal, ZERO } from "../../money/decimal.ts";
import { asShown } from "../../money/round.ts";

/**
 * A monthly amount in whole cents: `$1,234.50` or `EUR 1,234.50`. An amount below half a cent keeps two significant digits, so that only
 * zero is shown as zero.
 */
export function formatMoney(amount: Decimal, currency: string): string {
  const cents = amount.round(2, 1);
  return cents.eq(0) && !amount.eq(0) ? withCurrency(shortest(amount, 2), currency) : withCurrency(cents.toFixed(2), currency);
}

/** A difference in money: `+$312.00`, `-$5.00`, or `$0.00`. A difference that is 0 in six decimals is the rounding error of two sums. */
export function signedMoney(amount: Decimal, currency: string): string {
  if (asShown(amount).eq(0)) return formatMoney(ZERO, currency);
  return amount.gt(0) ? `+${formatMoney(amount, currency)}` : formatMoney(amount, currency);
}

/** A price with at most 6 significant digits, and with at least two decimals unless it is whole: `$7`, `$0.12`, `$0.0000024`. */
export function formatPrice(amount: Decimal, currency: string): string {
  return withCurrency(shortest(amount, 6), currency);
}

/** The price of one job in a table: like `formatPrice`, but always with cents (`$7.00`). */
export function jobPrice(amount: Decimal, currency: string): string {
  const exact = shortest(amount, 6);
  return withCurrency(exact.includes(".") ? exact : `${exact}.00`, currency);
}

/** A cell of a column that adds up. It shows `cents`; if these are 0 and the exact amount is not, it shows `<$0.01`. */
export function cell(cents: Decimal, exact: Decimal, currency: string, signed = false): string {
  if (cents.eq(0) && !(signed ? asShown(exact) : exact).eq(0)) return `${exact.lt(0) ? "-" : signed ? "+" : ""}<${withCurrency("0.01", currency)}`;
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

/** A count or a quantity: `102,400` or `12.5`. The integer part is exact; decimals are kept up to 6 significant digits. */
export function quantity(amount: Decimal | number): string {
  const exact = decimal(amount);
  const digits = exact.round(Math.min(20, Math.max(0, 5 - exact.e)), 1).toFixed();
  return digits.startsWith("-") ? `-${grouped(digits.slice(1))}` : grouped(digits);
}

/** Clips a month: `1,267` in whole clips, `0.25` with decimals below one. */
export function clipCount(clips: number): string {
  return quantity(clips < 1 ? clips : Math.round(clips));
}

/** A share (0–1) as a percentage: 0.882 is `88%`, 0.0312 is `3.1%`. From 10% on, it has no decimals. */
export function percent(share: number): string {
  const hundred = decimal(share).times(100);
  const shown = hundred.round(hundred.abs().gte(9.95) ? 0 : 1, 1);
  return `${shown.lt(0) ? "-" : ""}${grouped(shown.abs().toFixed())}%`;
}

/** A relative change as a percentage with its sign: `+12%`, `-3.1%`. */
export function signedPercent(share: number): string {
  return share > 0 ? `+${percent(share)}` : percent(share);
}

/** A number with its noun: `1 workload`, `2 workloads`. */
export function count(number: number, noun: string): string {
  return `${quantity(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/**
 * Rounds amounts so that they add up to the shown total, by the largest remainder method. No amount changes by a whole unit of its last
 * decimal, unless the exact amounts do not add up to the total.
 * @param total the shown total, already rounded to `decimals`
 */
export function rowsThatAddUp(amounts: readonly Decimal[], total: Decimal, decimals = 2): Decimal[] {
  const rows = amounts.map((amount, index) => {
    const floor = amount.round(decimals, amount.s < 0 ? AWAY_FROM_ZERO : TOWARD_ZERO);
    return { index, floor, rest: amount.minus(floor).toNumber() };
  });
  const unit = decimal(10).pow(-decimals);
  const missing = total
    .minus(rows.reduce((sum, { floor }) => sum.plus(floor), ZERO))
    .div(unit)
    .round(0, 1)
    .toNumber();
  const rounded = rows.map(({ floor }) => floor);
  const each = Math.floor(missing / rows.length);
  const withOneMore = missing - each * rows.length;
  for (const [rank, { index, floor }] of rows.sort((a, b) => b.rest - a.rest || a.index - b.index).entries()) {
    const steps = rank < withOneMore ? each + 1 : each;
    if (steps !== 0) rounded[index] = floor.plus(unit.times(steps));
  }
  return rounded;
}

/** Rounding modes of big.js, by what they do to the magnitude. */
const [TOWARD_ZERO, AWAY_FROM_ZERO] = [0, 3] as const;
