import { describe, expect, test } from "vitest";
import { reconcileJobs } from "../logs.ts";
import { TOKENS } from "../token-files.ts";

const task = (id: string, tokens: number | null, more: object = {}): object => ({
  id: `cgt-${id}`,
  model: "seed-1",
  status: "succeeded",
  created_at: 1_793_491_200,
  updated_at: 1_793_491_300,
  duration: 5,
  resolution: "720p",
  service_tier: "default",
  ...(tokens !== null && { usage: { completion_tokens: tokens, total_tokens: tokens } }),
  ...more,
});

describe("jobs with tokens and no cost", () => {
  test("cost what their tokens cost: 108,900 at $10 a million are $1.089", async () => {
    const said = await reconcileJobs([task("a", 108_900), task("b", 108_900)], TOKENS);
    expect([said.verdict, said.code, said.billed, said.expected]).toEqual(["as-expected", 0, 2.178, 2.178]);
  });

  test("with twice the tokens give a difference", async () => {
    const said = await reconcileJobs([task("a", 217_800)], TOKENS);
    expect([said.verdict, said.findings.map(({ delta }) => delta)]).toEqual(["differs", [1.089]]);
  });

  test("without tokens have no cost", async () => {
    const said = await reconcileJobs(
      [task("a", 108_900), task("b", null, { status: "failed", error: { code: "OutputVideoSensitiveContentDetected" } })],
      TOKENS,
    );
    expect([said.verdict, said.billed, said.not_compared]).toEqual(["as-expected", 1.089, [{ why: "no-cost", jobs: 1, billed: null, listed: 0 }]]);
  });
});
