import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Options, runAction, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, PRICES, TEASER } from "../server/films.ts";
import { type Files, GitHub } from "../server/github.ts";

/**
 * A pull request that edits what applies to it is judged by base too. A trailer of $700 turns $550
 * into $1,250 of base's $1,000; every way out is tried in memory (test/control), the main ones here.
 */
let github: GitHub;
let branches = 0;

beforeAll(async () => {
  github = await GitHub.start();
});
afterAll(() => github.stop());

const trailer = (dollars: number): string => `output: { duration: 10s }, volume: { per_month: ${dollars} }`;
const over = manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer: trailer(700) });
const cheap = PRICES.replace("usd: 0.1 ", "usd: 0.01 ");

async function change(base: Files, head: Files, options: Options = {}): Promise<Step & { pull: number }> {
  await github.push("main", base);
  const branch = `control-${branches++}`;
  await github.push(branch, head, [github.head("main")]);
  const pull = await github.openPull(branch);
  github.requests();
  return { ...(await runAction(github, await github.pullEvent(pull), options)), pull };
}

const codes = (step: Step): string[] => step.report.reasons.map(({ code }) => code);
const inFolder = (text: string): string => text.replace("prices/", "../prices/");

describe("a pull request does not free itself", () => {
  test.each<[string, Files, Files, Record<string, string>]>([
    ["by its own budget", BASE, { ...BASE, "video-budget.yml": over.replace("1000", "5000") }, {}],
    ["without a limit", BASE, { ...BASE, "video-budget.yml": over.replace("{ monthly: 1000 }", "{}") }, {}],
    ["by an account's discount", BASE, { ...BASE, "video-budget.yml": `${over}accounts: { acme: { discount: 90% } }\n` }, {}],
    ["by a price file made cheaper", BASE, { ...BASE, "video-budget.yml": over, "prices/acme.yml": cheap }, {}],
    ["by another price file", BASE, { ...BASE, "video-budget.yml": over.replace("acme.yml", "cheap.yml"), "prices/cheap.yml": cheap }, {}],
    [
      "by a contract price",
      BASE,
      { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer: `${trailer(700)}, price: { usd: 0.01, per: clip }` }) },
      {},
    ],
    [
      "by other tags",
      { ...BASE, "video-budget.yml": manifest({ teaser: `${TEASER}, tags: { team: growth }` }).replace("monthly: 1000", SCOPE()) },
      { ...BASE, "video-budget.yml": manifest({ teaser: TEASER.replace("800", "2500") }).replace("monthly: 1000", SCOPE()) },
      {},
    ],
    [
      "by a dropped include",
      {
        ...BASE,
        "video-budget.yml": manifest({ teaser: TEASER }, "include: [a/vb.yml]\n"),
        "a/vb.yml": inFolder(manifest({ intro: INTRO })).replace("monthly: 1000", ""),
      },
      { ...BASE, "video-budget.yml": manifest({ teaser: TEASER }), "a/vb.yml": inFolder(manifest({ intro: trailer(850) })).replace("monthly: 1000", "") },
      {},
    ],
    ["by another manifest in front", { ...BASE, ".github/video-budget.yml": inFolder(BASE["video-budget.yml"]), "video-budget.yml": "" }, {}, {}],
    [
      "by moving its manifest",
      { ...BASE, "video-budget.yml": "version: 1\nworkloads: {}\n", "a/vb.yml": inFolder(BASE["video-budget.yml"]) },
      { ...BASE, "video-budget.yml": "version: 1\nworkloads: {}\n", "b/vb.yml": inFolder(over).replace("1000", "5000") },
      { manifest: "*/vb.yml" },
    ],
    [
      "by moving its manifest out of the gate's sight",
      { ...BASE, "a/vb.yml": inFolder(BASE["video-budget.yml"]), "video-budget.yml": "version: 1\nworkloads: {}\n" },
      { ...BASE, "b/vb.yml": inFolder(over), "video-budget.yml": "version: 1\nworkloads: {}\n" },
      { manifest: "a/vb.yml" },
    ],
  ])("%s", async (name, base, head, inputs) => {
    const before = name.includes("in front") ? { "prices/acme.yml": PRICES, ".github/video-budget.yml": inFolder(BASE["video-budget.yml"]) } : base;
    const after = name.includes("in front")
      ? { "prices/acme.yml": PRICES, ".github/video-budget.yml": inFolder(over), "video-budget.yml": manifest({ intro: INTRO }) }
      : head;
    const step = await change(before, after, { inputs });
    expect([step.code, step.outputs["verdict"]]).toEqual([1, "fail"]);
    expect(codes(step)).toContain("budget-exceeded");
    expect(codes(step)).toContain("controls-changed");
    const [comment] = await github.comments(step.pull);
    expect(comment?.body).toContain("With the base branch's settings: ");
    expect(comment?.body).toContain("**Budget settings changed**");
  });

  test("an override of its own does not count: the label is not even requested", async () => {
    github.roles = { olga: { permission: "admin", role_name: "admin" } };
    const step = await change(BASE, { ...BASE, "video-budget.yml": `${over}policy: { override: { label: ok, min_role: write, by_author: true } }\n` });
    github.label(step.pull, "ok", "olga");
    github.requests();
    const again = await runAction(github, await github.pullEvent(step.pull, { labelled: "ok" }), { run: { number: 2 } });
    expect([again.code, again.outputs["verdict"]]).toEqual([1, "fail"]);
    // Its review comments are requested; the label is not.
    expect(github.requests().filter((request) => /pulls|events|permission/.test(request))).toEqual(
      ["", "/comments", "/files"].map((part) => `GET /pulls/${step.pull}${part}`),
    );
  });
});

