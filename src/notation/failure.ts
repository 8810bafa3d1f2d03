import { recordOf } from "./record-of.ts";

/** The ways that a job can fail, in the order of the manifest. */
export const FAILURES = ["provider_error", "moderated", "invalid", "timed_out"] as const;
export type Failure = (typeof FAILURES)[number];

/** A record with a value for each failure: `{ provider_error: make(), moderated: make(), … }`. */
export function eachFailure<T>(make: () => T): Record<Failure, T> {
  return recordOf(FAILURES, make);
}
