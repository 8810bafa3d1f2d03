import { describe, expect, test } from "vitest";
import type { Risk } from "../../src/risk/risk.ts";
import { bookOfFiles, reviewFiles } from "../in-memory.ts";
import { randomOf } from "./simulation/random.generate.ts";

/** A clip costs $0.70; the provider's own errors are not billed. */
const BOOK = bookOfFiles({
  provider: "slow",
  name: "Slow",
  jobs: { billed: { provider_error: "no" } },
  models: [
    {
      id: "m",
      modes: ["text-to-video"],
      prices: [{ source: "https://slow.example/p", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "job", usd: 0.7 }] }],
    },
  ],
});

async function riskOf(latency: object, more: object = {}): Promise<Risk> {
  const a = {
    ...{ provider: "slow", model: "m", volume: { per_month: 500 } },
    client: { max_attempts: 4, timeout: "120s", on_timeout: "resubmit", idempotency_key: false },
    reliability: { latency, outcomes: { provider_error: "2%" } },
    ...more,
  };
  const { workloads, problems } = await reviewFiles({ "video-budget.yml": { version: 1, workloads: { a } } }, { book: BOOK });
  const risk = workloads[0]?.head?.risk;
  if (!risk) throw new Error(problems.map(({ code }) => code).join());
  return risk;
}

function amountsOf({ list, expected, sd, p10, p50, p90, p95, cash }: Risk["figures"]): string[] {
  return [list, expected, sd, p10, p50, p90, p95, cash].map(String);
}

const KLING = { p50: "110s", p95: "300s" };

describe("the latencies of one request's attempts are correlated", () => {
  test.each([0, 0.3, 0.6, 0.9, 0.99])("correlation %d matches a simulation of two million requests, job by job", async (correlation) => {
    const { jobs, figures } = await riskOf({ ...KLING, correlation });
    const random = randomOf(7);
    const [clips, sigma] = [200_000, Math.log(300 / 110) / 1.6448536269514722];
    let [billed, delivered, submitted] = [0, 0, 0];
    for (let i = 0; i < clips; i++) {
      const shared = random.normal() * Math.sqrt(correlation);
      for (let attempt = 0; attempt < 4; attempt++) {
        submitted++;
        const late = Math.log(110) + sigma * (shared + random.normal() * Math.sqrt(1 - correlation)) > Math.log(120);
        const failed = random.uniform() < 0.02;
        if (!failed) billed++;
        if (!late && !failed) {
          delivered++;
          break;
        }
      }
    }
    // The standard errors of this simulation are below 0.3% of both values.
    expect(Math.abs(figures.expected.toNumber() / ((500 * 0.7 * billed) / clips) - 1)).toBeLessThan(0.01);
    expect(Math.abs(jobs.delivered - delivered / clips)).toBeLessThan(0.005);
    expect(Math.abs(jobs.submitted / 500 / (submitted / clips) - 1)).toBeLessThan(0.01);
  });

  test("correlation 0 is assumed if none is declared, and both ends are calculated", async () => {
    const [silent, zero, high] = [await riskOf(KLING), await riskOf({ ...KLING, correlation: 0 }), await riskOf({ ...KLING, correlation: 0.9 })];
    expect(amountsOf(silent.figures)).toEqual(amountsOf(zero.figures));
    expect(silent.sharedLuck().map(({ correlation }) => correlation)).toEqual([0, 0.9]);
    expect(silent.sharedLuck()[1]?.expected.eq(high.figures.expected)).toBe(true);
    expect(silent.sharedLuck()[1]?.delivered).toBe(high.jobs.delivered);
  });

  test("correlation changes nothing if no job is late", async () => {
    const more = { client: { max_attempts: 4 } };
    const [zero, high] = [await riskOf(KLING, more), await riskOf({ ...KLING, correlation: 0.9 }, more)];
    expect(high.figures.expected.toNumber()).toBeCloseTo(zero.figures.expected.toNumber(), 9);
    expect(high.sharedLuck()).toEqual([]);
  });
});
