import { createRequire } from "node:module";
import { resolve } from "node:path";

/**
 * The plugin that keeps GitHub's pace, at fifty times the speed: 20 ms from one request that writes to the next instead of a second, and
 * 60 ms between comments instead of three seconds. All else is the plugin's own. The tests of the bundle run at GitHub's pace.
 */
type Plugin = (octokit: object, options: { throttle: object }) => object;
type Group = new (options: { maxConcurrent: number; minTime: number }) => object;

const PLUGIN = resolve("node_modules/@octokit/plugin-throttling/dist-bundle/index.js");
const { throttling: atPace } = (await import(/* @vite-ignore */ PLUGIN)) as { throttling: Plugin };
const { Group } = createRequire(PLUGIN)("bottleneck/light.js") as { Group: Group };

export const throttling: Plugin = (octokit, options) => {
  const quick = { write: new Group({ maxConcurrent: 1, minTime: 20 }), notifications: new Group({ maxConcurrent: 1, minTime: 60 }) };
  return atPace(octokit, { ...options, throttle: { ...options.throttle, ...quick } });
};
