import { describe, expect, test } from "vitest";
import type { Review } from "../../src/review/result.ts";
import { ACME, bookOfFiles } from "../in-memory.ts";
import { type Files, gate, gateOne } from "./gate.ts";

/**
 * Every known way in which a pull request could evade base's controls. A clip of `clip` costs 5 s × $0.15 = $0.75, so
 * 100 are $75 and 200 are $150; base allows $100 a month.
 */
const clip = { provider: "acme", model: "acme-1", output: { duration: 5, resolution: "720p", audio: true } };
const clips = (per_month: number, more: object = {}): object => ({ ...clip, volume: { per_month }, ...more });
const manifest = (workloads: object, settings: object = {}): object => ({ version: 1, budget: { monthly: 100 }, ...settings, workloads });
const base = manifest({ c: clips(100) });

const codes = ({ reasons }: Review): string[] => reasons.map(({ code }) => code);
const controls = (result: Review): string[] => (result.controls?.changed ?? []).map(({ what }) => what);
/** The verdict, the judgment that applies, the edited settings, and the expected total. */
const verdict = (result: Review): unknown[] => [
  result.verdict,
  result.controls?.stands ?? null,
  controls(result),
  result.total.head?.expected.toNumber() ?? null,
];
/** A price file for a model of acme, a clip of 5 s with sound at `second` USD a second. */
const prices = (second: number, id = "acme-1", more: object = {}): object => ({
  provider: "acme",
  name: "Acme",
  models: [
    {
      id,
      modes: ["text-to-video"],
      accepts: { duration: [5, 10], resolution: ["720p", "1080p"], audio: [true, false] },
      prices: [{ source: "contract 17", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "second", usd: second }] }],
    },
  ],
  ...more,
});

