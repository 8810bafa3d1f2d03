import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { LimitLever } from "../../src/budget/reason.ts";
import { isTree, type Tree, withValue } from "../../src/notation/tree.ts";
import type { Review } from "../../src/review/result.ts";
import { ACME, bookOfFiles, reviewFiles, reviewOne } from "../in-memory.ts";

/**
 * acme-1 costs $0.15 a second with sound and $0.10 without, twice that at 1080p, with 5 or 10 s. Studio has a family of three with
 * 4, 6 or 8 s: $0.40, $0.15 and $0.05 a second, half of it in the tier `batch`; Mart sells the first at $0.30.
 */
const price = (usd: number, ...more: object[]): object => ({
  source: "https://studio.example/pricing",
  checked: "2026-11-01",
  confidence: "provider",
  charges: [{ meter: "second", usd }, ...more],
});
const model = (id: string, usd: number, ...more: object[]): object => ({
  id,
  modes: ["text-to-video"],
  accepts: { duration: [4, 6, 8], ...(more.length > 0 && { tier: ["standard", "batch"] }) },
  defaults: { duration: 8, ...(more.length > 0 && { tier: "standard" }) },
  prices: [price(usd, ...more)],
});
const HALF = { factor: 0.5, when: { tier: "batch" } };
const BOOK = bookOfFiles(
  ACME,
  { provider: "studio", name: "Studio", models: [model("reel-2", 0.4, HALF), model("reel-2-fast", 0.15), model("reel-2-lite", 0.05)] },
  { provider: "mart", name: "Mart", models: [model("reel-2", 0.3)] },
  {
    provider: "several",
    name: "Several",
    models: [
      {
        id: "outputs",
        modes: ["text-to-video"],
        accepts: { count: { min: 1, max: 4 } },
        defaults: { count: 1 },
        prices: [{ source: "https://several.example/pricing", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "clip", usd: 1 }] }],
      },
    ],
  },
);

const several = { provider: "several", model: "outputs", volume: { per_month: 100 } };
const acme = { provider: "acme", model: "acme-1", volume: { per_month: 100 } };
const reel = { provider: "studio", model: "reel-2", volume: { per_month: 100 } };
const manifest = (budget: object, workloads: Record<string, object>, more: object = {}): Tree => ({ version: 1, budget, ...more, workloads });
const reviewed = (head: object, base?: object): Promise<Review> =>
  reviewFiles({ "video-budget.yml": head }, { book: BOOK, ...(base && { base: { "video-budget.yml": base } }) });
const leversOf = ({ reasons }: Review, code = "budget-exceeded"): readonly LimitLever[] => reasons.find((one) => one.code === code)?.levers?.() ?? [];
const shown = (levers: readonly LimitLever[]): unknown[] =>
  levers.map(({ kind, workload, path, from, to, total }) => [kind, workload, path, from, to, total.toNumber()]);

