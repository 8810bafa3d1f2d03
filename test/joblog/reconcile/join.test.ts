import { describe, expect, test } from "vitest";
import { jobOf, kinds, reconcileJobs } from "../logs.ts";

/** 40 jobs of 8 s at $0.80, two a day from 1 September 2026 at 05:00 and 22:00 UTC, without a cost of their own; every tenth fails and is free. */
const jobs = Array.from({ length: 40 }, (_, i) => {
  const day = String(1 + (i >> 1)).padStart(2, "0");
  const hour = i % 2 === 0 ? "05" : "22";
  const failed = i % 10 === 9 ? { status: "provider_error", billed_seconds: 0 } : {};
  return jobOf(`j${i}-Ab`, { submitted_at: `2026-09-${day}T${hour}:00:00Z`, finished_at: `2026-09-${day}T${hour}:02:00Z`, cost: undefined, ...failed });
});
const manifest = (more: object = {}): string =>
  JSON.stringify({
    version: 1,
    prices: ["acme-log.yml"],
    ...more,
    workloads: { teaser: { provider: "acme-log", model: "acme-1", output: { duration: 8, resolution: "720p" }, volume: { per_month: 62 } } },
  });
type Row = { id: string; date: string; cost: string; currency: string };
/** A correct bill, with a change to each row or with additional rows. */
const billed = (change: (row: Row) => Row | null = (row) => row, more: readonly string[] = [], settings: object = {}): Record<string, string> => {
  const rows = jobs.flatMap(({ job_id, submitted_at, status }) => {
    const row = change({ id: String(job_id), date: String(submitted_at).slice(0, 10), cost: status === "success" ? "0.80" : "0", currency: "USD" });
    return row ? [`${row.id},acme-1,${row.date},${row.cost},${row.currency}`] : [];
  });
  return { "video-budget.yml": manifest(settings), "bill.csv": ["job_id,model,date,cost,currency", ...rows, ...more].join("\n") };
};
const said = (files: Record<string, string>) => reconcileJobs(jobs, files, ["--billing", "bill.csv"]);

