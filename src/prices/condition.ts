import { normaliseResolution } from "../notation/resolution.ts";

/** A value of a request's field. */
export type Scalar = string | number | boolean;

/** Matches one field: any of these values, or a number within a range. */
export type Matcher = { in: readonly Scalar[] } | NumberRange;
export type NumberRange = { min?: number; max?: number; above?: number; below?: number };

/** Matchers by field. A condition holds if all of them match; an empty one always holds. */
export type Condition = Readonly<Record<string, Matcher>>;

/** Reads a field of a request; undefined if nothing sets it. */
export type Fields = (field: string) => Scalar | undefined;

/** Inputs that are quantities and can be absent. In a condition, `true` means more than 0 and `false` means 0. */
const QUANTITIES = new Set(["input.video", "input.audio", "input.images", "input.text_bytes"]);

/** A matcher from any of the forms that a price file may use: a value, a list, a range. */
export function matcher(field: string, written: Scalar | readonly Scalar[] | NumberRange): Matcher {
  if (Array.isArray(written)) return { in: written.map((value) => comparable(field, value)) };
  if (typeof written === "object") return written as NumberRange;
  if (typeof written === "boolean" && QUANTITIES.has(field)) return written ? { above: 0 } : { max: 0 };
  return { in: [comparable(field, written)] };
}

/** The form of a value that is compared. A resolution is normalized (lower case, one notation for exact sizes); other values stay as they are. */
export function comparable(field: string, value: Scalar): Scalar {
  return field.endsWith("resolution") && typeof value === "string" ? normaliseResolution(value) : value;
}

/** Whether a value matches. */
export function accepts(matcher: Matcher, value: Scalar): boolean {
  if ("in" in matcher) return matcher.in.includes(value);
  if (typeof value !== "number") return false;
  return (
    (matcher.min === undefined || value >= matcher.min) &&
    (matcher.max === undefined || value <= matcher.max) &&
    (matcher.above === undefined || value > matcher.above) &&
    (matcher.below === undefined || value < matcher.below)
  );
}

/**
 * Whether a condition holds for a request.
 * @returns true, false, or `needs`: the first field that the request does not set, if all other fields
 *   match. The caller must report it. To fall back to a more general charge would be a guess.
 */
export function holds(condition: Condition, fields: Fields): boolean | { needs: string } {
  let needs: string | undefined;
  for (const field in condition) {
    const value = fields(field);
    if (value === undefined) needs ??= field;
    else if (!accepts(condition[field] as Matcher, value)) return false;
  }
  return needs === undefined ? true : { needs };
}

/** Whether `b` accepts every request that `a` accepts. */
export function isSubset(a: Condition, b: Condition): boolean {
  for (const field in b) {
    const inner = a[field];
    if (!inner || !matcherIsSubset(inner, b[field] as Matcher)) return false;
  }
  return true;
}

/** Whether `a` is more specific than `b`: it accepts a strict subset of what `b` accepts. */
export function beats(a: Condition, b: Condition): boolean {
  return isSubset(a, b) && !isSubset(b, a);
}

function matcherIsSubset(a: Matcher, b: Matcher): boolean {
  if ("in" in a) return a.in.every((value) => accepts(b, value));
  if ("in" in b) return false;
  const [lowA, openLowA] = low(a);
  const [lowB, openLowB] = low(b);
  const [highA, openHighA] = high(a);
  const [highB, openHighB] = high(b);
  const lowInside = lowA > lowB || (lowA === lowB && (!openLowB || openLowA));
  const highInside = highA < highB || (highA === highB && (!openHighB || openHighA));
  return lowInside && highInside;
}

function low(range: NumberRange): [number, boolean] {
  const { min = -Infinity, above = -Infinity } = range;
  return above >= min ? [above, above !== -Infinity] : [min, false];
}

function high(range: NumberRange): [number, boolean] {
  const { max = Infinity, below = Infinity } = range;
  return below <= max ? [below, below !== Infinity] : [max, false];
}
