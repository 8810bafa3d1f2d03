import type { Raw } from "./read-job.ts";

export type JobObject = Readonly<Record<string, unknown>>;

/**
 * How the job object of an API is recognized, and how its values become the fields of a record. Outcomes are read from codes and from the
 * generated outputs, never from messages for people.
 */
export type Format = {
  recognises: (job: JobObject) => boolean;
  read: (job: JobObject) => Raw;
  /** The page that documents the shape, and the day on which it was last checked; null if it was not checked again. */
  source: string;
  checked: string | null;
};

/** The requested length and resolution, by the names that most requests use. */
export function asked(input: JobObject): Raw {
  return {
    requested_seconds: writtenSeconds(input["duration"] ?? input["durationSeconds"] ?? input["duration_seconds"] ?? input["seconds"]),
    resolution: input["resolution"] ?? input["size"],
  };
}

/** A length in seconds: `8`, `"8"` and `"8s"` are 8. Undefined for `auto`, -1 and 0, which leave the length to the model. */
export function writtenSeconds(written: unknown): number | undefined {
  if (typeof written === "number") return written > 0 ? written : undefined;
  const [, seconds] = /^(\d+(?:\.\d+)?)\s*s?$/.exec(String(written)) ?? [];
  return seconds === undefined || Number(seconds) === 0 ? undefined : Number(seconds);
}

export function text(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

export function said(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? Object.values(value).map(said).join(" ") : "";
}

export function tree(value: unknown): JobObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JobObject) : {};
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
