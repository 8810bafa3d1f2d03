import { describe, expect, test } from "vitest";
import { jobOf, kinds, reconcileJobs } from "../logs.ts";

/** Of the manifest beside the log: $0.10 a second, whole seconds, at least 4; × 1.5 at 1080p; failures free but moderated ones. */

describe("a job record", () => {
  test.each([
    ["as requested", {}, []],
    ["5.2 s rounded up to 6 s", { requested_seconds: 5.2, billed_seconds: 6, cost: 0.6 }, []],
    ["5.2 s billed as 6 s with the requested length in the record", { requested_seconds: 5.2, billed_seconds: 5.2, cost: 0.6 }, []],
    ["a container two frames longer", { billed_seconds: 8.083 }, []],
    ["another spelling of its resolution", { resolution: "720P", billed_resolution: "1280x720" }, []],
    ["its resolution as a number", { resolution: 720, billed_resolution: 720 }, []],
    ["a difference of 0.5%", { cost: 0.804 }, []],
    ["10 s billed for 8", { billed_seconds: 10, cost: 1 }, [["DURATION", "j", 0.2]]],
    ["10 s billed for 8 at the price of 8", { billed_seconds: 10 }, [["DURATION", "j", 0]]],
    ["4 s billed for 8", { billed_seconds: 4, cost: 0.4 }, [["DURATION", "j", -0.4]]],
    ["1080p billed for 720p", { billed_resolution: "1080p", cost: 1.2 }, [["RESOLUTION", "j", 0.4]]],
    // 10 s at 720p are 1.00, 0.20 more; at 1080p 1.50, 0.50 more than that.
    [
      "both",
      { billed_seconds: 10, billed_resolution: "1080p", cost: 1.5 },
      [
        ["DURATION", "j", 0.2],
        ["RESOLUTION", "j", 0.5],
      ],
    ],
    ["a price of 0.11", { cost: 0.88 }, [["UNIT_PRICE", "j", 0.08]]],
    ["nothing for a success", { cost: 0 }, [["UNIT_PRICE", "j", -0.8]]],
    ["a failed job that is not billed", { status: "provider_error", billed_seconds: 0, cost: 0 }, []],
    ["a failed job that is billed", { status: "provider_error", billed_seconds: 0 }, [["FAILED_JOB_BILLED", "j", 0.8]]],
    ["a partly billed refused request", { status: "invalid", cost: 0.1 }, [["FAILED_JOB_BILLED", "j", 0.1]]],
    ["moderated and billed, as its policy says", { status: "moderated", billed_seconds: 0 }, []],
    ["moderated and credited", { status: "moderated", cost: 0 }, [["FAILED_JOB_CREDITED", "j", -0.8]]],
    ["moderated and billed as 1080p", { status: "moderated", billed_resolution: "1080p", cost: 1.2 }, [["RESOLUTION", "j", 0.4]]],
    ["moderated at another price", { status: "moderated", cost: 0.9 }, [["UNIT_PRICE", "j", 0.1]]],
    // The cost of a timeout or a cancellation is unknown, so any amount up to the full price is explained.
    ["timed out and billed", { status: "timed_out" }, []],
    ["timed out and free", { status: "timed_out", cost: 0 }, []],
    ["cancelled, and half of it billed", { status: "cancelled", cost: 0.4 }, []],
    ["cancelled, and billed twice", { status: "cancelled", cost: 1.6 }, [["FAILED_JOB_BILLED", "j", 0.8]]],
    ["no cost", { cost: undefined }, []],
    ["a cost in another currency", { cost: 100, currency: "JPY" }, []],
  ])("is compared with the price: %s", async (_, more, expected) => {
    const said = await reconcileJobs([jobOf("j", more)]);
    expect(kinds(said)).toEqual(expected);
    // An amount within the tolerance is expected but not equal.
    if (expected.length === 0) return;
    const sum = said.findings.reduce((total, { delta }) => total + delta, 0);
    expect(sum).toBeCloseTo(said.billed - said.expected, 9);
  });

  test("without length and resolution is compared at its workload's", async () => {
    const { requested_seconds, resolution, ...rest } = jobOf("j", { billed_resolution: "1080p", cost: 1.2 });
    expect([requested_seconds, resolution]).toEqual([8, "720p"]);
    expect(kinds(await reconcileJobs([rest]))).toEqual([["RESOLUTION", "j", 0.4]]);
  });

  test("of a job that has not ended is set aside", async () => {
    const said = await reconcileJobs([jobOf("j"), jobOf("k", { status: "processing", cost: 0 })]);
    expect([said.jobs, said.expected, said.stderr]).toEqual([1, 0.8, "1 job had not ended and is not counted.\n"]);
  });
});

