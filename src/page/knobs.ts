import { manifestPath } from "../engine/manifest-path.ts";
import type { Pricing } from "../engine/pricing.ts";
import { termsOf } from "../engine/tariff.ts";
import { LEAST_QUANTILE, MOST_COUNTED, type Volume, type WorkloadKeys } from "../manifest/schema.ts";
import { monthAfter } from "../notation/month.ts";
import { limitsOf } from "../prices/accepts.ts";
import type { AcceptedRange, Model } from "../prices/book.ts";
import type { Scalar } from "../prices/condition.ts";
import { findModel, priceOn, providersOf, retiredSince } from "../prices/find.ts";
import type { KeyEdit } from "./edits.ts";
import { type Asked, type FieldEdit, fitToModel, onStep } from "./fit.ts";

/**
 * A control for one value of a workload. A `number` has a range; a `choice` has every value that the model accepts, alone or with other
 * fields adjusted. `set` gives the keys to write for a new value, and the adjusted fields.
 */
export type Knob = NumberKnob | ChoiceKnob;
export type NumberKnob = {
  kind: "number";
  id: KnobId;
  label: string;
  value: number;
  min: number;
  max: number;
  step: number | null;
  set: (value: number) => Turn;
};
export type ChoiceKnob = { kind: "choice"; id: KnobId; label: string; value: string; options: readonly Option[]; set: (value: string) => Turn };
export type KnobId = "volume" | "takes" | "acceptance" | "duration" | "resolution" | "audio" | "quality" | "tier" | "region" | "model";

/** `value` identifies the option; options with the same `group` are listed together. */
export type Option = { value: string; text: string; group?: string };

/** The result of a control's change. `keys`: the keys to write. `moved`: other fields that had to be adjusted. */
export type Turn = { keys: readonly KeyEdit[]; moved: readonly FieldEdit[] };

/** Fields with a list of accepted values, in the order in which they are shown. */
const CHOICES: readonly [field: "resolution" | "audio" | "quality" | "tier" | "region", label: string][] = [
  ["resolution", "Resolution"],
  ["audio", "Sound"],
  ["quality", "Quality"],
  ["tier", "Tier"],
  ["region", "Region"],
];

/** All controls of a workload. */
export function knobsOf(keys: WorkloadKeys, pricing: Pricing): Knob[] {
  const { model, ask } = termsOf(keys, pricing);
  const asked = { model, ask };
  const isKnown = model.id !== "";
  return [
    ...modelKnob(keys, pricing),
    volumeKnob(keys.volume, pricing.month),
    takesKnob(keys),
    ...(isKnown ? durationKnob(keys, asked) : []),
    ...(isKnown ? CHOICES.flatMap(([field, label]) => choiceKnob(keys, asked, field, label)) : []),
  ];
}

const PERIODS = { per_day: "day", per_week: "week", per_month: "month" } as const;

/**
 * The control for the number of clips. It sets the amount that applies in the month: the entry of that month under `months` if there is
 * one. A range of amounts keeps its shape, because all its amounts are scaled by the same factor.
 */
function volumeKnob(volume: Volume, { date, after }: Pricing["month"]): NumberKnob {
  const month = monthAfter(date, after);
  const period = (["per_day", "per_week", "per_month"] as const).find((key) => volume[key] !== undefined) ?? "per_month";
  const single = volume.months?.[month];
  const [path, amount, when] =
    single === undefined ? [["volume", period], volume[period] ?? 0, `a ${PERIODS[period]}`] : [["volume", "months", month], single, `in ${month}`];
  const middle = typeof amount === "number" ? amount : "likely" in amount ? amount.likely : significant(Math.sqrt(amount.p10 * amount.p90));
  const scaled = (value: number): unknown => {
    if (typeof amount === "number") return value;
    const factor = middle > 0 ? value / middle : 0;
    if ("p10" in amount) return { p10: significant(amount.p10 * factor), p90: significant(amount.p90 * factor) };
    // Rounding must not push `low` above the likely amount, or `high` below it.
    return { low: Math.min(value, significant(amount.low * factor)), likely: value, high: Math.max(value, significant(amount.high * factor)) };
  };
  const name = typeof amount === "number" ? "Clips" : "likely" in amount ? "Clips, most likely" : "Clips, median";
  const [least, most] = boundsOf(amount, middle);
  return {
    kind: "number",
    id: "volume",
    label: `${name} ${when}`,
    value: middle,
    min: least,
    max: Math.min(most, roundUp(Math.max(middle * 4, 10))),
    step: null,
    set: (value) => ({ keys: [{ path, value: scaled(Math.min(most, Math.max(least, value))) }], moved: [] }),
  };
}

