import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runAction } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { type Event, type Files, GitHub } from "../server/github.ts";

let github: GitHub;
let pull: number;

/** What the pull request adds: $300, so that $550 become $850, which is 85% of the limit. */
const TRAILER = {
  "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer: "output: { duration: 10s }, volume: { per_month: 300 }" }),
};

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", BASE);
  await github.push("trailer", { ...BASE, ...TRAILER });
  pull = await github.openPull("trailer");
});
afterAll(() => github.stop());

/** A checkout with these files. */
function checkout(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), "video-budget-checkout-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function event(name: string, branch = "main"): Event {
  return { name, payload: { ref: `refs/heads/${branch}` }, sha: github.head(branch) };
}

describe.each(["push", "workflow_dispatch", "schedule"])("%s", (name) => {
  test("without a checkout, the commit is read through the API; nothing is compared or commented on", async () => {
    github.requests();
    const step = await runAction(github, event(name));
    expect(step.code).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: "pass", "monthly-expected": "550", "monthly-delta": "", "comment-id": "" });
    expect(step.summary).toContain("$550.00");
    // One listing, one manifest, one price file.
    expect(github.requests().map((request) => request.replace(/\/[0-9a-f]{40}$/, ""))).toEqual(["GET /git/trees", "GET /git/blobs", "GET /git/blobs"]);
    expect(await github.comments(pull)).toEqual([]);
  });

  test("with a checkout, the working tree is read without a request to GitHub", async () => {
    github.requests();
    const step = await runAction(github, event(name), { workspace: checkout({ ...BASE, ...TRAILER }) });
    expect(step.code).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: "warn", "monthly-expected": "850", "budget-used-percent": "85" });
    expect(github.requests()).toEqual([]);
  });
});

test.each(["issue_comment", "issues", "release", "check_run"])("%s is not about its commit: the action refuses it and sends no request", async (name) => {
  github.requests();
  const step = await runAction(github, event(name));
  expect([step.code, step.outputs["verdict"]]).toEqual([1, undefined]);
  expect(step.commands).toEqual([
    {
      name: "error",
      properties: {},
      message: expect.stringMatching(new RegExp(`^The event ${name} is not one that .* use pull_request or pull_request_target`)),
    },
  ]);
  expect(github.requests()).toEqual([]);
});

test("a push over budget fails, whoever exceeded it", async () => {
  const over = { "video-budget.yml": manifest({ teaser: "output: { duration: 10s }, volume: { per_month: 1200 }" }) };
  const step = await runAction(github, event("push"), { workspace: checkout({ ...BASE, ...over }) });
  expect(step.code).toBe(1);
  expect(step.outputs).toMatchObject({ verdict: "fail", "monthly-expected": "1200" });
});

test("the input date sets the date of the prices on a push", async () => {
  const step = await runAction(github, event("push"), { inputs: { date: "2019-12-31" } });
  // The price begins in 2020.
  expect(step.outputs).toMatchObject({ verdict: "unpriced", "unpriced-count": "3", "monthly-expected": "" });
  expect(step.code).toBe(1);
});

test("the input date is ignored on a pull request", async () => {
  const step = await runAction(github, await github.pullEvent(pull), { inputs: { date: "2019-12-31", comment: "never" } });
  expect(step.outputs).toMatchObject({ verdict: "warn", "monthly-expected": "850", "unpriced-count": "0" });
});

test("pull_request_target reads the test merge of its payload, not the default branch that it runs on", async () => {
  const target = await github.pullEvent(pull, { name: "pull_request_target" });
  expect(target.sha).toBe(github.head("main"));
  github.requests();
  const step = await runAction(github, target, { inputs: { comment: "never" } });
  expect(github.requests().filter((request) => request.includes("/compare/"))).toEqual([]);
  expect(step.outputs).toMatchObject({ verdict: "warn", "monthly-expected": "850", "monthly-delta": "300" });
});

test("a test merge of an older head is not used", async () => {
  const old = await github.pullEvent(pull, { name: "pull_request_target" });
  await github.push("trailer", {
    ...BASE,
    ...TRAILER,
    "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer: "output: { duration: 10s }, volume: { per_month: 200 }" }),
  });
  const now = await github.pullEvent(pull, { name: "pull_request_target" });
  const stale = { ...now, payload: structuredClone(now.payload) as { pull_request: Record<string, unknown> } };
  stale.payload.pull_request["merge_commit_sha"] = (old.payload as { pull_request: Record<string, unknown> }).pull_request["merge_commit_sha"];
  const step = await runAction(github, stale, { inputs: { comment: "never" } });
  expect(step.outputs).toMatchObject({ "monthly-expected": "750", "monthly-delta": "200" });
  await github.push("trailer", { ...BASE, ...TRAILER });
});

