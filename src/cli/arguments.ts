import { InvalidArgumentError } from "commander";
import { isMonthCount, MOST_MONTHS } from "../notation/month.ts";
import { type GroupBy, groupByOf } from "../review/group-by.ts";

/** Parsers for the values of options. Each throws InvalidArgumentError, which commander reports with the option's name and exit code 2. */

/** Seconds above 0, from `8`, `8s` or `2m`. */
export function lengthOf(text: string): number {
  const [, number, unit] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(s|m|h)?$/.exec(text) ?? [];
  const seconds = Number(number) * (unit === "m" ? 60 : unit === "h" ? 3600 : 1);
  if (!(seconds > 0)) throw new InvalidArgumentError("It must be a duration above 0: a number of seconds, or 8s, 2m, 1h.");
  return Number(seconds.toPrecision(12));
}

/** Removes thousands separators and a dollar sign: `$2,500.50` and `2 500.50` become 2500.50. Any other text is returned unchanged. */
function withoutSeparators(text: string): string {
  const bare = text.replace(/^\$\s*/, "");
  return /^\d{1,3}(?:([,_' ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/.test(bare) ? bare.replace(/[,_' ]/g, "") : bare;
}

/** US dollars, 0 or more, as an exact decimal text. */
export function dollarsOf(written: string): string {
  const text = withoutSeparators(written);
  if (!/^\d{1,15}(?:\.\d{1,9})?$/.test(text)) throw new InvalidArgumentError("It must be an amount in USD, 0 or more, such as 0.50.");
  return text;
}

/** A number above 0. */
export function numberOf(text: string): number {
  if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(text) || Number(text) === 0) throw new InvalidArgumentError("It must be a number above 0.");
  return Number(text);
}

/** Adds a rate such as `CNY=0.14` (USD for one unit of the currency) to those before it. */
export function rateOf(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const [, currency, usd] = /^([A-Z]{3})=(\d{1,9}(?:\.\d{1,12})?)$/.exec(text) ?? [];
  if (currency === undefined || usd === undefined || Number(usd) === 0) {
    throw new InvalidArgumentError("It must be a currency and what one unit of it is worth in USD, such as CNY=0.14.");
  }
  return { ...before, [currency]: usd };
}

/** An aspect ratio such as 16:9, or a provider's word for one. */
export function ratioOf(text: string): string {
  if (!/^(\d{1,5}:\d{1,5}|[a-z_]{1,20})$/.test(text)) throw new InvalidArgumentError("It must be a ratio such as 16:9, or a lowercase word such as auto.");
  return text;
}

/** Adds a value of an option that may be given several times. */
export function oneMore(text: string, before: readonly string[]): string[] {
  return [...before, text];
}

/** A number of rows, 1 or more. */
export function rowCountOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) === 0) throw new InvalidArgumentError("It must be a number of rows, 1 or more.");
  return Number(text);
}

/** A number of days, 0 or more. */
export function daysOf(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError("It must be a whole number of days.");
  return Number(text);
}

/** Adds an amount such as `2=0.12` (number of the figure, amount) to those before it. */
export function figureOf(text: string, before: ReadonlyMap<number, string>): Map<number, string> {
  const [, figure, amount] = /^(\d{1,4})=(\d{1,15}(?:\.\d{1,20})?)$/.exec(text) ?? [];
  if (figure === undefined || amount === undefined) throw new InvalidArgumentError("It must be the number of a figure and its amount, such as 2=0.12.");
  return new Map([...before, [Number(figure), amount]]);
}

/** Clips a month, above 0. */
export function clipsOf(written: string): number {
  const text = withoutSeparators(written);
  if (!/^\d{1,9}(?:\.\d{1,4})?$/.test(text) || Number(text) === 0) throw new InvalidArgumentError("It must be a number of clips above 0, such as 350.");
  return Number(text);
}

/** Takes of each clip, 1 or more. */
export function takesOf(text: string): number {
  if (!/^\d{1,3}(?:\.\d{1,4})?$/.test(text) || Number(text) < 1) throw new InvalidArgumentError("It must be a number of takes, 1 or more, such as 2.");
  return Number(text);
}

/** The name of a workload. */
export function workloadOf(text: string): string {
  if (!/^[a-z0-9][a-z0-9_.-]{0,63}$/.test(text))
    throw new InvalidArgumentError("It must be a name of small letters, digits, -, _ and ., that starts with a letter or digit.");
  return text;
}

/** An action as a workflow names it: owner/repository@ref. */
export function actionOf(text: string): string {
  if (!/^[\w.-]+\/[\w.-]+@[\w./-]+$/.test(text)) throw new InvalidArgumentError("It must be owner/repository@ref, such as acme/video-budget@v1.");
  return text;
}

/** A share above 0 and at most 0.5, written as `5%` or `0.05`: the half-width of an interval around a rate. */
export function intervalOf(text: string): number {
  const [, number, sign] = /^(\d{1,2}(?:\.\d{1,6})?)\s*(%?)$/.exec(text) ?? [];
  const share = sign === "%" ? Number((Number(number) / 100).toPrecision(12)) : Number(number);
  if (!(share > 0 && share <= 0.5)) throw new InvalidArgumentError("It must be a share above 0 and at most 50%, such as 5% or 0.05.");
  return share;
}

/** A number of months, 1 to 60. */
export function monthsOf(text: string): number {
  const months = Number(text);
  if (!/^\d+$/.test(text) || !isMonthCount(months)) throw new InvalidArgumentError(`It must be a number of months, 1 to ${MOST_MONTHS}.`);
  return months;
}

/** The key to group workloads by. */
export function groupOf(text: string): GroupBy {
  const by = groupByOf(text);
  if (by === null) throw new InvalidArgumentError("It must be tag:KEY, such as tag:team, or provider, model or mode.");
  return by;
}
