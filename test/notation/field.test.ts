import { expect, test } from "vitest";
import { manifestPath } from "../../src/engine/manifest-path.ts";
import { type RequestKeys, requestOf } from "../../src/engine/request.ts";
import { workloadKeys } from "../../src/manifest/schema.ts";
import { type KeyOfSection, type ManifestField, REQUEST_FIELDS } from "../../src/notation/field.ts";
import { limitsOf } from "../../src/prices/accepts.ts";
import { asksInWords } from "../../src/report/testplan/words.ts";
import { bookOfFiles } from "../in-memory.ts";

/** The value in a manifest, in a request, and in the test plan's words. Without an entry for each field this does not compile. */
const WRITTEN: Readonly<Record<ManifestField, [written: unknown, asked: unknown, said: string]>> = {
  mode: ["extend", "extend", "extend"],
  duration: ["8s", 8, "8 s"],
  // 5 s + 3 s: two segments.
  segments: [["5s", "3s"], 2, "segments of 5 s, 3 s"],
  frames: [81, 81, "81 frames"],
  resolution: ["1080p", "1080p", "1080p"],
  audio: [false, false, "without sound"],
  aspect_ratio: ["9:16", "9:16", "9:16"],
  fps: [24, 24, "24 fps"],
  quality: ["pro", "pro", "quality pro"],
  count: [2, 2, "2 outputs"],
  "input.images": [3, 3, "3 images"],
  "input.video": [["4s", "6s"], 10, "input video of 4 s, 6 s"],
  "input.audio": ["7s", 7, "input audio of 7 s"],
  "input.resolution": ["720p", "720p", "input 720p"],
  "input.text_bytes": [120, 120, "a text of 120 bytes"],
  tier: ["batch", "batch", "tier batch"],
  region: ["eu", "eu", "region eu"],
  runtime: ["90s", 90, "90 s of GPU time"],
};

const model = (() => {
  const one = { id: "m", modes: ["text-to-video", "extend"], prices: [] };
  const found = bookOfFiles({ provider: "p", name: "P", models: [one] }).provider("p")?.models[0];
  if (!found) throw new Error("no model");
  return found;
})();

/** A workload as it is written, with one key at its path. */
function workloadWith(path: readonly string[], value: unknown) {
  const [section = "", key] = path;
  return workloadKeys.parse({ provider: "p", model: "m", volume: { per_day: 1 }, [section]: key === undefined ? value : { [key]: value } });
}

test.each(Object.entries(WRITTEN))("%s is read from the manifest, set in the request and shown in words", (field, [written, asked, said]) => {
  const keys = workloadWith(manifestPath(field), written);
  const request = requestOf(keys, model, {});
  expect([request.fields.get(field), request.given.has(field)]).toEqual([asked, true]);
  const job = { keys, request: null } as unknown as Parameters<typeof asksInWords>[0];
  expect(asksInWords(job, (text) => text)).toBe(said);
});

test("the schema's keys of output and input are exactly the fields", () => {
  const { output, input } = workloadKeys.shape;
  // `count_as` is not part of a request: it only says how outputs count.
  const keys = [
    ...Object.keys(output.unwrap().shape)
      .filter((key) => key !== "count_as")
      .map((key) => `output.${key}`),
    ...Object.keys(input.unwrap().shape).map((key) => `input.${key}`),
  ];
  const paths = Object.keys(WRITTEN).map((field) => manifestPath(field).join("."));
  expect(paths.filter((path) => path.includes(".")).sort()).toEqual(keys.sort());
  expect(paths.filter((path) => !path.includes(".")).every((key) => key in workloadKeys.shape)).toBe(true);
});

test("the account's fields and derived fields are fields, too", () => {
  const named = new Set(Object.keys(WRITTEN));
  expect(Object.keys(REQUEST_FIELDS).filter((field) => !named.has(field))).toEqual(["plan", "monthly_jobs", "megapixels", "input.megapixels"]);
  const keys: RequestKeys = workloadWith(["output", "resolution"], "1920x1080");
  const { fields } = requestOf({ ...keys, input: { resolution: "1280x720" } }, model, { plan: "pro", monthlyJobs: 500 });
  // 1920 × 1080 = 2,073,600 pixels; 1280 × 720 = 921,600.
  expect(["plan", "monthly_jobs", "megapixels", "input.megapixels"].map((field) => fields.get(field))).toEqual(["pro", 500, 2.0736, 0.9216]);
});

test("a field that the model does not list accepts any value, only the standard value, or is unknown", () => {
  const limits = (field: string) => limitsOf(field, model, () => undefined);
  const standard = [{ kind: "list", values: ["standard"] }];
  expect(["quality", "tier", "region"].map(limits)).toEqual([standard, standard, standard]);
  expect(["fps", "plan", "input.megapixels"].map(limits)).toEqual([[], [], []]);
  expect(limits("camera_motion")).toBeUndefined();
  expect([manifestPath("camera_motion"), manifestPath("megapixels")]).toEqual([
    ["options", "camera_motion"],
    ["output", "resolution"],
  ]);
});

test("a key that is not connected does not compile", () => {
  const keys = { duration: 1, segments: 1, frames: 1, resolution: 1, audio: 1, aspect_ratio: 1, fps: 1, quality: 1, count: 1 };
  type OutputKeys = Readonly<Record<KeyOfSection<"output">, number>>;
  expect(Object.keys(keys satisfies OutputKeys)).toHaveLength(9);
  // @ts-expect-error: the schema cannot accept a key that is in no table.
  ({ ...keys, bitrate: 1 }) satisfies OutputKeys;
  // @ts-expect-error: the schema cannot leave a key out.
  ({ duration: 1 }) satisfies OutputKeys;
});
