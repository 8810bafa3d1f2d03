import { type Decimal, decimal, ONE, ZERO } from "../money/decimal.ts";
import type { Subject } from "../notation/meter.ts";
import type { Bound, Charge, MediaProfile, Rounding } from "../prices/book.ts";
import { beats, holds, type Scalar } from "../prices/condition.ts";
import type { Request } from "./request.ts";

/** The quantity of one charge for one job, in the meter's unit. */
export type Quantity = {
  /** The billed quantity: after the rules for each file, minimum, step, maximum and the included allowance. */
  billable: Decimal;
  /** The requested quantity: only maximum and included allowance are applied. */
  raw: Decimal;
  /** An unknown minimum makes the price a lower bound, an unknown maximum an upper bound. */
  bound: "exact" | "upper" | "lower";
};

/** A field that is needed to count, but has no value. */
export type Needs = { needs: string };

/**
 * Counts the quantity of one charge for one job. For outputs, the rules apply to one output, and the result is multiplied by `count`. For inputs,
 * `each` applies to every file, then the other rules apply to the sum. A quantity of 0 stays 0.
 */
export function quantityOf(charge: Charge, request: Request, media: MediaProfile | undefined): Quantity | Needs {
  const outputsOnly = charge.of.length === 1 && charge.of[0] === "output" && charge.meter !== "job";
  const count = decimal(numberOf(request, "count") ?? 1);
  const measured = measure(charge, request, media, outputsOnly ? ONE : count);
  if ("needs" in measured) return measured;
  const ruled = applyRules(charge, measured.billable, request);
  const times = outputsOnly ? count : ONE;
  const included = boundOf(charge.included, request);
  const raw = less(capped(measured.raw, boundOf(charge.max, request)), included);
  return { billable: ruled.billable.times(times), raw: raw.times(times), bound: ruled.bound };
}

function applyRules(charge: Charge, measured: Decimal, request: Request): Omit<Quantity, "raw"> {
  const min = boundOf(charge.min, request);
  const max = boundOf(charge.max, request);
  const bound = min === "unknown" ? "lower" : max === "unknown" ? "upper" : "exact";
  if (measured.eq(0)) return { billable: ZERO, bound };
  let billable = measured;
  if (min !== undefined && min !== "unknown" && billable.lt(min)) billable = decimal(min);
  if (charge.step) billable = toStep(billable, charge.step, charge.round);
  return { billable: less(capped(billable, max), boundOf(charge.included, request)), bound };
}

function capped(quantity: Decimal, max: string | undefined): Decimal {
  return max !== undefined && max !== "unknown" && quantity.gt(max) ? decimal(max) : quantity;
}

function less(quantity: Decimal, included: string | undefined): Decimal {
  if (included === undefined || included === "unknown") return quantity;
  return quantity.lte(included) ? ZERO : quantity.minus(included);
}

/** Rounds a quantity to whole steps. */
export function toStep(quantity: Decimal, step: string, round: Rounding): Decimal {
  const modes = { down: 0, nearest: 1, up: 3 } as const;
  return quantity.div(step).round(0, modes[round]).times(step);
}

/** The value of a bound. For a table, that of the most specific matching row; undefined if no row matches. */
function boundOf(bound: Bound | undefined, request: Request): string | undefined {
  if (bound === undefined || typeof bound === "string") return bound;
  const matching = bound.filter((row) => holds(row.when, (field) => request.fields.get(field)) === true);
  return matching.find((row) => matching.every((other) => other === row || beats(row.when, other.when)))?.value;
}

type Measured = { billable: Decimal; raw: Decimal };

function measure(charge: Charge, request: Request, media: MediaProfile | undefined, outputs: Decimal): Measured | Needs {
  switch (charge.meter) {
    case "job":
      return same(ONE);
    case "clip":
      return same(outputs);
    case "gpu_second":
      return field(request, "runtime");
    case "segment":
      return same(decimal(numberOf(request, "segments") ?? 1).times(outputs));
    case "image":
      return field(request, "input.images");
    case "byte":
      return field(request, "input.text_bytes");
    case "second":
      return sumOf(charge.of, (subject) => seconds(subject, charge, request, outputs));
    case "frame":
      return frames(charge, request, media, outputs);
    case "megapixel":
      return times(frames(charge, request, media, outputs), pixels(request, 1e6));
    case "token":
      return tokens(charge, request, media, outputs);
  }
}

