/** What a job does, in one closed list for manifests and price files. */
export const MODES = [
  "text-to-video",
  "image-to-video",
  "first-last-frame",
  "reference-to-video",
  "video-to-video",
  "motion-transfer",
  "extend",
  "audio-to-video",
  "lip-sync",
  "avatar",
  "upscale",
  "effects",
  "translation",
] as const;

export type Mode = (typeof MODES)[number];

/** Modes whose job cannot be without such an input: where the manifest names none, it is not zero but not said. */
export const TAKES_VIDEO: ReadonlySet<Mode> = new Set<Mode>(["video-to-video", "motion-transfer", "extend", "upscale", "translation"]);
export const TAKES_AUDIO: ReadonlySet<Mode> = new Set<Mode>(["audio-to-video", "lip-sync", "avatar"]);

/** Images that a mode sends where the manifest does not say. */
export const IMAGES_SENT: Partial<Record<Mode, number>> = { "image-to-video": 1, "first-last-frame": 2, "motion-transfer": 1 };

/** Modes whose result is as long as what goes in: `duration` is then the length of the input too. */
export function modeFollowsInput(mode: Mode): boolean {
  return mode !== "extend" && (TAKES_VIDEO.has(mode) || TAKES_AUDIO.has(mode));
}
