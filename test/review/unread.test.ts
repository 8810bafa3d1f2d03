import { describe, expect, test } from "vitest";
import { toJson } from "../../src/report/review/json.ts";
import { toMarkdown } from "../../src/report/review/markdown.ts";
import { toText } from "../../src/report/review/text.ts";
import type { Review } from "../../src/review/result.ts";
import { gate } from "../control/gate.ts";
import { reviewFiles, reviewOne } from "../in-memory.ts";

/**
 * Unreadable text is a state: never $0, a share of a limit, or a saving. A clip of `clip` costs
 * 5 s × $0.15 = $0.75, so that 100 are $75.
 */
const clip = { provider: "acme", model: "acme-1", output: { duration: 5, resolution: "720p", audio: true } };
const clips = (per_month: number | string, more: object = {}): object => ({ ...clip, volume: { per_month }, ...more });
const manifest = (workloads: object, rest: object = {}): object => ({ version: 1, budget: { monthly: 500 }, ...rest, workloads });
const limit = ({ budgets }: Review, scope = "total"): unknown[] => {
  const line = budgets.find((one) => one.scope === scope);
  return line ? [line.head?.toNumber() ?? null, line.used, line.complete, line.verdict, line.probability_over] : [];
};
const spoken = (review: Review): string => `${toText(review, { width: 200, color: false, verbose: true })}\n${toMarkdown(review, {})}`;

describe("a workload with keys that cannot be read", () => {
  test("alone makes the monthly cost unknown", async () => {
    const review = await reviewOne(manifest({ a: clips("5k") }));
    expect([review.verdict, review.total.head, review.total.complete]).toEqual(["invalid", null, false]);
    expect(limit(review)).toEqual([null, null, false, "invalid", null]);
    expect(spoken(review)).not.toMatch(/\$0\.00|\b0%/);
  });

  test("beside others makes their sum a lower bound without a share of a limit", async () => {
    const review = await reviewOne(manifest({ a: clips("5k"), b: clips(100) }));
    expect(limit(review)).toEqual([75, null, false, "invalid", null]);
    expect(spoken(review)).toContain("at least $75.00");
    expect(spoken(review)).not.toContain("15%");
  });

  test("beside others that exceed the limit is reported and fails", async () => {
    const review = await reviewOne(manifest({ a: clips("5k"), b: clips(1000) }));
    expect(limit(review)).toEqual([750, null, false, "invalid", null]);
    expect(review.reasons.map(({ code }) => code)).toEqual(["invalid", "budget-exceeded"]);
  });

  test("leaves no probability of exceeding a limit", async () => {
    const uncertain = { volume: { per_month: { low: 50, likely: 100, high: 150 } } };
    const review = await reviewOne(manifest({ a: clips("5k"), b: { ...clip, ...uncertain } }));
    expect(limit(review)[4]).toBeNull();
    expect(spoken(review)).not.toContain("chance");
  });

  test.each<[string, object, object, boolean]>([
    ["its tag matches", { tags: { team: "growth" } }, { tags: { team: "growth" } }, true],
    ["its provider matches", {}, { provider: "acme" }, true],
    ["its model can have that name", {}, { model: "acme" }, true],
    ["its mode is not set", {}, { mode: "text-to-video" }, true],
    ["its tags cannot be read", { tags: ["growth"] }, { tags: { team: "growth" } }, true],
    ["not if its tag differs", { tags: { team: "core" } }, { tags: { team: "growth" } }, false],
    ["not if its name differs", {}, { workload: "b" }, false],
  ])("belongs to a scope by its readable keys: %s", async (_, more, match, isMember) => {
    const scopes = { s: { match, monthly: 50 } };
    const review = await reviewOne(manifest({ a: clips("5k", more), b: clips(10, { tags: { team: "growth" } }) }, { budget: { scopes } }));
    expect(limit(review, "s")[3]).toBe(isMember ? "invalid" : "pass");
    expect(review.problems.map(({ code }) => code)).not.toContain("scope-matches-nothing");
  });

  test("makes its account unknown, null in JSON", async () => {
    const accounts = { acme: { discount: "0%" }, other: { discount: "0%" } };
    const report = JSON.parse(toJson(await reviewOne(manifest({ a: clips("5k") }, { accounts }))));
    expect(report.accounts.map((one: object) => Object.values(one).slice(0, 3))).toEqual([
      ["acme", false, null],
      ["other", true, 0],
    ]);
    const partly = JSON.parse(toJson(await reviewOne(manifest({ a: clips("5k"), b: clips(100) }, { accounts }))));
    expect([partly.accounts[0].complete, partly.accounts[0].usage]).toEqual([false, 75]);
  });

  test("is not compared as $0, and its edit counts as an edit", async () => {
    const review = await reviewOne(manifest({ a: clips("5k") }), manifest({ a: clips(100) }));
    expect(review.workloads[0]).toMatchObject({ change: "changed", changes: [{ path: "workload", from: null, to: null, monthly: null }] });
    expect(spoken(review)).not.toMatch(/→ nothing|-\$75/);
    const other = await reviewOne(manifest({ a: clips("500k") }), manifest({ a: clips("5k") }));
    expect([other.workloads[0]?.change, other.verdict]).toEqual(["changed", "invalid"]);
  });

  test("warns if it is the same on the base branch", async () => {
    const both = manifest({ a: clips("5k"), b: clips(100) });
    const review = await reviewOne(both, both);
    expect([review.verdict, limit(review)[3]]).toEqual(["warn", "warn"]);
  });
});

