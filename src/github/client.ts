import { randomUUID } from "node:crypto";
import type { getOctokit } from "@actions/github";

/** GitHub's API for one repository. `ofApp`: the token belongs to an app, like that of every workflow, and may not request its own user. */
export type Client = { octokit: ReturnType<typeof getOctokit>; owner: string; repo: string; ofApp: boolean };

/** The timeout of a request in milliseconds. A working connection answers faster. */
const PATIENCE = 30_000;

/** The longest wait for a rate limit, in seconds. */
const LONGEST_WAIT = 60;

/**
 * Connects to GitHub, or to a GitHub Enterprise Server by its API address. HTTPS_PROXY is used if it is set. Server errors, resets and
 * timeouts are retried three times. A rate limit that ends soon is waited for once.
 */
export async function connect(token: string, apiUrl: string, { owner, repo }: { owner: string; repo: string }): Promise<Client> {
  // Imported late, because the import reads the event file, whose errors context.ts reports better.
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
      // Each client throttles itself, because the plugin would otherwise use one queue for all clients of a process.
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
 * Gives every attempt its own timeout, and therefore must be the first plugin. If the connection breaks off within the body, octokit returns a
 * text with status 200. All requests here expect JSON, so a text counts as a server error and is retried.
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

/** The HTTP status of an error response; null if there was no response. */
export function httpStatusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
  return "response" in error && error.response ? error.status : null;
}

/** Whether GitHub answered 404: the object does not exist, or the token may not see it. */
export function isMissing(error: unknown): boolean {
  return httpStatusOf(error) === 404;
}
