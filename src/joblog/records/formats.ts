import { isTree } from "../../notation/tree.ts";
import type { Raw } from "./read-job.ts";
import type { Status } from "./status.ts";

/**
 * The job objects of providers' APIs, as a log keeps them: how each is recognised, and what of it is
 * which field of a record. What a provider does not say (mostly the cost) stays out; fields of ours that
 * somebody put beside the provider's own are kept.
 */
type Format = { recognises: (job: Tree) => boolean; read: (job: Tree) => Raw };

type Tree = Readonly<Record<string, unknown>>;

export const FORMAT_NAMES = ["fal", "replicate", "runway", "kling", "google", "openai"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

const REFUSED = /moderat|safety|sensitive|nsfw|policy|violat|flagged|responsible|guideline|prohibited|risk control/i;

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  // Of the queue, its webhooks, and the list of requests of the platform API.
  fal: {
    recognises: (job) => text(job["request_id"]) && ["endpoint_id", "response_url", "gateway_request_id", "json_input", "ended_at"].some((key) => key in job),
    read: (job) => {
      const input = tree(job["json_input"] ?? job["input"]);
      const detail = tree(list(tree(job["payload"])["detail"])[0]);
      const reason = `${said(job["error"])} ${said(detail["type"])}`;
      const code = Number(job["status_code"] ?? Number.NaN);
      const failed = job["status"] === "ERROR" || code >= 400 || said(job["error"]) !== "";
      return {
        job_id: job["request_id"],
        model: job["endpoint_id"] ?? job["model"],
        status: failed
          ? refusedOr(reason, code === 422 || code === 400 ? "invalid" : "provider_error")
          : (job["status"] ?? (code < 300 ? "success" : undefined)),
        submitted_at: job["sent_at"] ?? job["created_at"],
        finished_at: job["ended_at"] ?? job["completed_at"],
        ...asked(input),
        seed: input["seed"],
      };
    },
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
        status: job["status"] === "failed" ? refusedOr(said(job["error"]), "provider_error") : (ends[String(job["status"])] ?? job["status"]),
        submitted_at: job["created_at"],
        finished_at: job["completed_at"],
        ...asked(input),
        seed: input["seed"],
      };
    },
  },
  runway: {
    recognises: (job) => text(job["id"]) && "createdAt" in job && /^(PENDING|THROTTLED|RUNNING|SUCCEEDED|FAILED|CANCELLED)$/.test(String(job["status"])),
    read: (job) => {
      const code = said(job["failureCode"]);
      return {
        job_id: job["id"],
        model: job["model"],
        status:
          job["status"] === "FAILED" ? refusedOr(`${code} ${said(job["failure"])}`, /^(INPUT|ASSET)/.test(code) ? "invalid" : "provider_error") : job["status"],
        submitted_at: job["createdAt"],
        finished_at: job["completedAt"] ?? job["endedAt"],
        ...asked(job),
      };
    },
  },
  kling: {
    recognises: (job) => text(tree(job["data"] ?? job)["task_id"]) && "task_status" in tree(job["data"] ?? job),
    read: (job) => {
      const task = tree(job["data"] ?? job);
      const ended = task["task_status"] === "succeed" || task["task_status"] === "failed";
      return {
        job_id: task["task_id"],
        request_id: tree(task["task_info"])["external_task_id"],
        model: task["model_name"] ?? job["model_name"],
        status: task["task_status"] === "failed" ? refusedOr(said(task["task_status_msg"]), "provider_error") : task["task_status"],
        submitted_at: task["created_at"],
        finished_at: ended ? task["updated_at"] : undefined,
        credits: task["final_unit_deduction"],
        ...asked(tree(job["input"] ?? job)),
      };
    },
  },
  // A long-running operation of the Gemini API or of Vertex AI.
  google: {
    recognises: (job) => /(^|\/)operations\//.test(String(job["name"])),
    read: (job) => {
      const response = tree(job["response"]);
      const videos = "generateVideoResponse" in response ? tree(response["generateVideoResponse"]) : response;
      const made = list(videos["generatedSamples"] ?? videos["videos"] ?? videos["generatedVideos"]).length;
      const error = tree(job["error"]);
      const metadata = tree(job["metadata"]);
      const filtered = Number(videos["raiMediaFilteredCount"] ?? 0) > 0 && made === 0;
      return {
        job_id: job["name"],
        model: /models\/([^/]+)\//.exec(String(job["name"]))?.[1] ?? job["model"],
        status:
          job["done"] !== true ? "pending" : "error" in job ? googleStatus(Number(error["code"]), said(error["message"])) : filtered ? "moderated" : "success",
        submitted_at: metadata["createTime"] ?? job["createTime"],
        finished_at: metadata["endTime"] ?? metadata["updateTime"] ?? job["endTime"],
        ...asked(tree(job["parameters"] ?? job["config"] ?? {})),
      };
    },
  },
  openai: {
    recognises: (job) => job["object"] === "video" && text(job["id"]),
    read: (job) => {
      const error = tree(job["error"]);
      return {
        job_id: job["id"],
        model: job["model"],
        status: job["status"] === "failed" ? refusedOr(`${said(error["code"])} ${said(error["message"])}`, "provider_error") : job["status"],
        submitted_at: job["created_at"],
        finished_at: job["completed_at"],
        requested_seconds: lengthOf(job["seconds"]),
        resolution: job["size"],
      };
    },
  },
};

/** What was asked for, by the names that most requests use. */
function asked(input: Tree): Raw {
  return {
    requested_seconds: lengthOf(input["duration"] ?? input["durationSeconds"] ?? input["duration_seconds"] ?? input["seconds"]),
    resolution: input["resolution"] ?? input["size"],
  };
}

/** `8`, `"8"` and `"8s"` are 8 seconds; `auto` is none. */
function lengthOf(written: unknown): number | undefined {
  if (typeof written === "number") return written;
  const [, seconds] = /^(\d+(?:\.\d+)?)\s*s?$/.exec(String(written)) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}

function refusedOr(reason: string, fallback: Status): Status {
  return REFUSED.test(reason) ? "moderated" : fallback;
}

/** By the codes of google.rpc: 1 cancelled, 3 invalid argument, 4 deadline exceeded. */
function googleStatus(code: number, message: string): Status {
  if (code === 1) return "cancelled";
  if (code === 4) return "timed_out";
  return refusedOr(message, code === 3 ? "invalid" : "provider_error");
}

function text(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function said(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? Object.values(value).map(said).join(" ") : "";
}

function tree(value: unknown): Tree {
  return isTree(value) ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
