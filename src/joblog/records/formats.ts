import { asked, type Format, itemsOf, said, text, tree, writtenSeconds } from "./format-values.ts";
import type { Status } from "./status.ts";
import { CHECKED, TASK_FORMATS } from "./task-formats.ts";

export const FORMAT_NAMES = [
  "fal",
  "replicate",
  "runway",
  "kling",
  "google",
  "openai",
  "ark",
  "azure",
  "dashscope",
  "minimax",
  "vidu",
  "luma",
  "bedrock",
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Error codes of moderation, as providers spell them. */
const REFUSED = /moderat|safety|sensitive|nsfw|content_policy/i;

/**
 * The formats of job objects of providers' APIs, as a log may contain them. What a provider does not state (usually the cost) is left out. Our
 * own fields beside the provider's are kept.
 */
export const FORMATS: Readonly<Record<FormatName, Format>> = {
  ...TASK_FORMATS,
  // Objects of the queue, of its webhooks, and of the list of requests in the platform API.
  fal: {
    recognises: (job) => text(job["request_id"]) && ["endpoint_id", "response_url", "gateway_request_id", "json_input", "ended_at"].some((key) => key in job),
    read: (job) => {
      const input = tree(job["json_input"] ?? job["input"]);
      const payload = tree(job["payload"]);
      const type = said(tree(itemsOf(payload["detail"])[0])["type"]) || said(job["error_type"] ?? payload["error_type"]);
      const [, inText] = /status code: (\d{3})/.exec(said(job["error"])) ?? [];
      const code = Number(job["status_code"] ?? inText ?? Number.NaN);
      const failed = job["status"] === "ERROR" || code >= 400 || said(job["error"]) !== "" || type !== "";
      return {
        job_id: job["request_id"],
        model: job["endpoint_id"] ?? job["model"],
        status: failed ? falEnd(type, code) : (job["status"] ?? (code < 300 ? "success" : undefined)),
        submitted_at: job["sent_at"] ?? job["created_at"],
        finished_at: job["ended_at"] ?? job["completed_at"],
        ...asked(input),
        seed: input["seed"],
      };
    },
    source: "https://docs.fal.ai/documentation/model-apis/request-errors",
    checked: CHECKED,
  },
  replicate: {
    recognises: (job) => text(job["id"]) && "created_at" in job && ("urls" in job || "version" in job) && ("input" in job || "metrics" in job),
    read: (job) => {
      const input = tree(job["input"]);
      // Aborted: its deadline passed before it could start.
      const ends: Readonly<Record<string, Status>> = { aborted: "timed_out", canceled: "cancelled", succeeded: "success" };
      return {
        job_id: job["id"],
        model: job["model"],
        status: job["status"] === "failed" ? "provider_error" : (ends[String(job["status"])] ?? job["status"]),
        submitted_at: job["created_at"],
        finished_at: job["completed_at"],
        billed_seconds: tree(job["metrics"])["video_output_duration_seconds"],
        ...asked(input),
        seed: input["seed"],
      };
    },
    source: "https://replicate.com/docs/topics/predictions/lifecycle",
    checked: CHECKED,
  },
  runway: {
    recognises: (job) => text(job["id"]) && "createdAt" in job && /^(PENDING|THROTTLED|RUNNING|SUCCEEDED|FAILED|CANCELLED)$/.test(String(job["status"])),
    read: (job) => {
      const code = said(job["failureCode"]);
      return {
        job_id: job["id"],
        model: job["model"],
        status: job["status"] === "FAILED" ? refusedOr(code, /^(INPUT|ASSET)/.test(code) ? "invalid" : "provider_error") : job["status"],
        submitted_at: job["createdAt"],
        finished_at: job["completedAt"] ?? job["endedAt"],
        ...asked(job),
      };
    },
    source: "https://docs.dev.runwayml.com/errors/task-failures/",
    checked: CHECKED,
  },
  kling: {
    recognises: (job) => text(tree(job["data"] ?? job)["task_id"]) && "task_status" in tree(job["data"] ?? job),
    read: (job) => {
      const task = tree(job["data"] ?? job);
      const info = tree(task["task_info"]);
      const ended = task["task_status"] === "succeed" || task["task_status"] === "failed";
      return {
        job_id: task["task_id"],
        request_id: task["external_task_id"] ?? info["external_task_id"],
        model: task["model_name"] ?? info["model"] ?? info["model_name"] ?? job["model_name"],
        status: task["task_status"] === "failed" ? "provider_error" : task["task_status"],
        submitted_at: task["created_at"],
        finished_at: ended ? task["updated_at"] : undefined,
        credits: task["final_unit_deduction"],
        ...asked({ ...info, ...tree(job["input"] ?? job) }),
      };
    },
    source: "https://app.klingai.com/global/dev/document-api/protocols/callbackProtocol",
    checked: null,
  },
  // A long-running operation of the Gemini API or of Vertex AI.
  google: {
    recognises: (job) => /(^|\/)operations\//.test(String(job["name"])),
    read: (job) => {
      const response = tree(job["response"]);
      const videos = "generateVideoResponse" in response ? tree(response["generateVideoResponse"]) : response;
      const made = itemsOf(videos["generatedSamples"] ?? videos["videos"] ?? videos["generatedVideos"]).length;
      const error = tree(job["error"]);
      const metadata = tree(job["metadata"]);
      // A filtered prompt yields no video that could be counted.
      const prompt = videos["raiTextFilteredReason"] === undefined ? 0 : 1;
      const filtered = Math.max(Number(videos["raiMediaFilteredCount"] ?? 0), itemsOf(videos["raiMediaFilteredReasons"]).length, prompt);
      return {
        job_id: job["name"],
        model: /models\/([^/]+)\//.exec(String(job["name"]))?.[1] ?? job["model"],
        status:
          job["done"] !== true
            ? "pending"
            : "error" in job
              ? googleEnd(Number(error["code"]))
              : made > 0
                ? "success"
                : filtered > 0
                  ? "moderated"
                  : "provider_error",
        outputs_requested: made > 0 && filtered > 0 ? made + filtered : undefined,
        outputs_delivered: made > 0 && filtered > 0 ? made : undefined,
        submitted_at: metadata["createTime"] ?? job["createTime"],
        finished_at: metadata["endTime"] ?? metadata["updateTime"] ?? job["endTime"],
        ...asked(tree(job["parameters"] ?? job["config"] ?? {})),
      };
    },
    source: "https://docs.cloud.google.com/gemini-enterprise-agent-platform/reference/rest/v1/GenerateVideoResponse",
    checked: CHECKED,
  },
  openai: {
    recognises: (job) => job["object"] === "video" && text(job["id"]),
    read: (job) => {
      const error = tree(job["error"]);
      return {
        job_id: job["id"],
        model: job["model"],
        status: job["status"] === "failed" ? refusedOr(said(error["code"]), "provider_error") : job["status"],
        submitted_at: job["created_at"],
        finished_at: job["completed_at"],
        requested_seconds: writtenSeconds(job["seconds"]),
        resolution: job["size"],
      };
    },
    source: "https://learn.microsoft.com/en-us/azure/foundry/reference/rest/video-generation-get-video",
    checked: CHECKED,
  },
};

/** The outcome of a failed job from the error type; without one, from the HTTP status code. */
function falEnd(type: string, code: number): Status {
  if (type === "content_policy_violation") return "moderated";
  if (/timeout/.test(type)) return "timed_out";
  if (/^client_/.test(type)) return "cancelled";
  if (/^(internal_|downstream_|runner_|no_media_generated)/.test(type)) return "provider_error";
  if (type !== "") return "invalid";
  return code === 400 || code === 422 ? "invalid" : code === 504 ? "timed_out" : "provider_error";
}

function refusedOr(code: string, fallback: Status): Status {
  return REFUSED.test(code) ? "moderated" : fallback;
}

/** The outcome from a code of google.rpc: 1 canceled, 3 invalid argument, 4 deadline exceeded. */
function googleEnd(code: number): Status {
  return code === 1 ? "cancelled" : code === 4 ? "timed_out" : code === 3 ? "invalid" : "provider_error";
}
