import { describe, expect, test } from "vitest";
import { reconcileJobs } from "../logs.ts";

/** A model of video tokens, width × height × frames / 1024, at $10 a million; a clip of 5 s at 720p has 121 frames and 108,900 of them. */
const files = {
  "tokens.yml": JSON.stringify({
    provider: "acme-tokens",
    name: "Acme",
    jobs: { billed: { moderated: false } },
    models: [
      {
        id: "seed-1",
        modes: ["text-to-video"],
        accepts: { duration: { min: 2, max: 12 }, resolution: ["720p"], aspect_ratio: ["16:9"] },
        defaults: { duration: 5, resolution: "720p", aspect_ratio: "16:9" },
        media: { fps: 24, frames: { plus: 1 }, tokens: { divide: 1024 }, pixels: { "720p": { "16:9": [1280, 720] } } },
        prices: [{ source: "https://acme.example/p", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "token", usd: 0.00001 }] }],
      },
    ],
  }),
  "video-budget.yml": JSON.stringify({
    version: 1,
    prices: ["tokens.yml"],
    workloads: {
      clips: { provider: "acme-tokens", model: "seed-1", output: { duration: 5, resolution: "720p", aspect_ratio: "16:9" }, volume: { per_month: 30 } },
    },
  }),
};
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

describe("tasks that say tokens and no money", () => {
  test("cost what their tokens cost: 108,900 at $10 a million are $1.089", async () => {
    const said = await reconcileJobs([task("a", 108_900), task("b", 108_900)], files);
    expect([said.verdict, said.code, said.billed, said.expected]).toEqual(["as-expected", 0, 2.178, 2.178]);
  });

  test("of twice the tokens are a difference", async () => {
    const said = await reconcileJobs([task("a", 217_800)], files);
    expect([said.verdict, said.findings.map(({ delta }) => delta)]).toEqual(["differs", [1.089]]);
  });

  test("and without tokens say no cost", async () => {
    const said = await reconcileJobs(
      [task("a", 108_900), task("b", null, { status: "failed", error: { code: "OutputVideoSensitiveContentDetected" } })],
      files,
    );
    expect([said.verdict, said.billed, said.not_compared]).toEqual(["as-expected", 1.089, [{ why: "no-cost", jobs: 1, billed: null, listed: 0 }]]);
  });
});