describe("levers are single edits that bring the cost within a limit, the smallest loss first", () => {
  test.each([
    // 100 × 10 s × $0.15 × 2 = $300. Silence 100 × 10 × 0.1 × 2 = 200; 5 s: 150; 720p: 150; 66 clips × $3 = 198.
    {
      name: "default sound, length, resolution, and the number of clips last",
      limit: 200,
      clip: { ...acme, output: { duration: 10, resolution: "1080p" } },
      levers: [
        ["audio", "clip", "output.audio", true, false, 200],
        ["duration", "clip", "output.duration", 10, 5, 150],
        ["resolution", "clip", "output.resolution", "1080p", "720p", 150],
        ["volume", "clip", "volume.per_month", 100, 66, 198],
      ],
    },
    // Sound that the manifest sets is wanted. 3 takes × 100 × 5 s × $0.15 = $225; 2 takes $150; 88 clips × $2.25 = $198.
    {
      name: "takes, but not sound that the manifest sets",
      limit: 200,
      clip: { ...acme, takes: 3, output: { audio: true } },
      levers: [
        ["takes", "clip", "takes", 3, 2, 150],
        ["volume", "clip", "volume.per_month", 100, 88, 198],
      ],
    },
    // 100 × 8 s × $0.40 = $320. 6 s $240; batch $160; Mart $240; fast $120, lite $40; 78 clips × $3.20 = $249.60.
    {
      name: "the longest length that fits, a tier, another seller, the nearest models of the family",
      limit: 250,
      clip: reel,
      levers: [
        ["duration", "clip", "output.duration", 8, 6, 240],
        ["tier", "clip", "tier", "standard", "batch", 160],
        ["provider", "clip", "provider", "studio", "mart", 240],
        ["model", "clip", "model", "reel-2", "reel-2-fast", 120],
        ["model", "clip", "model", "reel-2", "reel-2-lite", 40],
        ["volume", "clip", "volume.per_month", 100, 78, 249.6],
      ],
    },
    // Jobs of 4 outputs at $1 each, of which 2 are wanted: 100 × $4 = $400; jobs of 2 $200, of 3 $300; 62 clips × $4 = $248.
    {
      name: "fewer outputs a job",
      limit: 250,
      clip: { ...several, takes: 2, output: { count: 4 } },
      levers: [
        ["count", "clip", "output.count", 4, 2, 200],
        ["volume", "clip", "volume.per_month", 100, 62, 248],
      ],
    },
    {
      name: "no outputs that are takes, if takes are kept",
      limit: 250,
      clip: { ...several, output: { count: 4 }, keep: ["takes"] },
      levers: [["volume", "clip", "volume.per_month", 100, 62, 248]],
    },
    // Each output is a clip of its own: 100 / 4 = 25 jobs, and fewer outputs a job are more jobs. 80 clips of $1.
    {
      name: "no outputs that are clips",
      limit: 80,
      clip: { ...several, output: { count: 4, count_as: "clips" } },
      levers: [["volume", "clip", "volume.per_month", 100, 80, 80]],
    },
    {
      name: "no count that is kept",
      limit: 250,
      clip: { ...several, takes: 2, output: { count: 4 }, keep: ["output.count"] },
      levers: [["volume", "clip", "volume.per_month", 100, 62, 248]],
    },
    // `keep` excludes values from edits; a section includes all of its keys.
    {
      name: "nothing under keep",
      limit: 250,
      clip: { ...reel, keep: ["output", "provider", "volume", "model"] },
      levers: [["tier", "clip", "tier", "standard", "batch", 160]],
    },
    // A contract price is for the model that it names: 100 × $3 = $300, 83 × $3 = $249.
    {
      name: "no other model beside a contract price",
      limit: 250,
      clip: { ...reel, price: { usd: 3, per: "clip" } },
      levers: [["volume", "clip", "volume.per_month", 100, 83, 249]],
    },
  ])("$name", async ({ limit, clip, levers }) => {
    expect(shown(leversOf(await reviewed(manifest({ monthly: limit }, { clip }))))).toEqual(levers);
  });

  test("the change's own edit comes first, and a default of base is shown with its value", async () => {
    const now = { ...acme, output: { duration: 10, resolution: "1080p", audio: true } };
    const before = { ...acme, output: { duration: 10, audio: true } };
    const found = leversOf(await reviewed(manifest({ monthly: 200 }, { clip: now }), manifest({ monthly: 200 }, { clip: before })));
    // 100 × 10 s × $0.15 = $150 at 720p.
    expect(shown(found)[0]).toEqual(["revert", "clip", "output.resolution", "1080p", "720p", 150]);
    expect(found.filter(({ path }) => path === "output.resolution")).toHaveLength(1);
    expect(found[0]?.monthly.toNumber()).toBe(-150);
  });

  test("two limits have one set of levers that satisfies both", async () => {
    // $600 of $500 in all, and $300 of $200 in the scope: 5 s of `a` are $150 and $450; an edit of `b` alone would only meet the total.
    const big = { ...acme, output: { duration: 10, resolution: "1080p", audio: true } };
    const review = await reviewed(manifest({ monthly: 500, scopes: { one: { match: { workload: "a" }, monthly: 200 } } }, { a: big, b: big }));
    const broken = review.reasons.filter(({ code }) => code === "budget-exceeded");
    expect(broken).toHaveLength(2);
    for (const reason of broken) {
      const levers = reason.levers?.() ?? [];
      expect(levers.map(({ workload, holds }) => [workload, holds])).toEqual(levers.map(() => ["a", "all"]));
      expect(levers.map(({ kind }) => kind)).toEqual(["duration", "resolution", "volume"]);
    }
  });

  test("if no single edit is enough, the lever is the largest edit and the second one that it needs", async () => {
    // 100 × 10 s × $0.15 = $150 each. One clip of `b` beside `a` is still $151.50.
    const big = { ...acme, output: { duration: 10, audio: true } };
    const [lever, ...rest] = leversOf(await reviewed(manifest({ monthly: 150 }, { a: big, b: big })));
    expect(rest).toEqual([]);
    // 5 s of `a`: $75 + $150 = $225; 5 s of both: $150.
    expect([lever?.path, lever?.holds, lever?.total.toNumber()]).toEqual(["output.duration", "none", 225]);
    expect([lever?.also?.workload, lever?.also?.path, lever?.also?.to, lever?.also?.total.toNumber(), lever?.also?.verdict]).toEqual([
      "b",
      "output.duration",
      5,
      150,
      "warn",
    ]);
  });

  test.each<[string, object, object, object]>([
    // 4 a day are 121.75 a month, $91.3125; $60 are 2.628 a day.
    ["tenths of a small daily volume", { monthly: 60 }, { per_day: 4 }, { path: "volume.per_day", to: 2.6 }],
    // 832 thousandths, in three digits: (83.2 + 166 + 250) / 3 × $0.75 = $124.80; 833 are (83.3 + 167 + 250) / 3 × $0.75 = $125.08.
    [
      "an uncertain volume scaled as a whole",
      { monthly: 125 },
      { per_month: { low: 100, likely: 200, high: 300 } },
      { to: { low: 83.2, likely: 166, high: 250 } },
    ],
    ["with a limit on a quantile", { monthly: 150, figure: "p90" }, { per_month: { p10: 100, p90: 300 } }, { path: "volume.per_month", holds: "all" }],
  ])("fewer clips: %s", async (_, budget, volume, expected) => {
    const clip = { ...acme, output: { audio: true }, volume };
    expect(leversOf(await reviewed(manifest(budget, { clip }))).at(-1)).toMatchObject(expected);
  });

  test("there are no levers if nothing fails", async () => {
    const { reasons } = await reviewOne(manifest({ monthly: 80 }, { clip: acme }));
    expect(reasons.map(({ code, levers }) => [code, levers])).toEqual([["budget-near", undefined]]);
  });
});