describe("budget settings", () => {
  test("a change without edits of controls is judged once", async () => {
    const result = await gateOne(base, manifest({ c: clips(120), d: clips(1) }));
    expect([result.controls, codes(result)]).toEqual([null, ["budget-near"]]);
  });

  test.each<[string, object]>([
    ["a raised budget", { budget: { monthly: 1000 } }],
    ["a removed limit", { budget: {} }],
    ["a limit moved to a scope that matches nothing", { budget: { scopes: { x: { match: { workload: "nothing" }, monthly: 100 } } } }],
    ["another figure compared with the limit", { budget: { monthly: 1000, figure: "p50" } }],
  ])("%s: the base branch's limit applies", async (_, settings) => {
    const result = await gateOne(base, manifest({ c: clips(200) }, settings));
    expect(verdict(result)).toEqual(["fail", "base", ["budget"], 150]);
    expect(result.reasons.map(({ code, limit, args }) => [code, limit?.toNumber() ?? null, args["under"] ?? null])).toEqual([
      ["budget-exceeded", 100, "base"],
      ["controls-changed", null, null],
    ]);
    expect(result.budgets.map(({ limit }) => limit.toNumber())).toEqual([100]);
  });

  test("a raised budget passes if nothing exceeds the old one, and the report names the change", async () => {
    const result = await gateOne(base, manifest({ c: clips(100) }, { budget: { monthly: 1000 } }));
    expect(verdict(result)).toEqual(["pass", "own", ["budget"], 75]);
    expect(codes(result)).toEqual(["controls-changed"]);
  });

  test("a budget lowered below the cost fails under the new budget", async () => {
    const result = await gateOne(base, manifest({ c: clips(100) }, { budget: { monthly: 50 } }));
    expect(verdict(result)).toEqual(["fail", "own", ["budget"], 75]);
  });

  // 1,000 × 5 s × ($0.15 − $0.10) = $250 a month for sound that nobody chose.
  test.each([
    ["a lowered level", { level: "off" }],
    ["a minimum that nothing reaches", { level: "fail", min_monthly: 1_000_000 }],
  ])("%s: base's rule on silent costs applies", async (_, silent_cost) => {
    const open = { budget: {}, policy: { silent_cost: { level: "fail" } } };
    const unsaid = { provider: "acme", model: "acme-1", volume: { per_month: 1000 } };
    const result = await gateOne(manifest({ c: clips(100) }, open), manifest({ c: clips(100), d: unsaid }, { budget: {}, policy: { silent_cost } }));
    expect(verdict(result)).toEqual(["fail", "base", ["policy"], 825]);
    expect(codes(result)).toEqual(["silent-cost", "controls-changed"]);
  });

  test("a key added to a workload's keep list in the same change does not silence its silent cost", async () => {
    const unsaid = { provider: "acme", model: "acme-1", volume: { per_month: 1000 } };
    const open = { budget: {}, policy: { silent_cost: { level: "fail" } } };
    // 2,000 × 5 s × ($0.15 − $0.10) = $500 a month for sound that nobody chose, of $1,500.
    const doubled = { ...unsaid, volume: { per_month: 2000 }, keep: ["output.audio"] };
    const result = await gateOne(manifest({ c: unsaid }, open), manifest({ c: doubled }, open));
    expect(verdict(result)).toEqual(["fail", "base", ["keep"], 1500]);
    expect(codes(result)).toEqual(["silent-cost", "controls-changed"]);
    expect((await gateOne(manifest({ c: { ...unsaid, keep: ["output.audio"] } }, open), manifest({ c: doubled }, open))).verdict).toBe("pass");
  });

  test("both judgments are shown if both fail", async () => {
    const result = await gateOne(base, manifest({ c: clips(400) }, { budget: { monthly: 200 } }));
    expect(result.reasons.map(({ code, limit, args }) => [code, limit?.toNumber() ?? null, args["under"] ?? null])).toEqual([
      ["budget-exceeded", 200, "own"],
      ["budget-exceeded", 100, "base"],
      ["controls-changed", null, null],
    ]);
  });

  test("a raised budget is base's once it is merged", async () => {
    const merged = manifest({ c: clips(100) }, { budget: { monthly: 1000 } });
    expect((await gateOne(merged, manifest({ c: clips(200) }, { budget: { monthly: 1000 } }))).verdict).toBe("pass");
  });

  const scoped = { budget: { scopes: { growth: { match: { tags: { team: "growth" } }, monthly: 100 } } } };

  test("a changed match of a scope: base's scope applies", async () => {
    const before = manifest({ c: clips(100, { tags: { team: "growth" } }) }, scoped);
    const loose = { budget: { scopes: { growth: { match: { tags: { team: "growing" } }, monthly: 100 } } } };
    const result = await gateOne(before, manifest({ c: clips(200, { tags: { team: "growth" } }) }, loose));
    expect(verdict(result)).toEqual(["fail", "base", ["budget"], 150]);
  });

  test("a removed limit on the increase: base's limit applies", async () => {
    const before = manifest({ c: clips(10) }, { budget: { max_increase: { amount: 50 } } });
    const result = await gateOne(before, manifest({ c: clips(200) }, { budget: {} }));
    expect([...verdict(result), codes(result)]).toEqual(["fail", "base", ["budget"], 150, ["increase-exceeded", "controls-changed"]]);
  });

  test("a relaxed rule on unpriced workloads: base's rule applies", async () => {
    const secret = { provider: "acme", model: "acme-secret", volume: { per_month: 10 } };
    const result = await gateOne(base, manifest({ c: clips(100), secret }, { policy: { unknown_price: "warn" } }));
    expect(verdict(result)).toEqual(["unpriced", "base", ["policy"], 75]);
  });

  test("a lowered exchange rate: base's rate applies", async () => {
    const yuan = bookOfFiles({
      ...ACME,
      models: [{ ...ACME.models[0], prices: [{ ...ACME.models[0]?.prices[0], charges: [{ meter: "second", amount: 1, currency: "CNY" }] }] }],
    });
    // 100 clips × 5 s × CNY 1 at $0.14 are $70; 200 are $140, and at $0.07 they would be $70.
    const before = { "video-budget.yml": manifest({ c: clips(100) }, { fx: { CNY: 0.14 } }) };
    const after = { "video-budget.yml": manifest({ c: clips(200) }, { fx: { CNY: 0.07 } }) };
    expect(verdict(await gate(before, after, { book: yuan }))).toEqual(["fail", "base", ["fx"], 140]);
  });

  test("another currency for the same number: base's currency applies", async () => {
    const result = await gateOne(base, manifest({ c: clips(200) }, { currency: "KWD", fx: { KWD: 3 } }));
    expect([...verdict(result), result.currency]).toEqual(["fail", "base", ["currency", "fx"], 150, "USD"]);
  });

  const credits = (per_month: number): object => ({ provider: "acme", model: "acme-credits", volume: { per_month } });

  test.each<[string, object, object]>([
    // 200 clips × 5 s × 10 credits × $0.01 = $100, 240 are $120: as much as a pack at half the price hides, or a discount.
    ["cheaper credits from a pack", credits(240), { acme: { pack: { size: 1000, price: 5 } } }],
    ["a discount", credits(240), { acme: { discount: "50%" } }],
  ])("%s: base's account applies", async (_, workload, accounts) => {
    const result = await gateOne(manifest({ w: credits(100) }), manifest({ w: workload }, { accounts }));
    expect(verdict(result)).toEqual(["fail", "base", ["accounts"], 120]);
  });

  test("one-time credit changes no limit's result", async () => {
    const result = await gateOne(base, manifest({ c: clips(200) }, { accounts: { acme: { prepaid: 100000, trial: 100000 } } }));
    expect([result.verdict, controls(result)]).toEqual(["fail", ["accounts"]]);
  });
});

