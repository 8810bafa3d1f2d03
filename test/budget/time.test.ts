import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/report/review/annotations.ts";
import type { Review } from "../../src/review/result.ts";
import { gate } from "../control/gate.ts";
import { ACME, bookOfFiles, reviewFiles } from "../in-memory.ts";

/**
 * Time alone fails no pull request: a problem that base already has, and that a change does not touch, warns on pull requests
 * and in the merge queue (both have a base), and fails where nothing is compared (push, schedule).
 */
const clip = { provider: "acme", model: "acme-1", output: { duration: 5, resolution: "720p", audio: true } };
const clips = (per_month: number, more: object = {}): object => ({ ...clip, volume: { per_month }, ...more });
const manifest = (workloads: object, settings: object = {}): object => ({ version: 1, ...settings, workloads });
const FILE = "video-budget.yml";
const codes = ({ reasons }: Review): string[] => reasons.map(({ code }) => code);

/** acme-1 at $0.15 a second until June, then more expensive; and acme-sale with a price that ends, and nothing after it. */
const [acme1] = ACME.models;
const entry = (usd: number, more: object = {}): object => ({
  source: "https://acme.example/pricing",
  checked: "2026-05-01",
  confidence: "provider",
  charges: [{ meter: "second", usd }],
  ...more,
});
const book = bookOfFiles({
  ...ACME,
  models: [
    { ...acme1, prices: [entry(0.15, { to: "2026-06-01" }), entry(0.3, { from: "2026-06-01" })] },
    { ...acme1, id: "acme-sale", aliases: [], prices: [entry(0.1, { to: "2026-06-01" })] },
    { ...acme1, id: "acme-old", aliases: [], status: { retires: "2026-06-01", successor: "acme-1" }, prices: [entry(0.1)] },
  ],
});
const [BEFORE, AFTER] = ["2026-05-31", "2026-06-01"];

/** The comparison of base and head on both days, and head without a base. */
async function overTime(both: object, head: object = both): Promise<{ before: Review; after: Review; alone: Review }> {
  const on = (date: string): Promise<Review> => gate({ [FILE]: both }, { [FILE]: head }, { book, date });
  return { before: await on(BEFORE), after: await on(AFTER), alone: await reviewFiles({ [FILE]: both }, { book, date: AFTER }) };
}

describe("a problem that appears with time alone", () => {
  test.each<[string, object, string[], string, string[]]>([
    // 100 × 5 s: $75 of $100, then $150.
    ["a price rises over a limit", manifest({ c: clips(100) }, { budget: { monthly: 100 } }), [], "fail", ["budget-exceeded"]],
    ["a model retires", manifest({ c: { ...clips(1), model: "acme-old" } }), [], "invalid", ["invalid"]],
    ["a price ends", manifest({ c: { ...clips(1), model: "acme-sale" } }), [], "unpriced", ["unpriced"]],
    ["a price ends below a limit", manifest({ c: { ...clips(1), model: "acme-sale" } }, { budget: { monthly: 100 } }), [], "unpriced", ["unpriced"]],
  ])("%s: it warns on changes that do not touch it and fails where nothing is compared", async (_, both, early, alone, why) => {
    const { before, after, alone: nothing } = await overTime(both);
    expect([before.verdict, codes(before)]).toEqual(["pass", early]);
    expect([after.verdict, codes(after)]).toEqual(["warn", ["pre-existing"]]);
    expect(after.budgets.every(({ verdict }) => verdict === "warn")).toBe(true);
    expect([nothing.verdict, codes(nothing)]).toEqual([alone, why]);
  });

  test("an old price fails a change that touches its workload, and a run without a base", async () => {
    const strict = { policy: { stale_price: "fail", price_max_age_days: 30 } };
    const both = manifest({ c: clips(100) }, strict);
    const { before, after, alone } = await overTime(both);
    expect([before.verdict, after.verdict, codes(after), alone.verdict]).toEqual(["pass", "pass", [], "fail"]);
    const touched = await overTime(both, manifest({ c: clips(101) }, strict));
    expect([touched.after.verdict, codes(touched.after)]).toEqual(["fail", ["stale-price"]]);
    // The annotations agree.
    const levels = (result: Review): string[] => annotationsOf(result).annotations.map(({ level }) => level);
    expect([levels(after), levels(touched.after), levels(alone)]).toEqual([["warning"], ["error"], ["error"]]);
  });

  test("only a change that touches a workload gets the warning that its model retires soon", async () => {
    const both = manifest({ c: { ...clips(1), model: "acme-old" } });
    const on = (head: object): Promise<Review> => gate({ [FILE]: both }, { [FILE]: head }, { book, date: "2026-05-01" });
    expect((await on(both)).verdict).toBe("pass");
    expect(codes(await on(manifest({ c: { ...clips(2), model: "acme-old" } })))).toEqual(["retires-soon"]);
  });
});

