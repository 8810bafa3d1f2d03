import { describe, expect, test } from "vitest";
import { jobOf, reconcileJobs } from "../logs.ts";

/** Ten jobs, one on each of the first ten days of November, of 8 s for $0.80. */
const jobs = Array.from({ length: 10 }, (_, i) => {
  const day = `2026-11-${String(i + 1).padStart(2, "0")}`;
  return jobOf(`j${i}`, { submitted_at: `${day}T10:00:00Z`, finished_at: `${day}T10:01:40Z`, cost: undefined });
});
const day = (i: number): string => `2026-11-${String(i + 1).padStart(2, "0")}`;
const lines = (header: string, row: (id: string, i: number) => string): string => `${[header, ...jobs.map((_, i) => row(`j${i}`, i))].join("\n")}\n`;
const manifest = {
  "video-budget.yml": JSON.stringify({
    version: 1,
    prices: ["acme-log.yml"],
    workloads: { teaser: { provider: "acme-log", model: "acme-1", output: { duration: 8, resolution: "720p" }, volume: { per_month: 30 } } },
  }),
};

async function against(bill: string, args: readonly string[] = [], name = "bill.csv"): Promise<unknown[]> {
  const said = await reconcileJobs(jobs, { ...manifest, [name]: bill }, ["--billing", name, ...args]);
  return [said.verdict, said.code, said.billed, said.compared.jobs, said.findings.length, said.stderr];
}

/** Ten jobs at $0.80 are $8, and nothing is found. */
const RIGHT = ["as-expected", 0, 8, 10, 0, ""];
const byDay = (id: string): unknown[] => [
  ...RIGHT.slice(0, 5),
  `${id} is the id of most rows of the bill, so an account's or a project's and no job's: the bill is compared by day and model.\n`,
];

describe("bills exported from clouds", () => {
  test.each([
    [
      "1.0",
      "BilledCost,EffectiveCost,ListCost,ChargeCategory,ChargePeriodStart,SkuId,SkuPriceId,ConsumedQuantity,ConsumedUnit,BillingCurrency,ResourceId,ProviderName",
    ],
    [
      "1.1",
      "BilledCost,EffectiveCost,ListCost,ChargeCategory,ChargePeriodStart,SkuId,SkuPriceDetails,ConsumedQuantity,ConsumedUnit,BillingCurrency,ResourceId,ProviderName",
    ],
    [
      "1.2",
      "BilledCost,EffectiveCost,ListCost,ChargeCategory,ChargePeriodStart,SkuId,BillingAccountType,ConsumedQuantity,ConsumedUnit,BillingCurrency,ResourceId,ProviderName",
    ],
    [
      "1.3",
      "BilledCost,EffectiveCost,ListCost,ChargeCategory,ChargePeriodStart,SkuId,AllocatedMethodId,ConsumedQuantity,ConsumedUnit,BillingCurrency,ResourceId,ServiceProviderName",
    ],
  ])("FOCUS %s: a project's ResourceId is not used as a job id", async (_, header) => {
    expect(await against(lines(header, (__, i) => `0.80,0.80,1.00,Usage,${day(i)}T00:00:00Z,acme-1,x,8,Seconds,USD,projects/p1,Acme`))).toEqual(
      byDay("projects/p1"),
    );
  });

  test("AWS CUR 2.0: usage counts at its unblended cost, taxes and fees do not count", async () => {
    const header =
      "line_item_usage_start_date,line_item_line_item_type,line_item_usage_type,line_item_line_item_description,line_item_usage_amount,line_item_unblended_cost,line_item_currency_code,line_item_resource_id,line_item_product_code";
    const usage = lines(
      header,
      (id, i) => `${day(i)} 00:00:00.000,Usage,USE1-acme-1-video-second,$0.10 per second of acme-1,8,0.8000000000,USD,${id},AmazonBedrock`,
    );
    expect(await against(`${usage}2026-11-01 00:00:00.000,Tax,,,1,1.52,USD,,AmazonBedrock\n`)).toEqual(RIGHT);
  });

  test("Azure cost details: dates are month first", async () => {
    const header = "Date,MeterCategory,MeterSubCategory,MeterName,Quantity,UnitOfMeasure,CostInBillingCurrency,BillingCurrencyCode,ResourceId,ChargeType";
    expect(
      await against(
        lines(
          header,
          (_, i) => `11/${String(i + 1).padStart(2, "0")}/2026,Foundry Models,Acme,acme-1 video second,8,1 Second,0.80,USD,/subscriptions/s/accounts/a,Usage`,
        ),
      ),
    ).toEqual(byDay("/subscriptions/s/accounts/a"));
  });

  test("GCP: JSON lines of BigQuery have discounts as credits", async () => {
    const row = (_: string, i: number): string =>
      JSON.stringify({
        service: { description: "Vertex AI" },
        sku: { id: "AAAA-1", description: "acme-1 video generation" },
        usage_start_time: `${day(i)}T00:00:00Z`,
        usage: { amount: 8, unit: "seconds" },
        cost: 1,
        currency: "USD",
        credits: [{ type: "DISCOUNT", amount: -0.2 }],
      });
    expect(await against(lines("", row).trimStart(), [], "bill.jsonl")).toEqual(RIGHT);
  });
});