describe("a record belongs", () => {
  const two = {
    "video-budget.yml": JSON.stringify({
      version: 1,
      prices: ["acme-log.yml"],
      workloads: {
        one: { provider: "acme-log", model: "acme-1", output: { duration: 8, resolution: "720p" }, volume: { per_month: 1 } },
        two: { provider: "acme-log", model: "acme-1", output: { duration: 8, resolution: "1080p" }, volume: { per_month: 1 } },
        other: { provider: "acme", model: "acme-1", output: { duration: 10, resolution: "720p", audio: false }, volume: { per_month: 1 } },
      },
    }),
  };

  test("to the workload that it names", async () => {
    const said = await reconcileJobs([jobOf("j", { workload: "two", resolution: undefined, billed_resolution: undefined, cost: 1.2 })], two);
    expect([kinds(said), said.expected]).toEqual([[], 1.2]);
  });

  test("to its provider's only workload, also by an alias of the model or an id with the provider before it", async () => {
    const job = { requested_seconds: 10, billed_seconds: 10, cost: 1 };
    for (const names of [{ provider: "acme" }, { provider: "acme", model: "acme" }, { model: "acme/acme-1", provider: "ACME" }])
      expect(kinds(await reconcileJobs([jobOf("j", { ...job, ...names })], two))).toEqual([]);
  });

  test("to none of several workloads; it is not compared, and the report says so", async () => {
    const said = await reconcileJobs([jobOf("j", { provider: "acme-log" })], two);
    expect([kinds(said), said.billed, said.expected, said.unexplained_share, said.code]).toEqual([[], 0.8, 0, 0, 2]);
    expect(said.stderr).toContain("1 job ($0.80) could belong to several workloads");
  });

  test("to no workload if the manifest has none for it", async () => {
    const said = await reconcileJobs(
      [jobOf("j", { provider: "elsewhere" }), jobOf("k", { model: "acme-9", provider: "acme" }), jobOf("l", { workload: "one" })],
      two,
    );
    expect(kinds(said)).toEqual([
      ["OUT_OF_PLAN", null, 0.8],
      ["OUT_OF_PLAN", null, 0.8],
    ]);
    expect(said.findings[0]?.message).toBe(
      "1 job (the first is `j`) is for the provider `elsewhere`, which the manifest does not have: $0.80 is in no budget.",
    );
  });
});

