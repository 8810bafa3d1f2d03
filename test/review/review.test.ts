import { describe, expect, test } from "vitest";
import { reviewFiles, reviewOne } from "../in-memory.ts";

const clip = { provider: "acme", model: "acme-1", output: { duration: 5, resolution: "720p", audio: true } };
/** 5 s × $0.15 = $0.75 a clip. */
const manifest = (workloads: object, rest: object = {}): object => ({ version: 1, workloads, ...rest });

describe("list prices", () => {
  test.each([
    { keys: { volume: { per_month: 100 } }, monthly: 75, why: "100 × 5 s × $0.15" },
    { keys: { volume: { per_month: 100 }, takes: 2.5 }, monthly: 187.5, why: "2.5 takes of each" },
    { keys: { volume: { per_day: 4 } }, monthly: 91.3125, why: "4 × 30.4375 days × $0.75" },
    { keys: { volume: { per_week: 7 } }, monthly: 22.828125, why: "7 a week are 30.4375 a month" },
    { keys: { volume: { per_month: { low: 200, likely: 300, high: 600 } } }, monthly: 250, why: "PERT mean (200 + 1200 + 600) / 6 = 333.33" },
    { keys: { volume: { per_month: 100 }, takes: { until_kept: { acceptance: "50%", max: 3 } } }, monthly: 131.25, why: "1 + 1/2 + 1/4 = 1.75 takes" },
    { keys: { volume: { per_month: 100 }, output: { ...clip.output, resolution: "1080p" } }, monthly: 150, why: "twice the price" },
    { keys: { volume: { per_month: 100 }, output: { ...clip.output, audio: false } }, monthly: 50, why: "5 s × $0.10, silent" },
    { keys: { volume: { per_month: 100 }, output: { ...clip.output, count: 4, count_as: "clips" } }, monthly: 75, why: "25 jobs of 4 clips each" },
    { keys: { volume: { per_month: 100 }, output: { ...clip.output, count: 4 } }, monthly: 300, why: "100 jobs of 4 takes of one clip, all billed" },
    { keys: { volume: { per_month: 100 }, price: { usd: 0.08, per: "second" } }, monthly: 40, why: "a contract price of $0.08 a second" },
    { keys: { volume: { per_month: 100 }, price: { usd: 0.5, per: "clip" } }, monthly: 50, why: "a contract price of $0.50 a clip" },
  ])("$why: $monthly", async ({ keys, monthly }) => {
    const { total, verdict } = await reviewOne(manifest({ clip: { ...clip, ...keys } }));
    expect(total.head?.expected.round(6).toNumber()).toBe(monthly);
    expect(verdict).toBe("pass");
  });

  test("a discount reduces all prices of the provider, but not a contract price", async () => {
    const workloads = { book: { ...clip, volume: { per_month: 100 } }, contract: { ...clip, volume: { per_month: 100 }, price: { usd: 0.5, per: "clip" } } };
    const { workloads: lines } = await reviewOne(manifest(workloads, { accounts: { acme: { discount: "20%" } } }));
    expect(lines.map(({ head }) => head?.monthly?.toNumber())).toEqual([60, 50]);
  });

  test("costs are converted to the reporting currency at the given rate: $75 at $1.25 for a euro is €60", async () => {
    const { total, currency } = await reviewOne(manifest({ clip: { ...clip, volume: { per_month: 100 } } }, { currency: "EUR", fx: { EUR: 1.25 } }));
    expect([total.head?.expected.toNumber(), currency]).toEqual([60, "EUR"]);
  });

  test("a credit has its list value, or its share of the bought pack", async () => {
    const credits = { c: { provider: "acme", model: "acme-credits", volume: { per_month: 100 } } };
    // 100 × 5 s × 10 credits = 5,000 credits; at $0.01, or at $12 for 1,000.
    expect((await reviewOne(manifest(credits))).total.head?.expected.toNumber()).toBe(50);
    const packed = await reviewOne(manifest(credits, { accounts: { acme: { pack: "Pack 1" } } }));
    expect(packed.total.head?.expected.toNumber()).toBe(60);
    expect((await reviewOne(manifest(credits, { accounts: { acme: { pack: { size: 2500, price: 20 } } } }))).total.head?.expected.toNumber()).toBe(40);
    expect((await reviewOne(manifest({ c: { ...credits.c, price: { usd: 0.008, per: "credit" } } }))).total.head?.expected.toNumber()).toBe(40);
  });

  test("whole packs, trial and balance change only the cash amount", async () => {
    const workloads = { c: { provider: "acme", model: "acme-credits", volume: { per_month: 90 } } };
    // 90 × 50 = 4,500 credits, $54 at $12 for 1,000: the rest of a pack is used in the next month, because it does not expire. First month: 4,500 − 200 trial − 1,500 prepaid = 2,800, 3 packs.
    const { accounts, total } = await reviewOne(manifest(workloads, { accounts: { acme: { pack: "Pack 1", prepaid: 1500 } } }));
    const { provider, plan_exceeded, complete: _, priced: __, ...money } = accounts[0] as NonNullable<(typeof accounts)[0]>;
    const line = Object.fromEntries(Object.entries(money).map(([key, value]) => [key, value?.toNumber()]));
    expect([provider, plan_exceeded]).toEqual(["acme", null]);
    expect(line).toEqual({ usage: 54, trial: -2.4, prepaid: -18, bundle_remainder: 0, beyond_plan: 0, fees: 0, cash: 54, first_month: 36 });
    expect([total.head?.expected.toNumber(), total.head?.cash.toNumber()]).toEqual([54, 54]);
  });
});

