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

/** What people and libraries call modes, in small letters without separators; for hints only. */
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

/** The mode that a word means; null if it is none. `Text_To_Video` is `text-to-video`. */
export function modeCalled(word: string): Mode | null {
  const plain = word.toLowerCase().replace(/[^a-z0-9]/g, "");
  return MODES.find((mode) => mode.replaceAll("-", "") === plain) ?? (Object.hasOwn(CALLED, plain) ? (CALLED[plain] ?? null) : null);
}

/** Modes whose job cannot be without such an input: where the manifest names none, it is not zero but not said. */
export const TAKES_VIDEO: ReadonlySet<Mode> = new Set<Mode>(["video-to-video", "motion-transfer", "extend", "upscale", "translation"]);
export const TAKES_AUDIO: ReadonlySet<Mode> = new Set<Mode>(["audio-to-video", "lip-sync", "avatar"]);

/** Images that a mode sends where the manifest does not say. */
export const IMAGES_SENT: Partial<Record<Mode, number>> = { "image-to-video": 1, "first-last-frame": 2, "motion-transfer": 1 };

/** Modes whose result is as long as what goes in: `duration` is then the length of the input too. */
export function modeFollowsInput(mode: Mode): boolean {
  return mode !== "extend" && (TAKES_VIDEO.has(mode) || TAKES_AUDIO.has(mode));
}
