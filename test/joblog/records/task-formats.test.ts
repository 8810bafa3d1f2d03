import { describe, expect, test } from "vitest";
import { FORMAT_NAMES, FORMATS } from "../../../src/joblog/records/formats.ts";
import type { Job } from "../../../src/joblog/records/job.ts";
import { recordMapper } from "../../../src/joblog/records/map-record.ts";
import { pageOf } from "../../../src/joblog/records/page.ts";
import { jobReader, type Raw } from "../../../src/joblog/records/read-job.ts";

const ARK = {
  id: "cgt-1",
  model: "seedance-2",
  status: "succeeded",
  created_at: 1_781_074_975,
  updated_at: 1_781_075_206,
  duration: 5,
  resolution: "720p",
  service_tier: "default",
};
const AZURE = {
  object: "video.generation.job",
  id: "task_1",
  status: "succeeded",
  created_at: 100,
  finished_at: 220,
  n_seconds: 5,
  width: 854,
  height: 480,
  n_variants: 4,
  generations: [{}, {}],
  model: "sora",
};
const DASHSCOPE = {
  request_id: "r",
  output: { task_id: "d1", task_status: "SUCCEEDED", submit_time: "2026-11-20 13:32:13.962", end_time: "2026-11-20 13:32:43.962" },
  usage: { duration: 5, SR: 720 },
};
const MINIMAX_2 = {
  task: {
    id: "m2",
    model: "MiniMax-H3",
    status: "succeeded",
    created_at: 1_793_491_200,
    updated_at: 1_793_491_320,
    content: { url: "https://…" },
    resolution: "768P",
    duration: 6,
    usage: { total_seconds: 6, output_seconds: 6 },
  },
};
const MINIMAX = { task_id: "m1", status: "Success", video_width: 1280, video_height: 720, base_resp: { status_code: 0 } };
const VIDU = { task_id: "v1", state: "success", err_code: "", credits: 8, creations: [{ id: "c" }] };
const LUMA = {
  id: "l1",
  generation_type: "video",
  state: "completed",
  assets: { video: "x" },
  model: "ray-2",
  request: { duration: "5s", resolution: "720p" },
};
const BEDROCK = {
  invocationArn: "arn:aws:bedrock:us-east-1:0:async-invoke/abc",
  modelArn: "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-reel-v1:1",
  status: "Completed",
  submitTime: "2026-09-20T10:00:00Z",
  endTime: "2026-09-20T10:03:00Z",
};

const read = (value: object): Job => {
  const raw = recordMapper(undefined, new Map())(value);
  if ("flaw" in raw) throw new Error(raw.value);
  const job = jobReader()(raw as Raw);
  if ("flaw" in job) throw new Error(`${job.flaw} ${job.field} ${job.value}`);
  return { ...job };
};

test.each([
  ["ark", ARK, ["cgt-1", "success", 231, 5, "720p"]],
  ["azure", AZURE, ["task_1", "success", 120, 5, "480p"]],
  ["dashscope", DASHSCOPE, ["d1", "success", 30, Number.NaN, ""]],
  ["minimax", MINIMAX_2, ["m2", "success", 120, 6, "768P"]],
  ["minimax", MINIMAX, ["m1", "success", Number.NaN, Number.NaN, ""]],
  ["vidu", VIDU, ["v1", "success", Number.NaN, Number.NaN, ""]],
  ["luma", LUMA, ["l1", "success", Number.NaN, 5, "720p"]],
  ["bedrock", BEDROCK, [BEDROCK.invocationArn, "success", 180, Number.NaN, ""]],
] as const)("%s is recognized by its shape, and by no other format's", (name, value, expected) => {
  expect(FORMAT_NAMES.filter((one) => FORMATS[one].recognises(value as Record<string, unknown>))).toEqual([name]);
  const { job_id, status, submitted_at, finished_at, requested_seconds, resolution } = read(value);
  const ran = finished_at - submitted_at;
  expect([job_id, status, Number.isNaN(ran) ? ran : Math.round(ran), requested_seconds, resolution]).toEqual(expected);
});

