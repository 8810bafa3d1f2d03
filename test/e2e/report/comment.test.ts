import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Options, runAction, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { type Comment, GitHub, TOKENS } from "../server/github.ts";

/** Whether a comment is written, which comment is ours, and that there is only one. Every test has a pull request of its own. */
let github: GitHub;
let pull: number;
let branch: string;
let runs: number;

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", BASE);
});
afterAll(() => github.stop());
beforeEach(async () => {
  branch = `change-${pull ?? 0}`;
  runs = 0;
  await push();
  pull = await github.openPull(branch);
});

/** The branch with this many dollars of a trailer: 10 seconds cost $1.00. */
async function push(dollars = 0): Promise<void> {
  const trailer = dollars > 0 ? { trailer: `output: { duration: 10s }, volume: { per_month: ${dollars} }` } : {};
  await github.push(
    branch,
    { ...BASE, "README.md": `# ${dollars}\n`, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, ...trailer }) },
    [github.head("main")],
  );
}

async function run(inputs: Record<string, string> = {}, options: Options = {}): Promise<Step> {
  runs += 1;
  return runAction(github, await github.pullEvent(pull), { run: { number: runs }, inputs, ...options });
}

const comments = (): Promise<Comment[]> => github.comments(pull);
/** The first line of a run's comment: ids of runs are 4,710 more than their numbers here. */
const marker = (tag: string, number: number, attempt = 1, head = github.head(branch)): string =>
  `<!-- video-budget:${tag} run=${4710 + number} attempt=${attempt} number=${number} head=${head} -->`;

test.each([
  ["a pull request without comments", true, 7],
  ["a pull request without a comment count", false, 8],
])("on-change stays silent if no workload changed: %s takes %d requests", async (_, tells, expected) => {
  github.tellsComments = tells;
  github.requests();
  const step = await run();
  github.tellsComments = true;
  expect([step.code, step.outputs["verdict"]]).toEqual([0, "pass"]);
  expect(await comments()).toEqual([]);
  expect(github.requests()).toHaveLength(expected);
});

test("an existing comment is updated when the change is undone, with at most 10 requests", async () => {
  await push(100);
  await run();
  const [first] = await comments();
  expect(first?.body).toContain("+$100.00");
  await push();
  github.requests();
  await run();
  const [second, ...others] = await comments();
  expect(github.requests()).toHaveLength(10);
  expect([second?.id, others]).toEqual([first?.id, []]);
  expect(second?.body).not.toContain("`trailer`");
  expect(second?.body).toContain("$550.00");
});

test.each([
  ["on-change", 0, 0],
  ["on-change", 100, 1],
  ["on-change", 700, 1],
  ["on-failure", 100, 0],
  ["on-failure", 700, 1],
  ["always", 0, 1],
  ["never", 700, 0],
])("comment: %s, with $%d more, leaves %d comments", async (comment, dollars, expected) => {
  await push(dollars);
  await run({ comment });
  expect(await comments()).toHaveLength(expected);
});

test.each([
  [99, 0],
  [100, 1],
])("below comment-threshold, on-change writes no comment: $%d of $100", async (dollars, expected) => {
  await push(dollars);
  await run({ "comment-threshold": "100" });
  expect(await comments()).toHaveLength(expected);
});

test("a threshold never hides a failure", async () => {
  await push(700);
  await run({ "comment-threshold": "10000" });
  expect(await comments()).toHaveLength(1);
});

test("warn-only never fails the step and still comments on a failure", async () => {
  await push(700);
  const step = await run({ "warn-only": "true", comment: "on-failure" });
  expect([step.code, step.outputs["verdict"]]).toEqual([0, "fail"]);
  expect(step.commands.map(({ name }) => name)).toContain("warning");
  expect(await comments()).toHaveLength(1);
});

test("each tag has its own comment, even if one tag is part of another", async () => {
  await push(100);
  await run({ "comment-tag": "non-prod" });
  await run({ "comment-tag": "prod" });
  await run({ "comment-tag": "non-prod" });
  expect((await comments()).map(({ body }) => body.split("\n")[0])).toEqual([marker("non-prod", 3), marker("prod", 2)]);
});

test("a tag cannot end the marker", async () => {
  await push(100);
  await run({ "comment-tag": "a --> <b> @team" });
  await run({ "comment-tag": "a --> <b> @team" });
  const [only, ...others] = await comments();
  expect(others).toEqual([]);
  expect(only?.body.split("\n")[0]).toBe(marker("a%20--%3E%20%3Cb%3E%20%40team", 2));
});

