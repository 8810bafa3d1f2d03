import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/problem.ts";
import { annotationsOf } from "../../src/report/review/annotations.ts";
import { inFull, reasonSentence } from "../../src/report/words/messages.ts";
import type { Review } from "../../src/review/result.ts";
import { ACME, bookOfFiles, reviewFiles, reviewOne } from "../in-memory.ts";

/**
 * acme-1 costs $0.15 a second with sound and $0.10 without, twice that at 1080p, in 5 or 10 s. Studio's reel is made at 1080p unless 720p
 * is asked for, in 8 s of 4 to 8, four at once, by the mode, at half the price in the tier `batch`; its status requests cost $0.01 and are
 * advised every 10 s, and failed jobs are billed.
 */
const price = (...charges: object[]): object => ({ source: "https://studio.example/pricing", checked: "2026-11-01", confidence: "provider", charges });
const STUDIO = {
  provider: "studio",
  name: "Studio",
  jobs: {
    billed: { moderated: true, provider_error: true, timed_out: true, cancelled: true },
    status_request: { usd: "0.01" },
    completion: { poll: { interval: "10s", source: "https://studio.example/api", checked: "2026-11-01" } },
    latency: { p50: "30s", p95: "60s", source: "https://studio.example/api", checked: "2026-11-01" },
  },
  models: [
    {
      id: "reel",
      modes: ["text-to-video", "image-to-video"],
      accepts: { duration: { min: 4, max: 8, step: 1 }, resolution: ["720p", "1080p"], tier: ["standard", "batch"], count: { min: 1, max: 4, step: 1 } },
      defaults: { duration: 8, resolution: "1080p", tier: "standard" },
      prices: [
        price(
          { meter: "second", usd: 0.1 },
          { factor: 2, when: { resolution: "1080p" } },
          { factor: 0.5, when: { tier: "batch" } },
          { factor: 0.8, when: { mode: "image-to-video" } },
        ),
      ],
    },
    { id: "four", modes: ["text-to-video"], accepts: { count: [1, 4] }, defaults: { count: 4 }, prices: [price({ meter: "clip", usd: 0.25 })] },
    { id: "clip", modes: ["text-to-video"], prices: [price({ meter: "clip", usd: 1 })] },
    { id: "atmost", modes: ["text-to-video"], accepts: { duration: { min: 4, max: 8 } }, prices: [price({ meter: "second", usd: 1 })] },
  ],
};
const BOOK = bookOfFiles(ACME, STUDIO);

const acme = { provider: "acme", model: "acme-1", volume: { per_month: 1000 } };
const reel = {
  provider: "studio",
  model: "reel",
  mode: "text-to-video",
  tier: "standard",
  output: { duration: 4, resolution: "720p" },
  volume: { per_month: 100 },
};
const clip = { provider: "studio", model: "clip", volume: { per_month: 1000 } };
const manifest = (workloads: Record<string, object>, silent_cost: object = {}, more: object = {}): object => ({
  version: 1,
  policy: { silent_cost },
  ...more,
  workloads,
});
const reviewed = (head: object, base?: object): Promise<Review> =>
  reviewFiles({ "video-budget.yml": head }, { book: BOOK, ...(base && { base: { "video-budget.yml": base } }) });
const silent = ({ problems }: Review): (Problem & { line: number })[] => problems.filter(({ code }) => code === "silent-cost");
const said = (review: Review): unknown[] => silent(review).map(({ path, args }) => [path.slice(2).join("."), args["from"], args["to"], args["monthly"]]);

