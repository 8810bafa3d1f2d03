import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Options, runAction, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { type Event, GitHub, TOKENS } from "../server/github.ts";

/** A failing pull request with an override label: who can add it, for which commit it counts, and how long. */
let github: GitHub;
let pull: number;
let branch: string;
let runs: number;

const POLICY = "policy: { override: { label: video-budget-approved } }\n";
const LABEL = "video-budget-approved";
const films = (dollars: number): Record<string, string> => ({
  ...BASE,
  "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer: `output: { duration: 10s }, volume: { per_month: ${dollars} }` }, POLICY),
});

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP }, POLICY) });
});
afterAll(() => github.stop());
beforeEach(async () => {
  branch = `dear-${pull ?? 0}`;
  runs = 0;
  github.keepsNoActivity = false;
  github.roles = {
    olga: { permission: "write", role_name: "maintain" },
    author: { permission: "admin", role_name: "admin" },
    rita: { permission: "write", role_name: "write" },
    root: { permission: "admin", role_name: "admin" },
    // Custom roles of the organization, based on maintain and on write.
    lead: { permission: "write", role_name: "Team lead", permissions: { push: true, maintain: true } },
    helper: { permission: "write", role_name: "Helper", permissions: { push: true, maintain: false } },
  };
  await push(700);
  pull = await github.openPull(branch);
});

/** The branch with this many dollars of a trailer: $550 and 700 are $1,250 of $1,000. */
function push(dollars: number): Promise<string> {
  return github.push(branch, films(dollars));
}

async function run(options: Options = {}, event?: Event): Promise<Step> {
  runs += 1;
  return runAction(github, event ?? (await github.pullEvent(pull)), { run: { number: runs }, ...options });
}

const body = async (): Promise<string> => (await github.comments(pull))[0]?.body ?? "";
const exit = (step: Step): unknown[] => [step.code, step.outputs["verdict"], step.report.reasons.map(({ code }) => code)];
const LET_THROUGH = [0, "fail", ["budget-exceeded", "overridden"]];
const STOPPED = [1, "fail", ["budget-exceeded"]];

test("without the label, the comment says who can override and that a new run may be needed", async () => {
  expect(exit(await run())).toEqual(STOPPED);
  const text = await body();
  for (const words of ["the role maintain", "other than the author", `\`${LABEL}\``, "re-run this one"]) expect(text).toContain(words);
});