test("only comments by the token's own account that begin with the marker are changed", async () => {
  await push(100);
  const forged = await github.comment(pull, `${marker("default", 999)}\nforged`, TOKENS.someone);
  const quoted = await github.comment(pull, `> ${marker("default", 1)}\nquoted`, TOKENS.workflow);
  const step = await run();
  const [one, two, ours, ...others] = await comments();
  expect([one, two, others]).toEqual([
    expect.objectContaining({ id: forged.id, body: forged.body }),
    expect.objectContaining({ id: quoted.id, body: quoted.body }),
    [],
  ]);
  expect(step.outputs["comment-id"]).toBe(String(ours?.id));
});

test.each([
  ["a user's token", TOKENS.owner, "studio"],
  ["the token of another app", TOKENS.app, "cost-gate[bot]"],
])("with %s, the comment is found again", async (_, token, login) => {
  await push(100);
  await run({}, { token });
  await run({}, { token });
  const [only, ...others] = await comments();
  expect([only?.user.login, others]).toEqual([login, []]);
  expect(only?.body).toContain(marker("default", 2));
});

test.each([
  ["an earlier run", { number: 4, attempt: 9 }, "later"],
  ["an earlier attempt", { number: 5, attempt: 1 }, "later"],
  ["the next attempt", { number: 5, attempt: 3 }, "update"],
  ["the next run", { number: 6, attempt: 1 }, "update"],
])("over a comment by run 5, attempt 2, only a newer run writes: %s: %o", async (_, number, what) => {
  await push(100);
  await github.comment(pull, `${marker("default", 5, 2)}\nby run 5, attempt 2`, TOKENS.workflow);
  const step = await run({}, { run: number });
  const [only, ...others] = await comments();
  expect(others).toEqual([]);
  expect(only?.body.includes("by run 5")).toBe(what === "later");
  expect(step.code).toBe(0);
});

test("a comment that a later run wrote in between is left alone", async () => {
  await push(100);
  const { id } = await github.comment(pull, `${marker("default", 1)}\nby run 1`, TOKENS.workflow);
  const later = `${marker("default", 9)}\nby run 9`;
  github.proxy.faults.push({
    method: "GET",
    path: /\/issues\/comments\/\d+$/,
    meanwhile: async () => void (await github.api("PATCH", `/repos/studio/films/issues/comments/${id}`, { body: later }, TOKENS.workflow)),
  });
  await run({}, { run: { number: 2 } });
  expect((await comments()).map(({ body }) => body)).toEqual([later]);
});

test("a deleted comment is created again", async () => {
  await push(100);
  await run();
  const [first] = await comments();
  await github.api("DELETE", `/repos/studio/films/issues/comments/${first?.id}`);
  await run();
  expect((await comments()).map(({ body }) => body.split("\n")[0])).toEqual([marker("default", 2)]);
});

test("a comment that is deleted at the moment of writing is created again", async () => {
  await push(100);
  await run();
  const [first] = await comments();
  github.proxy.faults.push({
    method: "PATCH",
    path: /\/issues\/comments\/\d+$/,
    meanwhile: async () => void (await github.api("DELETE", `/repos/studio/films/issues/comments/${first?.id}`)),
  });
  await run();
  expect((await comments()).map(({ body }) => body.split("\n")[0])).toEqual([marker("default", 2)]);
});

test("duplicates are folded into the oldest comment of the newest run", async () => {
  await push(100);
  for (const [number, text] of [
    [3, "a"],
    [7, "b"],
    [7, "c"],
    [5, "d"],
  ] as const) {
    await github.comment(pull, `${marker("default", number)}\n${text}`, TOKENS.workflow);
  }
  const [, kept] = await comments();
  await run({}, { run: { number: 8 } });
  expect((await comments()).map(({ id, body }) => [id, body.split("\n")[0]])).toEqual([[kept?.id, marker("default", 8)]]);
});

test("the comment is found beyond the first page of comments", async () => {
  await push(100);
  await run();
  for (let i = 0; i < 105; i++) await github.comment(pull, `comment ${i}`, TOKENS.someone);
  const { data } = await github.api("DELETE", `/repos/studio/films/issues/comments/${(await comments())[0]?.id}`);
  expect(data).toBeNull();
  await run();
  await run();
  const marked = github.proxy.requests.filter(({ method, path }) => method === "POST" && path.endsWith(`/issues/${pull}/comments`));
  // The first comment, and a new one after it was deleted; the third run finds the new one on the second page.
  expect(marked).toHaveLength(2);
});

