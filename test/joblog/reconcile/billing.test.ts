import { describe, expect, test } from "vitest";
import { folderOfLog, jobOf, jsonLines, kinds, reconcileJobs, runLog } from "../logs.ts";

/** Jobs j1…j20, one a day from 1 November 2026, without a cost of their own. */
const jobs = Array.from({ length: 20 }, (_, i) => {
  const day = `2026-11-${String(i + 1).padStart(2, "0")}`;
  return jobOf(`j${i + 1}`, { submitted_at: `${day}T12:00:00Z`, finished_at: `${day}T12:02:00Z`, cost: undefined });
});
const dayOf = (i: number): string => `2026-11-${String(i).padStart(2, "0")}`;
const calm = {
  "video-budget.yml": JSON.stringify({
    version: 1,
    prices: ["acme-log.yml"],
    workloads: { teaser: { provider: "acme-log", model: "acme-1", output: { duration: 8, resolution: "720p" }, volume: { per_month: 31 } } },
  }),
};
const billed = (rows: readonly string[], header = "job_id,date,amount"): Record<string, string> => ({ ...calm, "bill.csv": [header, ...rows].join("\n") });
const all = (change: (row: string, i: number) => string | null = (row) => row): string[] =>
  jobs.flatMap(({ job_id }, i) => change(`${String(job_id)},${dayOf(i + 1)},0.80`, i + 1) ?? []);
const args = ["--billing", "bill.csv"];

describe("a bill by job", () => {
  test("without differences gives no finding", async () => {
    const said = await reconcileJobs(jobs, billed(all()), args);
    expect([kinds(said), said.billed, said.expected, said.code, said.stderr]).toEqual([[], 16, 16, 0, ""]);
  });

  test("overrides the costs in the log", async () => {
    const said = await reconcileJobs(
      jobs.map((job) => ({ ...job, cost: 5 })),
      billed(all((row, i) => (i === 3 ? `j3,${dayOf(3)},1.00` : row))),
      args,
    );
    expect(kinds(said)).toEqual([["UNIT_PRICE", "j3", 0.2]]);
  });

  test("sums several charges and a refund of one job", async () => {
    const said = await reconcileJobs(
      jobs,
      billed([...all((row, i) => (i === 3 ? `j3,${dayOf(3)},0.50` : row)), `j3,${dayOf(4)},0.50`, `j3,${dayOf(9)},-0.20`]),
      args,
    );
    expect([kinds(said), said.billed]).toEqual([[], 16]);
  });

  test("with a row for an unknown job gives a ghost finding", async () => {
    const said = await reconcileJobs(jobs, billed([...all(), `ghost-1,${dayOf(5)},0.80`]), args);
    expect(kinds(said)).toEqual([["GHOST", "ghost-1", 0.8]]);
    expect(said.findings[0]?.message).toBe("Job `ghost-1` was billed $0.80, and no job in our log has this id. Please say which request made it.");
    // 0.80 of 16.
    expect([said.unexplained_share, said.code]).toEqual([0.05, 1]);
  });

  test("with a row for a day outside the log gives no ghost finding", async () => {
    const said = await reconcileJobs(jobs, billed([...all(), "x,2026-09-05,100"]), args);
    expect([kinds(said), said.billed]).toEqual([[], 16]);
    expect(said.stderr).toContain("1 billing row ($100.00) is of days or models that the log does not cover.");
  });

  test("without a row for a job gives an unbilled finding, except that the newest three days are provisional", async () => {
    const said = await reconcileJobs(jobs, billed(all((row, i) => (i === 5 || i === 19 ? null : row))), args);
    expect(kinds(said)).toEqual([
      ["UNBILLED", "j5", -0.8],
      ["UNBILLED", "j19", -0.8],
    ]);
    expect(said.findings.map(({ message }) => message.includes("provisional"))).toEqual([false, true]);
    expect([said.billed, said.expected]).toEqual([14.4, 15.2]);
    expect(said.stderr).toContain("1 job of the newest three days of billing ($0.80) has no row yet and is not counted.");
  });

  test("needs no row for a failed job that is not billed", async () => {
    const failed = jobs.map((job, i) => (i === 4 ? { ...job, status: "provider_error", billed_seconds: 0 } : job));
    expect(kinds(await reconcileJobs(failed, billed(all((row, i) => (i === 5 ? null : row))), args))).toEqual([]);
    expect(kinds(await reconcileJobs(failed, billed(all()), args))).toEqual([["FAILED_JOB_BILLED", "j5", 0.8]]);
  });

  test("that is missing gives neither ghosts nor unbilled jobs", async () => {
    const said = await reconcileJobs(jobs, calm);
    expect([kinds(said), said.stderr]).toEqual([
      [],
      "20 jobs say no cost and are not compared ($16.00 by the price book): log it, or give the provider's bill with --billing.\n",
    ]);
  });

  test("in FOCUS counts usage at its effective cost, and no packs, taxes or credits", async () => {
    const header = "BilledCost,EffectiveCost,ChargeCategory,ChargePeriodStart,SkuId,ConsumedQuantity,ConsumedUnit,BillingCurrency,x_JobId,x_RequestId";
    const rows = [
      // The pack is paid at once; the jobs carry its amortised cost.
      "20.00,0,Purchase,2026-11-01T00:00:00Z,pack,,,USD,,",
      "1.52,1.52,Tax,2026-11-01T00:00:00Z,,,,USD,,",
      "-1,-1,Credit,2026-11-01T00:00:00Z,,,,USD,,",
      ...jobs.map(({ job_id }, i) => `0,0.80,Usage,${dayOf(i + 1)}T00:00:00Z,acme-1,8,Seconds,USD,${String(job_id)},`),
      "0,0.80,Usage,2026-11-04T00:00:00Z,acme-1,8,Seconds,USD,g1,r-of-g1",
      "0,-0.80,Usage,2026-11-05T00:00:00Z,acme-1,8,Seconds,USD,g2,",
    ];
    const said = await reconcileJobs(jobs, billed(rows, header), args);
    expect(said.findings.map(({ kind, job_id, request_id, workload, delta }) => [kind, job_id, request_id, workload, delta])).toEqual([
      ["GHOST", "g1", "r-of-g1", "teaser", 0.8],
      ["GHOST", "g2", null, "teaser", -0.8],
    ]);
    expect(said.billed).toBe(16);
  });
});