describe("an unpriced workload", () => {
  test("has a state, never $0, and makes the total incomplete", async () => {
    const { verdict, total, workloads, budgets } = await reviewOne(
      manifest({ s: { provider: "acme", model: "acme-secret", volume: { per_month: 10 } } }, { budget: { monthly: 100 } }),
    );
    expect([verdict, total.complete, total.head]).toEqual(["unpriced", false, null]);
    expect([workloads[0]?.head?.status, workloads[0]?.head?.monthly]).toEqual(["unpriced", null]);
    expect([budgets[0]?.verdict, budgets[0]?.head]).toEqual(["unpriced", null]);
  });

  test("does not stop the others, which are priced and compared with the limit", async () => {
    const mixed = {
      s: { provider: "acme", model: "acme-secret", volume: { per_month: 10 } },
      bad: { provider: "acme", model: "nope", volume: { per_month: 1 } },
      clip: { ...clip, volume: { per_month: 200 } },
    };
    const { verdict, total, workloads } = await reviewOne(manifest(mixed, { budget: { monthly: 100 } }));
    expect([verdict, total.complete, total.head?.expected.toNumber()]).toEqual(["invalid", false, 150]);
    expect(workloads.map(({ head }) => head?.status)).toEqual(["unpriced", "invalid", "priced"]);
  });

  test("only warns under unknown_price: warn", async () => {
    const { verdict } = await reviewOne(
      manifest({ s: { provider: "acme", model: "acme-secret", volume: { per_month: 10 } } }, { policy: { unknown_price: "warn" } }),
    );
    expect(verdict).toBe("warn");
  });

  test("gives fail, not unpriced, if the limit is exceeded as well", async () => {
    const mixed = { s: { provider: "acme", model: "acme-secret", volume: { per_month: 10 } }, clip: { ...clip, volume: { per_month: 200 } } };
    expect((await reviewOne(manifest(mixed, { budget: { monthly: 100 } }))).verdict).toBe("fail");
  });

  test("is invalid from the model's retirement day on, and priced before", async () => {
    const old = { "video-budget.yml": manifest({ o: { provider: "acme", model: "acme-0", volume: { per_month: 10 } } }) };
    expect((await reviewFiles(old, { date: "2026-06-01" })).workloads[0]?.head?.status).toBe("retired");
    const before = await reviewFiles(old, { date: "2026-05-31" });
    expect([before.workloads[0]?.head?.status, before.verdict, before.total.head?.expected.toNumber()]).toEqual(["priced", "warn", 10]);
  });
});

