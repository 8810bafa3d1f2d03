import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Options, runAction, type Step } from "../server/action.ts";
import { PRICES } from "../server/films.ts";
import { GitHub, TOKENS } from "../server/github.ts";
import type { ReviewComment } from "../server/review-comments.ts";

/** An edit that makes the check green, offered at the line that the pull request changed. Every test has a pull request of its own. */
let github: GitHub;
let pull: number;
let branch: string;
let runs = 0;

/** 1,500 clips of 5 s cost $750 a month of $1,000, those of 10 s $1,500. The line of the duration is the 8th. */
const manifest = (duration: string, volume = 1500): string =>
  [
    "version: 1",
    "budget: { monthly: 1000 }",
    "prices: [prices/acme.yml]",
    "workloads:",
    "  teaser:",
    "    provider: acme",
    "    model: acme-1",
    `    output: { duration: ${duration} } # of the campaign`,
    "    volume:",
    `      per_month: ${volume}`,
    "",
  ].join("\n");
const DURATION = 8;
const files = (text: string): Record<string, string> => ({ "video-budget.yml": text, "prices/acme.yml": PRICES, "README.md": `# ${++runs}\n` });

beforeAll(async () => {
  github = await GitHub.start();
  await github.push("main", files(manifest("5s")));
});
afterAll(() => github.stop());
beforeEach(async () => {
  branch = `longer-${pull ?? 0}`;
  await github.push(branch, files(manifest("10s")), [github.head("main")]);
  pull = await github.openPull(branch);
});

async function run(options: Options = {}): Promise<Step> {
  const event = await github.pullEvent(pull);
  github.requests();
  return runAction(github, event, { run: { number: ++runs }, ...options });
}

const written = (): string[] => github.requests().filter((request) => /^(POST|PATCH|DELETE) \/pulls/.test(request));
const only = (): ReviewComment => {
  const [first, ...others] = github.reviewComments(pull);
  expect([first === undefined, others]).toEqual([false, []]);
  return first as ReviewComment;
};

/** Applies a suggestion as the button does: the lines of the block replace the line of the comment. */
async function apply({ body, line }: ReviewComment): Promise<void> {
  const [, put = ""] = /```suggestion\n([\s\S]*?)\n```/.exec(body) ?? [];
  const lines = manifest("10s").split("\n");
  lines.splice(line - 1, 1, ...put.split("\n"));
  await github.push(branch, files(lines.join("\n")));
}

describe("a lever on a line that the pull request changed", () => {
  test("becomes a suggestion; once applied, the check passes and the suggestion is gone", async () => {
    const red = await run();
    expect([red.code, red.outputs["verdict"]]).toEqual([1, "fail"]);
    const suggested = only();
    expect([suggested.path, suggested.line]).toEqual(["video-budget.yml", DURATION]);
    expect(suggested.body).toContain("```suggestion\n    output: { duration: 5 } # of the campaign\n```");
    expect(suggested.body).toContain("the monthly cost is $750.00, within budget");

    await apply(suggested);
    const green = await run();
    expect([green.code, green.outputs["verdict"], green.outputs["monthly-expected"]]).toEqual([0, "pass", "750"]);
    expect(github.reviewComments(pull)).toEqual([]);
  });

  test("is not repeated by another run, which writes nothing", async () => {
    await run();
    written();
    await run();
    expect(written()).toEqual([]);
    expect(only().line).toBe(DURATION);
  });

  test("is updated in place if the edit for that line changes", async () => {
    await run();
    const { id, body } = only();
    // 1,600 clips of 5 s are $800. Their line is one that the pull request changed by now: 1,000 × $1.00 is the limit.
    await github.push(branch, files(manifest("10s", 1600)));
    await run();
    const [first, second, ...others] = github.reviewComments(pull);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ id, line: DURATION });
    expect([body.includes("$800.00"), first?.body.includes("$800.00")]).toEqual([false, true]);
    expect([second?.line, second?.body.includes("\n      per_month: 1000\n")]).toEqual([10, true]);
  });

  test("keeps its place if somebody replied, with a note that it no longer applies", async () => {
    await run();
    const suggested = only();
    github.reviewComment({
      pull,
      path: suggested.path,
      line: suggested.line,
      text: suggested.text,
      body: "Why?",
      login: "author",
      in_reply_to_id: suggested.id,
    });
    await apply(suggested);
    await run();
    const [first, answer] = github.reviewComments(pull);
    expect([first?.id, first?.body.includes("suggestion\n"), answer?.body]).toEqual([suggested.id, false, "Why?"]);
    expect(first?.body).toContain("no longer applies");
    written();
    await run();
    expect(written()).toEqual([]);
  });
});

describe("suggestions are not written", () => {
  test("on an unchanged line: the comment has the edit as a diff", async () => {
    await run();
    const [comment] = await github.comments(pull);
    // 1,000 × 10 s × $0.10 = $1,000.
    expect(comment?.body).toContain("    ```diff\n    -      per_month: 1500\n    +      per_month: 1000\n    ```");
    expect(only().line).toBe(DURATION);
  });

  test.each([
    ["if the workflow disables suggestions", { inputs: { suggestions: "false" } }],
    ["if the workflow disables comments", { inputs: { comment: "never" } }],
    ["with a read-only token", { token: TOKENS.readOnly }],
  ])("%s", async (_, options: Options) => {
    const step = await run(options);
    expect([step.code, step.outputs["verdict"]]).toEqual([1, "fail"]);
    expect(github.reviewComments(pull)).toEqual([]);
    expect(step.commands.filter(({ name }) => name === "notice").length).toBeLessThanOrEqual(1);
  });

  test("on a pull request from a fork, even with a token that can write", async () => {
    pull = await github.openPull(branch, "somebody/films");
    expect((await run()).code).toBe(1);
    expect(github.requests().filter((request) => /\/pulls\/(\d+\/)?comments/.test(request))).toEqual([]);
  });

  test("if there is nothing to suggest, which takes no request", async () => {
    await github.push(branch, files(manifest("5s")), [github.head("main")]);
    expect((await run()).code).toBe(0);
    expect(github.requests().filter((request) => /\/(comments|files)$/.test(request) && request.includes("/pulls/"))).toEqual([]);
  });

  test("over somebody else's comment, even if it has the marker", async () => {
    await run();
    const { body, text } = only();
    const forged = github.reviewComment({ pull, path: "video-budget.yml", line: DURATION, text, body, login: "mallory" });
    await apply(ours(forged.id));
    await run();
    expect(github.reviewComments(pull).map(({ login }) => login)).toEqual(["mallory"]);
  });

  test("if GitHub refuses them: a notice says so, and the verdict stays", async () => {
    github.proxy.faults.push({ method: "POST", path: /\/pulls\/\d+\/comments$/, status: 422, body: { message: "Validation Failed" } });
    const step = await run();
    expect(step.code).toBe(1);
    expect(step.commands.find(({ name, message }) => name === "notice" && message.includes("422"))?.message).toContain("The verdict stands");
  });
});

/** Our comment beside a forged one. */
function ours(forged: number): ReviewComment {
  return github.reviewComments(pull).find(({ id }) => id !== forged) as ReviewComment;
}