/**
 * The middle amounts of a volume for which a manifest accepts all its amounts. `{ p10: 50, p90: 200 }` has the middle 100. It can
 * be raised to a middle of 5e11, at which `p90` reaches 1e12, the most that a manifest accepts.
 */
function boundsOf(amount: NonNullable<Volume["per_month"]>, middle: number): [least: number, most: number] {
  if (typeof amount === "number" || middle <= 0) return [0, MOST_COUNTED];
  const most = (MOST_COUNTED / Math.max(...Object.values(amount))) * middle;
  const least = "p10" in amount ? (LEAST_QUANTILE / amount.p10) * middle : 0;
  return [Math.max(least, significant(middle / 100)), most];
}

function takesKnob({ takes }: WorkloadKeys): NumberKnob {
  if (typeof takes === "number")
    return {
      kind: "number",
      id: "takes",
      label: "Takes for each clip",
      value: takes,
      min: 1,
      max: Math.min(MOST_COUNTED, Math.max(10, Math.ceil(takes * 2))),
      step: 0.1,
      set: (value) => ({ keys: [{ path: ["takes"], value: Math.min(MOST_COUNTED, Math.max(1, value)) }], moved: [] }),
    };
  const { acceptance, max } = takes.until_kept;
  return {
    kind: "number",
    id: "acceptance",
    label: "Share of takes kept",
    value: acceptance,
    min: 0.01,
    max: 1,
    step: 0.01,
    set: (value) => ({ keys: [{ path: ["takes"], value: { until_kept: { acceptance: Math.min(1, Math.max(0.01, value)), max } } }], moved: [] }),
  };
}

/** The control for the length: a number for a range, a choice for a list. None if the model states no lengths, or the workload counts frames or segments. */
function durationKnob(keys: WorkloadKeys, asked: Asked): Knob[] {
  if (keys.output.frames !== undefined || keys.output.segments !== undefined) return [];
  const request = asked.ask(keys);
  const limits = limitsOf("duration", asked.model, (field) => request.fields.get(field)) ?? [];
  const range = limits.find((limit): limit is AcceptedRange => limit.kind === "range");
  const value = request.fields.get("duration");
  if (!range || limits.length > 1) return choiceKnob(keys, asked, "duration", "Length");
  if (typeof value !== "number") return [];
  const { min, max, step = null } = range;
  return [
    {
      kind: "number",
      id: "duration",
      label: "Length in seconds",
      value,
      min,
      max,
      step,
      set: (seconds) => turnOf(keys, asked, { field: "duration", value: onStep(seconds, range) }),
    },
  ];
}

/** A choice of every value that the model accepts, alone or with other fields adjusted. No control if there are fewer than two. */
function choiceKnob(keys: WorkloadKeys, asked: Asked, field: Exclude<KnobId, "volume" | "takes" | "acceptance" | "model">, label: string): ChoiceKnob[] {
  const request = asked.ask(keys);
  const { accepts, cases } = asked.model;
  const listed = [accepts, ...cases.map((one) => one.accepts)].flatMap((one) => {
    const limit = one[field];
    return limit?.kind === "list" ? limit.values : [];
  });
  const possible = [...new Set(listed)].filter((value) => fitToModel(keys, asked, { field, value }) !== null);
  const now = request.fields.get(field);
  const all = now === undefined || possible.includes(now) ? possible : [now, ...possible];
  if (all.length < 2) return [];
  return [
    {
      kind: "choice",
      id: field,
      label,
      value: now === undefined ? "" : String(now),
      options: [...(now === undefined ? [{ value: "", text: "not said" }] : []), ...all.map((value) => ({ value: String(value), text: wordOf(field, value) }))],
      set: (chosen) => {
        const value = all.find((one) => String(one) === chosen);
        return value === undefined ? { keys: [], moved: [] } : turnOf(keys, asked, { field, value });
      },
    },
  ];
}

