import { describe, expect, test } from "vitest";
import { decimal, ZERO } from "../../../src/money/decimal.ts";
import { toJson } from "../../../src/report/review/json.ts";
import { report } from "../../../src/report/review/schema.ts";
import type { Review } from "../../../src/review/result.ts";
import { reviewOne } from "../../in-memory.ts";
import { brandNew, hostile, many, overBudget, passing, preExisting, withErrors } from "../reviews.ts";

const ALL: Record<string, () => Promise<Review>> = {
  overBudget,
  brandNew,
  passing,
  withErrors,
  preExisting,
  hostile,
  many: () => many(50, 20),
  empty: () => reviewOne(""),
};

type Money = number;
const sum = (amounts: Money[]): number => amounts.reduce((total, one) => total.plus(one), ZERO).toNumber();

describe.each(Object.entries(ALL))("%s", (_, make) => {
  test("follows the schema, with keys in the schema's order", async () => {
    const read: unknown = JSON.parse(toJson(await make()));
    const parsed = report.parse(read);
    expect(JSON.stringify(parsed)).toBe(JSON.stringify(read));
  });

  test("has the same bytes each time, is indented, and ends with a newline", async () => {
    const [one, two] = [toJson(await make()), toJson(await make())];
    expect(one).toBe(two);
    expect(one).toMatch(/^\{\n {2}"schema": "video-budget\/report@1",\n[\s\S]*\n\}\n$/);
  });

  test("has parts that sum: charges to the job, the waterfall to the month, changes to the difference", async () => {
    const { workloads } = report.parse(JSON.parse(toJson(await make())));
    for (const one of workloads) {
      if (one.price && one.job_price !== null) expect(sum(one.price.charges.map(({ amount }) => amount))).toBe(one.job_price);
      if (one.figures) expect(sum(one.waterfall.map(({ monthly }) => monthly))).toBe(one.figures.expected);
      else expect([one.job_price, one.list_monthly, one.per_take, one.per_wanted, one.jobs, one.waterfall]).toEqual([null, null, null, null, null, []]);
      const moves = one.changes.map(({ monthly }) => monthly).filter((monthly) => monthly !== null);
      if (moves.length === one.changes.length && moves.length > 0)
        expect(sum(moves)).toBe(
          decimal(one.figures?.expected ?? 0)
            .minus(one.base_figures?.expected ?? 0)
            .toNumber(),
        );
    }
  });
});

const parsed = async (make: () => Promise<Review>) => report.parse(JSON.parse(toJson(await make())));

