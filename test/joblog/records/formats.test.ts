import { describe, expect, test } from "vitest";
import { FORMAT_NAMES, FORMATS } from "../../../src/joblog/records/formats.ts";
import type { Job } from "../../../src/joblog/records/job.ts";
import { recordMapper } from "../../../src/joblog/records/map-record.ts";
import { jobReader } from "../../../src/joblog/records/read-job.ts";

/** Job objects as the providers' API references show them, shortened. */
const FAL = {
  request_id: "80e732af-660e-45cd-bd63-580e4f2a94cc",
  endpoint_id: "fal-ai/veo3.1/fast",
  status: "COMPLETED",
  sent_at: "2026-11-01T10:00:00Z",
  ended_at: "2026-11-01T10:01:30Z",
  status_code: 200,
  json_input: { prompt: "…", duration: "8s", resolution: "1080p", seed: 7 },
};
const FAL_WEBHOOK = {
  request_id: "r-2",
  gateway_request_id: "r-2",
  status: "ERROR",
  error: "Invalid status code: 422",
  payload: { detail: [{ type: "content_policy_violation", msg: "…" }] },
};
const REPLICATE = {
  id: "gm3qorzdhgbfurvjtvhg6dckhu",
  model: "minimax/video-01",
  version: "5c7d5dc6",
  input: { prompt: "…", duration: 6, resolution: "768p" },
  status: "succeeded",
  created_at: "2026-11-01T10:00:00.000Z",
  started_at: "2026-11-01T10:00:05.000Z",
  completed_at: "2026-11-01T10:02:00.000Z",
  metrics: { predict_time: 115 },
};
const RUNWAY = { id: "17f20503-6c24-4c16-946b-35dbbce2af2f", createdAt: "2026-11-01T10:00:00Z", status: "SUCCEEDED", output: ["https://…"] };
const KLING = {
  code: 0,
  message: "success",
  request_id: "q-1",
  data: {
    task_id: "8290000",
    task_status: "succeed",
    task_status_msg: "",
    task_info: { external_task_id: "ours-1" },
    created_at: 1_722_769_557_708,
    updated_at: 1_722_769_658_708,
    final_unit_deduction: "3.5",
    task_result: { videos: [{ id: "v", url: "https://…", duration: "5.1" }] },
  },
};
const GOOGLE = {
  name: "models/veo-3.1-fast-generate-preview/operations/abc123",
  done: true,
  metadata: { createTime: "2026-11-01T10:00:00Z", updateTime: "2026-11-01T10:01:00Z" },
  response: { generateVideoResponse: { generatedSamples: [{ video: { uri: "https://…" } }] } },
};
const OPENAI = {
  id: "video_123",
  object: "video",
  model: "sora-2",
  status: "completed",
  created_at: 1_762_000_000,
  completed_at: 1_762_000_090,
  seconds: "8",
  size: "1280x720",
  error: null,
};

const read = (value: object, format?: (typeof FORMAT_NAMES)[number]): Job => {
  const raw = recordMapper(format, new Map())(value);
  const job = jobReader()(raw as Parameters<ReturnType<typeof jobReader>>[0]);
  if ("flaw" in job) throw new Error(`${job.flaw} ${job.field} ${job.value}`);
  return job;
};
const seconds = (job: Job): number => job.finished_at - job.submitted_at;

test.each([
  ["fal", FAL],
  ["fal", FAL_WEBHOOK],
  ["replicate", REPLICATE],
  ["runway", RUNWAY],
  ["kling", KLING],
  ["kling", KLING.data],
  ["google", GOOGLE],
  ["openai", OPENAI],
])("an object of %s is recognized by its shape, and by no other's", (name, value) => {
  expect(FORMAT_NAMES.filter((one) => FORMATS[one].recognises(value as Record<string, unknown>))).toEqual([name]);
});

test("fal jobs are read", () => {
  const job = read(FAL);
  expect([job.job_id, job.model, job.status, job.requested_seconds, job.resolution, job.seed, seconds(job)]).toEqual([
    FAL.request_id,
    "fal-ai/veo3.1/fast",
    "success",
    8,
    "1080p",
    7,
    90,
  ]);
  expect(read(FAL_WEBHOOK).status).toBe("moderated");
  expect(read({ ...FAL, status_code: 422 }).status).toBe("invalid");
  expect(read({ ...FAL, status_code: 503 }).status).toBe("provider_error");
  expect(read({ ...FAL, status: "IN_QUEUE", status_code: undefined, ended_at: undefined }).status).toBe("pending");
});

// https://docs.fal.ai/documentation/model-apis/request-errors, in a webhook's payload and in the answer itself.
test.each([
  ["request_timeout", "timed_out"],
  ["startup_timeout", "timed_out"],
  ["runner_connection_timeout", "timed_out"],
  ["runner_scheduling_failure", "provider_error"],
  ["runner_disconnected", "provider_error"],
  ["runner_server_error", "provider_error"],
  ["internal_error", "provider_error"],
  ["client_disconnected", "cancelled"],
  ["client_cancelled", "cancelled"],
  ["bad_request", "invalid"],
])("fal: an error of the type %s is %s", (error_type, status) => {
  expect(read({ ...FAL_WEBHOOK, error: "x", payload: { detail: "for people", error_type } }).status).toBe(status);
  expect(read({ ...FAL, status_code: undefined, detail: "for people", error_type }).status).toBe(status);
});

