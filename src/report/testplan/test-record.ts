import type { Field } from "../../joblog/records/job.ts";
import { type Mode, modeFollowsInput } from "../../notation/mode.ts";
import type { TestJob } from "../../testplan/plan.ts";

/** The fields of a job record that must be written down for a test job. */
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

/** The fields that the template fills in before the job runs. */
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

/** The request id of a test job in the log: `test-1`. */
export function requestId({ number }: Pick<TestJob, "number">): string {
  return `test-${number}`;
}

/** The length of the clip in seconds: the requested one, the provider's default, or that of the input if the clip is as long. Null if it is unknown. */
export function secondsOf({ keys, request }: Pick<TestJob, "keys" | "request">): number | null {
  const mode = request?.fields.get("mode") ?? keys.mode;
  const sent = Math.max(...[keys.input.video, keys.input.audio].map((files) => (files ?? []).reduce((sum, file) => sum + file, 0)));
  const follows = mode !== undefined && modeFollowsInput(mode as Mode) && sent > 0;
  const seconds = request?.fields.get("duration") ?? keys.output.duration ?? (follows ? sent : null);
  return typeof seconds === "number" && !request?.auto ? seconds : null;
}
