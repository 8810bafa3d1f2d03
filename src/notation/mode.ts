/** What a job does. The list is closed, and the same for manifests and price files. */
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

/** Other names that people and libraries use for modes, in lower case without separators. For hints only. */
const CALLED: Readonly<Record<string, Mode>> = {
  t2v: "text-to-video",
  text2video: "text-to-video",
  txt2vid: "text-to-video",
  txt2video: "text-to-video",
  text: "text-to-video",
  i2v: "image-to-video",
  img2vid: "image-to-video",
  img2video: "image-to-video",
  image2video: "image-to-video",
  image: "image-to-video",
  flf2v: "first-last-frame",
  keyframes: "first-last-frame",
  firstlastframetovideo: "first-last-frame",
  startendframe: "first-last-frame",
  r2v: "reference-to-video",
  ref2video: "reference-to-video",
  v2v: "video-to-video",
  vid2vid: "video-to-video",
  video2video: "video-to-video",
  edit: "video-to-video",
  motioncontrol: "motion-transfer",
  extension: "extend",
  videoextension: "extend",
  a2v: "audio-to-video",
  audio2video: "audio-to-video",
  talkinghead: "avatar",
  upscaling: "upscale",
  dubbing: "translation",
};

/** The mode that a word means, for hints; null if it means none. `Text_To_Video` means `text-to-video`. */
export function modeCalled(word: string): Mode | null {
  const letters = word.toLowerCase().replace(/[^a-z0-9]/g, "");
  return MODES.find((mode) => mode.replaceAll("-", "") === letters) ?? (Object.hasOwn(CALLED, letters) ? (CALLED[letters] ?? null) : null);
}

/** Modes whose jobs always have an input of this kind. If the manifest declares none, its size is unknown, not 0. */
export const TAKES_VIDEO: ReadonlySet<Mode> = new Set<Mode>(["video-to-video", "motion-transfer", "extend", "upscale", "translation"]);
export const TAKES_AUDIO: ReadonlySet<Mode> = new Set<Mode>(["audio-to-video", "lip-sync", "avatar"]);

/** How many images a mode sends if the manifest does not say. */
export const IMAGES_SENT: Partial<Record<Mode, number>> = { "image-to-video": 1, "first-last-frame": 2, "motion-transfer": 1 };

/** Whether a mode's output is as long as its input: `duration` is then also the duration of the input. */
export function modeFollowsInput(mode: Mode): boolean {
  return mode !== "extend" && (TAKES_VIDEO.has(mode) || TAKES_AUDIO.has(mode));
}
