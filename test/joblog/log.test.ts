import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { calibrateReport, reconcileReport } from "../../src/report/joblog/schema.ts";
import { folderOfLog, runLog, type Said } from "./logs.ts";

/**
 * The log of 42 jobs with six planted faults. The expected values were calculated without this program, with a
 * statistics library: rates and intervals, the censored fit, sums, faults.
 */
const folder = folderOfLog();

describe("reconcile on the example log", async () => {
  const ran = await runLog(folder, ["reconcile", "jobs.jsonl", "--format", "json"]);
  const said = JSON.parse(ran.stdout) as Said;

  test("compares jobs, cost and expectation", () => {
    expect([said.jobs, said.bad_records, said.billed, said.expected]).toEqual([42, 0, 31.06, 29.6]);
    // (31.06 − 29.60) / 29.60
    expect(said.unexplained_share).toBe(0.0493243243);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe("");
  });

  test("finds exactly the four jobs with a different cost", () => {
    expect(said.findings.map(({ kind, job_id, request_id, workload, delta }) => ({ kind, job_id, request_id, workload, delta }))).toEqual([
      { kind: "DURATION", job_id: "j05", request_id: "r02", workload: "teaser", delta: 0.3 },
      { kind: "RESOLUTION", job_id: "j10", request_id: "r05", workload: "teaser", delta: 0.4 },
      { kind: "FAILED_JOB_BILLED", job_id: "j17", request_id: "r08", workload: "teaser", delta: 0.6 },
      { kind: "UNIT_PRICE", job_id: "j20", request_id: "r10", workload: "teaser", delta: 0.16 },
    ]);
  });

  test("finds the two duplicate jobs", () =>
    expect(said.duplicates).toEqual([
      { first: "j22", second: "j22b", confidence: "likely", wasted: 0.8 },
      { first: "j25", second: "j25b", confidence: "certain", wasted: 0.8 },
    ]));

  test("prints JSON with the shape and the order of its schema", () => {
    expect(reconcileReport.safeParse(said).error?.issues).toBeUndefined();
    expect(Object.keys(said)).toEqual(Object.keys(reconcileReport.shape));
    expect(Object.keys(said.findings[0] ?? {})).toEqual(["kind", "job_id", "request_id", "workload", "delta", "message"]);
  });

  test("passes if the tolerance is above the unexplained share", async () => {
    expect((await runLog(folder, ["reconcile", "jobs.jsonl", "--tolerance", "5%"])).code).toBe(0);
    expect((await runLog(folder, ["reconcile", "jobs.jsonl", "--tolerance", "0.049"])).code).toBe(1);
  });

  test.each(["text", "markdown"])("prints its report as %s", async (format) => {
    const { stdout } = await runLog(folder, ["reconcile", "jobs.jsonl", "--format", format]);
    await expect(stdout).toMatchFileSnapshot(`golden/reconcile.${format === "text" ? "txt" : "md"}`);
  });
});

describe("calibrate on the example log", async () => {
  const ran = await runLog(folder, ["calibrate", "jobs.jsonl", "--format", "json"]);
  const said = JSON.parse(ran.stdout) as { workloads: Record<string, unknown>[] };
  const [teaser = {}] = said.workloads;
  const outcomes = teaser["outcomes"] as Record<string, { k: number; n: number; rate: number; wilson95: number[]; billed: { k: number; n: number } }>;

  test.each([
    ["success", 37, 0.880952381, [0.749996097, 0.948061967], [37, 37]],
    ["provider_error", 2, 0.0476190476, [0.0131575249, 0.157898524], [1, 2]],
    ["moderated", 2, 0.0476190476, [0.0131575249, 0.157898524], [2, 2]],
    ["invalid", 1, 0.0238095238, [0.00421540413, 0.123212016], [0, 1]],
  ])("counts %s: %i of 42", (name, k, rate, wilson95, [billed, costed]) => {
    expect(outcomes[name]).toEqual({ k, n: 42, rate, wilson95, billed: { k: billed, n: costed } });
  });

  test("fits the latency including the abandoned job, to every digit", () =>
    expect(teaser["latency"]).toEqual({ n: 41, censored: 1, p50: 104.676816, p95: 233.996469, mu: 4.65087766, sigma: 0.489057724 }));

  test("measures attempts, duplicates and the unit price", () => {
    // 42 jobs for 40 takes; j22b and j25b are the second of theirs.
    expect(teaser["attempts"]).toEqual({ mean: 1.05 });
    expect(teaser["duplicates"]).toEqual({ certain: 1, likely: 1 });
    expect(teaser["unit_price"]).toBe(0.1);
    expect([teaser["acceptance"], teaser["polls"]]).toEqual([null, null]);
    // From 265.515 to 9892.327 seconds: one day.
    expect((teaser["volume"] as { jobs: number; days: number; declared: number }).jobs).toBe(42);
    expect((teaser["volume"] as { days: number }).days).toBe(1);
    expect((teaser["volume"] as { declared: number }).declared).toBe(1200);
  });

  test("says how many jobs a closer estimate takes", () => {
    const cannot = (teaser["cannot_tell"] as string[]).join("\n");
    // 1 − 0.05^(1/42) = 6.9%
    expect(cannot).toContain("Rates below 6.9%: timed_out did not happen in 42 jobs");
    expect(cannot).toMatch(/Whether `invalid` is billed: none of 1 was.*29 for below 10%/);
    expect(cannot).toContain("P99 of the latency: too few of 40 measurements");
    expect(cannot).toContain("The volume of a month: 1 day, and");
  });

  test("prints JSON with the shape and the order of its schema", () => {
    expect(calibrateReport.safeParse(said).error?.issues).toBeUndefined();
    expect(Object.keys(teaser)).toEqual(Object.keys(calibrateReport.shape.workloads.element.shape));
  });

  test.each(["text", "markdown"])("prints its report as %s", async (format) => {
    const { stdout } = await runLog(folder, ["calibrate", "jobs.jsonl", "--format", format]);
    await expect(stdout).toMatchFileSnapshot(`golden/calibrate.${format === "text" ? "txt" : "md"}`);
  });
});