describe("workloads", () => {
  const scoped = { budget: { scopes: { growth: { match: { tags: { team: "growth" } }, monthly: 100 } } } };
  const growth = { tags: { team: "growth" } };

  test.each<[string, object, object]>([
    ["retagged", { c: clips(200, { tags: { team: "core" } }) }, {}],
    ["without its tags", { c: clips(200) }, {}],
    ["retagged through defaults", { c: clips(200) }, { defaults: { tags: { team: "core" } } }],
  ])("%s: the workload still counts toward its scope", async (_, workloads, settings) => {
    const result = await gateOne(manifest({ c: clips(100, growth) }, scoped), manifest(workloads, { ...scoped, ...settings }));
    expect(verdict(result)).toEqual(["fail", "base", ["tags"], 150]);
  });

  test("the order of tags does not matter, and a new workload has its own tags", async () => {
    const before = manifest({ c: clips(100, { tags: { a: "1", b: "2" } }) }, scoped);
    expect((await gateOne(before, manifest({ c: clips(100, { tags: { b: "2", a: "1" } }), d: clips(1, growth) }, scoped))).controls).toBeNull();
  });

  const byName = { budget: { scopes: { growth: { match: { workload: "c" }, monthly: 100 } } } };

  test.each<[string, object, object, string[]]>([
    ["renamed and retagged", scoped, { d: clips(200, { tags: { team: "core" } }) }, ["renamed"]],
    ["renamed, without tags and with an alias of its model", scoped, { d: clips(200, { model: "acme" }) }, ["renamed"]],
    ["renamed and split in two", scoped, { d: clips(100), e: clips(100) }, ["renamed"]],
    ["renamed out of a scope that names it", byName, { d: clips(200, growth) }, ["renamed"]],
  ])("%s: the workload still counts toward its scope", async (_, settings, workloads, what) => {
    const result = await gateOne(manifest({ c: clips(100, growth) }, settings), manifest(workloads, settings));
    expect([...verdict(result), result.reasons[0]?.scope]).toEqual(["fail", "base", what, 150, "growth"]);
  });

  test("a workload renamed into another file counts where it was", async () => {
    const after = { "a.yml": manifest({ c: clips(10) }), "b.yml": manifest({ e: clips(200) }, { budget: { monthly: 1000 } }) };
    const result = await gate({ "a.yml": manifest({ c: clips(10), d: clips(100) }) }, after, { roots: ["a.yml", "b.yml"] });
    expect(verdict(result).slice(0, 2)).toEqual(["fail", "base"]);
    expect(result.reasons[0]).toMatchObject({ code: "budget-exceeded", file: "a.yml" });
  });

  test.each<[string, object]>([
    ["another model", { d: { provider: "acme", model: "acme-credits", volume: { per_month: 200 } } }],
    ["another mode", { d: clips(120, { mode: "image-to-video" }) }],
    ["the same tags", { d: clips(120, growth) }],
  ])("a new workload with %s keeps only its own tags", async (_, workloads) => {
    expect((await gateOne(manifest({ c: clips(100, growth) }, scoped), manifest(workloads, scoped))).controls).toBeNull();
  });

  test("two similar workloads that are renamed keep their own tags", async () => {
    const before = manifest({ a: clips(10, growth), b: clips(120, { tags: { team: "core" } }) }, scoped);
    const after = manifest({ x: clips(120, { tags: { team: "core" } }), y: clips(10, growth) }, scoped);
    expect((await gateOne(before, after)).controls).toBeNull();
  });

  /** Half of the jobs are stopped by moderation; Acme's price file does not say whether they are billed, so they count as billed. */
  const moderated = (per_month: number, billed?: object): object =>
    clips(per_month, { reliability: { outcomes: { moderated: "50%" }, ...(billed && { billed }) } });

  test.each<[string, object]>([
    ["of a workload of base", { c: moderated(110, { moderated: "no" }) }],
    ["of a new workload", { c: moderated(100), d: moderated(10, { moderated: "no" }) }],
  ])("`billed: no` %s does not apply until it is merged", async (_, workloads) => {
    // A submission costs $0.75 whether it fails or not: 110 cost $82.50. The half that fails leaves $41.25 undelivered, which no
    // limit counts as saved: $123.75 of $121. If failures of ten clips were not billed, they would count $7.50 and the hundred $112.50.
    const result = await gateOne(manifest({ c: moderated(100) }, { budget: { monthly: 121 } }), manifest(workloads, { budget: { monthly: 121 } }));
    expect(verdict(result)).toEqual(["fail", "base", ["billed"], 82.5]);
  });

  /** Every job outlasts the client's patience of 1 s and is canceled, and Acme bills the share `billed` of its price. */
  const cancelled = (per_month: number, billed: string): object =>
    clips(per_month, {
      client: { timeout: "1s", on_timeout: "cancel-and-resubmit", cancel: { success: "100%", billed } },
      reliability: { latency: { p50: "60s", p95: "61s" } },
    });

  test.each<[string, object, object]>([
    ["of a workload of base", { c: cancelled(100, "100%") }, { c: cancelled(200, "0%") }],
    ["of a new workload", { c: clips(10) }, { c: clips(10), d: cancelled(200, "0%") }],
  ])("`client.cancel.billed` %s does not apply until it is merged", async (_, before, workloads) => {
    // 200 canceled jobs at $0.75 are $150, besides 10 successful ones ($7.50). They leave $150 undelivered, which no limit counts as
    // saved: billed, they count $300 of $200; not billed, $150.
    const limit = { budget: { monthly: 200 } };
    const result = await gateOne(manifest(before, limit), manifest(workloads, limit));
    expect(verdict(result)).toEqual(["fail", "base", ["client.cancel.billed"], "d" in workloads ? 157.5 : 150]);
  });

  test("a share for canceled jobs that base already has stays", async () => {
    expect((await gateOne(manifest({ c: cancelled(100, "0%") }), manifest({ c: cancelled(110, "0%") }))).controls).toBeNull();
  });

  test.each(["acme", "acme-1"])("a scope that names a model as %s covers it under every name", async (model) => {
    const narrow = { budget: { scopes: { one: { match: { model }, monthly: 100 } } } };
    for (const spelled of ["acme", "acme-1"]) {
      const result = await gateOne(manifest({ c: clips(100) }, narrow), manifest({ c: clips(200, { model: spelled }) }, narrow));
      expect([result.verdict, codes(result)]).toEqual(["fail", ["budget-exceeded"]]);
    }
  });

  test("a `billed: no` that base already has stays", async () => {
    const before = manifest({ c: moderated(100, { moderated: "no" }) });
    expect((await gateOne(before, manifest({ c: moderated(110, { moderated: "no" }) }))).controls).toBeNull();
  });

  test.each<[string, object, object]>([
    ["a new contract price", { c: clips(100) }, { c: clips(200, { price: { usd: 0.1, per: "clip" } }) }],
    ["a contract price on a new workload", { c: clips(100) }, { c: clips(100), d: clips(100, { price: { usd: 0.1, per: "clip" } }) }],
    [
      "a contract price below base's contract price",
      { c: clips(100, { price: { usd: 0.75, per: "clip" } }) },
      { c: clips(200, { price: { usd: 0.1, per: "clip" } }) },
    ],
    [
      "a contract price that stays while the model changes",
      { c: { ...clips(100), model: "acme-credits", output: {}, price: { usd: 0.1, per: "clip" } } },
      { c: clips(200, { price: { usd: 0.1, per: "clip" } }) },
    ],
    ["a contract price from defaults", { c: clips(100) }, { c: clips(200) }],
  ])("%s: the higher price applies", async (name, before, after) => {
    const defaults = name.includes("defaults") ? { defaults: { price: { usd: 0.1, per: "clip" } } } : {};
    expect(verdict(await gateOne(manifest(before), manifest(after, defaults)))).toEqual(["fail", "base", ["price"], 150]);
  });

  test("a more expensive contract price applies at once, and one for an unlisted model is its only price", async () => {
    const raised = await gateOne(base, manifest({ c: clips(100, { price: { usd: 2, per: "clip" } }) }, { budget: { monthly: 300 } }));
    expect(verdict(raised)).toEqual(["fail", "base", ["budget", "price"], 200]);
    const unlisted = { provider: "nowhere", model: "x", output: { duration: 5 }, volume: { per_month: 10 }, price: { usd: 1, per: "clip" } };
    const result = await gateOne(base, manifest({ c: clips(100), unlisted }));
    expect(verdict(result)).toEqual(["warn", "own", ["price"], 85]);
    expect(codes(result)).toContain("own-price");
  });
});

