import { manifestPath } from "../engine/manifest-path.ts";
import type { RequestKeys } from "../engine/request.ts";
import { IMAGES_SENT, type Mode, TAKES_AUDIO, TAKES_VIDEO } from "../notation/mode.ts";
import type { Scalar } from "../prices/condition.ts";

/** A clip to compare models by. `duration` is in seconds; a field that is left out has the provider's default. */
export type ClipRequest = { mode: Mode; duration: number; resolution?: string; audio?: boolean; aspect_ratio?: string; fps?: number };

/** The inputs that are assumed for a mode: a number of images, and the seconds of one video or audio file as long as the clip. */
export function inputsOf({ mode, duration }: Pick<ClipRequest, "mode" | "duration">): { images: number; video: number; audio: number } {
  return {
    images: mode === "reference-to-video" ? 1 : (IMAGES_SENT[mode] ?? 0),
    video: TAKES_VIDEO.has(mode) ? duration : 0,
    audio: TAKES_AUDIO.has(mode) ? duration : 0,
  };
}

/** The fields of a request for such a clip, by their names in a price file. */
export function fieldsOf({ mode, duration, ...output }: ClipRequest): Map<string, Scalar> {
  const { images, video, audio } = inputsOf({ mode, duration });
  const set = Object.entries(output).filter((entry): entry is [string, Scalar] => entry[1] !== undefined);
  return new Map<string, Scalar>([
    ["mode", mode],
    ["duration", duration],
    ...set,
    ...(images > 0 ? [["input.images", images] as const] : []),
    ...(video > 0 ? [["input.video", video] as const] : []),
    ...(audio > 0 ? [["input.audio", audio] as const] : []),
  ]);
}

/** The request keys of a workload that sets only these fields. An input video or audio is one file. */
export function keysOf(fields: ReadonlyMap<string, Scalar>): RequestKeys {
  const keys: Record<string, Record<string, unknown>> = { output: {}, input: {}, options: {} };
  for (const [field, value] of fields) {
    const [section = "", inner] = manifestPath(field);
    if (inner === undefined) Object.assign(keys, { [section]: value });
    else keys[section] = { ...keys[section], [inner]: field === "input.video" || field === "input.audio" ? [value] : value };
  }
  return keys as unknown as RequestKeys;
}