describe("a value that nobody chose, the cheapest accepted value instead, and the monthly savings", () => {
  test.each<[string, object, unknown[]]>([
    // 1,000 × 5 s × ($0.15 − $0.10).
    ["sound", acme, [["output.audio", true, false, 250]]],
    ["no sound that the manifest sets", { ...acme, output: { audio: true } }, []],
    ["no sound under keep", { ...acme, keep: ["output.audio"] }, []],
    ["no cost below the minimum", { ...acme, volume: { per_month: 150 } }, []],
    // 200 × 5 s × $0.05 = $50.00, and 199 are $49.75.
    ["a cost of exactly the minimum", { ...acme, volume: { per_month: 200 } }, [["output.audio", true, false, 50]]],
    ["just less", { ...acme, volume: { per_month: 199 } }, []],
    // 100 × 4 s × $0.10 × (2 − 1) = $40; at 200 clips $80.
    ["resolution", { ...reel, output: { duration: 4 }, volume: { per_month: 200 } }, [["output.resolution", "1080p", "720p", 80]]],
    // 200 × (8 s − 4 s) × $0.10.
    ["duration: the shortest", { ...reel, output: { resolution: "720p" }, volume: { per_month: 200 } }, [["output.duration", 8, 4, 80]]],
    // 1,000 × 4 s × $0.10 × (1 − 0.8).
    ["mode", { ...reel, mode: undefined, volume: { per_month: 1000 } }, [["mode", "text-to-video", "image-to-video", 80]]],
    // 500 × 4 s × $0.10 × (1 − 0.5).
    ["tier", { ...reel, tier: undefined, volume: { per_month: 500 } }, [["tier", "standard", "batch", 100]]],
    // 100 × (4 − 1) × $0.25.
    ["count", { provider: "studio", model: "four", volume: { per_month: 100 } }, [["output.count", 4, 1, 75]]],
    ["no count that the manifest sets", { provider: "studio", model: "four", output: { count: 4 }, volume: { per_month: 100 } }, []],
    // Each by itself: 1,000 × 8 s × $0.20 = $1,600, at 720p $800, in 4 s $800.
    [
      "several, one line each",
      { ...reel, output: {}, volume: { per_month: 1000 } },
      [
        ["output.duration", 8, 4, 800],
        ["output.resolution", "1080p", "720p", 800],
      ],
    ],
    // 95 of 100 jobs are billed: 1,000 × 0.95 × 5 s × $0.05. An unbilled job saves nothing.
    [
      "jobs that fail unbilled",
      { ...acme, reliability: { outcomes: { provider_error: "5%" }, billed: { provider_error: "no" } } },
      [["output.audio", true, false, 237.5]],
    ],
    // With an unknown policy, failed jobs count as unbilled: the saving is a lower bound.
    ["jobs with an unknown billing policy", { ...acme, reliability: { outcomes: { provider_error: "5%" } } }, [["output.audio", true, false, 237.5]]],
    ["no contract price", { ...acme, price: { usd: 1, per: "clip" } }, []],
    ["no model without a price", { provider: "acme", model: "acme-secret", volume: { per_month: 1e6 } }, []],
    ["no price that is only a bound", { provider: "studio", model: "atmost", output: { duration: "auto" }, volume: { per_month: 1000 } }, []],
  ])("are reported for %s", async (_, workload, expected) => {
    expect(said(await reviewed(manifest({ w: workload })))).toEqual(expected);
  });

  test("are given in the reporting currency: $250 are EUR 200 at 1.25 USD", async () => {
    const [one] = silent(await reviewed(manifest({ w: acme }, {}, { currency: "EUR", fx: { EUR: 1.25 } })));
    expect([one?.args["monthly"], one && inFull(one)]).toEqual([200, expect.stringContaining("`false` costs EUR 200.00 a month less")]);
  });

  test("include a tier that other workloads also fill", async () => {
    const tiered = bookOfFiles({
      provider: "bulk",
      name: "Bulk",
      models: [
        {
          id: "b",
          modes: ["text-to-video"],
          accepts: { audio: [true, false] },
          defaults: { audio: true },
          prices: [price({ meter: "clip", usd: 1 }, { meter: "clip", usd: 2, when: { audio: true } }, { factor: 0.5, when: { monthly_jobs: { min: 1000 } } })],
        },
      ],
    });
    const bulk = (per_month: number, output: object = {}): object => ({ provider: "bulk", model: "b", output, volume: { per_month } });
    // 400 and 600 jobs are a tier of 1,000: 400 × ($2 − $1) × 0.5.
    const head = manifest({ a: bulk(400), b: bulk(600, { audio: true }) });
    expect(said(await reviewFiles({ "video-budget.yml": head }, { book: tiered }))).toEqual([["output.audio", true, false, 200]]);
  });
});