describe("outcomes are read from codes and delivered outputs", () => {
  test.each<[string, object, string]>([
    ["ark, sensitive", { ...ARK, status: "failed", error: { code: "OutputVideoSensitiveContentDetected" } }, "moderated"],
    ["ark, expired", { ...ARK, status: "expired" }, "timed_out"],
    ["ark, running", { ...ARK, status: "running" }, "pending"],
    ["azure, moderation", { ...AZURE, status: "failed", failure_reason: "input_moderation" }, "moderated"],
    ["dashscope, inspection", { output: { ...DASHSCOPE.output, task_status: "FAILED", code: "DataInspectionFailed" } }, "moderated"],
    ["dashscope, parameters", { output: { ...DASHSCOPE.output, task_status: "FAILED", code: "InvalidParameter" } }, "invalid"],
    ["dashscope, unknown", { output: { ...DASHSCOPE.output, task_status: "UNKNOWN" } }, "unknown"],
    ["minimax, sensitive", { ...MINIMAX, status: "Fail", base_resp: { status_code: 1027 } }, "moderated"],
    ["minimax, second version, running", { task: { ...MINIMAX_2.task, status: "running" } }, "pending"],
    ["minimax, second version, failed", { task: { ...MINIMAX_2.task, status: "failed", error: { code: "x", message: "sensitive" } } }, "provider_error"],
    ["minimax, second version, sensitive", { task: { ...MINIMAX_2.task, status: "failed", error: { code: "1026" } } }, "moderated"],
    ["minimax, queueing", { ...MINIMAX, status: "Queueing" }, "pending"],
    ["vidu, audit", { ...VIDU, state: "failed", err_code: "AuditSubmitIllegal" }, "moderated"],
    ["luma, dreaming", { ...LUMA, state: "dreaming" }, "pending"],
    ["luma, a message that is not a code", { ...LUMA, state: "failed", failure_reason: "NSFW" }, "provider_error"],
    ["bedrock", { ...BEDROCK, status: "InProgress" }, "pending"],
  ])("%s", (_, value, status) => expect(read(value).status).toBe(status));

  const webhook = (type: string, code: number): object => ({
    request_id: "f",
    gateway_request_id: "f",
    status: "ERROR",
    error: `Unexpected status code: ${code}`,
    payload: { detail: [{ type }] },
  });
  test.each([
    ["value_error.missing", 422, "invalid"],
    ["file_download_error", 422, "invalid"],
    ["generation_timeout", 504, "timed_out"],
    ["downstream_service_unavailable", 500, "provider_error"],
    ["no_media_generated", 422, "provider_error"],
    ["content_policy_violation", 422, "moderated"],
    ["", 422, "invalid"],
    ["", 503, "provider_error"],
  ])("fal: %s with %i is %s", (type, code, status) => expect(read(webhook(type, code)).status).toBe(status));

  const operation = (response?: object): object => ({ name: "models/veo/operations/o", done: true, ...(response && { response }) });
  test.each<[string, object, string, number, number]>([
    ["a video", operation({ videos: [{}] }), "success", Number.NaN, Number.NaN],
    ["two of four", operation({ videos: [{}, {}], raiMediaFilteredCount: 2 }), "success", 4, 2],
    ["all filtered", operation({ raiMediaFilteredCount: 1 }), "moderated", Number.NaN, Number.NaN],
    ["reasons without a count", operation({ generateVideoResponse: { raiMediaFilteredReasons: ["x"] } }), "moderated", Number.NaN, Number.NaN],
    ["no video", operation({}), "provider_error", Number.NaN, Number.NaN],
    ["no response", operation(), "provider_error", Number.NaN, Number.NaN],
  ])("a finished Google operation with %s", (_, value, status, asked, made) => {
    const job = read(value);
    expect([job.status, job.outputs_requested, job.outputs_delivered]).toEqual([status, asked, made]);
  });
});

test("a Kling callback has length, model and request", () => {
  const { requested_seconds, model, request_id } = read({
    task_id: "k",
    task_status: "succeed",
    task_info: { model: "kling-v2-6", duration: "5" },
    external_task_id: "ours",
  });
  expect([requested_seconds, model, request_id]).toEqual([5, "kling-v2-6", "ours"]);
});

test.each([-1, 0, "auto", "0"])("a length of %j means that the model chose it", (duration) => expect(read({ ...ARK, duration }).requested_seconds).toBeNaN());

test.each<[string, object, number | null]>([
  ["Replicate", { next: null, results: [{ id: "a" }, { id: "b" }] }, 2],
  ["OpenAI", { object: "list", data: [{ id: "a" }] }, 1],
  ["Kling", { code: 0, message: "SUCCEED", data: [{ task_id: "a" }] }, 1],
  ["one job", { id: "a", status: "ok", data: [{}] }, null],
  ["one task in data", { code: 0, data: { task_id: "a" } }, null],
])("the number of jobs in a page: %s", (_, value, jobs) => expect(pageOf(value)?.length ?? null).toBe(jobs));

describe("an object of an unknown API", () => {
  test("is read by its id and its status", () => expect(read({ id: "x", state: "done" }).job_id).toBe("x"));

  test("is reported with the options that would read it", () =>
    expect(recordMapper(undefined, new Map())({ reply: { task_id: "x" }, meta: { state: "done" } })).toEqual({
      flaw: "unknown-shape",
      field: "",
      value: "--map job_id=reply.task_id --map status=meta.state",
    }));
});