describe("figures calculated by hand", () => {
  test("match for a pull request over budget", async () => {
    const { verdict, total, budgets, accounts, workloads, reasons } = await parsed(overBudget);
    expect([verdict, total.complete, total.head?.expected, total.base?.expected]).toEqual(["fail", true, 748.05, 225]);
    // 523.05 / 225 = 232.466667%
    expect(total.delta).toEqual({ expected: 523.05, p50: 523.05, p90: 523.05, p95: 523.05, percent: 232.466667 });
    expect(
      budgets.map(({ scope, limit, head, base, used, verdict: state, probability_over }) => [scope, limit, head, base, used, state, probability_over]),
    ).toEqual([
      ["total", 500, 748.05, 225, 1.4961, "fail", null],
      ["growth", 1000, 600, 0, 0.6, "pass", null],
    ]);
    expect(reasons.map(({ code, limit, value }) => [code, limit, value])).toEqual([
      ["budget-exceeded", 500, 748.05],
      ["increase-exceeded", 50, 523.05],
    ]);
    // 748.05 is 62.34 packs of $12: 63 are bought at first, and since they do not expire a steady month costs its use. 200 credits of trial are $2.40; 745.65 still needs 63.
    expect(accounts).toEqual([
      { provider: "acme", complete: true, usage: 748.05, trial: -2.4, prepaid: 0, bundle_remainder: 0, fees: 0, cash: 748.05, first_month: 756 },
    ]);
    const [teaser, steady, fresh, gone] = workloads;
    expect([teaser?.job_price, teaser?.list_monthly, teaser?.per_take, teaser?.per_wanted, teaser?.jobs?.submitted, teaser?.jobs?.billed]).toEqual([
      3, 600, 3, 6, 200, 200,
    ]);
    expect(teaser?.price).toEqual({
      id: "acme/acme-1",
      bound: "exact",
      charges: [
        { formula: "10 s × $0.15", amount: 1.5 },
        { formula: "× 2 (resolution 1080p)", amount: 1.5 },
      ],
      source: "https://acme.example/pricing",
      checked: "2026-11-01",
      confidence: "provider",
    });
    // 100 clips × 10 s × $0.15 = 150; the factor doubles it; the second take doubles that.
    expect(teaser?.waterfall.filter(({ monthly }) => monthly !== 0)).toEqual([
      { part: "base", monthly: 150 },
      { part: "pricing", monthly: 150 },
      { part: "takes", monthly: 300 },
    ]);
    // Each of the three doubles the cost (75 → 600), so they share the 525 equally. The new tag costs nothing and is left out.
    expect(teaser?.changes.map(({ path, from, to, monthly }) => [path, from, to, monthly])).toEqual([
      ["output.duration", 5, 10, 175],
      ["takes", 1, 2, 175],
      ["output.resolution", null, "1080p", 175],
    ]);
    // Silent would be $0.10 a second: a third less of 600.
    expect(teaser?.assumptions[0]).toEqual({
      code: "default-audio",
      text: "Sound is not set: the provider's default, `audio: true`, is priced.",
      path: "output.audio",
      monthly: 200,
    });
    expect([steady?.change, steady?.changes]).toEqual(["same", []]);
    expect([fresh?.change, fresh?.figures?.expected, fresh?.base_figures]).toEqual(["added", 73.05, null]);
    expect([gone?.change, gone?.figures, gone?.base_figures?.expected, gone?.job_price, gone?.status]).toEqual(["removed", null, 75, null, "priced"]);
  });

  test("are null for base and delta of a new manifest", async () => {
    const { total, budgets } = await parsed(brandNew);
    expect([total.base, total.delta, total.head?.expected, budgets[0]?.base]).toEqual([null, null, 748.05, null]);
  });

  test("are null and never 0 for an unpriced workload, and an unknown change is not a saving", async () => {
    const { verdict, total, workloads, problems } = await parsed(withErrors);
    expect([verdict, total.complete, total.head?.expected, total.delta]).toEqual(["invalid", false, 75, null]);
    expect(workloads.map(({ name, status, figures }) => [name, status, figures?.expected ?? null])).toEqual([
      ["steady", "priced", 75],
      ["secret", "unpriced", null],
      ["old", "retired", null],
      ["typo", "invalid", null],
      ["wrong", "invalid", null],
    ]);
    expect(problems.map(({ code, line, column, hint }) => [code, line, column, hint])).toEqual([
      ["unpriced", 5, 36, "Give the workload a `price`, or add a price file under `prices:`."],
      ["retired", 8, 12, "Its successor is `acme-1`."],
      ["unknown-model", 12, 12, "Did you mean `acme-1`? `video-budget prices search --provider acme` lists its models."],
      ["wrong-value", 17, 25, null],
    ]);
  });

  test("have no checked day for a contract price", async () => {
    const { workloads } = await parsed(() =>
      reviewOne({ version: 1, workloads: { c: { provider: "acme", model: "acme-1", volume: { per_month: 10 }, price: { usd: 0.08, per: "second" } } } }),
    );
    expect(workloads[0]?.price).toEqual({
      id: "acme/acme-1",
      bound: "exact",
      charges: [{ formula: "5 s × $0.08", amount: 0.4 }],
      source: "video-budget.yml: workloads.c.price",
      checked: null,
      confidence: "contract",
    });
  });

  test("share a job's price among its outputs: a take is a quarter of it", async () => {
    const { workloads } = await parsed(() =>
      reviewOne({ version: 1, workloads: { c: { provider: "acme", model: "acme-1", volume: { per_month: 100 }, takes: 2, output: { count: 4 } } } }),
    );
    // A job makes four takes of $0.75; two takes of each of 100 clips are 100 whole jobs, and four takes each.
    expect([workloads[0]?.job_price, workloads[0]?.per_take, workloads[0]?.per_wanted, workloads[0]?.jobs?.submitted, workloads[0]?.list_monthly]).toEqual([
      3, 0.75, 3, 100, 300,
    ]);
  });
});

test("include every workload of a large report", async () => {
  // 1,000 and the one that every report of these tests has.
  const { workloads } = JSON.parse(toJson(await many(1000, 0))) as { workloads: unknown[] };
  expect(workloads).toHaveLength(1001);
});