/** A limit on a scope instead of the total. */
function SCOPE(): string {
  return "scopes: { growth: { match: { tags: { team: growth } }, monthly: 1000 } }";
}

test("a change that only raises the budget passes, with a comment that shows both verdicts; the new budget applies after the merge", async () => {
  const raised = { ...BASE, "video-budget.yml": BASE["video-budget.yml"].replace("1000", "5000") };
  const step = await change(BASE, raised);
  expect([step.code, step.outputs["verdict"], codes(step)]).toEqual([0, "pass", ["controls-changed"]]);
  expect((await github.comments(step.pull))[0]?.body).toContain("This change edits its own budget settings (`budget`)");
  const next = await change(raised, { ...raised, "video-budget.yml": over.replace("1000", "5000") });
  expect([next.code, next.outputs["verdict"], codes(next)]).toEqual([0, "pass", []]);
});

test("a budget raised on the base branch applies when the run is started again", async () => {
  await github.push("main", BASE);
  await github.push("late", { ...BASE, "video-budget.yml": over }, [github.head("main")]);
  const pull = await github.openPull("late");
  const event = await github.pullEvent(pull);
  const first = await runAction(github, event);
  expect(first.code).toBe(1);
  await github.push("main", { ...BASE, "video-budget.yml": BASE["video-budget.yml"].replace("1000", "5000") });
  const again = await runAction(github, event, { run: { number: 1, attempt: 2 } });
  expect([again.code, again.outputs["verdict"], again.outputs["budget"], codes(again)]).toEqual([0, "pass", "5000", []]);
});

test("without a test merge, the controls at the tip of the base branch apply", async () => {
  await github.push("main", BASE);
  await github.push("conflict", { ...BASE, "video-budget.yml": over }, [github.head("main")]);
  const pull = await github.openPull("conflict");
  await github.push("main", { ...BASE, "video-budget.yml": BASE["video-budget.yml"].replace("1000", "1200") });
  const step = await runAction(github, await github.pullEvent(pull, { conflict: true }));
  expect([step.code, step.outputs["budget"], codes(step)]).toEqual([1, "1200", ["budget-exceeded"]]);
  await github.push("main", { ...BASE, "video-budget.yml": BASE["video-budget.yml"].replace("1000", "2000") });
  const raised = await runAction(github, await github.pullEvent(pull, { conflict: true }), { run: { number: 2 } });
  expect([raised.code, raised.outputs["budget"]]).toEqual([0, "2000"]);
});

describe("a limit that is already exceeded on the base branch", () => {
  const broken = {
    ...BASE,
    "video-budget.yml": manifest({ teaser: TEASER.replace("800", "3000"), odd: "model: unheard-of, volume: { per_month: 1 }" }).replace(
      "model: acme-1, model: unheard-of",
      "model: unheard-of",
    ),
  };

  test("warns on a pull request and in the merge queue, and fails on a push and on a schedule", async () => {
    const step = await change(broken, { ...broken, "README.md": "# More\n" });
    expect([step.code, step.outputs["verdict"], new Set(codes(step))]).toEqual([0, "warn", new Set(["pre-existing"])]);
    const group = await runAction(github, await github.groupEvent(step.pull));
    expect([group.code, group.outputs["verdict"]]).toEqual([0, "warn"]);
    for (const name of ["push", "schedule"]) {
      const alone = await runAction(github, { name, payload: { ref: "refs/heads/main" }, sha: github.head("main") });
      expect([alone.code, alone.outputs["verdict"]]).toEqual([1, "invalid"]);
    }
  });

  test("fails if the pull request makes it worse", async () => {
    const worse = { ...broken, "video-budget.yml": broken["video-budget.yml"].replace("3000", "3001") };
    const step = await change(broken, worse);
    expect([step.code, step.outputs["verdict"]]).toEqual([1, "fail"]);
  });
});