describe("client settings that cost money without a line of their own", () => {
  const client = (more: object, reliability: object = {}): object => ({ ...clip, client: more, reliability });
  /** 2,000 clips of $0.50, of which 10% fail and are billed; retries fail in 90%. */
  const failing = (more: object, failure: string): object => ({
    ...acme,
    output: { audio: false },
    mode: "text-to-video",
    volume: { per_month: 2000 },
    client: more,
    reliability: { outcomes: { [failure]: "10%" }, after_first: { [failure]: "90%" }, billed: { [failure]: "yes" } },
  });
  test.each<[string, object, unknown[]]>([
    // 10% are refused and billed, and 90% of those again: 2,000 × 10% × 90% × $0.50.
    [
      "retries of refused prompts",
      failing({ max_attempts: 2, retry_on: ["moderated"] }, "moderated"),
      [["client.retry_on", ["moderated"], [], expect.closeTo(90, 9)]],
    ],
    ["no refused prompts with one attempt", failing({ max_attempts: 1, retry_on: ["moderated"] }, "moderated"), []],
    // Attempt k fails in 10% × 0.9^(k − 1); without attempts 4 to 11: 2,000 × $0.50 × 10% × (0.9³ + … + 0.9¹⁰) = $1,000 × 0.9³ × (1 − 0.9⁸).
    [
      "too many retries",
      failing({ max_attempts: 11, retry_on: ["provider_error"] }, "provider_error"),
      [["client.max_attempts", 11, 3, expect.closeTo(1000 * 0.9 ** 3 * (1 - 0.9 ** 8), 6)]],
    ],
    ["no retries up to ten attempts", failing({ max_attempts: 10, retry_on: ["provider_error"] }, "provider_error"), []],
    ["no polling at the advised interval", client({ completion: { poll: { interval: "10s" } } }), []],
  ])("are reported for %s", async (_, workload, expected) => {
    expect(said(await reviewed(manifest({ w: workload })))).toEqual(expected);
  });

  test("include polling below the provider's interval, with the monthly cost at the advised one", async () => {
    const month = async (interval: string): Promise<number> =>
      (await reviewed(manifest({ w: client({ completion: { poll: { interval } } }) }))).workloads[0]?.head?.monthly?.toNumber() ?? Number.NaN;
    const [often, advised] = [await month("1s"), await month("10s")];
    // With 30 s in the middle, asking each second is some 30 requests of $0.01 more for each of 1,000 jobs.
    expect(often - advised).toBeGreaterThan(250);
    expect(said(await reviewed(manifest({ w: client({ completion: { poll: { interval: "1s" } } }) })))).toEqual([
      ["client.completion.poll.interval", 1, 10, expect.closeTo(often - advised, 6)],
    ]);
  });

  test("report a timeout in the latency's tail once, under its own code; under `warn` it is also a reason", async () => {
    const late = client({ max_attempts: 2, timeout: "45s", on_timeout: "cancel-and-resubmit" }, { latency: { p50: "30s", p95: "60s" } });
    const review = await reviewed(manifest({ w: late }, { level: "warn" }));
    expect(review.problems.map(({ code }) => code)).toContain("timeout-in-tail");
    expect(said(review)).toEqual([]);
    expect(review.reasons.find(({ code }) => code === "silent-cost")?.args["settings"]).toEqual(["w: client.timeout"]);
  });

  test("include retries without an idempotency key, unless the provider accepts none or the manifest sets false", async () => {
    const late = (key?: boolean): object =>
      client(
        { max_attempts: 2, timeout: "45s", on_timeout: "resubmit", ...(key !== undefined && { idempotency_key: key }) },
        { latency: { p50: "30s", p95: "60s" } },
      );
    const monthly = async (workload: object): Promise<number> =>
      (await reviewed(manifest({ w: workload }))).workloads[0]?.head?.monthly?.toNumber() ?? Number.NaN;
    const [without, withKey] = [await monthly(late()), await monthly(late(true))];
    expect(without - withKey).toBeGreaterThan(50);
    expect(said(await reviewed(manifest({ w: late() })))).toEqual([["client.idempotency_key", false, true, expect.closeTo(without - withKey, 6)]]);
    expect(said(await reviewed(manifest({ w: late(false) })))).toEqual([]);
    const none = bookOfFiles({ ...STUDIO, jobs: { ...STUDIO.jobs, idempotency_key: false } });
    expect(said(await reviewFiles({ "video-budget.yml": manifest({ w: late() }) }, { book: none }))).toEqual([]);
  });
});

