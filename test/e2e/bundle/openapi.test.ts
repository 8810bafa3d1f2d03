import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operationOf, type Request, violationsOf } from "../../github/openapi.ts";
import { runAction } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { GitHub, TOKENS } from "../server/github.ts";

/**
 * Every request of every end-to-end test is checked against GitHub's own description of its API: the proxy
 * does it, and a test server with a wrong request does not stop quietly. Here: that the check finds what is
 * wrong, and which operations the life of a pull request calls.
 */
const REPO = "/repos/studio/films";
const SHA = "a".repeat(40);
const request = (method: string, path: string, body: unknown = null, query = ""): Request => ({ method, path: `${REPO}${path}`, query, body });
const annotation = { path: "a.yml", start_line: 1, end_line: 1, annotation_level: "failure", message: "x" };
const check = (output: object, more: object = {}): object => ({ name: "x", head_sha: SHA, status: "completed", conclusion: "success", output, ...more });

describe("the request checker", () => {
  test.each<[string, Request]>([
    ["a listing", request("GET", `/git/trees/${SHA}`, null, "?recursive=true")],
    ["a comment", request("POST", "/issues/7/comments", { body: "x" })],
    ["a check run with 50 annotations", request("POST", "/check-runs", check({ title: "x", summary: "x", annotations: Array(50).fill(annotation) }))],
  ])("accepts %s", (_, good) => {
    expect(violationsOf(good)).toEqual([]);
  });

  test.each<[string, Request, string]>([
    ["an unknown path", request("GET", "/git/listing"), "no operation"],
    ["another method", request("PUT", "/issues/7/comments", { body: "x" }), "no operation"],
    ["a word instead of a number", request("GET", "/issues/seven/comments"), 'issue_number is "seven"'],
    ["an unknown query parameter", request("GET", "/issues/7/comments", null, "?author=x"), "query has no author"],
    ["a query parameter of the wrong type", request("GET", "/issues/7/comments", null, "?per_page=all"), 'per_page is "all"'],
    ["an unknown state", request("GET", "/pulls", null, "?state=opened"), 'state is "opened"'],
    ["no body", request("POST", "/issues/7/comments"), "has no body"],
    ["an unexpected body", request("GET", "/issues/7/comments", {}), "has a body"],
    ["a body without a required key", request("POST", "/issues/7/comments", {}), "body.body"],
    ["a body of the wrong type", request("POST", "/issues/7/comments", { body: 7 }), "body.body"],
    ["an unknown key", request("POST", "/issues/7/comments", { body: "x", pinned: true }), "body has no pinned"],
    ["an unknown conclusion", request("POST", "/check-runs", check({ title: "x", summary: "x" }, { conclusion: "ok" })), "conclusion"],
    ["51 annotations", request("POST", "/check-runs", check({ title: "x", summary: "x", annotations: Array(51).fill(annotation) })), "body.output.annotations"],
    [
      "an annotation without a line",
      request("POST", "/check-runs", check({ title: "x", summary: "x", annotations: [{ ...annotation, start_line: undefined }] })),
      "start_line",
    ],
    ["a summary that is too long", request("POST", "/check-runs", check({ title: "x", summary: "x".repeat(65_536) })), "body.output.summary"],
  ])("rejects %s", (_, bad, said) => {
    expect(violationsOf(bad).join("\n")).toContain(said);
  });
});

describe("the action", () => {
  let github: GitHub;
  beforeAll(async () => {
    github = await GitHub.start();
    await github.push("main", BASE);
  });
  afterAll(() => github.stop());

  test("sends only requests that GitHub describes, from the first run on a pull request to the last", async () => {
    const push = (clips: number): Promise<string> =>
      github.push("life", {
        ...BASE,
        "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, more: `output: { duration: 10s }, volume: { per_month: ${clips} }` }),
      });
    await push(700);
    const pull = await github.openPull("life");
    github.requests();
    const inputs = { "check-run": "true" };
    await runAction(github, await github.pullEvent(pull), { inputs });
    await push(100);
    await runAction(github, await github.pullEvent(pull), { run: { number: 2 }, inputs });
    await runAction(github, await github.pullEvent(pull, { conflict: true }), { run: { number: 3 }, token: TOKENS.owner });
    const called = new Set(github.proxy.requests.map((one) => operationOf(one)?.replace("/repos/{owner}/{repo}", "")));
    expect([...called].sort()).toEqual([
      // The third run has another token, and folds the comment of the first.
      "DELETE /issues/comments/{comment_id}",
      // The suggestions of the second run, which the third no longer makes.
      "DELETE /pulls/comments/{comment_id}",
      "GET /compare/{basehead}",
      "GET /git/blobs/{file_sha}",
      "GET /git/commits/{commit_sha}",
      "GET /git/ref/{ref}",
      "GET /git/trees/{tree_sha}",
      "GET /issues/comments/{comment_id}",
      "GET /issues/{issue_number}/comments",
      "GET /pulls/{pull_number}",
      "GET /pulls/{pull_number}/comments",
      "GET /pulls/{pull_number}/files",
      "GET /user",
      "PATCH /issues/comments/{comment_id}",
      "POST /check-runs",
      "POST /issues/{issue_number}/comments",
      "POST /pulls/{pull_number}/comments",
    ]);
  });
});
