import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Options, runAction, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { GitHub } from "../server/github.ts";
import type { Fault } from "../server/proxy.ts";

/** Faults between GitHub and the run never change the verdict: the request is retried, or the fault is reported. */
let github: GitHub;
let pull: number;

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", BASE);
});
afterAll(() => github.stop());
beforeEach(async () => {
  const branch = `change-${pull ?? 0}`;
  github.proxy.faults.splice(0);
  await github.push(branch, {
    ...BASE,
    "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer: "output: { duration: 10s }, volume: { per_month: 700 }" }),
  });
  pull = await github.openPull(branch);
  github.requests();
});

async function run(fault: Fault, options: Options = {}): Promise<Step> {
  github.proxy.faults.push(fault);
  return runAction(github, await github.pullEvent(pull), options);
}

/** $1,250 of $1,000: the verdict of every run here. */
const OVER = { verdict: "fail", "monthly-expected": "1250", "monthly-delta": "700" };
const notices = (step: Step): string[] => step.commands.filter(({ name }) => name === "notice").map(({ message }) => message);

test.each<[string, Fault]>([
  ["a server error on the commit", { path: /\/git\/commits\//, status: 502 }],
  ["a server error on a listing", { path: /\/git\/trees\//, status: 503 }],
  ["a connection that breaks before a listing", { path: /\/git\/trees\//, reset: "before" }],
  ["a truncated listing", { path: /\/git\/trees\//, reset: "body" }],
  ["a truncated file", { path: /\/git\/blobs\//, reset: "body" }],
  ["a server error on a file", { path: /\/git\/blobs\//, status: 500 }],
  ["a server error on the list of comments", { method: "GET", path: /\/issues\/\d+\/comments$/, status: 500 }],
  ["a server error on writing the comment", { method: "POST", path: /\/issues\/\d+\/comments$/, status: 502 }],
  ["a connection that breaks before the comment", { method: "POST", path: /\/issues\/\d+\/comments$/, reset: "before" }],
  ["a written comment whose answer is lost", { method: "POST", path: /\/issues\/\d+\/comments$/, reset: "after" }],
  ["a written comment whose answer is truncated", { method: "POST", path: /\/issues\/\d+\/comments$/, reset: "body" }],
  [
    "a secondary rate limit with a waiting time",
    {
      method: "POST",
      path: /\/issues\/\d+\/comments$/,
      status: 403,
      body: { message: "You have exceeded a secondary rate limit" },
      headers: { "retry-after": "1" },
    },
  ],
])("%s is retried, with the same result as without the fault", async (_, fault) => {
  const step = await run(fault);
  expect(step.code).toBe(1);
  expect(step.outputs).toMatchObject(OVER);
  expect(notices(step)).toEqual([]);
  const [only, ...others] = await github.comments(pull);
  expect(others).toEqual([]);
  expect(step.outputs["comment-id"]).toBe(String(only?.id));
  expect(step.stderr).toBe("");
});

test.each<[string, Fault, RegExp]>([
  [
    "a locked conversation",
    { method: "POST", path: /comments$/, status: 403, body: { message: "Unable to create comment because issue is locked." } },
    /403 Unable to create comment because issue is locked/,
  ],
  [
    "an archived repository",
    { method: "POST", path: /comments$/, status: 403, body: { message: "Repository was archived so is read-only." } },
    /403 Repository was archived/,
  ],
  ["a comment that GitHub rejects", { method: "POST", path: /comments$/, status: 422, body: { message: "Validation Failed" } }, /422 Validation Failed/],
  [
    "a pull request that the token cannot see",
    { method: "GET", path: /\/issues\/\d+\/comments$/, status: 404, body: { message: "Not Found" } },
    /404 Not Found/,
  ],
  [
    "a rate limit that lasts",
    { method: "POST", path: /comments$/, status: 403, body: { message: "You have exceeded a secondary rate limit" }, headers: { "retry-after": "3600" } },
    /403 You have exceeded/,
  ],
])("%s costs only the comment, and a notice says so", async (_, fault, said) => {
  const step = await run(fault);
  expect(step.code).toBe(1);
  expect(step.outputs).toMatchObject({ ...OVER, "comment-id": "", "comment-url": "" });
  expect(step.summary).toContain("$1,250.00");
  expect(notices(step)).toEqual([expect.stringMatching(said)]);
});

test("a refused check run costs only the check run", async () => {
  const step = await run(
    { path: /\/check-runs$/, status: 403, body: { message: "Resource not accessible by integration" } },
    { inputs: { "check-run": "true" } },
  );
  expect(step.outputs).toMatchObject(OVER);
  expect(notices(step)).toEqual([expect.stringMatching(/check run was not written \(403 .*checks: write/)]);
  expect(await github.comments(pull)).toHaveLength(1);
});

test.each(["head", "base"])("a listing of %s that GitHub truncated is an error, never fewer workloads", async (side) => {
  const event = await github.pullEvent(pull);
  const sha = side === "head" ? event.sha : event.base;
  const cut = (answer: Record<string, unknown>): unknown => ({ ...answer, tree: [], truncated: true });
  const step = await runAction(github, event, await faulty({ path: new RegExp(`/git/trees/${sha}`), rewrite: cut }));
  expect(step.code).toBe(1);
  expect(step.outputs["verdict"]).toBe("invalid");
  expect(step.report.total.complete).toBe(false);
  expect(step.report.problems.map(({ code }) => code)).toEqual(["tree-truncated"]);
  expect(await github.comments(pull)).toHaveLength(1);
});

async function faulty(fault: Fault): Promise<Options> {
  github.proxy.faults.push(fault);
  return {};
}

test.each<[string, Fault, RegExp]>([
  [
    "a token without read access",
    { path: /\/git\/trees\//, times: 9, status: 403, body: { message: "Resource not accessible by integration" } },
    /403 Resource not accessible by integration, GET \/repos\/studio\/films\/git\/trees\/.* contents: read/,
  ],
  ["a repository that does not exist", { path: /\/git\/trees\//, times: 9, status: 404, body: { message: "Not Found" } }, /404 Not Found/],
  ["bad credentials", { path: /./, times: 9, status: 401, body: { message: "Bad credentials" } }, /401 Bad credentials/],
])("%s gives a one-line error without a stack", async (_, fault, said) => {
  const step = await run(fault);
  expect(step.code).toBe(1);
  expect(step.commands).toEqual([{ name: "error", properties: {}, message: expect.stringMatching(said) }]);
  expect(step.stdout.trim().split("\n")).toHaveLength(1);
  expect(step.stderr).toBe("");
});

test("with debug logging, the error includes the stack", async () => {
  const step = await run({ path: /./, times: 9, status: 401, body: { message: "Bad credentials" } }, { env: { RUNNER_DEBUG: "1" } });
  expect(step.commands.map(({ name }) => name)).toEqual(["error", "debug"]);
  expect(step.commands[1]?.message).toMatch(/\n +at /);
});

test.each([
  ["comment", "sometimes", 'Input comment is "sometimes"; it must be one of always, on-change, on-failure, never.'],
  ["warn-only", "yes", 'Input warn-only is "yes"; it must be one of true, false.'],
  ["date", "2026-02-30", 'Input date is "2026-02-30"; it must be a day that exists, as YYYY-MM-DD.'],
  ["github-token", " ", "Input github-token is empty; leave it out, or pass github.token."],
])("input %s: %s gives a one-line error that says what is allowed", async (name, value, message) => {
  const step = await runAction(github, await github.pullEvent(pull), { inputs: { [name]: value } });
  expect(step.code).toBe(1);
  expect(step.commands).toEqual([{ name: "error", properties: {}, message }]);
  expect(github.requests()).toEqual([]);
});

test("without a job summary or temporary folder, the action still reports", async () => {
  const step = await runAction(github, await github.pullEvent(pull), { env: { GITHUB_STEP_SUMMARY: "", RUNNER_TEMP: "" } });
  expect(step.code).toBe(1);
  expect(step.outputs).toMatchObject(OVER);
});
