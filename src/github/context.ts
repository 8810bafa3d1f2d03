import { readFile } from "node:fs/promises";
import * as z from "zod";

/** The context of the run: repository, event, commit, and the run itself. */
export type RunContext = {
  event: string;
  owner: string;
  repo: string;
  /** The commit of the run; for a pull request, GitHub's test merge. */
  sha: string;
  pull: Pull | null;
  /** A group of the merge queue; null elsewhere. */
  group: { headSha: string; baseSha: string; pull: number | null } | null;
  /**
   * For `workflow_run`, the head of the run that it follows, if that was for a pull request; otherwise null. A deleted branch or repository is
   * null; its pull request cannot be found then.
   */
  follows: { headSha: string; headBranch: string | null; headRepository: string | null } | null;
  apiUrl: string;
  /** `id` increases over all workflows of a server; `number` counts the runs of one workflow. */
  run: { id: number; number: number; attempt: number; url: string };
  /** The checkout, if there is one. */
  workspace: string | null;
  /** A folder that the runner empties after the job. */
  temporary: string | null;
};

export type Pull = {
  number: number;
  headSha: string;
  baseSha: string;
  mergeSha: string | null;
  /**
   * The pull request's current state, if it was requested: its head, its test merge, its number of comments and of review comments (null if
   * GitHub does not state them), and whether its head is in another repository.
   */
  live?: { headSha: string; mergeSha: string | null; comments: number | null; reviewComments: number | null; isFork: boolean };
  /** The base branch. */
  baseRef: string | null;
  /** The time of the event, its label if it is about one, and the last push to the head's repository at that time; each null if the event lacks it. */
  event: { at: string | null; labelled: string | null; pushedAt: string | null };
};

/** Thrown if the run is not in a workflow that the action supports. */
export class ContextError extends Error {
  override name = "ContextError";
}

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);
const number = z.int().positive();

/** The part of GitHub's payloads that is read; everything else is ignored. */
const payloadSchema = z.object({
  action: z.string().optional().catch(undefined),
  label: z.object({ name: z.string() }).optional().catch(undefined),
  pull_request: z
    .object({
      number,
      head: z.object({ sha, repo: z.object({ pushed_at: z.string().nullish() }).nullish().catch(null) }),
      base: z.object({ sha, ref: z.string().nullish() }),
      merge_commit_sha: sha.nullish(),
      updated_at: z.string().nullish(),
    })
    .optional(),
  merge_group: z.object({ head_sha: sha, base_sha: sha, head_ref: z.string().nullish() }).optional(),
});

/** The payload of `workflow_run`. It is parsed only for that event, because deployments have a key of the same name in another form. */
const followedSchema = z.object({
  workflow_run: z.object({
    event: z.string(),
    head_sha: sha,
    head_branch: z.string().nullable(),
    head_repository: z.object({ full_name: z.string() }).nullable(),
  }),
});

const environmentSchema = z.object({
  GITHUB_EVENT_NAME: z.string().min(1),
  GITHUB_REPOSITORY: z.string().regex(/^[^/]+\/[^/]+$/),
  GITHUB_SHA: sha,
  GITHUB_RUN_ID: z.coerce.number().pipe(number),
  GITHUB_RUN_NUMBER: z.coerce.number().pipe(number),
  GITHUB_RUN_ATTEMPT: z.coerce.number().pipe(number).default(1),
  GITHUB_API_URL: z.url().default("https://api.github.com"),
  GITHUB_SERVER_URL: z.url().default("https://github.com"),
  GITHUB_WORKSPACE: z.string().optional(),
  RUNNER_TEMP: z.string().optional(),
});

/** Reads the context from the runner's environment and its event file. @throws ContextError, errors of node:fs */
export async function readContext(env: Readonly<Record<string, string | undefined>>): Promise<RunContext> {
  const path = env["GITHUB_EVENT_PATH"];
  const text = path ? await readFile(path, "utf8") : "{}";
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch {
    throw new ContextError("The event file of the run (GITHUB_EVENT_PATH) is not JSON.");
  }
  return contextOf(env, payload);
}