describe("a change to a manifest that is already over", () => {
  const broken = manifest({ c: clips(100) }, { budget: { monthly: 100 } });

  test.each<[string, object, string, string[]]>([
    ["fails if it raises the cost", { c: clips(101) }, "fail", ["budget-exceeded"]],
    ["warns if it lowers the cost but stays over", { c: clips(90) }, "warn", ["pre-existing"]],
    ["fails if it adds another workload", { c: clips(100), d: clips(1) }, "fail", ["budget-exceeded"]],
    ["passes if it brings the cost under the limit", { c: clips(50) }, "pass", []],
  ])("%s", async (_, workloads, verdict, why) => {
    const { after } = await overTime(broken, manifest(workloads, { budget: { monthly: 100 } }));
    expect([after.verdict, codes(after)]).toEqual([verdict, why]);
  });

  test("a limit on the increase applies even if another limit is already exceeded on the base branch", async () => {
    const limits = { budget: { monthly: 100, max_increase: { amount: 1 } } };
    const { after } = await overTime(manifest({ c: clips(100), d: clips(10) }, limits), manifest({ c: clips(102), d: clips(1) }, limits));
    // 2 × $1.50 more and 9 × $1.50 less: it is a decrease.
    expect(codes(after)).toEqual(["pre-existing"]);
    const more = await overTime(manifest({ c: clips(100) }, limits), manifest({ c: clips(102) }, limits));
    expect(codes(more.after)).toEqual(["budget-exceeded", "increase-exceeded"]);
  });

  test.each<[string, object]>([
    ["a retired model", { c: { ...clips(2), model: "acme-old" } }],
    ["a model without a price", { c: { ...clips(2), model: "acme-sale" } }],
  ])("a change that touches a workload of %s is responsible for it", async (_, workloads) => {
    const both = JSON.parse(JSON.stringify(workloads).replace('"per_month":2', '"per_month":1')) as object;
    const { after } = await overTime(manifest(both), manifest(workloads));
    expect(["invalid", "unpriced"]).toContain(after.verdict);
  });

  test("a workload that cannot be read counts as touched if its text changed", async () => {
    const wrong = (per_month: number): object => manifest({ c: clips(per_month, { mode: "no-such-mode" }), d: clips(1) });
    expect((await overTime(wrong(1))).after.verdict).toBe("warn");
    expect((await overTime(wrong(1), wrong(1000))).after.verdict).toBe("invalid");
  });

  test("a problem in a manifest that moves is still pre-existing", async () => {
    const odd = manifest({ c: { ...clips(1), model: "acme-9" } }, { nonsense: 1 });
    const result = await gate({ "a.yml": odd }, { "b.yml": odd }, { book, roots: ["b.yml"], renamed: { "b.yml": "a.yml" } });
    expect([result.verdict, codes(result)]).toEqual(["warn", ["pre-existing", "controls-changed"]]);
  });
});