describe("a whole log", () => {
  /** So many jobs, one every six hours from 1 November. */
  const many = (count: number, more: object = {}): Record<string, unknown>[] =>
    Array.from({ length: count }, (_, i) => {
      const start = 1_793_491_200 + i * 21_600;
      return jobOf(`j${i}`, { submitted_at: start, finished_at: start + 100, ...more });
    });
  const manifest = (more: object): Record<string, string> => ({
    "video-budget.yml": JSON.stringify({
      version: 1,
      prices: ["acme-log.yml"],
      workloads: { teaser: { provider: "acme-log", model: "acme-1", output: { duration: 8, resolution: "720p" }, volume: { per_month: 122 }, ...more } },
    }),
  });

  test("with the declared volume gives no finding: 4 a day are 122 a month", async () =>
    expect(kinds(await reconcileJobs(many(57), manifest({})))).toEqual([]));

  test("with half of the declared volume gives a finding", async () => {
    const said = await reconcileJobs(many(57), manifest({ volume: { per_month: 244 } }));
    // From Sunday 1 to Sunday 15 November four a day, and one on the last: Sundays have (4 + 4 + 1) / 3, so a week has 27, and a month 117.401786, 126.598214 fewer, at 0.80.
    expect(kinds(said)).toEqual([["VOLUME", null, -101.278571]]);
    expect(said.findings[0]?.message).toBe("57 jobs in 15 days are 117 a month; the manifest plans 244 (52% fewer, -$101.28 a month).");
    expect(said.code).toBe(0);
  });

  test("of less than a week gives no finding on volume", async () =>
    expect(kinds(await reconcileJobs(many(20), manifest({ volume: { per_month: 1000 } })))).toEqual([]));

  test("with a volume within chance gives no finding: 8 jobs where 10 are planned", async () =>
    expect(
      kinds(
        await reconcileJobs(
          many(57).filter((_, i) => i % 8 === 0),
          manifest({ volume: { per_month: 20 } }),
        ),
      ),
    ).toEqual([]));

  test("with twice the status requests of the client gives a finding", async () => {
    const polls = { client: { completion: { poll: { first: "20s", interval: "10s" } } } };
    // A job of 100 s: after 20, 30, … 100 s, so 9.
    expect(kinds(await reconcileJobs(many(8, { polls: 9 }), manifest(polls)))).toEqual([]);
    const said = await reconcileJobs(many(8, { polls: 18 }), manifest(polls));
    expect(kinds(said)).toEqual([["DUPLICATE_POLLING", null, 0]]);
    expect(said.findings[0]?.message).toContain("8 jobs had 18 status requests each; one client that polls as declared sends 9.");
    expect(kinds(await reconcileJobs(many(8, { polls: 18 }), manifest({})))).toEqual([]);
  });

  test("with a wrong price in the manifest counts all jobs and lists some", async () => {
    const said = await reconcileJobs(many(57, { cost: 1 }), manifest({}), ["--list", "10"]);
    expect(said.findings).toHaveLength(10);
    expect([said.billed, said.expected]).toEqual([57, 45.6]);
    expect(said.stderr).toContain("UNIT_PRICE: 47 more are counted and not listed (--list).");
  });
});

test("is compared at the price of each job's day", async () => {
  const price = (from: string | undefined, to: string | undefined, usd: number): object => ({
    ...(from && { from }),
    ...(to && { to }),
    source: "https://acme.example",
    checked: "2026-11-01",
    confidence: "provider",
    charges: [{ meter: "second", usd }],
  });
  const book = JSON.stringify({
    provider: "acme-log",
    name: "Acme",
    models: [
      {
        id: "acme-1",
        modes: ["text-to-video"],
        accepts: { duration: [8], resolution: ["720p"] },
        prices: [price("2026-01-01", "2026-10-01", 0.2), price("2026-10-01", undefined, 0.1)],
      },
    ],
  });
  const said = await reconcileJobs(
    [
      jobOf("before", { submitted_at: "2026-09-30T23:59:00Z", finished_at: undefined, cost: 1.6 }),
      jobOf("after", { submitted_at: "2026-10-01T00:00:00Z", finished_at: undefined }),
      // The book has no price for 2025, so the price of the run's date counts.
      jobOf("long-ago", { submitted_at: "2025-01-01T00:00:00Z", finished_at: undefined }),
    ],
    { "acme-log.yml": book },
  );
  expect([said.findings.filter(({ kind }) => kind !== "VOLUME"), said.expected]).toEqual([[], 3.2]);
});

test("in credits is compared at their value on the account", async () => {
  const manifest = JSON.stringify({
    version: 1,
    accounts: { acme: { pack: "Pack 1" } },
    workloads: { c: { provider: "acme", model: "acme-credits", output: { duration: 5 }, volume: { per_month: 1 } } },
  });
  // 5 s × 10 credits; a credit of Pack 1 is 12 / 1000 dollars.
  const said = await reconcileJobs(
    [
      { job_id: "j", status: "success", requested_seconds: 5, credits: 50 },
      { job_id: "k", status: "success", requested_seconds: 5, credits: 60 },
    ],
    {
      "video-budget.yml": manifest,
    },
  );
  expect([said.billed, said.expected, kinds(said)]).toEqual([1.32, 1.2, [["UNIT_PRICE", "k", 0.12]]]);
});

test("of a workload without a price is not compared, and the report says so", async () => {
  const manifest = JSON.stringify({
    version: 1,
    workloads: { s: { provider: "acme", model: "acme-secret", output: { duration: 5 }, volume: { per_month: 1 } } },
  });
  const said = await reconcileJobs([jobOf("j")], { "video-budget.yml": manifest });
  expect([said.billed, said.expected, said.code]).toEqual([0.8, 0, 2]);
  expect(said.stderr).toContain("1 job ($0.80) of `s` is not compared: the price book has no price for them.");
});