describe("price files", () => {
  const with17 = (per_month: number, settings: object = {}): object => manifest({ c: clips(per_month) }, { prices: ["acme.yml"], ...settings });

  test("a new file with lower prices than the book does not apply yet", async () => {
    const result = await gate({ "video-budget.yml": base }, { "video-budget.yml": with17(200), "acme.yml": prices(0.01) });
    expect(verdict(result)).toEqual(["fail", "base", ["prices"], 150]);
  });

  test("a new file with higher prices applies at once, even beside a raised budget", async () => {
    // 100 × 5 s × $0.30 = $150.
    const result = await gate({ "video-budget.yml": base }, { "video-budget.yml": with17(100, { budget: { monthly: 1000 } }), "acme.yml": prices(0.3) });
    expect(verdict(result)).toEqual(["fail", "base", ["budget", "prices"], 150]);
  });

  test("a new file prices models that the book does not have", async () => {
    const head = manifest({ c: clips(100), n: { ...clips(10), model: "acme-2" } }, { prices: ["acme.yml"] });
    // 10 × 5 s × $0.30 = $15 and $75.
    const result = await gate({ "video-budget.yml": base }, { "video-budget.yml": head, "acme.yml": prices(0.3, "acme-2") });
    expect(verdict(result)).toEqual(["warn", "own", ["prices"], 90]);
  });

  test("a price that is higher for one workload of a model and lower for another counts only for the first", async () => {
    const [brought] = (prices(0.3) as { models: { prices: { charges: object[] }[] }[] }).models;
    const charges = [
      { meter: "second", usd: 0.3 },
      { meter: "second", usd: 0.01, when: { duration: 10 } },
    ];
    const file = { ...prices(0.3), models: [{ ...brought, prices: [{ ...brought?.prices[0], charges }] }] };
    const both = (short: number, long: number): object => ({ short: clips(short), long: clips(long, { output: { ...clip.output, duration: 10 } }) });
    const result = await gate(
      { "video-budget.yml": manifest(both(10, 10)) },
      { "video-budget.yml": manifest(both(40, 100), { prices: ["acme.yml"] }), "acme.yml": file },
    );
    // 40 × 5 s × $0.30 = $60 of the file, and 100 × 10 s × $0.15 = $150 of the book, which the file would price at $10.
    expect(verdict(result)).toEqual(["fail", "base", ["prices"], 210]);
  });

  test.each<["warn" | "fail"]>([["warn"], ["fail"]])("a model priced only by the change's own file gets base's policy: %s", async (own_price) => {
    const policy = { policy: { own_price } };
    const head = manifest({ c: clips(10), n: { ...clips(10), model: "acme-2" } }, { prices: ["acme.yml"] });
    const result = await gate({ "video-budget.yml": manifest({ c: clips(10) }, policy) }, { "video-budget.yml": head, "acme.yml": prices(0.01, "acme-2") });
    const reason = result.reasons.find(({ code }) => code === "own-price");
    // A job of 5 s at $0.01 a second.
    expect([result.verdict, reason?.level, reason?.value?.toNumber(), reason?.args["id"], reason?.args["from"]]).toEqual([
      own_price,
      own_price,
      0.05,
      "acme/acme-2",
      "acme.yml",
    ]);
    const agreed = { "video-budget.yml": { ...(head as object), ...policy }, "acme.yml": prices(0.01, "acme-2") };
    expect(codes(await gate(agreed, agreed))).toEqual([]);
  });

  test("a new file's credit value does not apply to models of the book", async () => {
    const credits = { provider: "acme", model: "acme-credits", volume: { per_month: 300 } };
    const head = manifest({ credits, n: { ...clips(1), model: "acme-2" } }, { prices: ["acme.yml"] });
    const cheap = prices(0.3, "acme-2", { account: { credit: { usd: 0.0001 } } });
    const result = await gate(
      { "video-budget.yml": manifest({ credits: { ...credits, volume: { per_month: 100 } } }) },
      { "video-budget.yml": head, "acme.yml": cheap },
    );
    // 300 × 5 s × 10 credits × $0.01 = $150 and $1.50.
    expect(verdict(result)).toEqual(["fail", "base", ["prices"], 151.5]);
  });

  const agreed: Files = { "video-budget.yml": with17(100), "acme.yml": prices(0.15) };

  test.each<[string, Files, string[]]>([
    ["with lower prices", { "video-budget.yml": with17(200), "acme.yml": prices(0.01) }, ["price-files"]],
    [
      "replaced with another file",
      { "video-budget.yml": with17(200, { prices: ["other.yml"] }), "acme.yml": prices(0.15), "other.yml": prices(0.01) },
      ["prices"],
    ],
    [
      "overridden by a second file",
      { "video-budget.yml": with17(200, { prices: ["acme.yml", "other.yml"] }), "acme.yml": prices(0.15), "other.yml": prices(0.01) },
      ["prices"],
    ],
  ])("a price file of base %s: base's prices apply", async (_, head, what) => {
    expect(verdict(await gate(agreed, head))).toEqual(["fail", "base", what, 150]);
  });

  test("a removed discount of base applies at once", async () => {
    // At $0.02 a second 100 clips are $10; without the file they are $75, and the limit is $50.
    const before = { "video-budget.yml": with17(100, { budget: { monthly: 50 } }), "acme.yml": prices(0.02) };
    const after = { "video-budget.yml": manifest({ c: clips(100) }, { budget: { monthly: 500 } }) };
    expect(verdict(await gate(before, after))).toEqual(["fail", "base", ["budget", "prices"], 75]);
  });

  test("the same contents under another file name are the same prices", async () => {
    const head = { "video-budget.yml": with17(100, { prices: ["moved/acme.yml"] }), "moved/acme.yml": prices(0.15) };
    expect(verdict(await gate(agreed, head))).toEqual(["pass", "own", ["prices"], 75]);
  });
});