test("a merge queue run compares the commits of its group and writes no comment", async () => {
  const { sha } = await github.pullEvent(pull);
  const group = { name: "merge_group", payload: { action: "checks_requested", merge_group: { head_sha: sha, base_sha: github.head("main") } }, sha };
  const step = await runAction(github, group);
  expect(step.code).toBe(0);
  expect(step.outputs).toMatchObject({ verdict: "warn", "monthly-expected": "850", "monthly-delta": "300", "comment-id": "" });
});

test("requests to a GHES go to its API address", async () => {
  const step = await runAction(github, await github.pullEvent(pull), { ghes: true, inputs: { comment: "always" } });
  expect(step.outputs).toMatchObject({ "monthly-expected": "850" });
  expect(await github.comments(pull)).toHaveLength(1);
});

describe("a job log in the checkout", () => {
  // A teaser of 5 s costs $0.50.
  const [SECONDS, PRICE] = [5, 0.5];
  const job = (id: string, cost: number): string =>
    JSON.stringify({
      job_id: id,
      request_id: id,
      workload: "teaser",
      status: "success",
      submitted_at: "2026-11-01T10:00:00Z",
      finished_at: "2026-11-01T10:01:00Z",
      requested_seconds: SECONDS,
      billed_seconds: SECONDS,
      cost,
    });
  const withLog = (...lines: string[]): Files => ({ ...BASE, "logs/jobs.jsonl": `${lines.join("\n")}\n` });

  test("is reconciled on a schedule: findings appear in the summary and as warnings, and the step fails", async () => {
    const step = await runAction(github, event("schedule"), {
      workspace: checkout(withLog(job("j1", PRICE), job("j2", 3 * PRICE))),
      inputs: { "job-log": "logs/jobs.jsonl" },
    });
    expect(step.code).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: "pass" });
    expect(step.summary).toContain("100% of the expected cost is unexplained");
    expect(step.stdout).toMatch(/^::warning.*UNIT_PRICE: .*j2/m);
    expect(step.stdout).toContain("::error::Video Budget: more than 2%25 of what was billed");
  });

  test("passes if it was billed as expected", async () => {
    const step = await runAction(github, event("schedule"), { workspace: checkout(withLog(job("j1", PRICE))), inputs: { "job-log": "logs/jobs.jsonl" } });
    expect([step.code, step.summary.includes("Billed as expected")]).toEqual([0, true]);
  });

  test.each(["job-log", "actuals"])("is refused outside the checkout: %s", async (input) => {
    const workspace = checkout(BASE);
    const step = await runAction(github, event("schedule"), { workspace, inputs: { [input]: relative(workspace, "/etc/passwd") } });
    expect(step.code).toBe(1);
    expect(step.stdout).toContain("outside of the checkout");
  });

  test("gives the month to date: a projection over the limit warns and does not fail", async () => {
    // $450 on the first and the last of 20 past days, and 10 days of $550 / 30: $1,083.33 of $1,000. At $45 a day $1,000 are passed on the 23rd.
    const log = withLog(job("j1", 450), job("j2", 450).replaceAll("2026-11-01", "2026-11-20"));
    const step = await runAction(github, event("schedule"), { workspace: checkout(log), inputs: { actuals: "logs/jobs.jsonl", date: "2026-11-21" } });
    expect([step.code, step.outputs["verdict"]]).toEqual([0, "warn"]);
    expect(step.summary).toContain("$900.00 billed on 20 of the 20 days before today");
    expect(step.summary).toContain("come to $1,083.33, over the limit of $1,000.00; at this pace it is passed on 2026-11-23.");
  });

  test("is not read on a pull request, which still shows the months that the workflow asks for", async () => {
    const step = await runAction(github, await github.pullEvent(pull), { inputs: { comment: "never", actuals: "logs/jobs.jsonl", months: "2" } });
    expect(step.stdout).toMatch(/^::notice::Input actuals is only read from a checkout/m);
    expect(step.summary).toContain("**Months ahead**");
    expect(step.outputs).toMatchObject({ verdict: "warn", "monthly-expected": "850" });
  });
});
