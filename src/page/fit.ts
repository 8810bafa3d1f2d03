import { manifestPath } from "../engine/manifest-path.ts";
import { refusals } from "../engine/refusals.ts";
import type { Request } from "../engine/request.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { decimal } from "../money/decimal.ts";
import { requestField } from "../notation/field.ts";
import { limitsOf } from "../prices/accepts.ts";
import type { AcceptedRange, Model } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";

/** Sets a field of a request to a value; `duration` is in seconds. */
export type FieldEdit = { field: string; value: Scalar };

/** A model, and the function that turns a workload's keys into a request to it. */
export type Asked = { model: Model; ask: (keys: WorkloadKeys) => Request };

/** One adjusted field can require another. If the model still refuses after this many rounds, there is no fit. */
const ROUNDS = 6;

/** Fields that must not be adjusted: they follow from others, or they are the user's own input files. */
const FIXED = new Set(["mode", "segments", "input.video", "input.audio", "megapixels", "input.megapixels"]);

/**
 * Sets one field and adjusts every other field that the model then refuses to the nearest accepted value. If a model makes 1080p only
 * at 8 s, the wish for 1080p changes a clip of 5 s to 8 s.
 * @param wished the field to set; null only adjusts the fields that the model refuses
 * @returns null if the model refuses the wished field itself, or a field that cannot be adjusted
 */
export function fitToModel(keys: WorkloadKeys, { model, ask }: Asked, wished: FieldEdit | null): { keys: WorkloadKeys; moved: FieldEdit[] } | null {
  let next = wished ? withField(keys, wished) : keys;
  const moved = new Map<string, FieldEdit>();
  for (let round = 0; round < ROUNDS; round++) {
    const request = ask(next);
    const { refused } = refusals(request, model);
    const [first] = refused.filter(({ field }) => field !== wished?.field);
    if (!first) return refused.length === 0 ? { keys: next, moved: [...moved.values()] } : null;
    const value = nearestAccepted(first.field, first.value, model, request);
    if (value === undefined || FIXED.has(first.field) || requestField(first.field)?.path === null) return null;
    const edit = { field: first.field, value };
    moved.set(first.field, edit);
    next = withField(next, edit);
  }
  return null;
}

/** Sets a field at its place in the workload's keys. */
export function withField(keys: WorkloadKeys, { field, value }: FieldEdit): WorkloadKeys {
  const [section = "", inner] = manifestPath(field);
  const all: Readonly<Record<string, unknown>> = keys;
  const set = inner === undefined ? value : { ...(all[section] as object), [inner]: value };
  return { ...keys, [section]: set };
}

/** The accepted value nearest to a value: numbers and sizes by distance, the greater one if two are equally near; for other values, the first in the list. */
function nearestAccepted(field: string, value: Scalar, model: Model, request: Request): Scalar | undefined {
  const limits = limitsOf(field, model, (name) => request.fields.get(name)) ?? [];
  const [limit] = limits;
  if (!limit) return undefined;
  if (limit.kind === "range") return typeof value === "number" ? onStep(value, limit) : limit.min;
  const wanted = sizeOfValue(value);
  if (wanted === null) return limit.values[0];
  const sized = limit.values.map((one) => ({ one, size: sizeOfValue(one) }));
  const numbers = sized.flatMap(({ one, size }) => (size === null ? [] : [{ one, off: Math.abs(size - wanted), size }]));
  numbers.sort((a, b) => a.off - b.off || b.size - a.size);
  return numbers[0]?.one ?? limit.values[0];
}

/** The value moved into the range and to its nearest step. */
export function onStep(value: number, { min, max, step }: AcceptedRange): number {
  const inside = Math.min(max, Math.max(min, value));
  if (step === undefined) return inside;
  const steps = decimal(inside).minus(min).div(step).round(0, 1);
  const most = decimal(max).minus(min).div(step).round(0, 0);
  return (steps.gt(most) ? most : steps).times(step).plus(min).toNumber();
}

/** The number to compare a value by: a number itself, or the shorter side in pixels of `720p`, `4k` and `1280x720`; null for any other value. */
function sizeOfValue(value: Scalar): number | null {
  if (typeof value === "number") return value;
  const [, digits, unit] = /^(\d+)(p|k)$/i.exec(String(value)) ?? [];
  if (digits !== undefined) return unit?.toLowerCase() === "p" ? Number(digits) : Number(digits) * 540;
  const [, width, height] = /^(\d+)x(\d+)$/.exec(String(value)) ?? [];
  return width === undefined ? null : Math.min(Number(width), Number(height));
}