describe("with runs of two heads", () => {
  test("the run for the pull request's current head writes, whatever the run numbers", async () => {
    await push(700);
    await run({}, { run: { number: 512, id: 9000 } });
    expect((await comments())[0]?.body).toContain("over budget");
    await push(100);
    // The workflow file was renamed: its numbers begin again, and ids go on.
    await run({}, { run: { number: 3, id: 9100 } });
    const [only, ...others] = await comments();
    expect(others).toEqual([]);
    expect(only?.body).toContain("within budget");
    expect(only?.body.split("\n")[0]).toBe(`<!-- video-budget:default run=9100 attempt=1 number=3 head=${github.head(branch)} -->`);
  });

  test("a later run of an older head does not prevent that", async () => {
    await push(700);
    const old = await github.pullEvent(pull);
    await push(100);
    const now = await github.pullEvent(pull);
    await runAction(github, now, { run: { number: 2 } });
    const [before] = await comments();
    const late = await runAction(github, old, { run: { number: 9 } });
    expect([late.code, late.outputs["verdict"], late.outputs["comment-id"]]).toEqual([1, "fail", ""]);
    expect(await comments()).toEqual([before]);
  });

  test("a newer run's comment stays if the head changes while an older run works", async () => {
    await push(700);
    const old = await github.pullEvent(pull);
    // Between the first and the last request of the old run, somebody pushes, and the run for that push finishes first.
    github.proxy.faults.push({
      path: /\/issues\/\d+\/comments$/,
      meanwhile: async () => {
        await push(100);
        await github.comment(pull, `${marker("default", 6)}\nby the newer head's run`, TOKENS.workflow);
      },
    });
    await github.comment(pull, "hello", TOKENS.someone);
    await runAction(github, old, { run: { number: 5 } });
    const ours = (await comments()).filter(({ body }) => body.startsWith("<!--"));
    expect(ours.map(({ body }) => body.split("\n")[1])).toEqual(["by the newer head's run"]);
  });

  test("a head that is restored by a forced push is current again", async () => {
    await push(700);
    const dear = github.head(branch);
    const old = await github.pullEvent(pull);
    await push(100);
    await run({}, { run: { number: 8 } });
    await github.point(branch, dear);
    await runAction(github, old, { run: { number: 7, attempt: 2 } });
    expect((await comments()).map(({ body }) => body.split("\n")[0])).toEqual([marker("default", 7, 2)]);
  });

  test("no comment is created for a head that is no longer current", async () => {
    await push(700);
    const old = await github.pullEvent(pull);
    await push(100);
    const step = await runAction(github, old, { run: { number: 1 } });
    expect([step.code, await comments()]).toEqual([1, []]);
  });
});

test.each([
  ["with too many digits", "9".repeat(40), "1"],
  ["above any run of this server", "999999999999999", "1"],
  ["beyond any attempt", "4713", "999999"],
])("a marker that is edited to a number %s does not block later runs", async (_, id, attempt) => {
  await push(700);
  await run();
  const [first] = await comments();
  const edited = `<!-- video-budget:default run=${id} attempt=${attempt} number=1 head=${github.head(branch)} -->\n## All is well\n`;
  await github.api("PATCH", `/repos/studio/films/issues/comments/${first?.id}`, { body: edited }, TOKENS.workflow);
  await run();
  const [only, ...others] = await comments();
  expect([only?.id, others]).toEqual([first?.id, []]);
  expect(only?.body).toContain("over budget");
});

describe("a comment of ours written with another token", () => {
  test("by an app is folded into one", async () => {
    await push(700);
    await run({}, { token: TOKENS.app });
    await push(100);
    await run();
    await run();
    const [only, ...others] = await comments();
    expect([only?.user.login, others]).toEqual(["github-actions[bot]", []]);
    expect(only?.body).toContain("within budget");
  });

  test("by a user of the repository is folded as well, even if this change alone would get no comment", async () => {
    await push(700);
    await run({}, { token: TOKENS.owner });
    await push(0);
    await run();
    const [only, ...others] = await comments();
    expect([only?.user.login, others]).toEqual(["github-actions[bot]", []]);
    expect(only?.body).toContain("within budget");
  });

  test("that cannot be deleted is linked to, by every later run too", async () => {
    await push(700);
    await run({}, { token: TOKENS.app });
    const [old] = await comments();
    await push(100);
    for (const _ of [1, 2]) {
      github.proxy.faults.push({
        method: "DELETE",
        path: new RegExp(`/issues/comments/${old?.id}$`),
        status: 403,
        body: { message: "Must have admin rights" },
      });
      await run();
      const [left, ours, ...others] = await comments();
      expect([left?.id, others]).toEqual([old?.id, []]);
      expect(ours?.body).toContain(`#issuecomment-${old?.id})`);
      expect(ours?.body).toContain("is out of date");
    }
  });
});