describe("a bill by SKU and day", () => {
  const header = "date,sku,seconds,cost";
  const rows = (change: (row: string, i: number) => string | null = (row) => row): string[] =>
    jobs.flatMap((_, i) => change(`${dayOf(i + 1)},ACME-1-720p,8,0.80`, i + 1) ?? []);

  test.each([
    ["as expected", rows(), []],
    ["another price", rows((row, i) => (i === 3 ? `${dayOf(3)},acme-1,8,0.96` : row)), [["UNIT_PRICE", null, 0.16]]],
    ["more seconds", rows((row, i) => (i === 3 ? `${dayOf(3)},acme-1,10,1.00` : row)), [["DURATION", null, 0.2]]],
    ["no row", rows((row, i) => (i === 3 ? null : row)), [["UNBILLED", null, -0.8]]],
    ["a model that is not in the manifest", [...rows(), `${dayOf(3)},other-9,8,0.80`], [["OUT_OF_PLAN", null, 0.8]]],
    ["two rows of one day", [...rows((row, i) => (i === 3 ? `${dayOf(3)},acme-1,4,0.40` : row)), `${dayOf(3)},acme-1,4,0.40`], []],
  ])("compares sums: %s", async (_, lines, expected) => {
    const said = await reconcileJobs(jobs, billed(lines, header), args);
    expect(kinds(said)).toEqual(expected);
    const sum = said.findings.reduce((total, { delta }) => total + delta, 0);
    expect(sum).toBeCloseTo(said.billed - said.expected, 9);
  });

  test("reports a day without jobs in the log", async () => {
    const said = await reconcileJobs(
      jobs.filter((_, i) => i !== 6),
      billed(rows(), header),
      args,
    );
    expect(kinds(said)).toEqual([["GHOST", null, 0.8]]);
    expect(said.findings[0]?.message).toMatch(/^`ACME-1-720p` on 2026-11-07 was billed \$0\.80/);
  });
});

test("unreadable rows of a bill are counted with those of the log", async () => {
  const folder = folderOfLog({ "jobs.jsonl": jsonLines(jobs), ...billed([...all(), "j1,yesterday,0.80", "j2,2026-11-01,free"]) });
  const ran = await runLog(folder, ["reconcile", "jobs.jsonl", ...args]);
  expect(ran.stdout).toContain("bill.csv:22 has yesterday as date, which must be seconds since 1970 or ISO 8601");
  expect(ran.stdout).toContain("bill.csv:23 has free as cost, which must be a number");
});
