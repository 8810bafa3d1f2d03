/**
 * What is counted. The list is closed: adding a meter is a change of code, of `engine/quantity.ts`,
 * and of nothing else; every price file can use it from then on. Renaming one breaks published files.
 */
export const METERS = {
  clip: { unit: "clip", subject: "output" },
  job: { unit: "job", subject: "output" },
  second: { unit: "second", subject: "output" },
  frame: { unit: "frame", subject: "output" },
  megapixel: { unit: "megapixel", subject: "output" },
  token: { unit: "token", subject: "output" },
  image: { unit: "image", subject: "input_images" },
  byte: { unit: "byte", subject: "text" },
  segment: { unit: "segment", subject: "output" },
  gpu_second: { unit: "GPU second", subject: "output" },
} as const satisfies Record<string, { unit: string; subject: Subject }>;

export type Meter = keyof typeof METERS;
export const METER_NAMES = Object.keys(METERS) as [Meter, ...Meter[]];

/** What a meter measures: the default is the meter's own `subject`. */
export const SUBJECTS = ["output", "input_video", "input_audio", "input_images", "text"] as const;
export type Subject = (typeof SUBJECTS)[number];