describe("a comparison with base", () => {
  const budget = { budget: { monthly: 100 } };
  const base = manifest({ clip: { ...clip, volume: { per_month: 100 } } }, budget);

  test("finds no change between equal manifests", async () => {
    const { workloads, verdict } = await reviewOne(base, base);
    expect([workloads[0]?.change, workloads[0]?.changes, verdict]).toEqual(["same", [], "pass"]);
  });

  test("attributes the whole difference to a single edit", async () => {
    const { workloads } = await reviewOne(manifest({ clip: { ...clip, volume: { per_month: 120 } } }, budget), base);
    expect(workloads[0]).toMatchObject({ change: "changed", changes: [{ path: "volume.per_month", from: 100, to: 120 }] });
    expect(workloads[0]?.changes[0]?.monthly?.toNumber()).toBe(15);
  });

  test("shares the difference between two edits in any order, and the shares sum to it", async () => {
    // Base 100 × 5 s × $0.15 = 75. Duration alone 150, resolution alone 150, both 300: each adds (75 + 150) / 2.
    const head = manifest({ clip: { ...clip, output: { duration: 10, resolution: "1080p", audio: true }, volume: { per_month: 100 } } }, budget);
    const { workloads, verdict } = await reviewOne(head, base);
    expect(workloads[0]?.changes.map(({ path, monthly }) => [path, monthly?.toNumber()])).toEqual([
      ["output.duration", 112.5],
      ["output.resolution", 112.5],
    ]);
    expect(verdict).toBe("fail");
  });

  test("counts added and removed workloads in full", async () => {
    const head = manifest({ other: { ...clip, volume: { per_month: 10 } } }, budget);
    const { workloads, total } = await reviewOne(head, base);
    expect(workloads.map(({ change, changes }) => [change, changes[0]?.monthly?.toNumber()])).toEqual([
      ["added", 7.5],
      ["removed", -75],
    ]);
    expect([total.head?.expected.toNumber(), total.base?.expected.toNumber()]).toEqual([7.5, 75]);
  });

  test("keeps the workloads and limits of a renamed file", async () => {
    const { workloads, budgets } = await reviewFiles(
      { "budget/video.yml": base },
      { roots: ["budget/video.yml"], base: { "video-budget.yml": base }, renamed: { "budget/video.yml": "video-budget.yml" } },
    );
    expect([workloads.map(({ change }) => change), budgets[0]?.base?.toNumber()]).toEqual([["same"], 75]);
  });

  test("calls a manifest new if base has none, not +$75 from $0", async () => {
    const { compared, total, workloads } = await reviewFiles({ "video-budget.yml": base }, { base: {} });
    expect([compared, total.base, workloads[0]?.change]).toEqual(["new", null, "added"]);
  });

  test("warns of what is already over on the base branch and unchanged", async () => {
    const broken = manifest(
      {
        clip: { ...clip, volume: { per_month: 200 } },
        gone: { provider: "acme", model: "acme-0", volume: { per_month: 1 } },
        s: { provider: "acme", model: "acme-secret", volume: { per_month: 1 } },
      },
      budget,
    );
    const { verdict, reasons } = await reviewOne(broken, broken);
    expect([verdict, new Set(reasons.map(({ code }) => code))]).toEqual(["warn", new Set(["pre-existing"])]);
    const worse = JSON.parse(JSON.stringify(broken)) as { workloads: { gone: { volume: object } } };
    worse.workloads.gone.volume = { per_month: 2 };
    expect((await reviewOne(worse, broken)).verdict).toBe("invalid");
  });

  test("blames the change for a limit that it lowers below base's cost", async () => {
    const { budgets } = await reviewOne({ ...base, budget: { monthly: 50 } }, base);
    // $75 on both sides; base allowed $100.
    expect([budgets[0]?.verdict, budgets[0]?.pre_existing]).toEqual(["fail", false]);
  });

  test("attributes a difference without edited workloads to the account's new discount", async () => {
    const { workloads } = await reviewOne({ ...base, accounts: { acme: { discount: "20%" } } }, base);
    expect(workloads[0]?.changes.map(({ path, monthly }) => [path, monthly?.toNumber()])).toEqual([["accounts", -15]]);
  });
});

describe("scopes and includes", () => {
  const growth = { growth: { match: { tags: { team: "growth" } }, monthly: 50 } };

  test("a scope counts the workloads that match all of its keys", async () => {
    const workloads = {
      a: { ...clip, volume: { per_month: 100 }, tags: { team: "growth" } },
      b: { ...clip, volume: { per_month: 100 }, tags: { team: "core" } },
    };
    const { budgets, verdict } = await reviewOne(manifest(workloads, { budget: { monthly: 1000, scopes: growth } }));
    expect(budgets.map(({ scope, head, verdict }) => [scope, head?.toNumber(), verdict])).toEqual([
      ["total", 150, "pass"],
      ["growth", 75, "fail"],
    ]);
    expect(verdict).toBe("fail");
  });

  test("an including manifest counts each included one once, and each keeps its own account", async () => {
    const service = (discount: string): object => manifest({ clip: { ...clip, volume: { per_month: 100 } } }, { accounts: { acme: { discount } } });
    const files = {
      "video-budget.yml": { version: 1, budget: { monthly: 100 }, include: ["services/*/video-budget.yml", "services/a/video-budget.yml"] },
      "services/a/video-budget.yml": service("0%"),
      "services/b/video-budget.yml": service("50%"),
    };
    const { budgets, total } = await reviewFiles(files);
    // $75 and half of it.
    expect([budgets.map(({ head }) => head?.toNumber()), total.head?.expected.toNumber()]).toEqual([[112.5], 112.5]);
  });

  test("a manifest's price file overrides the book for that manifest", async () => {
    const negotiated = {
      provider: "acme",
      name: "Acme",
      models: [
        {
          id: "acme-1",
          modes: ["text-to-video"],
          prices: [{ source: "contract 17", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "clip", usd: 0.2 }] }],
        },
      ],
    };
    const { workloads, prices } = await reviewFiles({
      "video-budget.yml": manifest({ clip: { ...clip, volume: { per_month: 100 } } }, { prices: ["negotiated.yml"] }),
      "negotiated.yml": negotiated,
    });
    expect([workloads[0]?.head?.monthly?.toNumber(), prices.snapshot.startsWith("sha256:"), prices.snapshot === "sha256:test"]).toEqual([20, true, false]);
  });
});
