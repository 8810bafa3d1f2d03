import { describe, expect, test } from "vitest";
import type { Review } from "../../src/review/result.ts";
import type { PARTS } from "../../src/risk/waterfall.ts";
import { bookOfFiles, reviewFiles } from "../in-memory.ts";

/** $0.10 a second of each output: a job of one 8 s clip costs $0.80, and one of four $3.20. */
const BOOK = bookOfFiles({
  provider: "many",
  name: "Many",
  models: [
    {
      id: "m",
      modes: ["text-to-video"],
      accepts: { duration: { min: 1, max: 60, step: 1 }, count: { min: 1, max: 8 } },
      prices: [{ source: "https://many.example/p", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "second", usd: 0.1 }] }],
    },
    {
      id: "always-four",
      modes: ["text-to-video"],
      accepts: { count: { min: 1, max: 8 } },
      defaults: { count: 4 },
      prices: [{ source: "https://many.example/p", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "job", usd: 2 }] }],
    },
  ],
});

async function monthOf(workload: object, model = "m"): Promise<Review> {
  const output = model === "m" ? { duration: "8s" } : {};
  const it = {
    provider: "many",
    model,
    volume: { per_month: 100 },
    ...workload,
    output: { ...output, ...("output" in workload ? (workload.output as object) : {}) },
  };
  return reviewFiles({ "video-budget.yml": { version: 1, workloads: { it } } }, { book: BOOK });
}

/** The variance of a number that is i + 1 with the chance `chances[i]`. */
function varianceOf(chances: readonly number[]): number {
  const mean = chances.reduce((sum, chance, i) => sum + chance * (i + 1), 0);
  return chances.reduce((sum, chance, i) => sum + chance * (i + 1 - mean) ** 2, 0);
}

const untilKept = { until_kept: { acceptance: "60%", max: 8 } };

describe("several outputs of one job", () => {
  test.each([
    { output: {}, takes: 1, jobs: 100, made: 1, expected: 80, why: "one output a job" },
    { output: { count: 4 }, jobs: 100, made: 4, expected: 320, why: "one job of four takes for each clip" },
    { output: { count: 4 }, takes: 3, jobs: 100, made: 4, expected: 320, why: "three takes need one whole job" },
    { output: { count: 4 }, takes: 5, jobs: 200, made: 8, expected: 640, why: "five takes need two whole jobs" },
    { output: { count: 4 }, takes: 4.5, jobs: 150, made: 6, expected: 480, why: "four or five takes for half of the clips each need one or two jobs" },
    // One job is kept with 1 − 0.4⁴ = 97.44%, so 1 + 0.0256 jobs a clip, at most ceil(8 / 4) = 2.
    { output: { count: 4 }, takes: untilKept, jobs: 102.56, made: 4.1024, expected: 328.192, why: "whole jobs until one take is kept" },
    { output: { count: 3 }, takes: untilKept, jobs: 106.4 + 0.4096, made: 3.204288, expected: 256.34304, why: "at most ceil(8 / 3) = 3 jobs" },
    { output: { count: 4, count_as: "takes" }, takes: 2, jobs: 100, made: 4, expected: 320, why: "an explicit count_as" },
    { output: { count: 4, count_as: "clips" }, jobs: 25, made: 1, expected: 80, why: "a batch, in which each output is a clip" },
    { output: { count: 4, count_as: "clips" }, takes: 3, jobs: 75, made: 3, expected: 240, why: "three takes of each clip of a batch" },
    // (1 − 0.4⁸) / 0.6 = 1.665574 takes a clip.
    {
      output: { count: 4, count_as: "clips" },
      takes: untilKept,
      jobs: 41.63936,
      made: 1.6655744,
      expected: 133.245952,
      why: "takes of each clip until one is kept",
    },
  ])("$output, takes $takes: $jobs jobs, $$expected ($why)", async ({ output, takes, jobs, made, expected }) => {
    const { workloads, problems } = await monthOf({ output, ...(takes !== undefined && { takes }) });
    const head = workloads[0]?.head;
    const { risk } = head ?? {};
    if (!risk || !head?.plan || !head.list || !head.job) throw new Error(problems.map(({ code }) => code).join());
    expect(head.plan.jobs).toBeCloseTo(jobs, 9);
    expect(risk.jobs.submitted).toBeCloseTo(jobs, 9);
    expect(risk.jobs.takes).toBeCloseTo(made, 9);
    expect(head.plan.takes).toBeCloseTo(made, 9);
    expect(risk.figures.expected.toNumber()).toBeCloseTo(expected, 9);
    // The list cost is jobs × the price of a job, whether they succeed or not.
    expect(head.list.toNumber()).toBeCloseTo(jobs * head.job.amount.toNumber(), 9);
    for (const part of ["base", "takes"] satisfies (typeof PARTS)[number][]) expect(risk.waterfall[part].toNumber(), part).toBeGreaterThanOrEqual(0);
  });

  test.each([
    // Half of the clips need a third take: a variance of 0.25 for each of 100 clips, so 5 takes, which is 5 / 4 of a job of $3.20.
    { takes: 2.5, sd: (Math.sqrt(100 * 0.25) / 4) * 3.2 },
    // Takes until one is kept with 60%, at most 8: P(K = k) = 0.6 × 0.4^(k − 1), and 0.4^7 for k = 8.
    { takes: untilKept, sd: (Math.sqrt(100 * varianceOf(Array.from({ length: 8 }, (_, i) => (i < 7 ? 0.6 * 0.4 ** i : 0.4 ** 7)))) / 4) * 3.2 },
  ])("each clip of a batch has its own number of takes: $takes has the standard deviation $sd", async ({ takes, sd }) => {
    const { workloads } = await monthOf({ output: { count: 4, count_as: "clips" }, takes });
    expect(workloads[0]?.head?.risk?.figures.sd.toNumber()).toBeCloseTo(sd, 6);
  });

  test("a model that always makes four outputs also makes whole jobs, including in the count of monthly jobs", async () => {
    const { workloads, from } = await monthOf({}, "always-four");
    expect(workloads[0]?.head?.monthly?.toNumber()).toBe(200);
    expect([...(from.now.pricing.get("video-budget.yml")?.monthlyJobs ?? [])]).toEqual([["many/always-four", 100]]);
  });

  test("a failed job is retried, and a clip counts as undelivered only if none of its jobs delivers", async () => {
    const { workloads } = await monthOf({
      output: { count: 4 },
      takes: 8,
      client: { max_attempts: 1 },
      reliability: { outcomes: { provider_error: "10%" }, billed: { provider_error: false } },
    });
    // Two jobs a clip, of which one in ten fails unbilled: 100 × 2 × 0.9 × $3.20; nothing at all for 100 × 0.1².
    expect(workloads[0]?.head?.monthly?.toNumber()).toBeCloseTo(576, 9);
    expect(workloads[0]?.head?.risk?.jobs.undelivered_requests).toBeCloseTo(1, 9);
  });

  test.each([
    { output: { count: 4 }, noted: true },
    { output: { count: 4 }, takes: 4, noted: false },
    { output: { count: 4, count_as: "takes" }, noted: false },
    { output: { count: 4, count_as: "clips" }, noted: false },
    { output: {}, noted: false },
  ])("a note appears if the old meaning of count changes the cost: $output takes $takes: $noted", async ({ output, takes, noted }) => {
    const { problems } = await monthOf({ output, ...(takes !== undefined && { takes }) });
    expect(problems.filter(({ code }) => code === "count-as-takes").map(({ severity }) => severity)).toEqual(noted ? ["note"] : []);
  });
});