/** The context from the environment and the payload of the event. @throws ContextError */
export function contextOf(env: Readonly<Record<string, string | undefined>>, payload: unknown): RunContext {
  // An empty variable counts as not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const environment = parsed(environmentSchema, given, "The environment");
  const event = parsed(payloadSchema, payload, "The event");
  const { merge_group: group } = event;
  const [owner = "", repo = ""] = environment.GITHUB_REPOSITORY.split("/");
  return {
    event: environment.GITHUB_EVENT_NAME,
    owner,
    repo,
    sha: environment.GITHUB_SHA,
    pull: pullOf(event),
    group: group ? { headSha: group.head_sha, baseSha: group.base_sha, pull: queued(group.head_ref ?? "") } : null,
    follows: environment.GITHUB_EVENT_NAME === "workflow_run" ? followsOf(parsed(followedSchema, payload, "The event")) : null,
    apiUrl: environment.GITHUB_API_URL,
    run: {
      id: environment.GITHUB_RUN_ID,
      number: environment.GITHUB_RUN_NUMBER,
      attempt: environment.GITHUB_RUN_ATTEMPT,
      url: `${environment.GITHUB_SERVER_URL}/${owner}/${repo}/actions/runs/${environment.GITHUB_RUN_ID}`,
    },
    workspace: environment.GITHUB_WORKSPACE ?? null,
    temporary: environment.RUNNER_TEMP ?? null,
  };
}

/** Events without a pull request whose own commit is judged. */
const ALONE = ["push", "schedule", "workflow_dispatch", "repository_dispatch"];

/**
 * Rejects an event that is not about the commit on which it runs. For example, the event of a comment on a pull request runs on the default
 * branch, and its success would be mistaken for the pull request's.
 * @throws ContextError
 */
export function requireJudged({ event, pull, group }: Pick<RunContext, "event" | "pull" | "group">): void {
  if (pull || group || event === "workflow_run" || ALONE.includes(event)) return;
  throw new ContextError(
    `The event ${event} is not one that Video Budget judges: use pull_request or pull_request_target for pull requests, merge_group for the merge queue, workflow_run after one of those, or ${ALONE.join(", ")} for a branch.`,
  );
}

function pullOf({ pull_request: pull, action, label }: z.infer<typeof payloadSchema>): Pull | null {
  if (!pull) return null;
  return {
    number: pull.number,
    headSha: pull.head.sha,
    baseSha: pull.base.sha,
    mergeSha: pull.merge_commit_sha ?? null,
    baseRef: pull.base.ref ?? null,
    event: { at: pull.updated_at ?? null, labelled: action === "labeled" ? (label?.name ?? null) : null, pushedAt: pull.head.repo?.pushed_at ?? null },
  };
}

/** The pull request of a merge group. GitHub states it only in the name of the branch: `gh-readonly-queue/main/pr-7-SHA`. */
function queued(ref: string): number | null {
  const [, number] = /\/gh-readonly-queue\/.+\/pr-(\d{1,15})-[0-9a-f]{40,64}$/.exec(`/${ref}`) ?? [];
  return number === undefined ? null : Number(number);
}

/** The head of the followed run; null if that run was not for a pull request. */
function followsOf({ workflow_run: run }: z.infer<typeof followedSchema>): RunContext["follows"] {
  const { event, head_sha: headSha, head_branch: headBranch, head_repository: from } = run;
  if (!/^pull_request(_target)?$/.test(event)) return null;
  return { headSha, headBranch, headRepository: from?.full_name ?? null };
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const at = result.error.issues.map(({ path }) => path.join(".")).join(", ");
  throw new ContextError(`${what} of this run lacks or misstates ${at || "everything"}; the action runs inside a GitHub workflow.`);
}
