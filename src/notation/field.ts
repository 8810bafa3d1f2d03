/**
 * The fields of a request for a job, by the names that price files use in `accepts`, `defaults` and `when`. This is
 * the only list. The compiler checks that every other table has one entry for each name: a manifest key that is not in
 * this list does not compile, and neither does a name that the schema, the request or the test plan's words leave out.
 *
 * `path`: where a workload of the manifest has the field; null if it comes from the account or from the jobs of the
 * month. A size in megapixels is written as a resolution.
 * `without`: what a model accepts if its `accepts` says nothing about the field: `any` value, or only `standard`, for a
 * field that just some models let you choose.
 * `noun`: the field's name in a sentence.
 */
export const REQUEST_FIELDS = {
  mode: { path: ["mode"], without: "any", noun: "mode" },
  duration: { path: ["output", "duration"], without: "any", noun: "duration" },
  segments: { path: ["output", "segments"], without: "any", noun: "segments" },
  frames: { path: ["output", "frames"], without: "any", noun: "frames" },
  resolution: { path: ["output", "resolution"], without: "any", noun: "resolution" },
  audio: { path: ["output", "audio"], without: "any", noun: "sound" },
  aspect_ratio: { path: ["output", "aspect_ratio"], without: "any", noun: "aspect ratio" },
  fps: { path: ["output", "fps"], without: "any", noun: "fps" },
  quality: { path: ["output", "quality"], without: "standard", noun: "quality" },
  count: { path: ["output", "count"], without: "any", noun: "outputs" },
  "input.images": { path: ["input", "images"], without: "any", noun: "images" },
  "input.video": { path: ["input", "video"], without: "any", noun: "input video" },
  "input.audio": { path: ["input", "audio"], without: "any", noun: "input audio" },
  "input.resolution": { path: ["input", "resolution"], without: "any", noun: "input" },
  "input.text_bytes": { path: ["input", "text_bytes"], without: "any", noun: "text" },
  tier: { path: ["tier"], without: "standard", noun: "tier" },
  region: { path: ["region"], without: "standard", noun: "region" },
  runtime: { path: ["runtime"], without: "any", noun: "GPU time" },
  plan: { path: null, without: "any", noun: "plan" },
  monthly_jobs: { path: null, without: "any", noun: "jobs a month" },
  megapixels: { path: ["output", "resolution"], without: "any", noun: "megapixels" },
  "input.megapixels": { path: ["input", "resolution"], without: "any", noun: "input megapixels" },
} as const satisfies Readonly<Record<string, FieldEntry>>;

type FieldEntry = { path: readonly [key: string] | readonly [section: "output" | "input", key: string] | null; without: "any" | "standard"; noun: string };

export type RequestField = keyof typeof REQUEST_FIELDS;

/** Fields that are derived from others: the manifest's value at their path belongs to another field. */
type DerivedField = "megapixels" | "input.megapixels";

/** The fields that a workload of the manifest sets. */
export type ManifestField = {
  [F in RequestField]: (typeof REQUEST_FIELDS)[F]["path"] extends null ? never : F extends DerivedField ? never : F;
}[RequestField];

/** The keys of a section of a workload: exactly those whose path begins with the section. */
export type KeyOfSection<S extends "output" | "input"> = Extract<(typeof REQUEST_FIELDS)[ManifestField]["path"], readonly [S, string]>[1];

/** The fields that are keys of a workload itself, not of one of its sections. */
export type KeyOfWorkload = Extract<(typeof REQUEST_FIELDS)[ManifestField]["path"], readonly [string]>[0];

const BY_NAME: ReadonlyMap<string, FieldEntry> = new Map(Object.entries(REQUEST_FIELDS));

/** @returns undefined for a name that is not in the list: it can only be a model's own option */
export function requestField(name: string): FieldEntry | undefined {
  return BY_NAME.get(name);
}

/** Fields of `output` that have a provider's default and may change the price. If a manifest leaves one out, the report says so. */
export const DEFAULTED_FIELDS = ["duration", "resolution", "audio"] as const satisfies readonly ManifestField[];
export type DefaultedField = (typeof DEFAULTED_FIELDS)[number];
