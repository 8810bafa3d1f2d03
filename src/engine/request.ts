import type { WorkloadKeys } from "../manifest/schema.ts";
import type { RequestField } from "../notation/field.ts";
import { IMAGES_SENT, type Mode, TAKES_AUDIO, TAKES_VIDEO } from "../notation/mode.ts";
import { normaliseResolution, sizeOf } from "../notation/resolution.ts";
import { boundaries, limitsOf, listedValues } from "../prices/accepts.ts";
import type { Default, MediaProfile, Model } from "../prices/book.ts";
import { comparable, holds, type Scalar } from "../prices/condition.ts";

/** One job in the terms of the price book: every field by its name in a price file, and the seconds of each input file. */
export type Request = {
  fields: ReadonlyMap<string, Scalar>;
  /** Fields that the manifest sets; the others are the provider's defaults. */
  given: ReadonlySet<string>;
  files: { video: readonly number[]; audio: readonly number[] };
  /** Width and height of one frame in pixels, if they are known from an exact size or the model's media profile. */
  size?: readonly [width: number, height: number];
  /** True for `duration: auto`. The length is then the longest that the model makes. */
  auto: boolean;
};

/** The defaults of one case can make another case match. More rounds than this mean a loop in the price file. */
const ROUNDS = 8;

/** The fields that the account adds to a request: the plan, and the jobs of the month for volume tiers. */
export type AccountTerms = { plan?: string | undefined; monthlyJobs?: number | undefined };

/** The keys of a workload that define one job. */
export type RequestKeys = Pick<WorkloadKeys, "mode" | "output" | "input" | "tier" | "region" | "options" | "runtime">;

/** The job that a workload requests from a model, with the provider's defaults for fields that it leaves out. */
export function requestOf(workload: RequestKeys, model: Model, context: AccountTerms): Request {
  const mode = workload.mode ?? (model.modes[0] as Mode);
  const given = givenFields(workload, mode, context);
  const fields = withDefaults(given, model);
  const auto = fields.get("duration") === "auto";
  if (auto) setAuto(fields, model);
  const size = resolve(fields, model);
  derive(fields, size, model.media);
  return {
    fields,
    given: new Set(given.keys()),
    files: { video: workload.input.video ?? [], audio: workload.input.audio ?? [] },
    ...(size && { size }),
    auto,
  };
}

type ReadField = (keys: RequestKeys, mode: Mode, context: AccountTerms) => Scalar | undefined;

/** How each field is read from a workload and its account; undefined leaves it to the provider. */
const GIVEN: Readonly<Record<Exclude<RequestField, "megapixels" | "input.megapixels">, ReadField>> = {
  mode: (_, mode) => mode,
  duration: ({ output }) => (output.segments ? sum(output.segments) : output.duration),
  segments: ({ output }) => output.segments?.length,
  frames: ({ output }) => output.frames,
  resolution: ({ output }) => output.resolution,
  audio: ({ output }) => output.audio,
  aspect_ratio: ({ output }) => output.aspect_ratio,
  fps: ({ output }) => output.fps,
  quality: ({ output }) => output.quality,
  count: ({ output }) => output.count,
  "input.images": ({ input }, mode) => input.images ?? IMAGES_SENT[mode] ?? 0,
  "input.video": ({ input }, mode) => (input.video ? sum(input.video) : TAKES_VIDEO.has(mode) ? undefined : 0),
  "input.audio": ({ input }, mode) => (input.audio ? sum(input.audio) : TAKES_AUDIO.has(mode) ? undefined : 0),
  "input.resolution": ({ input }) => input.resolution,
  "input.text_bytes": ({ input }) => input.text_bytes,
  tier: ({ tier }) => tier,
  region: ({ region }) => region,
  runtime: ({ runtime }) => runtime,
  plan: (_, __, { plan }) => plan,
  monthly_jobs: (_, __, { monthlyJobs }) => monthlyJobs,
};
const READERS = Object.entries(GIVEN);

function givenFields(workload: RequestKeys, mode: Mode, context: AccountTerms): Map<string, Scalar> {
  const fields = new Map<string, Scalar>(Object.entries(workload.options));
  for (const [field, read] of READERS) {
    const value = read(workload, mode, context);
    if (value !== undefined) fields.set(field, comparable(field, value));
  }
  return fields;
}

/** Sets the duration to the longest that the model makes for this request, including its cases. */
function setAuto(fields: Map<string, Scalar>, model: Model): void {
  const limits = limitsOf("duration", model, (field) => fields.get(field)) ?? [];
  const longest = limits.map((limit) => Math.max(...boundaries(limit)));
  if (longest.length === 0) fields.delete("duration");
  else fields.set("duration", Math.min(...longest));
}

