import { METERS } from "../notation/meter.ts";
import { ownValue } from "../notation/record-of.ts";
import type { Amount, Bound, Charge, Factor, MediaProfile, Model, ModelCase, Price } from "./book.ts";
import type { Condition, Matcher } from "./condition.ts";
import type { Jobs } from "./schema.ts";

/**
 * An entry of a price file as plain data. This file is the inverse of `normalise.ts`: to read an entry gives
 * the same model again. A table becomes one charge for each row. Examples and the notes of a
 * charge are lost, because the normal form does not keep them.
 */
export type Written = Readonly<Record<string, unknown>>;

/** A model as an entry of `models:`. The entry is complete: media and jobs are written out, so it does not depend on the rest of the file. */
export function modelEntry(model: Model): Written {
  const { id, name, aliases, modes, accepts, defaults, cases, status, media, jobs, prices, notes } = model;
  return {
    id,
    ...(name !== undefined && { name }),
    ...filled("aliases", aliases),
    modes,
    ...filled("accepts", acceptsEntry(accepts)),
    ...filled("defaults", defaults),
    ...filled("cases", cases.map(caseEntry)),
    ...filled("status", status),
    ...(media && { media: mediaEntry(media) }),
    ...filled("jobs", jobsEntry(jobs)),
    prices: prices.map(priceEntry),
    ...(notes !== undefined && { notes }),
  };
}

/** One dated price as an entry of `prices:`. */
export function priceEntry({ from, to, source, checked, confidence, charges, factors, holes, total, notes }: Price): Written {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    source,
    checked,
    confidence,
    charges: [...charges.map(chargeEntry), ...factors.map(factorEntry)],
    ...filled("holes", holes.map(conditionEntry)),
    ...(total && { total: decimals(total) }),
    ...(notes !== undefined && { notes }),
  };
}

/** The key with its value, or nothing if the value is empty: price files leave out empty keys. */
function filled(key: string, value: object): Written {
  return Object.keys(value).length === 0 ? {} : { [key]: value };
}

function acceptsEntry(accepts: Model["accepts"]): Written {
  return Object.fromEntries(
    Object.entries(accepts).map(([field, accepted]) => {
      if (accepted.kind === "list") return [field, accepted.values];
      const { kind: _, ...range } = accepted;
      return [field, range];
    }),
  );
}

function caseEntry({ when, accepts, defaults }: ModelCase): Written {
  return { when: conditionEntry(when), ...filled("accepts", acceptsEntry(accepts)), ...filled("defaults", defaults) };
}

function jobsEntry({ billed, completion, ...rest }: Jobs): Written {
  return { ...filled("billed", billed ?? {}), ...filled("completion", completion ?? {}), ...rest };
}

/** Sizes by resolution class: a list of exact sizes, or width and height by aspect ratio. */
function mediaEntry({ pixels, ...rest }: MediaProfile): Written {
  if (!pixels) return rest;
  const classes = [...new Set(pixels.map((size) => size.class))];
  const sizes = classes.map((name) => {
    const own = pixels.filter((size) => size.class === name);
    const byRatio = own.map(({ ratio, width, height }) => [ratio, [width, height]] as const);
    return [name, own.every(({ ratio }) => ratio === undefined) ? own.map(({ width, height }) => `${width}x${height}`) : Object.fromEntries(byRatio)] as const;
  });
  return { ...rest, pixels: Object.fromEntries(sizes) };
}

function chargeEntry({ line, extra, meter, of, when, amount, per, each, min, step, round, max, included, from, to }: Charge): Written {
  const known = METERS[meter].subject;
  return {
    meter,
    ...(of.length === 1 && of[0] === known ? {} : { of: of.length === 1 ? of[0] : of }),
    ...(line === `${meter} of ${of.join(" + ")}` ? {} : { line }),
    ...(extra && { extra }),
    ...filled("when", conditionEntry(when)),
    ...amountEntry(amount),
    ...(per !== "1" && { per: number(per) }),
    ...(each && { each: decimals(each) }),
    ...(min !== undefined && { min: boundEntry(min) }),
    ...(step !== undefined && { step: number(step) }),
    ...(round !== "up" && { round }),
    ...(max !== undefined && { max: boundEntry(max) }),
    ...(included !== undefined && { included: boundEntry(included) }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

function amountEntry(amount: Amount | "unknown"): Written {
  if (amount === "unknown") return { amount };
  const value = number(amount.value);
  if (amount.unit === "USD") return { usd: value };
  return amount.unit === "credits" ? { credits: value } : { amount: value, currency: amount.unit };
}

function factorEntry({ factor, when, from, to }: Factor): Written {
  return { factor: number(factor), ...filled("when", conditionEntry(when)), ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function boundEntry(bound: Bound): unknown {
  if (typeof bound === "string") return number(bound);
  const by = Object.keys(bound[0]?.when ?? {});
  return { by, rows: bound.map(({ when, value }) => [...by.map((field) => matcherEntry(field, ownValue(when, field) as Matcher)), number(value)]) };
}

function conditionEntry(condition: Condition): Written {
  return Object.fromEntries(Object.entries(condition).map(([field, matcher]) => [field, matcherEntry(field, matcher)]));
}

/** A matcher of one value as that value. A `true` or `false` of an input stays a list, because alone it would mean "any" or "none". */
function matcherEntry(field: string, matcher: Matcher): unknown {
  if (!("in" in matcher)) return matcher;
  const [only, ...more] = matcher.in;
  return more.length > 0 || only === undefined || (typeof only === "boolean" && field.startsWith("input.")) ? matcher.in : only;
}

function decimals(rule: Readonly<Record<string, string | undefined>>): Written {
  return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, value === undefined ? value : number(value)]));
}

/** A number if that represents the decimal exactly, otherwise the text itself. Words such as `unknown` and `up` stay, too. */
function number(text: string): number | string {
  const value = Number(text);
  return text.trim() !== "" && String(value) === text ? value : text;
}
