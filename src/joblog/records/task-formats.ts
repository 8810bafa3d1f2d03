import { asked, type Format, itemsOf, type JobObject, said, text, tree, writtenSeconds } from "./format-values.ts";
import type { Raw } from "./read-job.ts";
import type { Status } from "./status.ts";

/** The day on which the documentation pages were checked. */
export const CHECKED = "2026-11-28";

/** The task objects of APIs that clients poll. */
export const TASK_FORMATS = {
  // ModelArk and Volcengine Ark: Seedance.
  ark: {
    recognises: (job) => /^cgt-/.test(String(job["id"])) || (text(job["id"]) && "status" in job && "updated_at" in job && "service_tier" in job),
    read: (job) => {
      const code = said(tree(job["error"])["code"]);
      const ended = !["queued", "running"].includes(String(job["status"]));
      const failed: Status = /Sensitive|RiskDetection|PolicyViolation/.test(code)
        ? "moderated"
        : /^(Invalid|Missing)/.test(code)
          ? "invalid"
          : "provider_error";
      return {
        job_id: job["id"],
        model: job["model"],
        status: job["status"] === "failed" ? failed : job["status"],
        submitted_at: job["created_at"],
        finished_at: ended ? job["updated_at"] : undefined,
        seed: job["seed"],
        billed_tokens: tree(job["usage"])["completion_tokens"],
        ...asked(job),
      };
    },
    source: "https://docs.byteplus.com/en/docs/ModelArk/1521309",
    checked: CHECKED,
  },
  azure: {
    recognises: (job) => job["object"] === "video.generation.job",
    read: (job) => {
      const reason = said(job["failure_reason"]);
      const made = itemsOf(job["generations"]).length;
      const asked = Number(job["n_variants"] ?? Number.NaN);
      const short = Math.min(Number(job["width"]), Number(job["height"]));
      return {
        job_id: job["id"],
        model: job["model"],
        status: job["status"] === "failed" ? (/moderation/.test(reason) ? "moderated" : "provider_error") : job["status"],
        submitted_at: job["created_at"],
        finished_at: job["finished_at"],
        requested_seconds: writtenSeconds(job["n_seconds"]),
        resolution: short > 0 ? `${short}p` : undefined,
        ...(asked > 1 && { outputs_requested: asked, outputs_delivered: made }),
      };
    },
    source: "https://learn.microsoft.com/en-us/azure/ai-foundry/openai/concepts/video-generation",
    checked: null,
  },
  dashscope: {
    recognises: (job) => text(tree(job["output"])["task_id"]) && "task_status" in tree(job["output"]),
    read: (job) => {
      const output = tree(job["output"]);
      const usage = tree(job["usage"]);
      const code = said(output["code"]);
      const failed: Status = /^(DataInspection|IPInfringement)/.test(code) ? "moderated" : /^Invalid/.test(code) ? "invalid" : "provider_error";
      return {
        job_id: output["task_id"],
        model: job["model"] ?? output["model"],
        status: output["task_status"] === "FAILED" ? failed : output["task_status"],
        submitted_at: inBeijing(output["submit_time"]),
        finished_at: inBeijing(output["end_time"]),
        billed_seconds: writtenSeconds(usage["output_video_duration"] ?? usage["video_duration"] ?? usage["duration"]),
        billed_resolution: usage["SR"] === undefined ? undefined : `${String(usage["SR"]).replace(/p$/i, "")}p`,
      };
    },
    source: "https://www.alibabacloud.com/help/en/model-studio/text-to-video-api-reference",
    checked: null,
  },
  // Responses of both versions of the query. The second version has its task in `task`.
  minimax: {
    recognises: (job) => (text(job["task_id"]) && "base_resp" in job) || (text(tree(job["task"])["id"]) && "status" in tree(job["task"])),
    read: (job) => ("task" in job ? secondVersion(tree(job["task"])) : firstVersion(job)),
    source: "https://platform.minimax.io/docs/api-reference/video-generation-v2-query",
    checked: CHECKED,
  },
  vidu: {
    recognises: (job) => (text(job["task_id"]) || text(job["id"])) && "state" in job && ("creations" in job || "err_code" in job),
    read: (job) => {
      const code = said(job["err_code"]);
      const failed: Status = /Audit|PolicyViolation|Illegal/.test(code) ? "moderated" : /^(Invalid|FieldUn)/.test(code) ? "invalid" : "provider_error";
      return {
        job_id: job["task_id"] ?? job["id"],
        model: job["model"],
        status: job["state"] === "failed" ? failed : job["state"] === "queueing" ? "queued" : job["state"],
        submitted_at: job["created_at"],
        finished_at: job["finished_at"],
        credits: job["credits"],
        ...asked(job),
      };
    },
    source: "https://cloud.baidu.com/doc/qianfan-api/s/Kmwbl4c5n",
    checked: CHECKED,
  },
  luma: {
    recognises: (job) => text(job["id"]) && "state" in job && ("generation_type" in job || "assets" in job),
    read: (job) => {
      const request = tree(job["request"]);
      return {
        job_id: job["id"],
        model: job["model"] ?? request["model"],
        status: job["state"] === "failed" ? "provider_error" : job["state"] === "dreaming" ? "processing" : job["state"],
        submitted_at: job["created_at"],
        finished_at: job["completed_at"],
        ...asked(request),
      };
    },
    source: "https://github.com/lumalabs/lumaai-api/blob/main/openapi.yaml",
    checked: CHECKED,
  },
  bedrock: {
    recognises: (job) => /:async-invoke\//.test(String(job["invocationArn"])),
    read: (job) => ({
      job_id: job["invocationArn"],
      request_id: job["clientRequestToken"],
      model: /foundation-model\/(.+)$/.exec(String(job["modelArn"]))?.[1] ?? job["modelArn"],
      status: job["status"],
      submitted_at: job["submitTime"],
      finished_at: job["endTime"],
    }),
    source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_GetAsyncInvoke.html",
    checked: CHECKED,
  },
} as const satisfies Readonly<Record<string, Format>>;

/** Adds the time zone: the API's times are in UTC+8 but do not say so. */
function inBeijing(time: unknown): unknown {
  return typeof time === "string" && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/.test(time) ? `${time}+08:00` : time;
}

function firstVersion(job: JobObject): Raw {
  const code = Number(tree(job["base_resp"])["status_code"]);
  const height = Math.min(Number(job["video_width"]), Number(job["video_height"]));
  const status = String(job["status"]);
  return {
    job_id: job["task_id"],
    model: job["model"],
    status: status === "Fail" || (code !== 0 && status !== "Success") ? miniMaxEnd(code) : status === "Queueing" ? "queued" : status,
    submitted_at: job["created_at"],
    finished_at: job["finished_at"],
    billed_resolution: height > 0 ? `${height}p` : undefined,
    ...asked(job),
  };
}

function secondVersion(task: JobObject): Raw {
  const status = String(task["status"]);
  return {
    job_id: task["id"],
    model: task["model"],
    status: status === "failed" ? miniMaxEnd(Number(tree(task["error"])["code"])) : status,
    submitted_at: task["created_at"],
    finished_at: ["queued", "running"].includes(status) ? undefined : task["updated_at"],
    ...asked(task),
  };
}

/** The outcome from an error code: 1026 and 1027 are sensitive input and output, 2013 is wrong parameters. */
function miniMaxEnd(code: number): Status {
  return code === 1026 || code === 1027 ? "moderated" : code === 2013 ? "invalid" : "provider_error";
}
