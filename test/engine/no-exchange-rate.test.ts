import { describe, expect, test } from "vitest";
import { bookOfFiles, reviewFiles } from "../in-memory.ts";

/** Everything is sold in dollars: a seat, a pack, a trial, and a cent for each status request. */
const BOOK = bookOfFiles({
  provider: "acct",
  name: "Account Video",
  account: { packs: [{ name: "Pack", size: 1000, price: 10 }], fees: [{ name: "seat", usd: 72, every: "month" }] },
  jobs: { status_request: { usd: 0.01 } },
  models: [
    {
      id: "clip-1",
      modes: ["text-to-video"],
      accepts: { duration: [5] },
      defaults: { duration: 5 },
      prices: [{ source: "https://acct.example/pricing", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "clip", credits: 10 }] }],
    },
  ],
});

const PRICE = { amount: 1, currency: "EUR", per: "clip" };
const POLLED = {
  client: { timeout: "300s", on_timeout: "keep-polling", completion: { poll: { interval: "1s" } } },
  reliability: { latency: { p50: "100s", p95: "200s" } },
};

async function reviewed(manifest: object, workload: object): Promise<Awaited<ReturnType<typeof reviewFiles>>> {
  const workloads = { it: { provider: "acct", model: "clip-1", volume: { per_month: 100 }, ...workload } };
  return reviewFiles({ "video-budget.yml": { version: 1, currency: "EUR", ...manifest, workloads } }, { book: BOOK });
}

describe("without an exchange rate an amount is unknown, never 0", () => {
  test.each([
    {
      what: "fees",
      manifest: { accounts: { acct: { fees: { seat: 1 } } } },
      workload: { price: PRICE },
      path: ["accounts", "acct", "fees"],
      severity: "error",
    },
    { what: "a pack", manifest: { accounts: { acct: { pack: "Pack" } } }, workload: {}, path: ["workloads", "it", "model"], severity: "warning" },
    { what: "status requests", manifest: {}, workload: { price: PRICE, ...POLLED }, path: ["workloads", "it", "model"], severity: "warning" },
  ])("$what: a problem at its place, no passing verdict, and an incomplete total", async ({ manifest, workload, path, severity }) => {
    const { problems, total, verdict } = await reviewed(manifest, workload);
    expect(problems.filter(({ code }) => code === "no-exchange-rate")).toMatchObject([{ path, severity, args: { currency: "EUR" } }]);
    expect(verdict).toBe(severity === "error" ? "invalid" : "unpriced");
    expect(total.complete).toBe(false);
  });

  test("a prepaid balance in the manifest is an error, although it only affects the first month's payment", async () => {
    const { problems, accounts, verdict } = await reviewed({ accounts: { acct: { prepaid: 10 } } }, { price: PRICE });
    expect(problems).toMatchObject([{ code: "no-exchange-rate", path: ["accounts", "acct", "prepaid"], severity: "error" }]);
    expect([accounts[0]?.first_month, verdict]).toEqual([null, "invalid"]);
  });

  test("an unknown fee makes the payment unknown; with a rate it is $72 / 1.1 = 65.45 a month", async () => {
    const accounts = { acct: { fees: { seat: 1 } } };
    const [without] = (await reviewed({ accounts }, { price: PRICE })).accounts;
    expect(without).toMatchObject({ fees: null, cash: null, first_month: null });
    const known = await reviewed({ accounts, fx: { EUR: 1.1 } }, { price: PRICE });
    expect(known.accounts[0]?.fees?.toNumber()).toBeCloseTo(72 / 1.1, 9);
    expect(known.total.complete).toBe(true);
    expect(known.problems.filter(({ code }) => code === "no-exchange-rate")).toEqual([]);
  });

  test("a workload that pays for status requests is unpriced without a rate, and priced with one", async () => {
    const without = await reviewed({ budget: { monthly: 150 } }, { price: PRICE, ...POLLED });
    expect(without.workloads[0]?.head).toMatchObject({ status: "unpriced", monthly: null });
    expect(without.verdict).not.toBe("pass");
    // EUR 100 of clips; about 110 requests a job at EUR 0.01 are another EUR 110: over 150.
    const known = await reviewed({ fx: { EUR: 1 }, budget: { monthly: 150 } }, { price: PRICE, ...POLLED });
    expect(known.total.head?.expected.toNumber()).toBeGreaterThan(200);
    expect(known.total.head?.expected.toNumber()).toBeLessThan(215);
  });

  test("a rate is not needed if nothing is paid in that currency", async () => {
    const { total, problems } = await reviewed({}, { price: PRICE });
    expect([total.complete, total.head?.cash.toNumber()]).toEqual([true, 100]);
    expect(problems.filter(({ code }) => code === "no-exchange-rate")).toEqual([]);
  });
});
