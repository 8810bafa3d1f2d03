import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { type Event, GitHub, TOKENS } from "../server/github.ts";

/** The second workflow of the fork recipe: it follows a read-only run and comments, without using anything from that run. */
let github: GitHub;

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", BASE);
});
afterAll(() => github.stop());

/** A pull request from a fork that adds this many dollars to $550 of $1,000. */
async function fromFork(branch: string, dollars: number): Promise<number> {
  await push(branch, dollars);
  return github.openPull(branch, "mallory/films");
}

function push(branch: string, dollars: number): Promise<string> {
  const trailer = `output: { duration: 10s }, volume: { per_month: ${dollars} }`;
  return github.push(branch, { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer }) });
}

const notices = (step: Step): string[] => step.commands.filter(({ name }) => name === "notice").map(({ message }) => message);
/** The event with a part of its run replaced. */
function altered(event: Event, run: object): Event {
  const { workflow_run: before } = event.payload as { workflow_run: object };
  return { ...event, payload: { ...event.payload, workflow_run: { ...before, ...run } } };
}

test("a fork's run gives the verdict without a comment; the run that follows it comments with the same verdict", async () => {
  const pull = await fromFork("dear", 700);
  const first = await runAction(github, await github.pullEvent(pull), { token: TOKENS.readOnly, inputs: { comment: "never" } });
  expect([first.code, first.outputs["verdict"], notices(first)]).toEqual([1, "fail", []]);
  expect(await github.comments(pull)).toEqual([]);

  const second = await runAction(github, await github.runEvent(pull), { inputs: { "warn-only": "true" } });
  expect(second.code).toBe(0);
  for (const key of ["verdict", "monthly-expected", "monthly-delta"]) expect(second.outputs[key]).toBe(first.outputs[key]);
  const [only, ...others] = await github.comments(pull);
  expect(others).toEqual([]);
  expect(only?.body).toContain("$1,250.00");
  expect(second.outputs["comment-id"]).toBe(String(only?.id));
});

test("the run that follows reads the merge result, not the checkout or the default branch", async () => {
  const pull = await fromFork("merged", 100);
  // Main gains $100 since: the totals include it, and the difference does not.
  await github.push("main", { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP }), "NEWS.md": "news\n" });
  const event = await github.runEvent(pull);
  expect(event.sha).toBe(github.head("main"));
  github.requests();
  const step = await runAction(github, event);
  expect(step.outputs).toMatchObject({ verdict: "pass", "monthly-expected": "650", "monthly-delta": "100" });
  const asked = github.requests();
  expect(asked[0]).toBe("GET /pulls");
  expect(asked.filter((request) => /artifact|\/actions\//.test(request))).toEqual([]);
});

test("a run for an older head writes nothing: the run for the newer head does", async () => {
  const pull = await fromFork("pushed", 700);
  const old = await github.runEvent(pull);
  await push("pushed", 100);
  const step = await runAction(github, old);
  expect(step.code).toBe(0);
  expect(notices(step)).toEqual([expect.stringMatching(/^Nothing to report: .* has the head [0-9a-f]{7} of "mallory\/films"/)]);
  expect(await github.comments(pull)).toEqual([]);
});

test.each<[string, object]>([
  ["another head", { head_sha: "d".repeat(40) }],
  ["another branch", { head_branch: "main" }],
  ["another repository", { head_repository: { full_name: "mallory/elsewhere" } }],
  ["a repository of the same name", { head_repository: { full_name: "studio/films" } }],
])("a run of %s is not mistaken for the pull request's", async (_, run) => {
  const branch = `other-${Object.keys(run)[0]}-${JSON.stringify(run).length}`;
  const pull = await fromFork(branch, 700);
  const step = await runAction(github, altered(await github.runEvent(pull), run));
  expect([step.code, notices(step)]).toEqual([0, [expect.stringMatching(/^Nothing to report/)]]);
  expect(await github.comments(pull)).toEqual([]);
});

test("a head of two pull requests belongs to neither", async () => {
  const pull = await fromFork("twice", 700);
  const other = await github.openPull("twice", "mallory/films");
  const step = await runAction(github, await github.runEvent(pull));
  expect(notices(step)).toEqual([expect.stringMatching(/^Nothing to report: not exactly one/)]);
  expect([await github.comments(pull), await github.comments(other)]).toEqual([[], []]);
});

test.each<[string, object]>([
  ["a fork", { head_repository: null }],
  ["a branch", { head_branch: null }],
])("after %s that is gone, nothing is judged, not even the default branch", async (_, run) => {
  const pull = await fromFork(`gone-${JSON.stringify(run).length}`, 700);
  const step = await runAction(github, altered(await github.runEvent(pull), run));
  expect([step.code, notices(step)]).toEqual([0, [expect.stringMatching(/^Nothing to report/)]]);
  expect(step.outputs["verdict"] ?? "").toBe("");
  expect(await github.comments(pull)).toEqual([]);
});

test("after a run for another event, the default branch is reported on", async () => {
  const pull = await fromFork("no-pull", 700);
  const step = await runAction(github, altered(await github.runEvent(pull), { event: "push" }));
  expect(step.outputs).toMatchObject({ verdict: "pass", "monthly-expected": "550", "comment-id": "" });
  expect(await github.comments(pull)).toEqual([]);
});

test("a workflow that follows runs of the repository's own branches reports the same way", async () => {
  await push("own", 100);
  const pull = await github.openPull("own");
  const step = await runAction(github, await github.runEvent(pull));
  expect(step.outputs).toMatchObject({ verdict: "pass", "monthly-expected": "650" });
  expect(await github.comments(pull)).toHaveLength(1);
});
