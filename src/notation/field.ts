/**
 * The one vocabulary of what a request for a job can say: the names that price files use in `accepts`,
 * `defaults` and `when`. Whoever reads or writes a field has one entry for each name here, checked by the
 * compiler: a key of the manifest that is not in this table, or a name here that the schema, the request or
 * the test plan's words leave out, does not compile.
 *
 * `path`: where a workload of the manifest has it; a size in megapixels is written as a resolution. Null: it
 * comes from the account.
 * `without`: what a model that says nothing of the field takes. `any` value, or the plain word `standard` for
 * "nothing special" where only some models have such a choice.
 * `noun`: how a sentence calls it.
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

/** Fields that follow from others: what the manifest has at their path is another field's. */
type DerivedField = "megapixels" | "input.megapixels";

/** Fields that a workload of the manifest sets. */
export type ManifestField = {
  [F in RequestField]: (typeof REQUEST_FIELDS)[F]["path"] extends null ? never : F extends DerivedField ? never : F;
}[RequestField];

/** The keys that a section of a workload has: exactly those whose path begins with it. */
export type KeyOfSection<S extends "output" | "input"> = Extract<(typeof REQUEST_FIELDS)[ManifestField]["path"], readonly [S, string]>[1];

/** The fields that are in a workload itself and not in a section of it. */
export type KeyOfWorkload = Extract<(typeof REQUEST_FIELDS)[ManifestField]["path"], readonly [string]>[0];

const BY_NAME: ReadonlyMap<string, FieldEntry> = new Map(Object.entries(REQUEST_FIELDS));

/** @returns undefined for a name that is an option of some model's own */
export function requestField(name: string): FieldEntry | undefined {
  return BY_NAME.get(name);
}

/** Fields of `output` that a provider has a default for and its price may depend on: leaving them out is always said. */
export const DEFAULTED_FIELDS = ["duration", "resolution", "audio"] as const satisfies readonly ManifestField[];
export type DefaultedField = (typeof DEFAULTED_FIELDS)[number];