describe("a silent cost", () => {
  test("is a notice at the workload's line with the key to write", async () => {
    const text = "version: 1\nworkloads:\n  first:\n    provider: acme\n    model: acme-1\n    output: { duration: 5 }\n    volume: { per_month: 1000 }\n";
    const review = await reviewOne(text);
    expect(silent(review).map(({ severity, line, file }) => [severity, file, line])).toEqual([["note", "video-budget.yml", 3]]);
    expect([review.verdict, review.reasons]).toEqual(["pass", []]);
    expect(annotationsOf(review).annotations).toEqual([
      {
        code: "silent-cost",
        owner: "workloads.first.output.audio",
        workload: "first",
        level: "notice",
        file: "video-budget.yml",
        line: 3,
        column: 3,
        title: "Video Budget: silent cost",
        message:
          "`first`: `output.audio` is not given: the provider's default, `true`, is priced. `false` costs $250.00 a month less. Write `output.audio: false`, or `output.audio: true` where that is meant.",
      },
    ]);
  });

  test.each([
    ["off", "pass", null, []],
    ["note", "pass", null, ["note"]],
    ["warn", "warn", "warn", ["warning"]],
    ["fail", "fail", "fail", ["error"]],
  ])("affects the verdict by its level, %s: %s", async (level, verdict, reason, severities) => {
    const review = await reviewed(manifest({ w: acme }, { level }));
    expect([review.verdict, review.reasons.find(({ code }) => code === "silent-cost")?.level ?? null]).toEqual([verdict, reason]);
    expect(silent(review).map(({ severity }) => severity)).toEqual(severities);
  });

  test("is not looked for at the level note in a report without notes, which is the same otherwise", async () => {
    const of = (level: string, notes: boolean): Promise<Review> => reviewFiles({ "video-budget.yml": manifest({ w: acme }, { level }) }, { book: BOOK, notes });
    const shown = ({ verdict, reasons, problems, total }: Review): unknown => [verdict, reasons, problems.filter(({ severity }) => severity !== "note"), total];
    expect(silent(await of("note", true))).toHaveLength(1);
    expect(silent(await of("note", false))).toEqual([]);
    for (const level of ["off", "note", "warn", "fail"]) expect(shown(await of(level, false))).toEqual(shown(await of(level, true)));
    expect(silent(await of("warn", false))).toHaveLength(1);
  });

  test("has a reason that names each key; with min_monthly 0, values that cost nothing are still left out", async () => {
    const review = await reviewed(manifest({ w: acme, v: { ...acme, output: { audio: false } } }, { level: "warn", min_monthly: 0 }));
    expect(review.reasons.map((one) => reasonSentence(one, "USD"))).toEqual([
      "Nobody chose `w: output.audio`: it costs at least $0.00 a month more than another value that is accepted.",
    ]);
  });

  const base = manifest({ w: acme, gone: clip }, { level: "fail" });
  test("is reported only for workloads that the change touches", async () => {
    expect(said(await reviewed(manifest({ w: acme, v: { ...clip, volume: { per_month: 7 } } }, { level: "fail" }), base))).toEqual([]);
    const touched = manifest({ w: { ...acme, volume: { per_month: 1001 } } }, { level: "fail" });
    expect(said(await reviewed(touched, base))).toEqual([["output.audio", true, false, 250.25]]);
    expect(said(await reviewed(manifest({ w: acme, v: { ...acme } }, { level: "fail" }), base))).toEqual([["output.audio", true, false, 250]]);
  });
});