test("a maintainer's label overrides: the verdict stays, the exit is 0, and the comment says who and when", async () => {
  await run();
  const [suggested] = github.reviewComments(pull);
  github.label(pull, LABEL, "olga");
  github.requests();
  const step = await run({ inputs: { "check-run": "true" } }, await github.pullEvent(pull, { labelled: LABEL }));
  expect(exit(step)).toEqual(LET_THROUGH);
  expect(github.requests().filter((request) => /\/(pulls|events|permission|activity)/.test(request))).toEqual([
    // One request for its base, one for its current labels, and one for the record of pushes.
    `GET /pulls/${pull}`,
    `GET /pulls/${pull}`,
    `GET /issues/${pull}/events`,
    "GET /collaborators/olga/permission",
    "GET /activity",
    // With an override, no suggestion is needed.
    `GET /pulls/${pull}/comments`,
    `DELETE /pulls/comments/${suggested?.id}`,
  ]);
  const text = await body();
  expect(text).toMatch(/## ⚠️ Video budget: over budget, overridden/);
  expect(text).toMatch(/Overridden: `olga` added the label `video-budget-approved` at 2026-11-22T\d\d:\d\d:00Z/);
  expect(text).not.toContain("@olga");
  expect(step.summary).toContain("`olga`");
  expect(step.commands.some(({ name, message }) => name === "notice" && message.includes("Overridden: `olga`"))).toBe(true);
});

test("an override ends when its label is removed, whatever the payload's labels say", async () => {
  github.label(pull, LABEL, "olga");
  const event = await github.pullEvent(pull, { labelled: LABEL });
  expect(exit(await run({}, event))).toEqual(LET_THROUGH);
  github.unlabel(pull, LABEL, "rita");
  const payload = event.payload as { pull_request: object };
  const stale = { ...event, payload: { ...payload, pull_request: { ...payload.pull_request, labels: [{ name: LABEL }] } } };
  expect(exit(await run({}, stale))).toEqual(STOPPED);
  expect(await body()).not.toContain("Overridden: ");
});

test("if labeling starts no run, a rerun sees the label", async () => {
  const event = await github.pullEvent(pull);
  expect(exit(await run({}, event))).toEqual(STOPPED);
  github.label(pull, LABEL, "olga");
  expect(exit(await run({}, event))).toEqual(LET_THROUGH);
});

describe("the person who labels", () => {
  test.each<[string, string, boolean]>([
    ["a maintainer", "olga", true],
    ["an administrator", "root", true],
    ["a custom role based on maintain", "lead", true],
    ["the label in capital letters by", "olga", true],
    ["somebody with write access", "rita", false],
    ["a custom role based on write", "helper", false],
    ["no collaborator", "mallory", false],
    ["the author, whatever their role", "author", false],
  ])("counts by role: %s (%s)", async (name, by, counts) => {
    github.label(pull, name.includes("letters") ? LABEL.toUpperCase() : LABEL, by);
    const step = await run();
    expect(exit(step)).toEqual(counts ? LET_THROUGH : STOPPED);
    if (!counts) expect(await body()).toContain(`The label \`${LABEL}\` does not count`);
  });

  test("is the person who added it last, not the first", async () => {
    github.label(pull, LABEL, "olga");
    github.unlabel(pull, LABEL, "rita");
    github.label(pull, LABEL, "rita");
    expect(exit(await run())).toEqual(STOPPED);
  });

  test("can be checked with a read-only token", async () => {
    github.label(pull, LABEL, "olga");
    expect(exit(await run({ token: TOKENS.readOnly }))).toEqual(LET_THROUGH);
  });

  test("cannot override if the server does not say who it is, and nothing else fails", async () => {
    github.label(pull, LABEL, "olga");
    github.proxy.faults.push({ path: /\/permission$/, status: 404 });
    expect(exit(await run())).toEqual(STOPPED);
    expect(await body()).toContain("GitHub does not say");
  });
});

describe("the commit of an override", () => {
  test("a later commit is covered if it costs the same or less, not if it costs more", async () => {
    github.label(pull, LABEL, "olga");
    expect(exit(await run())).toEqual(LET_THROUGH);
    await push(701);
    expect(exit(await run())).toEqual(STOPPED);
    expect(await body()).toContain("this one costs more");
    await push(600);
    expect(exit(await run())).toEqual(LET_THROUGH);
    await push(700);
    expect(exit(await run())).toEqual(LET_THROUGH);
  });

  test("does not lose it to what others merged since", async () => {
    const main = github.head("main");
    github.label(pull, LABEL, "olga");
    await push(690);
    await github.push("main", { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, other: INTRO }, POLICY) });
    // GitHub's test merge would conflict in the same file; so the head is compared with the merge base.
    expect(exit(await run({}, await github.pullEvent(pull, { conflict: true })))).toEqual(LET_THROUGH);
    await github.point("main", main);
  });

  test("does not cover more after an expensive commit in between", async () => {
    github.label(pull, LABEL, "olga");
    await push(50_000);
    expect(exit(await run())).toEqual(STOPPED);
    await push(49_000);
    expect(exit(await run())).toEqual(STOPPED);
  });

  test("does not pass an old run after a forced return to a more expensive commit", async () => {
    const dear = await push(50_000);
    const old = await github.pullEvent(pull);
    await push(700);
    github.label(pull, LABEL, "olga");
    await github.point(branch, dear);
    expect(exit(await run({}, old))).toEqual(STOPPED);
  });

  test("does not cover another workload without a price", async () => {
    github.label(pull, LABEL, "olga");
    const head = films(600);
    await github.push(branch, {
      ...head,
      "video-budget.yml": `${head["video-budget.yml"]}  secret: { provider: acme, model: acme-secret, volume: { per_month: 1 } }\n`,
    });
    expect((await run()).code).toBe(1);
  });

  test.each([
    ["by the record of pushes", false],
    ["without one", true],
  ])("a label added in the same second as a push does not cover that push, %s", async (_, keepsNoActivity) => {
    github.keepsNoActivity = keepsNoActivity;
    await push(50_000);
    github.label(pull, LABEL, "olga", github.pushedAt(branch));
    // GitHub makes the event of the labeling after the push, and it has the new head.
    expect(exit(await run({}, await github.pullEvent(pull, { labelled: LABEL })))).toEqual(STOPPED);
    expect(exit(await run())).toEqual(STOPPED);
    github.unlabel(pull, LABEL, "olga");
    github.label(pull, LABEL, "olga");
    expect(exit(await run({}, await github.pullEvent(pull, { labelled: LABEL })))).toEqual(LET_THROUGH);
  });

  test("must be labeled again after a push if no record of pushes can be read", async () => {
    github.keepsNoActivity = true;
    github.label(pull, LABEL, "olga");
    expect(exit(await run())).toEqual(LET_THROUGH);
    await push(100);
    await push(600);
    expect(exit(await run())).toEqual(STOPPED);
    expect(await body()).toContain("removes the label and adds it again");
    github.unlabel(pull, LABEL, "olga");
    github.label(pull, LABEL, "olga");
    expect(exit(await run())).toEqual(LET_THROUGH);
  });
});