describe("a correct bill gives no finding, however it writes ids and days", () => {
  test.each<[string, (row: Row) => Row, RegExp | null]>([
    ["ids as they are", (row) => row, null],
    ["ids in capitals", (row) => ({ ...row, id: row.id.toUpperCase() }), /without regard to case/],
    ["ids after the provider", (row) => ({ ...row, id: `acme-log:${row.id}` }), /without what stands before them/],
    ["ids as paths", (row) => ({ ...row, id: `projects/p/operations/${row.id}` }), /without what stands before them/],
    ["ids after a word", (row) => ({ ...row, id: `video_${row.id}` }), /without what stands before them/],
    ["ids after a word, in capitals", (row) => ({ ...row, id: `JOB-${row.id.toUpperCase()}` }), /and without regard to case/],
    ["an account's id in each row", (row) => ({ ...row, id: "project-42" }), /`project-42` is the id of most rows/],
    ["unrelated ids", (row) => ({ ...row, id: `x${Number(row.id.slice(1, 3).replace("-", "")) * 7919}` }), /No id of the bill/],
    ["no ids", (row) => ({ ...row, id: "" }), null],
  ])("%s", async (_, change, note) => {
    const { verdict, code, findings, causes, notes, matched_share, billed: paid, expected } = await said(billed(change));
    expect([verdict, code, findings, causes, matched_share, paid, expected]).toEqual(["as-expected", 0, [], [], 1, 28.8, 28.8]);
    if (note === null) expect(notes).toEqual([]);
    else expect(notes.join()).toMatch(note);
  });

  test("with days in another time zone", async () => {
    // 05:00 UTC is 22:00 of the day before in UTC−7; 22:00 UTC is 15:00 of the same day.
    const shift = (row: Row): Row => {
      const { submitted_at } = jobs.find(({ job_id }) => job_id === row.id) ?? {};
      return { ...row, id: "", date: new Date(Date.parse(String(submitted_at)) - 7 * 3_600_000).toISOString().slice(0, 10) };
    };
    const { verdict, causes, notes, expected } = await said(billed(shift));
    expect([verdict, causes, expected]).toEqual(["as-expected", [], 28.8]);
    expect(notes.join()).toMatch(/The bill's days are those of UTC−\d/);
  });

  test("with a cost that is booked a day later", async () => {
    const late = (row: Row): Row => ({ ...row, id: "", date: row.id === "j7-Ab" ? "2026-09-05" : row.date });
    const { verdict, causes, notes } = await said(billed(late));
    expect([verdict, causes]).toEqual(["as-expected", []]);
    expect(notes.join()).toContain("2 days differ only by what is billed on the day beside");
  });
});

test("refunds and adjustments without an id are one finding", async () => {
  const { causes, findings } = await said(billed((row) => row, [",acme-1,2026-09-05,-0.80,USD", ",acme-1,2026-09-09,-1.60,USD", ",,2026-09-12,0.10,USD"]));
  expect(findings.map(({ kind, delta, message }) => [kind, delta, message])).toEqual([
    ["ADJUSTMENT", -2.3, "3 rows of the billing name no job (refunds, adjustments): -$2.30 in all."],
  ]);
  expect(causes).toHaveLength(1);
});

describe("bill rows in a currency without a rate", () => {
  const yen = (row: Row): Row => ({ ...row, cost: row.cost === "0" ? "0" : "120", currency: "JPY" });

  test("are unreadable, and their jobs do not count as unbilled", async () => {
    const { verdict, code, findings, not_compared, stderr } = await said(billed((row) => (Number(row.id.slice(1, 3).replace("-", "")) < 30 ? yen(row) : row)));
    expect([verdict, code, findings]).toEqual(["not-compared", 2, []]);
    // Three of 30 rows in yen are 0; the 27 jobs of the others are 21.60 by the price book.
    expect(not_compared).toEqual([{ why: "unreadable", jobs: 27, billed: null, listed: 21.6 }]);
    expect(stderr).toContain("bill.csv:2 is in JPY, for which the manifest's fx has no rate");
  });

  test("are compared once there is a rate", async () => {
    // 120 yen at 1/150 dollar are 0.80.
    const { verdict, findings } = await said(billed(yen, [], { fx: { JPY: 0.006666667 } }));
    expect([verdict, findings]).toEqual(["as-expected", []]);
  });
});

describe("the provisional days of a bill", () => {
  test("end in time: a job of the last day without a row is unbilled", async () => {
    const { findings, stderr } = await said(billed((row) => (row.id === "j38-Ab" ? null : row)));
    expect(findings.map(({ kind, job_id, delta }) => [kind, job_id, delta])).toEqual([["UNBILLED", "j38-Ab", -0.8]]);
    expect(stderr).not.toContain("provisional");
  });
});

test("days that only one side has are not compared", async () => {
  // The bill ends on 15 September: ten jobs are later, of which one fails.
  const { verdict, days, not_compared, findings } = await said(billed((row) => (row.date > "2026-09-15" ? null : row), ["z,acme-1,2026-08-20,5.00,USD"]));
  expect([verdict, days, findings]).toEqual(["as-expected", { log: ["2026-09-01", "2026-09-20"], bill: ["2026-08-20", "2026-09-15"] }, []]);
  expect(not_compared).toEqual([{ why: "not-covered", jobs: 11, billed: 5, listed: 7.2 }]);
});

describe("causes of differences", () => {
  const day = (row: Row): number => Number(row.date.slice(-2));

  test("group jobs with one ratio from one day on", async () => {
    const { causes, findings } = await said(billed((row) => (day(row) >= 16 && row.cost !== "0" ? { ...row, cost: "0.96" } : row)));
    expect(findings).toHaveLength(9);
    expect(causes).toEqual([
      {
        kind: "UNIT_PRICE",
        workload: "teaser",
        ratio: 1.2,
        from: "2026-09-16",
        to: "2026-09-20",
        jobs: 9,
        delta: 1.44,
        message: "`teaser`: from 2026-09-16 every job × 1.2, another price for the same job: +$1.44.",
      },
    ]);
  });

  test("keep opposite differences apart, which never cancel", async () => {
    const opposite = (row: Row): Row => (row.cost === "0" ? row : { ...row, cost: day(row) <= 10 ? "0.88" : "0.72" });
    const { verdict, causes, unexplained_share } = await said(billed(opposite));
    expect(verdict).toBe("differs");
    expect(causes.map(({ ratio, jobs, delta }) => [ratio, jobs, delta])).toEqual([
      [1.1, 18, 1.44],
      [0.9, 18, -1.44],
    ]);
    // 2.88 of 28.80.
    expect(unexplained_share).toBe(0.1);
  });

  test("include jobs that are billed twice", async () => {
    const again = ["j4-Ab,acme-1,2026-09-03,0.80,USD", "j6-Ab,acme-1,2026-09-04,0.80,USD"];
    const { findings, causes } = await said(billed((row) => row, again));
    expect(findings.map(({ kind, job_id, delta }) => [kind, job_id, delta])).toEqual([
      ["DOUBLE_BILLED", "j4-Ab", 0.8],
      ["DOUBLE_BILLED", "j6-Ab", 0.8],
    ]);
    expect(causes.map(({ ratio, jobs }) => [ratio, jobs])).toEqual([[2, 2]]);
  });

  test("name possibilities if no field shows the reason", async () => {
    const bare = jobs.map(({ billed_seconds, billed_resolution, ...job }) => job);
    const { findings } = await reconcileJobs(
      bare,
      billed((row) => (row.id === "j4-Ab" ? { ...row, cost: "1.20" } : row)),
      ["--billing", "bill.csv"],
    );
    expect(findings.map(({ message }) => message)).toEqual([
      "Job `j4-Ab` was billed $1.20; by the published price it is $0.80: $0.40 more than expected. What length and resolution were billed is not shown. It is one of: another unit price, 12 s, 1080p.",
    ]);
  });

  test("recognize lengths that are rounded up to a multiple of five", async () => {
    const asked = [4, 8, 5, 6];
    const records = jobs.map((job, i): Record<string, unknown> => {
      const seconds = asked[i % 4] as number;
      const up = Math.ceil(seconds / 5) * 5;
      return job["status"] === "success" ? { ...job, requested_seconds: seconds, billed_seconds: up, cost: up / 10 } : { ...job, cost: 0 };
    });
    const { causes } = await reconcileJobs(records, { "video-budget.yml": manifest() });
    // At 0.10 a second: 1 s too many of each that asks for 4, 2 of 8, none of 5, 4 of 6.
    const over = records.reduce(
      (sum, { status }, i) => (status === "success" ? sum + (Math.ceil((asked[i % 4] as number) / 5) * 5 - (asked[i % 4] as number)) / 10 : sum),
      0,
    );
    expect(causes.map(({ kind, ratio, delta }) => [kind, ratio, delta])).toEqual([["ROUNDED_UP", null, Number(over.toFixed(6))]]);
  });
});

describe("jobs that have not ended", () => {
  test("are reported if they are billed or run for days", async () => {
    const records = [
      jobOf("j1", { status: "queued", submitted_at: "2026-11-10T10:00:00Z", finished_at: undefined, cost: undefined }),
      jobOf("j2", { submitted_at: "2026-11-10T11:00:00Z", finished_at: undefined, cost: undefined }),
      jobOf("j3", { status: "processing", submitted_at: "2026-11-02T11:00:00Z", finished_at: undefined, cost: undefined }),
    ];
    const found = await reconcileJobs(records, { "video-budget.yml": manifest(), "bill.csv": "job_id,date,cost\nj1,2026-11-10,0.80\nj2,2026-11-10,0.80\n" }, [
      "--billing",
      "bill.csv",
    ]);
    expect(kinds(found)).toEqual([
      ["NOT_ENDED", "j1", 0.8],
      ["NOT_ENDED", "j3", 0],
    ]);
    expect(found.findings[0]?.message).toBe(
      "Job `j1` was billed $0.80, and has not ended in our log since 2026-11-10: its end was lost. Ask for its status again.",
    );
  });

  test("and that the client abandoned have an unknown outcome, and their cost is kept", async () => {
    const gaveUp = { submitted_at: "2026-11-10T10:05:00Z", finished_at: undefined, gave_up_at: "2026-11-10T10:08:00Z", billed_seconds: undefined };
    const records = ["processing", "abandoned", "unknown", "timeout"].map((status, i) => jobOf(`a${i}`, { ...gaveUp, status }));
    const found = await reconcileJobs(
      [...records, ...Array.from({ length: 6 }, (_, i) => jobOf(`b${i}`, { submitted_at: gaveUp.submitted_at, finished_at: undefined }))],
      { "video-budget.yml": manifest() },
    );
    expect([found.findings, found.jobs, found.billed, found.verdict, found.matched_share]).toEqual([[], 10, 8, "as-expected", 0.6]);
    expect(found.not_compared).toEqual([{ why: "outcome-unknown", jobs: 4, billed: 3.2, listed: 3.2 }]);
  });
});