describe("properties", () => {
  const flag = fc.option(fc.boolean(), { nil: undefined });
  const workload = fc
    .record({
      audio: flag,
      duration: fc.option(fc.constantFrom(5, 10), { nil: undefined }),
      resolution: fc.option(fc.constantFrom("720p", "1080p"), { nil: undefined }),
      takes: fc.constantFrom(1, 1.5, 3),
      failing: fc.constantFrom(0, 0.02, 0.1),
      max_attempts: fc.constantFrom(1, 3),
      per_month: fc.integer({ min: 1, max: 5000 }),
    })
    .map(({ audio, duration, resolution, takes, failing, max_attempts, per_month }) => ({
      provider: "acme",
      model: "acme-1",
      output: { ...(audio !== undefined && { audio }), ...(duration !== undefined && { duration }), ...(resolution !== undefined && { resolution }) },
      takes,
      client: { max_attempts },
      reliability: { outcomes: failing === 0 ? {} : { provider_error: failing }, billed: { provider_error: 1 } },
      volume: { per_month },
    }));
  const some = fc.dictionary(fc.constantFrom("a", "b", "c"), workload, { minKeys: 1 });

  test("is not reported for untouched workloads, and gives no reason without a change", async () => {
    await fc.assert(
      fc.asyncProperty(some, workload, async (workloads, added) => {
        const before = manifest(workloads, { level: "fail", min_monthly: 1 });
        const after = manifest({ ...workloads, added }, { level: "fail", min_monthly: 1 });
        const review = await reviewed(after, before);
        expect(silent(review).every(({ path }) => path[1] === "added")).toBe(true);
        expect(silent(await reviewed(before, before))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("equals the savings of the edited manifest, to the cent, and is at least the minimum", async () => {
    await fc.assert(
      fc.asyncProperty(some, async (workloads) => {
        const least = 20;
        const review = await reviewed(manifest(workloads, { min_monthly: least }));
        for (const { path, args } of silent(review)) {
          const [, name = "", section = "", key = ""] = path.map(String);
          const own = workloads[name] as unknown as Record<string, object>;
          const edited = { ...workloads, [name]: { ...own, [section]: { ...own[section], [key]: args["to"] } } };
          const monthOf = ({ workloads: lines }: Review): number => lines.find(({ head }) => head?.name === name)?.head?.monthly?.toNumber() ?? Number.NaN;
          const saved = monthOf(review) - monthOf(await reviewed(manifest(edited)));
          expect(args["monthly"]).toBeCloseTo(saved, 6);
          expect(saved).toBeGreaterThanOrEqual(least - 1e-9);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("equals the least saving of the bill and of the cost to deliver the plan to nine digits, and none is missed", async () => {
    const risky = fc
      .record({
        takes: fc.constantFrom<unknown>(1, 2.5, { until_kept: { acceptance: 0.4, max: 6 } }),
        max_attempts: fc.constantFrom(3, 20),
        timeout: fc.integer({ min: 60, max: 400 }),
        failing: fc.constantFrom(0, 0.03, 0.2),
        billed: fc.constantFrom(0, 0.5, 1),
        per_month: fc.oneof(fc.integer({ min: 20, max: 3000 }), fc.constant({ low: 50, likely: 100, high: 900 })),
      })
      .map(({ takes, max_attempts, timeout, failing, billed, per_month }) => ({
        ...{ provider: "acme", model: "acme-1", takes, volume: { per_month } },
        client: { max_attempts, timeout: `${timeout}s`, on_timeout: "resubmit" },
        reliability: { outcomes: { provider_error: failing }, billed: { provider_error: billed }, latency: { p50: "60s", p95: "180s" } },
      }));
    const EDITS = {
      "output.audio": { output: { audio: false } },
      "client.idempotency_key": { idempotency_key: true },
      "client.max_attempts": { max_attempts: 3 },
    };
    const costsOf = ({ workloads: lines }: Review, name: string): number[] => {
      const { monthly, risk } = lines.find(({ head }) => head?.name === name)?.head ?? {};
      const [bill, undelivered, open] = [monthly, risk?.waterfall.undelivered, risk?.open()].map((amount) => amount?.toNumber() ?? Number.NaN) as [
        number,
        number,
        number,
      ];
      return [bill, bill - undelivered, bill - open];
    };
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom("a", "b", "c"), risky, { minKeys: 1 }), async (workloads) => {
        const least = 20;
        const review = await reviewed(manifest(workloads, { min_monthly: least }));
        for (const [name, own] of Object.entries(workloads)) {
          for (const [key, edit] of Object.entries(EDITS)) {
            const edited = key === "output.audio" ? { ...own, ...edit } : { ...own, client: { ...own.client, ...edit } };
            const [before, after] = [costsOf(review, name), costsOf(await reviewed(manifest({ ...workloads, [name]: edited })), name)];
            const saved = Math.min(...before.map((amount, index) => amount - (after[index] as number)));
            const told = silent(review).find(({ path }) => path[1] === name && path.slice(2).join(".") === key);
            const isChosen = key === "client.max_attempts" && own.client.max_attempts === 3;
            if (isChosen || saved < least - 1e-6) expect(told).toBeUndefined();
            else if (saved > least + 1e-6)
              expect(Math.abs(Number(told?.args["monthly"]) / saved - 1)).toBeLessThan(1e-9 + (1e-14 * Math.max(...before)) / saved);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
