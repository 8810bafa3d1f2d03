import { createRequire } from "node:module";
import { resolve } from "node:path";

/**
 * The plugins that keep GitHub's pace and try again, at a hundred times the speed: from one request that writes to the next 10 ms instead of a
 * second, between comments 30 ms instead of three seconds, and before the second try 10 ms instead of a second. All else is the plugins' own.
 * The tests of the bundle run at GitHub's pace.
 */
type Plugin = (octokit: object, options: { throttle: object; retry?: object }) => object;
type Group = new (options: { maxConcurrent: number; minTime: number }) => object;

const THROTTLING = resolve("node_modules/@octokit/plugin-throttling/dist-bundle/index.js");
const RETRY = resolve("node_modules/@octokit/plugin-retry/dist-bundle/index.js");
const { throttling: atPace } = (await import(/* @vite-ignore */ THROTTLING)) as { throttling: Plugin };
const { retry: afterSeconds } = (await import(/* @vite-ignore */ RETRY)) as { retry: Plugin };
const Limiter = createRequire(THROTTLING)("bottleneck/light.js") as { Group: Group; new (): { _store: { yieldLoop(): Promise<void> } } };
const { Group } = Limiter;

/** A limiter lets others run before each of its steps, and waits a millisecond for it. There are ten such steps in one request, which took most of its time. */
Object.getPrototypeOf(new Limiter()._store).yieldLoop = () => new Promise((done) => setImmediate(done));

/** Milliseconds that a second of GitHub's takes. */
const SECOND = 10;

export const throttling: Plugin = (octokit, options) => {
  const quick = {
    write: new Group({ maxConcurrent: 1, minTime: SECOND }),
    notifications: new Group({ maxConcurrent: 1, minTime: 3 * SECOND }),
    retryAfterBaseValue: SECOND,
  };
  return atPace(octokit, { ...options, throttle: { ...options.throttle, ...quick } });
};

export const retry: Plugin = (octokit, options) => afterSeconds(octokit, { ...options, retry: { ...options.retry, retryAfterBaseValue: SECOND } });
