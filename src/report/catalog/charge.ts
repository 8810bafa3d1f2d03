import { decimal } from "../../money/decimal.ts";
import { METERS, type Subject } from "../../notation/meter.ts";
import type { Accepted, Bound, Charge, Default, Factor, Price } from "../../prices/book.ts";
import type { Condition, Matcher } from "../../prices/condition.ts";
import { formatPrice, quantity } from "../layout/format.ts";

/** Makes a text of the price book safe to show, in a terminal or in Markdown. */
export type EscapeText = (text: string) => string;

export const SUBJECT_NAMES: Readonly<Record<Subject, string>> = {
  output: "output",
  input_video: "input video",
  input_audio: "input audio",
  input_images: "input images",
  text: "text",
};

/** One price in words: a line for each charge and factor, then the rules for the whole job. */
export function chargesInWords({ charges, factors, holes, total }: Price, quote: EscapeText): string[] {
  const rules = [
    ...(total?.min === undefined ? [] : [`at least ${quantity(decimal(total.min))}`]),
    ...(total?.round_to === undefined ? [] : [`rounded ${total.round ?? "up"} to a multiple of ${quantity(decimal(total.round_to))}`]),
    ...(total?.max === undefined ? [] : [`at most ${quantity(decimal(total.max))}`]),
  ];
  return [
    ...charges.map((charge) => chargeInWords(charge, quote)),
    ...factors.map((factor) => factorInWords(factor, quote)),
    ...(rules.length === 0 ? [] : [`The whole job: ${rules.join(", ")}, in the unit of its charges`]),
    ...holes.map((hole) => `Not sold: ${conditionInWords(hole, quote)}`),
  ];
}

function chargeInWords({ amount, meter, of, per, extra, when, each, min, step, round, max, included, from, to }: Charge, quote: EscapeText): string {
  const known = METERS[meter];
  const subject = of.length === 1 && of[0] === known.subject ? "" : ` of ${of.map((one) => SUBJECT_NAMES[one]).join(" and ")}`;
  const worth =
    amount === "unknown"
      ? "an unknown amount"
      : amount.unit === "credits"
        ? `${quantity(decimal(amount.value))} ${decimal(amount.value).eq(1) ? "credit" : "credits"}`
        : formatPrice(decimal(amount.value), amount.unit === "USD" ? "USD" : quote(amount.unit));
  const rules = [
    ...(each
      ? [
          `each file${each.min === undefined ? "" : `, at least ${each.min}`}${each.step === undefined ? "" : `, in steps of ${each.step}`}${each.max === undefined ? "" : `, at most ${each.max}`}${each.share === undefined ? "" : `, at most an equal share of ${each.share}`}`,
        ]
      : []),
    ...(min === undefined ? [] : [`at least ${boundInWords(min, quote)}`]),
    ...(step === undefined ? [] : [`in steps of ${quantity(decimal(step))}, rounded ${round}`]),
    ...(max === undefined ? [] : [`at most ${boundInWords(max, quote)}`]),
    ...(included === undefined ? [] : [`the first ${boundInWords(included, quote)} included`]),
    ...dated(from, to),
  ];
  const where = Object.keys(when).length === 0 ? "" : `, when ${conditionInWords(when, quote)}`;
  return `${extra ? "Plus " : ""}${worth} ${per === "1" ? `per ${known.unit}` : `per ${quantity(decimal(per))} ${known.unit}s`}${subject}${where}${rules.length === 0 ? "" : ` (${rules.join("; ")})`}`;
}

function factorInWords({ factor, when, from, to }: Factor, quote: EscapeText): string {
  const period = dated(from, to);
  return `× ${quantity(decimal(factor))}${Object.keys(when).length === 0 ? "" : `, when ${conditionInWords(when, quote)}`}${period.length === 0 ? "" : ` (${period.join("; ")})`}`;
}

function dated(from: string | undefined, to: string | undefined): string[] {
  if (from === undefined && to === undefined) return [];
  return [`${from === undefined ? "" : `from ${from} `}${to === undefined ? "with no known end: not counted on" : `until ${to}`}`];
}

function boundInWords(bound: Bound, quote: EscapeText): string {
  if (typeof bound === "string") return bound === "unknown" ? "an unknown number" : quantity(decimal(bound));
  return bound
    .map(({ when, value }) => `${value === "unknown" ? "an unknown number" : quantity(decimal(value))} when ${conditionInWords(when, quote)}`)
    .join(", ");
}

/** A condition in words: `resolution is 720p or 1080p and input.video is above 0`. */
export function conditionInWords(condition: Condition, quote: EscapeText): string {
  return Object.entries(condition)
    .map(([field, matcher]) => `${quote(field)} is ${matcherInWords(matcher, quote)}`)
    .join(" and ");
}

function matcherInWords(matcher: Matcher, quote: EscapeText): string {
  if ("in" in matcher) return matcher.in.map((value) => quote(String(value))).join(" or ");
  const { min, max, above, below } = matcher;
  return [
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
  ].join(" and ");
}

/** Accepted values in words: `4, 6, 8`, or `3 to 15 in steps of 1`. */
export function acceptedInWords(accepted: Accepted, quote: EscapeText): string {
  if (accepted.kind === "list") return accepted.values.map((value) => quote(String(value))).join(", ");
  const { min, max, step, auto } = accepted;
  return `${min} to ${max}${step === undefined ? "" : ` in steps of ${step}`}${auto ? ", or auto" : ""}`;
}

/** A default in words: its value, or the field that it is copied from. */
export function defaultInWords(value: Default, quote: EscapeText): string {
  if (typeof value !== "object") return quote(String(value));
  return `as ${quote(value.from)}${value.max === undefined ? "" : `, at most ${quote(String(value.max))}`}`;
}