describe("an invoice by month", () => {
  /** Of all days of November up to the day of the run: 21 jobs of $0.80 are $16.80. */
  const month = Array.from({ length: 21 }, (_, i) => jobOf(`m${i}`, { submitted_at: `${day(i)}T10:00:00Z`, finished_at: undefined, cost: undefined }));
  const invoiced = async (written: string, amount: string) => {
    const files = { ...manifest, "bill.csv": `Date,Model,Requests,Amount\n${written},acme-1,21,${amount}\n` };
    const said = await reconcileJobs(month, files, ["--billing", "bill.csv"]);
    return [said.verdict, said.code, said.compared, said.findings.map(({ kind, delta }) => [kind, delta])];
  };

  test.each(["2026-11", "Nov 2026", "November 2026", "202611"])("of %s is compared with the sum of the model's jobs", async (written) =>
    expect(await invoiced(written, "$16.80")).toEqual(["as-expected", 0, { jobs: 21, billed: 16.8 }, []]),
  );

  test("that is too high gives a difference for the month", async () =>
    // 18.90 − 21 × 0.80
    expect(await invoiced("Nov 2026", "$18.90")).toEqual(["differs", 1, { jobs: 21, billed: 18.9 }, [["UNIT_PRICE", 2.1]]]));

  test("is not compared with a log of part of the month", async () => {
    const [verdict, code] = await against("Date,Model,Requests,Amount\n2026-11,acme-1,10,$8.00\n");
    expect([verdict, code]).toEqual(["not-compared", 2]);
  });
});

describe("bill columns with other names", () => {
  const bill = lines("Ref,Wann,Was,Netto", (id, i) => `${id},${day(i)},acme-1,"$0.80"`);

  test("are mapped with --billing-map", async () =>
    expect(
      await against(
        bill,
        ["job_id=Ref", "date=Wann", "model=Was", "cost=Netto"].flatMap((pair) => ["--billing-map", pair]),
      ),
    ).toEqual(RIGHT));

  test("are listed if no row can be read", async () => {
    await expect(against(bill)).rejects.toThrow(
      /No row of the bill bill\.csv can be read\. Columns found: Ref, Wann, Was, Netto\. Name its columns with --billing-map/,
    );
  });
});

describe("the share of compared money", () => {
  const own = (count: number): string =>
    jobs
      .slice(0, count)
      .map(({ job_id }, i) => `${String(job_id)},${day(i)},0.80\n`)
      .join("");

  test("is of the days that both sides have: a bill of months with a log of ten days is compared", async () => {
    const others = Array.from({ length: 30 }, (_, i) => `x${i},2026-10-${String(i + 1).padStart(2, "0")},5.00\n`).join("");
    const said = await reconcileJobs(jobs, { ...manifest, "bill.csv": `job_id,date,cost\n${own(10)}${others}` }, ["--billing", "bill.csv"]);
    expect([said.verdict, said.code, said.matched_share, said.compared]).toEqual(["as-expected", 0, 1, { jobs: 10, billed: 8 }]);
    expect(said.not_compared).toEqual([{ why: "not-covered", jobs: 30, billed: 150, listed: 0 }]);
  });

  test("is of the days that both sides have: a bill of two days with a log of ten is compared", async () => {
    const said = await reconcileJobs(jobs, { ...manifest, "bill.csv": `job_id,date,cost\n${own(2)}` }, ["--billing", "bill.csv"]);
    expect([said.verdict, said.code, said.matched_share, said.compared]).toEqual(["as-expected", 0, 1, { jobs: 2, billed: 1.6 }]);
    expect(said.not_compared).toEqual([{ why: "not-covered", jobs: 8, billed: null, listed: 6.4 }]);
  });

  test("is nothing without common days", async () => {
    const said = await reconcileJobs(jobs, { ...manifest, "bill.csv": "job_id,date,cost\nx1,2026-09-01,5.00\n" }, ["--billing", "bill.csv"]);
    expect([said.verdict, said.code]).toEqual(["not-compared", 2]);
  });
});

test.each(["processing", "abandoned", "unknown"])("the cost of a job that the client abandoned is kept and its outcome unknown: %s", async (status) => {
  const given = jobOf("a4", { status, finished_at: undefined, gave_up_at: "2026-11-01T00:03:00Z", billed_seconds: undefined });
  const said = await reconcileJobs([given, jobOf("a5")], manifest);
  // Two of $0.80; half of the money is compared.
  expect([said.billed, said.verdict, said.code, said.not_compared]).toEqual([
    1.6,
    "as-expected",
    0,
    [{ why: "outcome-unknown", jobs: 1, billed: 0.8, listed: 0.8 }],
  ]);
  expect(JSON.stringify(said)).not.toMatch(/credit|timed out/);
});