test("Replicate jobs are read", () => {
  const job = read(REPLICATE);
  expect([job.job_id, job.model, job.status, job.requested_seconds, job.resolution, seconds(job)]).toEqual([
    REPLICATE.id,
    "minimax/video-01",
    "success",
    6,
    "768p",
    120,
  ]);
  // A message for people is not an error code.
  expect(read({ ...REPLICATE, status: "failed", error: "NSFW content detected" }).status).toBe("provider_error");
  expect(read({ ...REPLICATE, status: "failed", error: "CUDA out of memory" }).status).toBe("provider_error");
  expect(read({ ...REPLICATE, status: "canceled" }).status).toBe("cancelled");
  expect(read({ ...REPLICATE, status: "aborted" }).status).toBe("timed_out");
});

test("Runway jobs are read", () => {
  expect([read(RUNWAY).job_id, read(RUNWAY).status]).toEqual([RUNWAY.id, "success"]);
  expect(read({ ...RUNWAY, status: "FAILED", failure: "…", failureCode: "SAFETY.INPUT.TEXT" }).status).toBe("moderated");
  expect(read({ ...RUNWAY, status: "FAILED", failure: "…", failureCode: "INTERNAL.BAD_OUTPUT.CODE01" }).status).toBe("provider_error");
  expect(read({ ...RUNWAY, status: "FAILED", failure: "…", failureCode: "ASSET.INVALID" }).status).toBe("invalid");
  expect(read({ ...RUNWAY, status: "THROTTLED" }).status).toBe("pending");
});

test("Kling jobs are read, with a cost in credits", () => {
  const job = read(KLING);
  expect([job.job_id, job.request_id, job.status, job.credits, job.cost]).toEqual(["8290000", "ours-1", "success", 3.5, Number.NaN]);
  expect(seconds(job)).toBeCloseTo(101, 6);
  // The output is slightly longer than requested; the requested length is billed.
  expect(job.billed_seconds).toBeNaN();
  expect(read({ data: { ...KLING.data, task_status: "failed", task_status_msg: "Failure to pass the risk control system" } }).status).toBe("provider_error");
});

test("Google jobs are read", () => {
  const job = read(GOOGLE);
  expect([job.model, job.status, seconds(job)]).toEqual(["veo-3.1-fast-generate-preview", "success", 60]);
  expect(read({ ...GOOGLE, response: { generateVideoResponse: { raiMediaFilteredCount: 1, raiMediaFilteredReasons: ["…"] } } }).status).toBe("moderated");
  // The prompt was filtered, so that there is no video to count.
  expect(read({ ...GOOGLE, response: { generateVideoResponse: { raiTextFilteredReason: { category: "…" } } } }).status).toBe("moderated");
  expect(read({ ...GOOGLE, done: false, response: undefined }).status).toBe("pending");
  expect(read({ ...GOOGLE, response: undefined, error: { code: 4, message: "deadline" } }).status).toBe("timed_out");
  expect(read({ ...GOOGLE, response: undefined, error: { code: 3, message: "durationSeconds is out of bound" } }).status).toBe("invalid");
  expect(read({ ...GOOGLE, response: undefined, error: { code: 3, message: "violates our usage guidelines" } }).status).toBe("invalid");
  const vertex = read({
    name: "projects/p/locations/us-central1/publishers/google/models/veo-3.1-generate-001/operations/x",
    done: true,
    response: { videos: [{ gcsUri: "gs://…" }] },
  });
  expect([vertex.model, vertex.status]).toEqual(["veo-3.1-generate-001", "success"]);
});

test("OpenAI jobs are read", () => {
  const job = read(OPENAI);
  expect([job.job_id, job.model, job.status, job.requested_seconds, job.resolution, seconds(job)]).toEqual([
    "video_123",
    "sora-2",
    "success",
    8,
    "1280x720",
    90,
  ]);
  expect(read({ ...OPENAI, status: "failed", error: { code: "moderation_blocked", message: "…" } }).status).toBe("moderated");
  expect(read({ ...OPENAI, status: "failed", error: { code: "video_generation_failed", message: "…" } }).status).toBe("provider_error");
});

describe("a provider's record with our fields", () => {
  test("keeps our fields", () => {
    const job = read({ ...OPENAI, cost: 0.8, polls: 9, kept: true, workload: "teaser", take: 1 });
    expect([job.cost, job.polls, job.kept, job.workload, job.take]).toEqual([0.8, 9, 1, "teaser", 1]);
  });

  test("can be read by a named format, and --map overrides it", () => {
    const job = read({ id: "t", createdAt: 1_762_000_000, status: "SUCCEEDED", promptDuration: 5 }, "runway");
    expect([job.job_id, job.status]).toEqual(["t", "success"]);
    const raw = recordMapper("openai", new Map([["request_id", "metadata.request"]]))({ ...OPENAI, metadata: { request: "r-9" } }) as { request_id: string };
    expect(raw.request_id).toBe("r-9");
  });
});
