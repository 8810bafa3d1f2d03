/**
 * The units that prices count. The list is closed. To add a meter, add it here and in `engine/quantity.ts`; every
 * price file can then use it. Never rename a meter: published price files use its name.
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

/** What a meter measures. A price that names no subject measures the meter's own `subject`. */
export const SUBJECTS = ["output", "input_video", "input_audio", "input_images", "text"] as const;
export type Subject = (typeof SUBJECTS)[number];