describe("a report on the manifest after a lever", () => {
  const clip = fc.record({
    provider: fc.constant("acme"),
    model: fc.constantFrom("acme-1", "acme-credits"),
    output: fc.record({ duration: fc.constant(5) }),
    volume: fc.oneof(
      fc.record({ per_month: fc.integer({ min: 1, max: 900 }) }),
      fc.record({ per_day: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ per_month: fc.constantFrom({ low: 10, likely: 40, high: 300 }, { p10: 20, p90: 200 }) }),
    ),
    takes: fc.constantFrom(1, 3, 1.5, { until_kept: { acceptance: 0.5, max: 5 } }),
    client: fc.constantFrom({}, { max_attempts: 3 }),
    reliability: fc.constantFrom({}, { outcomes: { provider_error: 0.1 } }),
  });
  const settings = fc.record({ monthly: fc.integer({ min: 1, max: 400 }), figure: fc.constantFrom("expected", "p90") });

  test("has the lever's total to the cent and its verdict", async () => {
    await fc.assert(
      fc.asyncProperty(settings, fc.dictionary(fc.stringMatching(/^[a-e]$/), clip, { minKeys: 1, maxKeys: 4 }), async (budget, workloads) => {
        const head = manifest(budget, workloads, { accounts: { acme: { pack: "Pack 1" } } });
        const review = await reviewed(head);
        for (const { path, workload, to, total, verdict, holds } of leversOf(review)) {
          const own = parse(JSON.stringify(workloads))[workload] as unknown;
          const edited = withValue(isTree(own) ? own : {}, path.split("."), to);
          const after = await reviewed({ ...head, workloads: { ...workloads, [workload]: edited } });
          expect(after.total.head?.expected.toFixed(2)).toBe(total.toFixed(2));
          expect(after.verdict).toBe(verdict);
          if (holds === "all") expect(verdict).not.toBe("fail");
        }
      }),
      { numRuns: 10 },
    );
  });
});

test("undoing an edit is enough if base costs its limit, apart from decimals that reports do not show", async () => {
  for (let index = 0; index < 10; index++) {
    const takes = { until_kept: { acceptance: 0.31 + index / 100, max: 7 } };
    const workloads = (per_month: number): Record<string, object> => ({ it: { ...acme, price: { usd: 0.3, per: "clip" }, takes, volume: { per_month } } });
    const cost = (await reviewed(manifest({}, workloads(1000)))).total.head?.expected;
    const budget = { monthly: Number(cost?.round(6, 1)) };
    const levers = leversOf(await reviewed(manifest(budget, workloads(1200)), manifest(budget, workloads(1000))));
    expect([index, levers.filter(({ kind }) => kind === "revert").map(({ path, to }) => [path, to])]).toEqual([index, [["volume.per_month", 1000]]]);
  }
});