/** The model's defaults, then those of every case that matches, until nothing changes. */
function withDefaults(given: ReadonlyMap<string, Scalar>, model: Model): Map<string, Scalar> {
  let fields = new Map(given);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Map(given);
    const matching = model.cases.filter((one) => holds(one.when, (field) => fields.get(field)) === true);
    for (const defaults of [model.defaults, ...matching.map((one) => one.defaults)]) {
      for (const [field, written] of Object.entries(defaults)) {
        // A requested length replaces the default number of frames, and vice versa.
        if (given.has(field) || (field === "duration" && (given.has("frames") || given.has("segments"))) || (field === "frames" && given.has("duration")))
          continue;
        const value = inherited(written, given, model);
        if (value !== undefined) next.set(field, value);
      }
    }
    const stable = next.size === fields.size && [...next].every(([field, value]) => fields.get(field) === value);
    fields = next;
    if (stable) break;
  }
  return fields;
}

/** A default that copies another field up to a maximum: `{ from: input.resolution, max: 720p }`. Numbers are compared by size, resolutions by height. */
function inherited(value: Default, given: ReadonlyMap<string, Scalar>, model: Model): Scalar | undefined {
  if (typeof value !== "object") return value;
  const source = given.get(value.from);
  if (source === undefined || value.max === undefined) return source;
  const max = comparable(value.from, value.max);
  if (typeof source === "number" && typeof max === "number") return Math.min(source, max);
  return heightOf(source) > heightOf(max) ? max : classOf(source, model);
}

function heightOf(resolution: Scalar): number {
  const size = sizeOf(String(resolution));
  if (size) return Math.min(...size);
  const digits = /^(\d+)(p|k)$/.exec(String(resolution));
  if (!digits) return 0;
  return digits[2] === "p" ? Number(digits[1]) : Number(digits[1]) * 540;
}

/** The megapixels of a resolution. A class such as `4k` counts as 16:9. */
export function megapixels(resolution: string): number {
  const [width, height] = sizeOf(resolution) ?? [(heightOf(resolution) * 16) / 9, heightOf(resolution)];
  return (width * height) / 1e6;
}

function classOf(resolution: Scalar, model: Model): Scalar {
  const size = sizeOf(String(resolution));
  return size ? (nameOfSize(size, model) ?? resolution) : resolution;
}

/** Sets the resolution to the name that the model's prices use. @returns its pixels, if they are known */
function resolve(fields: Map<string, Scalar>, model: Model): readonly [number, number] | undefined {
  const written = fields.get("resolution");
  if (typeof written !== "string") return undefined;
  const exact = sizeOf(written);
  const name = exact ? nameOfSize(exact, model) : nameOfClass(written, model);
  if (name !== undefined) fields.set("resolution", name);
  return exact ?? pixelsOf(String(name ?? written), fields.get("aspect_ratio"), model.media);
}

function nameOfSize([width, height]: readonly [number, number], model: Model): string | undefined {
  const known = model.media?.pixels?.find((size) => size.width === width && size.height === height);
  if (known) return known.class;
  if (isAccepted(`${width}x${height}`, model)) return `${width}x${height}`;
  return nameOfClass(`${Math.min(width, height)}p`, model);
}

/** The model's name for a resolution class. `4k` and `2160p` are the same class. */
function nameOfClass(name: string, model: Model): string | undefined {
  const names = name === "2160p" ? [name, "4k"] : name === "4k" ? [name, "2160p"] : [name];
  return names.find((candidate) => isAccepted(candidate, model)) ?? undefined;
}

function isAccepted(resolution: string, model: Model): boolean {
  const { resolution: accepted } = model.accepts;
  const known = [accepted, ...model.cases.map((one) => one.accepts["resolution"])];
  return known.some((limit) => listedValues(limit).includes(resolution));
}

function pixelsOf(name: string, ratio: Scalar | undefined, media: MediaProfile | undefined): readonly [number, number] | undefined {
  const sizes = media?.pixels?.filter((size) => size.class === normaliseResolution(name)) ?? [];
  const found = sizes.find((size) => size.ratio === ratio) ?? sizes.find((size) => size.ratio === undefined);
  return found && [found.width, found.height];
}

/** Sets fields that follow from others and that conditions may use: length and frames from each other, and megapixels from sizes. */
function derive(fields: Map<string, Scalar>, size: readonly [number, number] | undefined, media: MediaProfile | undefined): void {
  const fps = Number(fields.get("fps") ?? media?.fps);
  const plus = media?.frames?.plus ?? 0;
  const [duration, frames] = [fields.get("duration"), fields.get("frames")];
  if (fps > 0 && typeof duration === "number" && frames === undefined) fields.set("frames", Math.round(duration * fps) + plus);
  if (fps > 0 && typeof frames === "number" && duration === undefined) fields.set("duration", Number(((frames - plus) / fps).toPrecision(12)));
  if (size) fields.set("megapixels", (size[0] * size[1]) / 1e6);
  const input = fields.get("input.resolution");
  if (input !== undefined) fields.set("input.megapixels", megapixels(String(input)));
}

function sum(seconds: readonly number[]): number {
  return Number(seconds.reduce((total, one) => total + one, 0).toPrecision(12));
}
