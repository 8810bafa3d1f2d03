import { manifestPath } from "../engine/manifest-path.ts";
import { refusals } from "../engine/refusals.ts";
import type { Request } from "../engine/request.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { decimal } from "../money/decimal.ts";
import { requestField } from "../notation/field.ts";
import { limitsOf } from "../prices/accepts.ts";
import type { AcceptedRange, Model } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";

/** A field of a request set to a value; `duration` in seconds. */
export type FieldEdit = { field: string; value: Scalar };

/** A model, and the request that it makes of a workload's keys on the workload's account. */
export type Asked = { model: Model; ask: (keys: WorkloadKeys) => Request };

/** One field can move another; a model that still refuses after so many rounds cannot be satisfied. */
const ROUNDS = 6;

/** Fields that follow from others, or hold lists that are not ours to shorten. */
const FIXED = new Set(["mode", "segments", "input.video", "input.audio", "megapixels", "input.megapixels"]);

/**
 * The keys with one field as wished, and every other field that the model then refuses moved to the nearest value that it accepts:
 * a model that makes 1080p of 8 s alone, asked for 1080p of 5 s, gets 8 s.
 * @param wished null: nothing but what the model refuses is moved
 * @returns null if the model refuses the wished field itself, or one that cannot be moved
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

/** The keys with a field set where a manifest writes it. */
export function withField(keys: WorkloadKeys, { field, value }: FieldEdit): WorkloadKeys {
  const [section = "", inner] = manifestPath(field);
  const all: Readonly<Record<string, unknown>> = keys;
  const set = inner === undefined ? value : { ...(all[section] as object), [inner]: value };
  return { ...keys, [section]: set };
}

/** Of what the model accepts in this request, what is nearest: numbers and sizes by their distance, of two equally near the greater; else the first. */
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

/** Within a range, on one of its steps. */
export function onStep(value: number, { min, max, step }: AcceptedRange): number {
  const inside = Math.min(max, Math.max(min, value));
  if (step === undefined) return inside;
  const steps = decimal(inside).minus(min).div(step).round(0, 1);
  const most = decimal(max).minus(min).div(step).round(0, 0);
  return (steps.gt(most) ? most : steps).times(step).plus(min).toNumber();
}

/** What a value is measured by: a number itself, of 720p, 4k and 1280x720 the lesser side in pixels; null for a word or a switch. */
function sizeOfValue(value: Scalar): number | null {
  if (typeof value === "number") return value;
  const [, digits, unit] = /^(\d+)(p|k)$/i.exec(String(value)) ?? [];
  if (digits !== undefined) return unit?.toLowerCase() === "p" ? Number(digits) : Number(digits) * 540;
  const [, width, height] = /^(\d+)x(\d+)$/.exec(String(value)) ?? [];
  return width === undefined ? null : Math.min(Number(width), Number(height));
}