/** A choice of the models that have the workload's mode and a price on the day. No control for a contract price, which belongs to one model. */
function modelKnob(keys: WorkloadKeys, pricing: Pricing): ChoiceKnob[] {
  if (keys.price !== undefined) return [];
  const { book, date } = pricing;
  const mode = termsOf(keys, pricing).ask(keys).fields.get("mode");
  const usable = (model: Model): boolean => model.modes.some((one) => one === mode) && retiredSince(model, date) === null && priceOn(model, date) !== undefined;
  const offered = providersOf(book).flatMap((provider) => provider.models.filter(usable).map(({ id }) => ({ provider: provider.provider, id })));
  const known = book.provider(keys.provider);
  const now = { provider: keys.provider, id: (known && findModel(known, keys.model)?.id) ?? keys.model };
  const isListed = offered.some(({ provider, id }) => provider === now.provider && id === now.id);
  const all = isListed ? offered : [now, ...offered];
  return [
    {
      kind: "choice",
      id: "model",
      label: "Model",
      value: nameOf(now),
      options: all.map((one) => ({ value: nameOf(one), text: one.id, group: one.provider })),
      set: (chosen) => {
        const found = all.find((one) => nameOf(one) === chosen);
        return found
          ? modelTurn({ ...keys, provider: found.provider, model: found.id, mode: keys.mode ?? modeOf(mode) }, keys, pricing)
          : { keys: [], moved: [] };
      },
    },
  ];
}

/** The keys to write for another model. Fields that it refuses are adjusted. The mode is written, too, if the new model has another default mode. */
function modelTurn(next: WorkloadKeys, keys: WorkloadKeys, pricing: Pricing): Turn {
  const { model, ask } = termsOf(next, pricing);
  const found = fitToModel(next, { model, ask }, null);
  const needsMode = keys.mode === undefined && model.modes[0] !== next.mode;
  return {
    keys: [
      ...(next.provider === keys.provider ? [] : [{ path: ["provider"], value: next.provider }]),
      { path: ["model"], value: next.model },
      ...(needsMode ? [{ path: ["mode"], value: next.mode }] : []),
      ...(found?.moved ?? []).map(keyEdit),
    ],
    moved: found?.moved ?? [],
  };
}

function modeOf(mode: Scalar | undefined): WorkloadKeys["mode"] {
  return mode as WorkloadKeys["mode"];
}

function nameOf({ provider, id }: { provider: string; id: string }): string {
  return `${provider}/${id}`;
}

function turnOf(keys: WorkloadKeys, asked: Asked, edit: FieldEdit): Turn {
  const moved = fitToModel(keys, asked, edit)?.moved ?? [];
  return { keys: [edit, ...moved].map(keyEdit), moved };
}

/** An edit of a field in the manifest's form: a duration of 8 s as `8s`. */
function keyEdit({ field, value }: FieldEdit): KeyEdit {
  return { path: manifestPath(field), value: field === "duration" && typeof value === "number" ? `${value}s` : value };
}

/** A value as text for people: `8 s`, `with sound`. */
export function wordOf(field: string, value: Scalar): string {
  if (field === "duration") return typeof value === "number" ? `${value} s` : String(value);
  if (field === "audio") return value === true ? "with sound" : "without sound";
  return String(value);
}

/** Rounds up to 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((one) => one * unit >= value) ?? 10) * unit;
}

/** Rounds to six significant digits, which is more precise than any planned volume. */
function significant(value: number): number {
  return Number(value.toPrecision(6));
}
