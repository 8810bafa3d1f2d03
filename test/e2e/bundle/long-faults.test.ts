import { expect, test } from "vitest";
import { runBundle, type Step } from "../server/action.ts";
import { BASE, INTRO, LOOP, manifest, TEASER } from "../server/films.ts";
import { type Comment, GitHub } from "../server/github.ts";
import type { Fault } from "../server/proxy.ts";

/** Faults that exhaust all retries, which is mostly waiting: the tests wait in parallel, each with its own server. */
async function run(fault: Fault): Promise<{ step: Step; comments: Comment[] }> {
  const github = await GitHub.start();
  await github.push("main", BASE);
  const trailer = "output: { duration: 10s }, volume: { per_month: 700 }";
  await github.push("change", { ...BASE, "video-budget.yml": manifest({ teaser: TEASER, intro: INTRO, loop: LOOP, trailer }) });
  const pull = await github.openPull("change");
  github.proxy.faults.push(fault);
  const step = await runBundle(github, await github.pullEvent(pull));
  const comments = await github.comments(pull);
  await github.stop();
  return { step, comments };
}

const notices = (step: Step): string[] => step.commands.filter(({ name }) => name === "notice").map(({ message }) => message);

test.concurrent("an outage of the comment API costs only the comment, and a notice says so", async () => {
  const { step } = await run({ method: "POST", path: /comments$/, times: 99, reset: "before" });
  expect(step.code).toBe(1);
  expect(step.outputs).toMatchObject({ verdict: "fail", "monthly-expected": "1250", "monthly-delta": "700", "comment-id": "", "comment-url": "" });
  expect(step.summary).toContain("$1,250.00");
  expect(notices(step)).toEqual([expect.stringMatching(/not written/)]);
});

test.concurrent("if all answers to comment requests are lost, the comment is found and its copies are folded into one", async () => {
  const { step, comments } = await run({ method: "POST", path: /\/issues\/\d+\/comments$/, reset: "after", times: 4 });
  expect([step.code, notices(step)]).toEqual([1, []]);
  const [only, ...others] = comments;
  expect(others).toEqual([]);
  expect(step.outputs["comment-id"]).toBe(String(only?.id));
});