describe("a file that cannot be read", () => {
  const base = manifest({ a: clips(100) });
  test.each([
    ["empty", ""],
    ["only comments", "# nothing yet\n"],
    ["invalid YAML", "workloads: [}"],
    ["a plain text", "hello"],
    ["without workloads", "version: 1\n"],
    ["with a misspelt key", "version: 1\nworkload: { a: 1 }\n"],
    ["with workloads that are not a map", "version: 1\nworkloads: 5\n"],
  ])("saves nothing: %s", async (_, head) => {
    const review = await reviewOne(head, base);
    const report = JSON.parse(toJson(review));
    expect([review.verdict, report.total.head, report.total.delta, report.total.complete]).toEqual(["invalid", null, null, false]);
    expect(spoken(review)).not.toMatch(/\$0\.00|100%|-\$75/);
  });

  test("makes the total of two files a lower bound, and its own limit is not compared with $0", async () => {
    const two = { "a.yml": base, "b.yml": base };
    const review = await gate(two, { ...two, "b.yml": "workloads: [}" }, { roots: ["a.yml", "b.yml"] });
    expect([review.verdict, review.total.head?.expected.toNumber(), review.total.complete]).toEqual(["invalid", 75, false]);
    const line = review.budgets.find(({ file }) => file === "b.yml");
    expect([line?.head ?? null, line?.used ?? null, line?.verdict ?? "invalid"]).toEqual([null, null, "invalid"]);
    expect(JSON.parse(toJson(review)).total.delta).toBeNull();
    expect(spoken(review)).not.toMatch(/\b0%|-\$75/);
  });

  test("at base makes head's workloads no increase from $0", async () => {
    const review = await reviewOne(base, "workloads: [}");
    expect([review.workloads[0]?.change, JSON.parse(toJson(review)).total.delta]).toEqual(["changed", null]);
  });
});

describe("limits that cannot be read at base", () => {
  const broken = (per_month: number, budget: string): string =>
    `version: 1\n${budget}\nworkloads:\n  a: { provider: acme, model: acme-1, output: { duration: 5 }, volume: { per_month: ${per_month} } }\n`;

  test.each([
    ["an unknown key", "budget: { monthly: 100, montly: 5 }"],
    ["a wrong setting", "budget: { monthly: 100, warn_at: soon }"],
    ["a scope without its limit", "budget: { monthly: 100, scopes: { x: { match: { provider: acme } } } }"],
    ["another key defined twice", "budget: { monthly: 100, figure: p90, figure: p50 }"],
    ["a setting elsewhere", "budget: { monthly: 100 }\npolicy: { unknown_price: fial }"],
  ])("do not affect other limits: %s", async (_, budget) => {
    const review = await gate({ "video-budget.yml": broken(100, budget) }, { "video-budget.yml": broken(100_000, budget) });
    expect(review.reasons).toContainEqual(expect.objectContaining({ code: "budget-exceeded", level: "fail" }));
    expect(review.budgets[0]?.limit.toNumber()).toBe(100);
  });

  test.each([
    ["misspelt", "budget: { montly: 100 }"],
    ["not an amount", "budget: { monthly: 1OO }"],
    ["defined twice", "budget: { monthly: 100, monthly: 200 }"],
    ["in a budget defined twice", "budget: { monthly: 100 }\nbudget: { monthly: 100 }"],
    ["in a misspelt section", "budgt: { monthly: 100 }"],
    ["in a file with invalid YAML", "budget: { monthly: 100 ]"],
  ])("make any change of the manifest invalid: the limit is %s", async (_, budget) => {
    const before = { "video-budget.yml": broken(100, budget) };
    expect((await gate(before, before)).verdict).toBe("warn");
    expect((await gate(before, { "video-budget.yml": broken(101, budget) })).verdict).toBe("invalid");
  });

  test("can be repaired at the same cost, not together with a higher cost", async () => {
    const before = { "video-budget.yml": broken(100, "budget: { monthly: 1OO }") };
    const repaired = (per_month: number, limit: number): object => ({ "video-budget.yml": broken(per_month, `budget: { monthly: ${limit} }`) });
    expect((await gate(before, repaired(100, 100) as Record<string, string>)).verdict).toBe("pass");
    const moreExpensive = await gate(before, repaired(100_000, 100_000) as Record<string, string>);
    expect([moreExpensive.verdict, moreExpensive.reasons.map(({ code }) => code)]).toEqual(["invalid", expect.arrayContaining(["limits-unread"])]);
  });
});

test("a key defined twice makes its own workload unreadable, and no other", async () => {
  const { workloads, verdict } = await reviewFiles({
    "video-budget.yml": `version: 1
workloads:
  a: { provider: acme, model: acme-1, volume: { per_month: 100, per_month: 200 } }
  b: { provider: acme, model: acme-1, volume: { per_month: 100 } }
`,
  });
  expect([workloads.map(({ head }) => head?.monthly?.toNumber() ?? null), verdict]).toEqual([[null, 75], "invalid"]);
});