describe("the same log in another form gives the same result", async () => {
  const lines = readFileSync("test/joblog/data/jobs.jsonl", "utf8");
  const records = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const columns = [...new Set(records.flatMap(Object.keys))];
  const csv = (delimiter: string, names = columns): string =>
    [names, ...records.map((record) => columns.map((column) => String(record[column] ?? "")))].map((row) => row.join(delimiter)).join("\r\n");
  const iso = (seconds: unknown): unknown => (typeof seconds === "number" ? new Date(seconds * 1000 + 1.7e12).toISOString() : seconds);
  const words: Readonly<Record<string, string>> = { success: "SUCCEEDED", provider_error: "providerError", moderated: "content-moderated", invalid: "Invalid" };
  const forms: Record<string, string | Uint8Array> = {
    "jobs.jsonl.gz": gzipSync(lines),
    "jobs.csv": csv(","),
    "semicolons.csv": csv(";"),
    "camel.csv": csv("\t", columns.map(camel)),
    "marked.jsonl": `\ufeff${lines}`,
    "blank.jsonl": `\n${lines.replaceAll("\n", "\r\n\r\n")}`,
    "unended.jsonl": lines.trimEnd(),
    "camel.jsonl": records.map((record) => JSON.stringify(Object.fromEntries(Object.entries(record).map(([key, value]) => [camel(key), value])))).join("\n"),
    "words.jsonl": records.map((record) => JSON.stringify({ ...record, status: words[String(record["status"])] })).join("\n"),
    "iso.jsonl": records
      .map((record) =>
        JSON.stringify({
          ...record,
          submitted_at: iso(record["submitted_at"]),
          finished_at: iso(record["finished_at"]),
          gave_up_at: iso(record["gave_up_at"]),
        }),
      )
      .join("\n"),
    "backwards.jsonl": records
      .toReversed()
      .map((record) => JSON.stringify(record))
      .join("\n"),
  };
  const many = folderOfLog(forms);
  const first = await runLog(many, ["reconcile", "jobs.jsonl", "--format", "json"]);
  const rates = await runLog(many, ["calibrate", "jobs.jsonl", "--format", "json"]);
  const sorted = (json: string): unknown => {
    const said = JSON.parse(json) as Said;
    // One of the forms has other dates.
    return {
      ...said,
      days: null,
      causes: said.causes.map((cause) => ({ ...cause, from: null, to: null })),
      findings: said.findings.toSorted((a, b) => ((a.job_id ?? "") < (b.job_id ?? "") ? -1 : 1)),
      duplicates: said.duplicates.toSorted((a, b) => (a.first < b.first ? -1 : 1)),
    };
  };
  const mapping = ["--map", "billed_seconds=usage.seconds", "--map", "cost=usage.usd.total"];

  test.each(Object.keys(forms))("%s", async (name) => {
    const ran = await runLog(many, ["reconcile", name, "--format", "json"]);
    expect([ran.code, ran.stderr]).toEqual([1, ""]);
    expect(sorted(ran.stdout)).toEqual(sorted(first.stdout));
    const again = await runLog(many, ["calibrate", name, "--format", "json"]);
    // Times in milliseconds since 1970 lose digits.
    if (name !== "iso.jsonl") expect(again.stdout).toBe(rates.stdout);
  });

  test("from standard input", async () => {
    const ran = await runLog(many, ["reconcile", "-", "--format", "json"], lines);
    expect(ran.stdout).toBe(first.stdout);
  });

  test("with other names, through --map", async () => {
    const flat = folderOfLog({
      "mapped.jsonl": records
        .map(({ billed_seconds, cost, ...record }) => JSON.stringify({ ...record, usage: { seconds: billed_seconds, usd: { total: cost } } }))
        .join("\n"),
    });
    expect((await runLog(flat, ["reconcile", "mapped.jsonl", "--format", "json", ...mapping])).stdout).toBe(first.stdout);
    const asColumns = folderOfLog({
      "mapped.csv": csv(
        ",",
        columns.map((name) => ({ billed_seconds: "usage.seconds", cost: "usage.usd.total" })[name] ?? name),
      ),
    });
    expect((await runLog(asColumns, ["reconcile", "mapped.csv", "--format", "json", ...mapping])).stdout).toBe(first.stdout);
  });

  test("in two files", async () => {
    const halves = lines.trimEnd().split("\n");
    const two = folderOfLog({ "a.jsonl": halves.slice(0, 20).join("\n"), "b.jsonl": halves.slice(20).join("\n") });
    expect((await runLog(two, ["reconcile", "a.jsonl", "b.jsonl", "--format", "json"])).stdout).toBe(first.stdout);
  });
});
