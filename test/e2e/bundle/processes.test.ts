import { afterAll, beforeAll, expect, test } from "vitest";
import { runBundle } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { type Event, GitHub } from "../server/github.ts";

/** What needs processes of their own: two runs at once, and another Node. */
let github: GitHub;
let pull: number;
let event: Event;

/** $300 more: $550 become $850. */
const TRAILER = "output: { duration: 10s }, volume: { per_month: 300 }";

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", BASE);
  await github.push("trailer", { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer: TRAILER }) });
  pull = await github.openPull("trailer");
  event = await github.pullEvent(pull);
});
afterAll(() => github.stop());

test("two runs that start at the same time leave one comment, the later run's", async () => {
  // Both list before either writes.
  github.proxy.faults.push({ method: "GET", path: /\/issues\/\d+\/comments$/, times: 2, delay: 1500 });
  await Promise.all([3, 4].map((number) => runBundle(github, event, { run: { number } })));
  expect((await github.comments(pull)).map(({ body }) => body.split("\n")[0])).toEqual([expect.stringContaining(" number=4 ")]);
});

test("the bundle also runs on the oldest Node version that the command line supports", async () => {
  const step = await runBundle(github, event, { node: process.execPath, inputs: { comment: "never" } });
  expect(step.outputs).toMatchObject({ "monthly-expected": "850" });
  expect(step.stderr).toBe("");
});
