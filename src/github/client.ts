import { randomUUID } from "node:crypto";
import type { getOctokit } from "@actions/github";

/** GitHub's API for one repository. `ofApp`: the token is an app's, as that of every workflow, and may not ask who it is. */
export type Client = { octokit: ReturnType<typeof getOctokit>; owner: string; repo: string; ofApp: boolean };

/** No answer takes longer than this, in milliseconds, unless something is wrong with the way there. */
const PATIENCE = 30_000;

/** A limit of GitHub that ends later than this, in seconds, is not waited for. */
const LONGEST_WAIT = 60;

/**
 * Connects to GitHub, or to a GHES by its API address; HTTPS_PROXY is honoured. Server errors, resets
 * and timeouts are tried three times more, GitHub's rate limits waited for once where they are short.
 */
export async function connect(token: string, apiUrl: string, { owner, repo }: { owner: string; repo: string }): Promise<Client> {
  // Loaded late: importing it reads the event file, which is reported better by context.ts.
  const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
    import("@actions/github"),
    import("@octokit/plugin-retry"),
    import("@octokit/plugin-throttling"),
  ]);
  const once = (seconds: number, _options: object, _octokit: unknown, tries: number): boolean => tries < 1 && seconds <= LONGEST_WAIT;
  const silent = (): void => undefined;
  const octokit = getOctokit(
    token,
    {
      baseUrl: apiUrl.replace(/\/+$/, ""),
      userAgent: "video-budget",
      log: { debug: silent, info: silent, warn: silent, error: silent },
      // Each client keeps GitHub's pace by itself: the plugin otherwise has one queue for all clients of a process.
      throttle: { id: randomUUID(), onRateLimit: once, onSecondaryRateLimit: once },
    },
    reliable,
    retry,
    throttling,
  );
  // https://github.blog/engineering/behind-githubs-new-authentication-token-formats (2021-04-05)
  return { octokit, owner, repo, ofApp: token.startsWith("ghs_") };
}

/**
 * First of the plugins, so that every try has its own time limit. An answer that breaks off in its body
 * comes out of octokit as a text with status 200; everything asked for here is JSON, so that is a failure
 * of the server too, and is tried again.
 */
const reliable: NonNullable<Parameters<typeof getOctokit>[2]> = (octokit) => {
  octokit.hook.wrap("request", async (request, options) => {
    const timed = { ...options, request: { ...options.request, signal: AbortSignal.timeout(PATIENCE) } };
    const response = await request(timed);
    if (typeof response.data === "string" && response.status !== 204) throw Object.assign(new Error("the answer broke off"), { status: 500, request: timed });
    return response;
  });
  return {};
};

/** The HTTP status of an answer that is an error; null if there was no answer. */
export function httpStatusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
  return "response" in error && error.response ? error.status : null;
}

/** Whether GitHub answered that there is no such thing (or that the token may not know). */
export function isMissing(error: unknown): boolean {
  return httpStatusOf(error) === 404;
}
