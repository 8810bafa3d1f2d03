import { expect, test } from "vitest";
import { ContextError, contextOf } from "../../src/github/context.ts";

const [HEAD, BASE, MERGE] = ["a".repeat(40), "b".repeat(40), "c".repeat(40)];

const ENV = {
  GITHUB_EVENT_NAME: "pull_request",
  GITHUB_REPOSITORY: "studio/films",
  GITHUB_SHA: MERGE,
  GITHUB_RUN_ID: "4711",
  GITHUB_RUN_NUMBER: "12",
  GITHUB_RUN_ATTEMPT: "3",
  GITHUB_API_URL: "https://ghes.example/api/v3",
  GITHUB_SERVER_URL: "https://ghes.example",
  GITHUB_WORKSPACE: "/work",
  RUNNER_TEMP: "",
};

const PULL = {
  action: "synchronize",
  pull_request: { number: 7, head: { sha: HEAD, ref: "x" }, base: { sha: BASE, ref: "main" }, merge_commit_sha: MERGE, title: "…" },
};

test("a pull request event has its number, head and test merge", () => {
  expect(contextOf(ENV, PULL)).toEqual({
    event: "pull_request",
    owner: "studio",
    repo: "films",
    sha: MERGE,
    pull: { number: 7, headSha: HEAD, baseSha: BASE, mergeSha: MERGE, baseRef: "main", event: { at: null, labelled: null, pushedAt: null } },
    group: null,
    follows: null,
    apiUrl: "https://ghes.example/api/v3",
    run: { id: 4711, number: 12, attempt: 3, url: "https://ghes.example/studio/films/actions/runs/4711" },
    workspace: "/work",
    temporary: null,
  });
});

test.each([null, undefined])("a pull request without a test merge yet (%s) has none", (merge_commit_sha) => {
  expect(contextOf(ENV, { pull_request: { ...PULL.pull_request, merge_commit_sha } }).pull?.mergeSha).toBeNull();
});

test("a merge group event has the commits of its group", () => {
  const context = contextOf(
    { ...ENV, GITHUB_EVENT_NAME: "merge_group" },
    { merge_group: { head_sha: HEAD, base_sha: BASE, head_ref: "refs/heads/gh-readonly-queue/…" } },
  );
  expect([context.pull, context.group]).toEqual([null, { headSha: HEAD, baseSha: BASE, pull: null }]);
});

test.each([
  [`refs/heads/gh-readonly-queue/main/pr-7-${BASE}`, 7],
  [`gh-readonly-queue/release/1.x/pr-8-${BASE}`, 8],
  [`refs/heads/pr-9-${BASE}`, null],
  [`refs/heads/gh-readonly-queue/main/pr-x-${BASE}`, null],
])("the pull request of a merge group is read from its branch name: %s", (head_ref, pull) => {
  expect(contextOf(ENV, { merge_group: { head_sha: HEAD, base_sha: BASE, head_ref } }).group?.pull).toBe(pull);
});

test.each([
  ["labeled", { name: "ok" }, "ok"],
  ["unlabeled", { name: "ok" }, null],
  ["synchronize", undefined, null],
  ["labeled", null, null],
])("an event %s of the label %o says whether the label was just added", (action, label, labelled) => {
  const head = { ...PULL.pull_request.head, repo: { pushed_at: "2026-11-22T09:00:00Z" } };
  const pull_request = { ...PULL.pull_request, head, updated_at: "2026-11-22T10:00:00Z" };
  expect(contextOf(ENV, { action, label, pull_request }).pull?.event).toEqual({ at: "2026-11-22T10:00:00Z", labelled, pushedAt: "2026-11-22T09:00:00Z" });
});

test.each([{}, { ref: "refs/heads/main", commits: [] }, { schedule: "0 0 * * *" }, { inputs: null }])(
  "an event without a pull request has none: %o",
  (payload) => {
    const { pull, group } = contextOf(ENV, payload);
    expect([pull, group]).toEqual([null, null]);
  },
);

test("missing runner variables get GitHub's defaults", () => {
  const { GITHUB_EVENT_NAME, GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_RUN_ID, GITHUB_RUN_NUMBER } = ENV;
  const context = contextOf({ GITHUB_EVENT_NAME, GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_RUN_ID, GITHUB_RUN_NUMBER, GITHUB_API_URL: "" }, {});
  expect(context.apiUrl).toBe("https://api.github.com");
  expect(context.run).toEqual({ id: 4711, number: 12, attempt: 1, url: "https://github.com/studio/films/actions/runs/4711" });
  expect([context.workspace, context.temporary]).toEqual([null, null]);
});

test.each([
  ["the environment", "GITHUB_REPOSITORY", { ...ENV, GITHUB_REPOSITORY: "films" }, PULL],
  ["the environment", "GITHUB_SHA", { ...ENV, GITHUB_SHA: "" }, PULL],
  ["the environment", "GITHUB_RUN_NUMBER", { ...ENV, GITHUB_RUN_NUMBER: "x" }, PULL],
  ["the event", "pull_request.head.sha", ENV, { pull_request: { ...PULL.pull_request, head: {} } }],
  ["the event", "pull_request.number", ENV, { pull_request: { ...PULL.pull_request, number: "7" } }],
  ["the event", "everything", ENV, []],
])("%s without %s is refused, and the message names it", (_, name, env, payload) => {
  expect(() => contextOf(env, payload)).toThrow(ContextError);
  expect(() => contextOf(env, payload)).toThrow(name);
});
