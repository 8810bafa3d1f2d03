import type { Field } from "../../joblog/records/job.ts";
import { type Mode, modeFollowsInput } from "../../notation/mode.ts";
import type { TestJob } from "../../testplan/plan.ts";

/** What to write down of a job that was run, of the fields of a record. */
export const WRITTEN = [
  "request_id",
  "job_id",
  "requested_seconds",
  "billed_seconds",
  "resolution",
  "billed_resolution",
  "status",
  "cost",
  "submitted_at",
  "finished_at",
  "polls",
] as const satisfies readonly Field[];

/** What the template has before the job is run. */
export const PREPARED = [
  "workload",
  "provider",
  "model",
  "request_id",
  "take",
  "attempt",
  "requested_seconds",
  "resolution",
] as const satisfies readonly Field[];

/** The name of a test job in the log: test-1. */
export function requestId({ number }: Pick<TestJob, "number">): string {
  return `test-${number}`;
}

/** The length that is asked for in seconds, or that the provider makes by default, or of what goes in where the clip is as long; null if nobody knows it. */
export function secondsOf({ keys, request }: Pick<TestJob, "keys" | "request">): number | null {
  const mode = request?.fields.get("mode") ?? keys.mode;
  const sent = Math.max(...[keys.input.video, keys.input.audio].map((files) => (files ?? []).reduce((sum, file) => sum + file, 0)));
  const follows = mode !== undefined && modeFollowsInput(mode as Mode) && sent > 0;
  const seconds = request?.fields.get("duration") ?? keys.output.duration ?? (follows ? sent : null);
  return typeof seconds === "number" && !request?.auto ? seconds : null;
}