describe("in the merge queue, an override", () => {
  test("applies until its label is removed", async () => {
    github.label(pull, LABEL, "olga");
    expect(exit(await run({}, await github.groupEvent(pull)))).toEqual(LET_THROUGH);
    github.unlabel(pull, LABEL, "olga");
    expect(exit(await run({}, await github.groupEvent(pull)))).toEqual(STOPPED);
  });

  test("does not cover a more expensive commit", async () => {
    github.label(pull, LABEL, "olga");
    await push(701);
    expect(exit(await run({}, await github.groupEvent(pull)))).toEqual(STOPPED);
  });

  test("relies on the pull request's own check if no record of pushes can be read", async () => {
    github.keepsNoActivity = true;
    github.label(pull, LABEL, "olga");
    expect(exit(await run({}, await github.groupEvent(pull)))).toEqual(LET_THROUGH);
  });

  test("finds no pull request if the group's branch does not have GitHub's usual name", async () => {
    github.label(pull, LABEL, "olga");
    const event = await github.groupEvent(pull);
    const { merge_group: group } = event.payload as { merge_group: object };
    expect(exit(await run({}, { ...event, payload: { merge_group: { ...group, head_ref: `refs/heads/pr-${pull}-x` } } }))).toEqual(STOPPED);
  });
});

describe("a pull request from a fork", () => {
  let fork: number;
  beforeEach(async () => {
    fork = await github.openPull(branch, "mallory/films", "mallory");
  });
  const forkRun = async (): Promise<Step> => runAction(github, await github.pullEvent(fork), { token: TOKENS.readOnly });

  test("works the same, without a request to the fork", async () => {
    github.label(fork, LABEL, "olga");
    github.requests();
    expect(exit(await forkRun())).toEqual(LET_THROUGH);
    expect(github.proxy.requests.filter(({ path }) => !path.startsWith("/repos/studio/films/"))).toEqual([]);
  });

  test("needs the label again after each push, because the fork's record of pushes is not read", async () => {
    github.label(fork, LABEL, "olga");
    await push(600);
    expect(exit(await forkRun())).toEqual(STOPPED);
    github.unlabel(fork, LABEL, "olga");
    github.label(fork, LABEL, "olga");
    expect(exit(await forkRun())).toEqual(LET_THROUGH);
  });
});

test("a pull request that passes sends no request about labels", async () => {
  await push(100);
  github.label(pull, LABEL, "olga");
  github.requests();
  await run();
  expect(github.requests().filter((request) => /\/(pulls|events|permission|activity|ref)\b/.test(request))).toEqual([
    `GET /pulls/${pull}`,
    "GET /git/ref/heads%2Fmain",
    // Before the comment is created: whether the head is still the pull request's.
    `GET /pulls/${pull}`,
  ]);
});