function seconds(subject: Subject, charge: Charge, request: Request, outputs: Decimal): Measured | Needs {
  if (subject === "output") {
    const duration = field(request, "duration");
    return "needs" in duration ? duration : same(duration.raw.times(outputs));
  }
  if (subject !== "input_video" && subject !== "input_audio") return same(ZERO);
  const kind = subject === "input_video" ? "video" : "audio";
  const total = field(request, `input.${kind}`);
  const files = request.files[kind];
  if ("needs" in total || !charge.each) return total;
  return { raw: total.raw, billable: files.map((file) => ofFile(decimal(file), files.length, charge)).reduce((sum, one) => sum.plus(one), ZERO) };
}

/** Applies the rules for one input file, before the sum. A `share` of N caps each of n files at N / n: with 15 s and 3 files, at 5 s. */
function ofFile(length: Decimal, files: number, { each, round }: Charge): Decimal {
  if (!each || length.eq(0)) return length;
  let billable = each.min !== undefined && length.lt(each.min) ? decimal(each.min) : length;
  if (each.step) billable = toStep(billable, each.step, round);
  if (each.max !== undefined && billable.gt(each.max)) billable = decimal(each.max);
  const cap = each.share === undefined ? undefined : decimal(each.share).div(files);
  return cap && billable.gt(cap) ? cap : billable;
}

/** The frames of all subjects together. The profile's constant `plus` is added once per output and not per subject, as providers' samples show. */
function frames(charge: Charge, request: Request, media: MediaProfile | undefined, outputs: Decimal): Measured | Needs {
  const plus = media?.frames?.plus ?? 0;
  const asked = numberOf(request, "frames");
  if (asked !== undefined && request.given.has("frames") && charge.of.length === 1 && charge.of[0] === "output") return same(decimal(asked).times(outputs));
  const fps = numberOf(request, "fps") ?? media?.fps;
  if (fps === undefined) return { needs: "fps" };
  const length = sumOf(charge.of, (subject) => seconds(subject, charge, request, outputs));
  if ("needs" in length) return length;
  const counted = (time: Decimal): Decimal => (time.eq(0) ? ZERO : time.times(fps).plus(outputs.times(plus)));
  return { billable: counted(length.billable), raw: counted(length.raw) };
}

function pixels(request: Request, divide: number): Decimal | Needs {
  return request.size ? decimal(request.size[0]).times(request.size[1]).div(divide) : { needs: "resolution" };
}

/** Tokens by the rule of the media profile: from the bytes of the prompt, the pixels of all frames, or the seconds. */
function tokens(charge: Charge, request: Request, media: MediaProfile | undefined, outputs: Decimal): Measured | Needs {
  const rule = media?.tokens;
  if (charge.of.includes("text") && rule?.text_bytes !== undefined) return times(field(request, "input.text_bytes"), ONE.div(rule.text_bytes));
  if (rule?.divide !== undefined) return times(frames(charge, request, media, outputs), pixels(request, rule.divide));
  if (rule?.per_second === undefined) throw new Error(`${charge.line}: no token rule, which prices/check.ts refuses`);
  return times(
    sumOf(charge.of, (subject) => seconds(subject, charge, request, outputs)),
    decimal(rule.per_second),
  );
}

function sumOf(subjects: readonly Subject[], count: (subject: Subject) => Measured | Needs): Measured | Needs {
  let total: Measured = same(ZERO);
  for (const subject of subjects) {
    const counted = count(subject);
    if ("needs" in counted) return counted;
    total = { billable: total.billable.plus(counted.billable), raw: total.raw.plus(counted.raw) };
  }
  return total;
}

function times(measured: Measured | Needs, factor: Decimal | Needs): Measured | Needs {
  if ("needs" in measured) return measured;
  if ("needs" in factor) return factor;
  return { billable: measured.billable.times(factor), raw: measured.raw.times(factor) };
}

function same(quantity: Decimal): Measured {
  return { billable: quantity, raw: quantity };
}

function field(request: Request, name: string): Measured | Needs {
  const value = numberOf(request, name);
  return value === undefined ? { needs: name } : same(decimal(value));
}

function numberOf(request: Request, name: string): number | undefined {
  const value: Scalar | undefined = request.fields.get(name);
  return typeof value === "number" ? value : undefined;
}