describe("manifests", () => {
  const service = (per_month: number, settings: object = {}): object => ({ version: 1, ...settings, workloads: { s: clips(per_month) } });
  const root = (include: string[]): object => manifest({ c: clips(40) }, { include });

  test("a removed include still counts", async () => {
    const before = { "video-budget.yml": root(["a/vb.yml"]), "a/vb.yml": service(40) };
    const after = { "video-budget.yml": manifest({ c: clips(40) }), "a/vb.yml": service(200) };
    const result = await gate(before, after);
    // 40 and 200 clips: $180.
    expect(verdict(result)).toEqual(["fail", "base", ["include", "path"], 180]);
  });

  test("a narrowed glob still counts new manifests that base's glob matches", async () => {
    const before = { "video-budget.yml": root(["*/vb.yml"]), "a/vb.yml": service(40) };
    const after = { "video-budget.yml": root(["a/vb.yml"]), "a/vb.yml": service(40), "b/vb.yml": service(200) };
    expect(verdict(await gate(before, after))).toEqual(["fail", "base", ["include"], 210]);
  });

  test("an included manifest that is removed only warns", async () => {
    const before = { "video-budget.yml": root(["a/vb.yml"]), "a/vb.yml": service(40) };
    const result = await gate(before, { "video-budget.yml": manifest({ c: clips(40) }) });
    expect([...verdict(result), codes(result)]).toEqual(["warn", "own", ["include"], 30, ["manifest-removed", "controls-changed"]]);
  });

  test.each<[string, object]>([
    ["a discount", { accounts: { acme: { discount: "99%" } } }],
    ["a price file", { prices: ["cheap.yml"] }],
    ["a contract price", { defaults: { price: { usd: 0.01, per: "clip" } } }],
  ])("a new manifest that base's glob includes does not benefit from %s of its own", async (name, settings) => {
    const before = { "video-budget.yml": root(["*/vb.yml"]), "a/vb.yml": service(40) };
    const after = { ...before, "b/vb.yml": service(200, settings), "b/cheap.yml": prices(0.01) };
    const result = await gate(before, after);
    expect([result.verdict, result.controls?.stands, result.total.head?.expected.toNumber(), controls(result).length, name]).toEqual([
      "fail",
      "base",
      210,
      1,
      name,
    ]);
  });

  test("accounts of a new manifest apply to the provider that gets more expensive, not to the one that gets a discount", async () => {
    const other = { ...ACME, provider: "emca", account: undefined };
    const book = bookOfFiles(ACME, other);
    const before = { "video-budget.yml": manifest({ c: clips(40) }, { include: ["*/vb.yml"], budget: { monthly: 200 } }), "a/vb.yml": service(1) };
    const credits = { provider: "acme", model: "acme-credits", volume: { per_month: 20 } };
    const workloads = { credits, s: clips(100, { provider: "emca" }) };
    const accounts = { acme: { pack: { size: 1000, price: 110 } }, emca: { discount: "99%" } };
    const result = await gate(before, { ...before, "b/vb.yml": { version: 1, accounts, workloads } }, { book });
    // 20 × 5 s × 10 credits × $0.11 are $110, and 141 × $0.75 without the discount $105.75. The account as a whole: $141.50.
    expect(verdict(result)).toEqual(["fail", "base", ["accounts"], 215.75]);
  });

  test("a new manifest has its own budget, and the report says that it is new", async () => {
    const roots = ["a.yml", "b.yml"];
    const result = await gate({ "a.yml": base }, { "a.yml": base, "b.yml": manifest({ d: clips(200) }, { budget: { monthly: 200 } }) }, { roots });
    expect([result.verdict, codes(result), result.controls]).toEqual(["pass", ["manifest-new"], null]);
    const over = await gate({ "a.yml": base }, { "a.yml": base, "b.yml": manifest({ d: clips(200) }) }, { roots });
    expect([over.verdict, codes(over)]).toEqual(["fail", ["budget-exceeded", "manifest-new"]]);
  });

  test("a renamed manifest keeps base's limits", async () => {
    const after = { "moved.yml": manifest({ c: clips(200) }, { budget: { monthly: 1000 } }) };
    const result = await gate({ "video-budget.yml": base }, after, { roots: ["moved.yml"], renamed: { "moved.yml": "video-budget.yml" } });
    expect(verdict(result)).toEqual(["fail", "base", ["path", "budget"], 150]);
  });

  test("a manifest that moved out of head's patterns keeps base's limits", async () => {
    const after = { "moved.yml": manifest({ c: clips(200) }) };
    const result = await gate({ "video-budget.yml": base }, after, { underBase: ["moved.yml"], renamed: { "moved.yml": "video-budget.yml" } });
    expect([...verdict(result), codes(result)]).toEqual(["fail", "base", ["path"], 150, ["budget-exceeded", "controls-changed"]]);
  });

  test("a deleted manifest warns", async () => {
    const result = await gate({ "video-budget.yml": base }, {});
    expect([result.verdict, codes(result), result.controls]).toEqual(["warn", ["manifest-removed"], null]);
  });

  test.each<[string, object, Files]>([
    ["that is removed", {}, {}],
    ["without workloads", {}, { "video-budget.yml": manifest({}) }],
    ["without workloads and with a milder policy", {}, { "video-budget.yml": manifest({}, { policy: { manifest_removed: "warn" } }) }],
  ])("a manifest %s fails if base's policy says so", async (_, settings, head) => {
    const strict = manifest({ c: clips(100) }, { policy: { manifest_removed: "fail" }, ...settings });
    const result = await gate({ "video-budget.yml": strict }, head);
    expect([result.verdict, codes(result).filter((code) => code !== "controls-changed")]).toEqual(["fail", ["manifest-removed"]]);
    const lax = await gate({ "video-budget.yml": base }, head);
    expect([lax.verdict, codes(lax).filter((code) => code !== "controls-changed")]).toEqual(["warn", ["manifest-removed"]]);
  });

  test("a removed include fails if the policy of the including manifest says so", async () => {
    const strict = { ...(root(["a/vb.yml"]) as Record<string, unknown>), policy: { manifest_removed: "fail" } };
    const result = await gate({ "video-budget.yml": strict, "a/vb.yml": service(40) }, { "video-budget.yml": { ...strict, include: [] } });
    expect([result.verdict, codes(result)]).toEqual(["fail", ["manifest-removed", "controls-changed"]]);
  });

  test.each<[string, object]>([
    ["beside base's manifest", { ".github/video-budget.yml": manifest({ c: clips(200) }), "video-budget.yml": manifest({ tiny: clips(1) }) }],
    [
      "with base's workloads in it",
      { ".github/video-budget.yml": manifest({ tiny: clips(1) }), "video-budget.yml": manifest({ c: clips(199) }, { budget: {} }) },
    ],
  ])("a manifest that takes precedence over base's, %s: base's limits apply", async (name, head) => {
    const result = await gate({ ".github/video-budget.yml": base }, head as Files, {
      roots: ["video-budget.yml"],
      underBase: [".github/video-budget.yml"],
      renamed: { "video-budget.yml": ".github/video-budget.yml" },
      underBaseRenamed: {},
    });
    expect(verdict(result)).toEqual(["fail", "base", name.startsWith("with") ? ["path", "moved"] : ["path"], 150]);
  });

  test("workloads that move to another manifest count where they were", async () => {
    const roots = ["a.yml", "b.yml"];
    const after = { "a.yml": manifest({ c: clips(10) }), "b.yml": manifest({ d: clips(200) }, { budget: { monthly: 1000 } }) };
    const result = await gate({ "a.yml": manifest({ c: clips(10), d: clips(100) }) }, after, { roots });
    // 10 and 200 clips: $157.50 of a.yml's $100.
    expect([...verdict(result), result.budgets.map(({ file, head }) => [file, head?.toNumber()])]).toEqual([
      "fail",
      "base",
      ["moved"],
      157.5,
      [
        ["a.yml", 157.5],
        ["b.yml", 0],
      ],
    ]);
  });

  test("workloads that move out of a deleted manifest count where they were", async () => {
    const after = { "b.yml": manifest({ c: clips(200) }, { budget: { monthly: 1000 } }) };
    const result = await gate({ "a.yml": base }, after, { roots: ["a.yml", "b.yml"] });
    expect(verdict(result)).toEqual(["fail", "base", ["moved"], 150]);
    expect(result.reasons[0]).toMatchObject({ code: "budget-exceeded", file: "a.yml" });
  });

  test("a deleted manifest still counts the manifests that it included", async () => {
    const before = { "root.yml": { version: 1, budget: { monthly: 100 }, include: ["a/vb.yml"] }, "a/vb.yml": service(100) };
    const after = { "a/vb.yml": service(200) };
    const result = await gate(before, after, { roots: ["root.yml", "a/vb.yml"] });
    expect([result.verdict, result.controls?.stands]).toEqual(["fail", "base"]);
    expect(result.reasons[0]).toMatchObject({ code: "budget-exceeded", file: "root.yml" });
  });
});

test("1,000 renamed workloads are matched in reasonable time", async () => {
  const some = (prefix: string): object => Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${prefix}${index}`, clips(index % 7)]));
  expect((await gateOne(manifest(some("a")), manifest(some("b")))).controls).toBeNull();
}, 60_000);
