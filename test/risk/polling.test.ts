import { describe, expect, test } from "vitest";
import { statusRequests } from "../../src/risk/model/polling.ts";
import { bookOfFiles, reviewFiles } from "../in-memory.ts";

/** A latency that is easy to multiply by hand: half of the jobs that still run are done every 10 seconds. */
const survival = (seconds: number): number => 0.5 ** (seconds / 10);
const poll = { kind: "poll", first: 10, interval: 10, backoff: 1, max: Number.POSITIVE_INFINITY, pollers: 1 } as const;
const mean = ({ seen, running }: ReturnType<typeof statusRequests>): number => seen[1] + (1 - seen[0]) * running;

describe("polling", () => {
  test.each([
    // Asked at 10, 20 and, the last time, at 30 s: 1 + ½ + ¼.
    { patience: 30, expected: 1.75, running: 3 },
    // 1 + ½ + ¼ + … = 2, forever.
    { patience: Number.POSITIVE_INFINITY, expected: 2, running: undefined },
    // The first request would come after patience ends, so there is one, at its end.
    { patience: 5, expected: 1, running: 1 },
    // 25 s is no multiple of the interval: asked at 10, 20 and 25.
    { patience: 25, expected: 1.75, running: 3 },
  ])("asks $expected times within a patience of $patience s", ({ patience, expected, running }) => {
    const asked = statusRequests(poll, patience, survival);
    expect(mean(asked)).toBeCloseTo(expected, 9);
    if (running !== undefined) expect(asked.running).toBe(running);
  });

  test("backs off: after 10, 30, 70 s, and then every 40 s from the longest interval on", () => {
    // 1 + S(10) + S(30) + S(70) + S(110), and last at 150: 1 + .5 + .125 + .0078125 + .00048828125.
    const asked = statusRequests({ ...poll, backoff: 2, interval: 20, max: 40 }, 150, survival);
    expect(mean(asked)).toBeCloseTo(1.63330078125, 9);
  });

  test("has the second moment of n = 1, 2 or 3 with probabilities ½, ¼ and ¼", () => {
    const { seen, running } = statusRequests(poll, 30, survival);
    // Half of the last quarter is done by 30 s; the rest still runs and also got three requests.
    expect([seen[0], seen[2] + (1 - seen[0]) * running ** 2]).toEqual([0.875, 0.5 * 1 + 0.25 * 4 + 0.25 * 9]);
  });

  test("asks three times as often with three pollers", () => {
    expect(mean(statusRequests({ ...poll, pollers: 3 }, 30, survival))).toBeCloseTo(5.25, 9);
  });
});

describe("a webhook", () => {
  test("sends no status requests by itself", () => {
    expect(mean(statusRequests({ kind: "webhook", loss: 0.1 }, 30, survival))).toBe(0);
  });

  test("with a fallback sends status requests while the job runs, and again if the webhook was lost", () => {
    // At 20 s a quarter still runs; at 30 s, the last time, an eighth; of the 7/8 that are done, a tenth was lost.
    const asked = statusRequests({ kind: "webhook", loss: 0.1, fallback: { after: 20, interval: 20 } }, 30, survival);
    expect(mean(asked)).toBeCloseTo(0.25 + 0.125 + 0.0875, 9);
  });
});

describe("paid status requests", () => {
  const book = (free: number | undefined) =>
    bookOfFiles({
      provider: "asky",
      name: "Asky Video",
      jobs: { status_request: { usd: 0.001, ...(free !== undefined && { free_per_month: free }) } },
      models: [
        {
          id: "asky-1",
          modes: ["text-to-video"],
          prices: [{ source: "https://asky.example/pricing", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "clip", usd: 1 }] }],
        },
      ],
    });
  const workload = {
    provider: "asky",
    model: "asky-1",
    volume: { per_month: 1000 },
    reliability: { latency: { p50: 60, p95: 61 } },
    client: { completion: { poll: { interval: 40 } } },
  };
  const polling = async (free: number | undefined, workloads: Record<string, object>): Promise<number[]> => {
    const { workloads: lines } = await reviewFiles({ "video-budget.yml": { version: 1, workloads } }, { book: book(free) });
    return lines.map(({ head }) => head?.risk?.waterfall.polling.toNumber() ?? Number.NaN);
  };

  test("cost two requests a job, at 40 and 80 s of a job that takes 60", async () => {
    const [amount] = await polling(undefined, { a: workload });
    // 1,000 jobs × 2 × $0.001; jobs take 60 s give or take a second.
    expect(amount).toBeCloseTo(2, 6);
  });

  test("share the account's free allowance: 1,500 of 4,000 requests leave 62.5% to pay, in both workloads", async () => {
    const amounts = await polling(1500, { a: workload, b: workload });
    expect(amounts.map((amount) => Number(amount.toFixed(6)))).toEqual([1.25, 1.25]);
  });

  test("cost nothing if more are free than are sent", async () => {
    expect(await polling(10_000, { a: workload })).toEqual([0]);
  });
});
