import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runAction, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { type Event, GitHub } from "../server/github.ts";

/**
 * A pull request that is opened against a branch without a manifest, where its own is new, and whose base
 * is then changed to the real branch. Its trailer makes $550 into $50,550 of base's $1,000, and it raises
 * the limit to $90,000.
 */
let github: GitHub;
let pull: number;
let branch: string;
let count = 0;

const trailer = "output: { duration: 10s }, volume: { per_month: 50000 }";
const DEAR = { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer }).replace("1000", "90000") };
const EMPTY = { "README.md": "# Films\n" };

beforeAll(async () => {
  github = await GitHub.start();
  // Main had a manifest in an earlier test, but longer ago than its limits last.
  github.daysAgo = 120;
});
afterAll(() => github.stop());

/** The events of a pull request before its base is changed, on a history of which `empty` is a part or not. */
async function opened(history: "a branch of its own" | "an older commit of main"): Promise<void> {
  const old = await github.push("main", EMPTY);
  branch = `dear-${count++}`;
  const empty = `empty-${branch}`;
  await github.point(empty, old);
  if (history === "a branch of its own") await github.push(empty, { ...EMPTY, "NOTES.md": "notes\n" });
  await github.push("main", BASE);
  await github.push(branch, DEAR, [github.head("main")]);
  pull = await github.openPull(branch, "studio/films", "author", empty);
}

const exit = (step: Step): unknown[] => [step.code, step.outputs["verdict"], step.report.reasons.map(({ code }) => code)];
const STOPPED = [1, "fail", ["budget-exceeded", "controls-changed"]];

describe.each(["a branch of its own", "an older commit of main"] as const)("a pull request opened against %s", (history) => {
  let before: Event;

  beforeEach(async () => {
    await opened(history);
    before = await github.pullEvent(pull);
    const first = await runAction(github, before, { inputs: { comment: "never" } });
    expect(exit(first)).toEqual([0, "pass", []]);
  });

  test("a rerun of an old run is judged against the branch that the pull request targets now", async () => {
    github.retarget(pull, "main");
    expect(exit(await runAction(github, before, { run: { number: 1, attempt: 2 } }))).toEqual(STOPPED);
  });

  test("an event for the new base with a test merge onto the old one is not trusted", async () => {
    github.retarget(pull, "main");
    const now = await github.pullEvent(pull, { conflict: true });
    const { pull_request } = now.payload as { pull_request: object };
    const edited = { name: "pull_request", payload: { action: "edited", pull_request }, sha: before.sha };
    expect(exit(await runAction(github, edited))).toEqual(STOPPED);
  });

  test("a payload of pull_request_target with a test merge onto the old base is not trusted", async () => {
    const stale = await github.pullEvent(pull, { name: "pull_request_target" });
    github.retarget(pull, "main");
    expect(exit(await runAction(github, { ...stale, sha: github.head("main") }))).toEqual(STOPPED);
  });

  test("a test merge that GitHub made since then is used", async () => {
    github.retarget(pull, "main");
    await github.pullEvent(pull);
    github.requests();
    const step = await runAction(github, before);
    expect(exit(step)).toEqual(STOPPED);
    expect(github.requests().filter((request) => request.includes("/compare/"))).toEqual([]);
  });
});

test("a limit that base lowered after the test merge applies, even if the run's own base would pass", async () => {
  await github.push("main", BASE);
  await github.push("late", { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer: INTRO }) }, [github.head("main")]);
  const late = await github.openPull("late");
  const event = await github.pullEvent(late);
  expect(exit(await runAction(github, event))).toEqual([0, "pass", []]);
  // $550 are within $560, and the $600 of the pull request are not.
  await github.push("main", { ...BASE, "video-budget.yml": BASE["video-budget.yml"].replace("1000", "560") });
  expect(exit(await runAction(github, event, { run: { number: 1, attempt: 2 } }))).toEqual([1, "fail", ["budget-exceeded"]]);
});
