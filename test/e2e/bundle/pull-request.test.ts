import { afterAll, beforeAll, expect, test } from "vitest";
import { report } from "../../../src/report/review/schema.ts";
import { runBundle, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { GitHub, TOKENS } from "../server/github.ts";

/** One pull request from its first push to its last, as a team would live it. Each test goes on where the one before ended. */
let github: GitHub;
let pull: number;
let comment: number;

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", BASE);
  await trailer(700);
  pull = await github.openPull("trailer");
});
afterAll(() => github.stop());

/** 10 seconds cost $1.00, so the trailer costs as many dollars as clips. */
function trailer(clips: number): Promise<string> {
  return push({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer: `output: { duration: 10s }, volume: { per_month: ${clips} }` });
}

function push(workloads: Record<string, string>): Promise<string> {
  return github.push("trailer", { ...BASE, "video-budget.yml": manifest(workloads) });
}

async function run(number: number, options: Parameters<typeof runBundle>[2] = {}): Promise<Step> {
  return runBundle(github, await github.pullEvent(pull), { run: { number }, ...options });
}

test("a workload over budget fails the step and writes one comment, one annotation on its line, summary, outputs and report", async () => {
  const step = await run(1);
  expect(step.code).toBe(1);
  expect(step.stderr).toBe("");

  const [only, ...others] = await github.comments(pull);
  expect(others).toEqual([]);
  expect(only?.user.login).toBe("github-actions[bot]");
  // $550 of base and $700 more, of $1,000.
  for (const figure of ["$1,250.00", "+$700.00", "$1,000.00", "`trailer`", "over budget"]) expect(only?.body).toContain(figure);
  comment = only?.id ?? 0;

  // version, budget, prices, workloads, teaser, intro, loop: the trailer is on line 8.
  const onLines = step.commands.filter(({ name, properties }) => name === "error" && properties["file"] !== undefined);
  expect(onLines.map(({ properties }) => [properties["file"], properties["line"], properties["col"]])).toEqual([["video-budget.yml", "8", "3"]]);
  expect(onLines[0]?.message).toContain("$1,250.00");

  expect(step.summary).toContain("$1,250.00");
  expect(step.outputs).toMatchObject({
    verdict: "fail",
    "monthly-expected": "1250",
    "monthly-p90": "1250",
    "monthly-delta": "700",
    budget: "1000",
    "budget-used-percent": "125",
    "unpriced-count": "0",
    "comment-id": String(comment),
  });
  expect(step.outputs["comment-url"]).toContain(`#issuecomment-${comment}`);

  expect(() => report.parse(step.report)).not.toThrow();
  expect(step.report.total).toMatchObject({ complete: true, head: { expected: 1250 }, base: { expected: 550 }, delta: { expected: 700 } });
  expect(step.report.workloads.map(({ name, change }) => [name, change])).toEqual([
    ["teaser", "same"],
    ["intro", "same"],
    ["loop", "same"],
    ["trailer", "added"],
  ]);
  expect(step.report.reasons.map(({ code, value }) => [code, value])).toEqual([["budget-exceeded", 1250]]);
});

test("a pushed fix updates the same comment to a pass", async () => {
  await trailer(100);
  const step = await run(2);
  expect(step.code).toBe(0);
  expect(step.outputs).toMatchObject({ verdict: "pass", "monthly-expected": "650", "budget-used-percent": "65", "comment-id": String(comment) });
  const [only, ...others] = await github.comments(pull);
  expect(others).toEqual([]);
  expect(only?.id).toBe(comment);
  expect(only?.body).toContain("$650.00");
  expect(only?.body).toContain("within budget");
  expect(only?.body).not.toContain("over budget");
});

test("a changed and a removed workload are named as such, and their costs add up", async () => {
  // The intro at 10 seconds: 100 × $1.00 = $100, $50 more; the loop's $100 go; the trailer adds $100.
  await push({
    teaser: TEASER,
    intro: "output: { duration: 10s }, volume: { per_month: 100 }",
    trailer: "output: { duration: 10s }, volume: { per_month: 100 }",
  });
  const step = await run(3);
  expect(step.code).toBe(0);
  expect(step.outputs).toMatchObject({ "monthly-expected": "600", "monthly-delta": "50", "comment-id": String(comment) });
  expect(step.report.workloads.map(({ name, change }) => [name, change])).toEqual([
    ["teaser", "same"],
    ["intro", "changed"],
    ["trailer", "added"],
    ["loop", "removed"],
  ]);
  const body = (await github.comments(pull))[0]?.body ?? "";
  for (const figure of ["$600.00", "+$50.00", "+$100.00", "`loop`", "output.duration"]) expect(body).toContain(figure);
});

test("a read-only token, as a fork's, changes neither verdict nor exit: only the comment is missing, and a notice says so", async () => {
  await trailer(700);
  const before = await github.comments(pull);
  const step = await run(4, { token: TOKENS.readOnly });
  expect(step.code).toBe(1);
  expect(step.outputs).toMatchObject({ verdict: "fail", "monthly-expected": "1250", "comment-id": "", "comment-url": "" });
  expect(step.summary).toContain("$1,250.00");
  const notices = step.commands.filter(({ name }) => name === "notice");
  expect(notices.map(({ message }) => message)).toEqual([
    expect.stringMatching(/comment was not written \(403 Resource not accessible by integration.*pull-requests: write/),
  ]);
  expect(await github.comments(pull)).toEqual(before);
});

test("what others merged meanwhile counts toward the total but not as this pull request's change", async () => {
  await trailer(100);
  // Main gains $250; the branch does not have it, but the test merge does.
  await github.push("main", {
    ...BASE,
    "services/clips/video-budget.yml": manifest({ clips: "output: { duration: 5s }, volume: { per_month: 500 }" }).replace("prices/", "../../prices/"),
  });
  const step = await run(5, { inputs: { manifest: "video-budget.yml\nservices/*/video-budget.yml" } });
  // $650 and $250 are two manifests with a limit each.
  expect(step.report.total).toMatchObject({ head: { expected: 900 }, base: { expected: 800 }, delta: { expected: 100 } });
  expect(step.report.workloads.filter(({ change }) => change !== "same").map(({ name }) => name)).toEqual(["trailer"]);
});

test("without a test merge, head is compared with the merge base of the two branches", async () => {
  github.requests();
  const step = await runBundle(github, await github.pullEvent(pull, { conflict: true }), { run: { number: 6 }, inputs: { manifest: "**/video-budget.yml" } });
  // The merge base is the first main: what was merged since is on neither side.
  expect(step.report.total).toMatchObject({ head: { expected: 650 }, base: { expected: 550 }, delta: { expected: 100 } });
  expect(github.requests().filter((request) => request.includes("/compare/"))).toHaveLength(1);
});
