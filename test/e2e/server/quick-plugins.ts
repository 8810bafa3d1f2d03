import { createRequire } from "node:module";
import { resolve } from "node:path";

/**
 * The plugins that keep GitHub's pace and try again, at fifty times the speed: from one request that writes to the next 20 ms instead of a
 * second, between comments 60 ms instead of three seconds, and before the second try 20 ms instead of a second. All else is the plugins' own.
 * The tests of the bundle run at GitHub's pace.
 */
type Plugin = (octokit: object, options: { throttle: object; retry?: object }) => object;
type Group = new (options: { maxConcurrent: number; minTime: number }) => object;

const THROTTLING = resolve("node_modules/@octokit/plugin-throttling/dist-bundle/index.js");
const RETRY = resolve("node_modules/@octokit/plugin-retry/dist-bundle/index.js");
const { throttling: atPace } = (await import(/* @vite-ignore */ THROTTLING)) as { throttling: Plugin };
const { retry: afterSeconds } = (await import(/* @vite-ignore */ RETRY)) as { retry: Plugin };
const { Group } = createRequire(THROTTLING)("bottleneck/light.js") as { Group: Group };

/** Milliseconds that a second of GitHub's takes. */
const SECOND = 20;

export const throttling: Plugin = (octokit, options) => {
  const quick = {
    write: new Group({ maxConcurrent: 1, minTime: SECOND }),
    notifications: new Group({ maxConcurrent: 1, minTime: 3 * SECOND }),
    retryAfterBaseValue: SECOND,
  };
  return atPace(octokit, { ...options, throttle: { ...options.throttle, ...quick } });
};

export const retry: Plugin = (octokit, options) => afterSeconds(octokit, { ...options, retry: { ...options.retry, retryAfterBaseValue: SECOND } });
