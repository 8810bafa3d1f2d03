import { describe, expect, test } from "vitest";
import { deltaOf } from "../../src/compare/delta.ts";
import { reviewOne } from "../in-memory.ts";

/** 100 clips of 5 s × $0.15 are $75; at $0.0065 for a yen JPY 11,538.461538…, at $1.25 for a euro EUR 60. */
const clips = (per_month: number): object => ({
  clip: { provider: "acme", model: "acme-1", output: { duration: 5, resolution: "720p", audio: true }, volume: { per_month } },
});
const usd = { version: 1, budget: { monthly: 500 }, workloads: clips(100) };
const yen = (monthly: number, per_month = 100): object => ({
  version: 1,
  currency: "JPY",
  fx: { JPY: 0.0065 },
  budget: { monthly },
  workloads: clips(per_month),
});

describe("base and head in different currencies", () => {
  test("are compared in head's currency at head's rates: only the currency changed", async () => {
    const { total, workloads, currency } = await reviewOne(yen(75_000), usd);
    expect([currency, total.head?.expected.toFixed(2), total.base?.expected.toFixed(2)]).toEqual(["JPY", "11538.46", "11538.46"]);
    expect(deltaOf(total, workloads)?.expected.toNumber()).toBe(0);
    expect(workloads[0]?.changes.map(({ monthly, ...one }) => [one, monthly?.toNumber()])).toEqual([[{ path: "currency", from: "USD", to: "JPY" }, 0]]);
  });

  test("show an edit beside the currency change at its own value", async () => {
    const { workloads } = await reviewOne(yen(75_000, 200), usd);
    expect(workloads[0]?.changes.map(({ path, monthly }) => [path, monthly?.toFixed(2)])).toEqual([
      ["volume.per_month", "11538.46"],
      ["currency", "0.00"],
    ]);
  });

  test("convert base's limit before it is checked on the base side", async () => {
    // $75 of $50 at base; JPY 11,538 of JPY 7,692.31 are the same. Base's $75 of $500 was within its limit, so a limit of JPY 10,000 is exceeded by this change.
    const broken = await reviewOne(yen(7692.31), { ...usd, budget: { monthly: 50 } });
    expect([broken.budgets[0]?.pre_existing, broken.budgets[0]?.baseLimit?.toFixed(2)]).toEqual([true, "7692.31"]);
    expect((await reviewOne(yen(10_000), usd)).budgets[0]).toMatchObject({ verdict: "fail", pre_existing: false });
  });

  test("are not compared without a rate, and never as bare numbers", async () => {
    const euro = { ...usd, currency: "EUR", fx: { EUR: 1.25 } };
    const { total, workloads, problems, verdict } = await reviewOne(usd, euro);
    expect([total.base, deltaOf(total, workloads), verdict]).toEqual([null, null, "invalid"]);
    expect(problems.map(({ code, args }) => [code, args["currency"]])).toEqual([["no-exchange-rate", "EUR"]]);
  });
});
