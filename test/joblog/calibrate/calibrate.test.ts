import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOfLog, jobOf, jsonLines, runLog } from "../logs.ts";

type Workload = {
  name: string;
  n: number;
  volume: { per_month: number | null; declared: number | null; clips: unknown };
  closure: unknown;
  acceptance: unknown;
  polls: unknown;
  attempts: unknown;
  patch: string;
  cannot_tell: string[];
};

const START = 1_793_491_200;
const DAY = 86_400;
const manifest = (workload: object): Record<string, string> => ({
  "video-budget.yml": JSON.stringify({
    version: 1,
    prices: ["acme-log.yml"],
    workloads: { teaser: { provider: "acme-log", model: "acme-1", output: { duration: 8, resolution: "720p" }, volume: { per_month: 122 }, ...workload } },
  }),
});
/** So many jobs, one every six hours. */
const jobs = (count: number, more: (i: number) => object = () => ({})): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, i) => {
    const start = START + (i * DAY) / 4;
    return jobOf(`j${i}`, { submitted_at: start, finished_at: start + 60 + (i % 40), ...more(i) });
  });
const calibrated = async (records: readonly object[], files: Record<string, string>, args: readonly string[] = []): Promise<Workload> => {
  const folder = folderOfLog({ ...files, "jobs.jsonl": jsonLines(records) });
  const ran = await runLog(folder, ["calibrate", "jobs.jsonl", "--format", "json", ...args]);
  if (ran.code !== 0) throw new Error(ran.stderr);
  return (JSON.parse(ran.stdout) as { workloads: Workload[] }).workloads[0] as Workload;
};

describe("the patch of calibrate", () => {
  test("has the outcomes that occurred or that the manifest mentions", async () => {
    const failed = (i: number): object => (i % 20 === 0 ? { status: "provider_error", cost: 0, billed_seconds: 0 } : {});
    const { patch } = await calibrated(jobs(57, failed), manifest({ reliability: { outcomes: { moderated: 0.02 } } }));
    expect(patch).toContain("provider_error: { k: 3, n: 57 }");
    expect(patch).toContain("moderated: { k: 0, n: 57 }");
    expect(patch).toContain("outcomes: { moderated: 0% }");
    expect(patch).not.toMatch(/invalid|timed_out/);
  });

  test("is empty without enough data: 9 times give no latency", async () => expect((await calibrated(jobs(9), manifest({}))).patch).toBe(""));

  test("leaves a declared volume alone, and replaces it with the log's on request", async () => {
    const planned = manifest({ volume: { per_month: { low: 100, likely: 250, high: 364 } } });
    expect((await calibrated(jobs(60), planned)).patch).not.toContain("volume");
    // Four on each day are 4 × 30.4375 = 121.75 a month: one number, because all days are equal.
    expect((await calibrated(jobs(60), planned, ["--volume"])).patch).toContain("volume: { per_month: 122 }");
  });

  test("has a volume if the manifest has none", async () => {
    const { patch, volume } = await calibrated(jobs(60), manifest({ volume: undefined }));
    expect(patch).toContain("volume: { per_month: 122 }");
    expect(volume.declared).toBeNull();
  });

  test("has a range if days differ: P10 and P90 of the next month", async () => {
    // Eight jobs every other day over four weeks: 28 a week, with a spread between days.
    const uneven = jobs(112, (i) => ({ submitted_at: START + 2 * DAY * (i >> 3) + (i & 7), finished_at: undefined }));
    const { patch } = await calibrated(uneven, manifest({ volume: undefined }));
    const [, p10 = "", p90 = ""] = /per_month: \{ p10: ([\d.]+), p90: ([\d.]+) \}/.exec(patch) ?? [];
    expect(Number(p10)).toBeGreaterThan(70);
    expect(Number(p10)).toBeLessThan(122);
    expect(Number(p90)).toBeGreaterThan(122);
    expect(Number(p90)).toBeLessThan(190);
  });

  test.each([
    ["one batch a week, four times", 4],
    ["one batch a week, twice", 2],
  ])("gives the volume of %s as 100 a week", async (_, weeks) => {
    const batches = jobs(100 * weeks, (i) => ({ submitted_at: START + 7 * DAY * Math.floor(i / 100) + (i % 100), finished_at: undefined }));
    const { patch, volume } = await calibrated(batches, manifest({ volume: { per_week: 50 } }), ["--volume"]);
    expect(patch).toContain("volume: { per_week: 100 }");
    // 100 × 30.4375 / 7
    expect(volume.per_month).toBeCloseTo(434.821, 3);
  });

  test("has only the requested parts", async () => {
    const failed = (i: number): object => (i % 20 === 0 ? { status: "provider_error", cost: 0, billed_seconds: 0 } : {});
    expect((await calibrated(jobs(57, failed), manifest({}), ["--only", "latency"])).patch).not.toContain("evidence");
    expect((await calibrated(jobs(57, failed), manifest({}), ["--only", "reliability"])).patch).not.toContain("latency");
  });

  test("counts clips by their requests, and the takes of each", async () => {
    const twice = jobs(60, (i) => ({ request_id: `r${i >> 1}`, take: i & 1 }));
    const { patch, volume } = await calibrated(twice, manifest({ volume: undefined }));
    expect(patch).toContain("takes: 2");
    // Two requests a day.
    expect(patch).toContain("volume: { per_month: 60.9 }");
    expect(volume.clips).toEqual({ count: 30, per_month: 60.875, dispersion: 0, growth: null });
  });

  test("shows the billed cost beside the patched manifest's estimate", async () => {
    const { closure } = await calibrated(jobs(60), manifest({}));
    expect(closure).toEqual({ billed: 48, manifest: 48, off: 0 });
  });

  test("has the acceptance rate if takes are made until one is kept", async () => {
    const kept = (i: number): object => ({ kept: i % 4 === 0 });
    const until = { takes: { until_kept: { acceptance: "40%", max: 6 } }, volume: { per_month: 51 } };
    const { patch, acceptance } = await calibrated(jobs(57, kept), manifest(until));
    expect(acceptance).toEqual({ k: 15, n: 57 });
    expect(patch).toContain("acceptance: 26.3%");
    expect((await calibrated(jobs(57, kept), manifest({}))).patch).not.toContain("acceptance");
  });
});

describe("calibrate measures", () => {
  test("attempts as jobs for each take, and nothing without request ids", async () => {
    const twice = await calibrated(
      jobs(40, (i) => ({ request_id: `r${i >> 1}`, take: 0, attempt: (i & 1) + 1 })),
      manifest({}),
    );
    expect(twice.attempts).toEqual({ mean: 2 });
    const none = await calibrated(jobs(40), manifest({}));
    expect(none.attempts).toEqual({ mean: null });
    expect(none.cannot_tell.join()).toContain("Attempts and duplicates: no record names its request");
  });

  test("status requests and kept clips of successful jobs alone", async () => {
    const { polls, acceptance } = await calibrated(
      jobs(40, (i) => ({ polls: 8 + (i & 1), kept: true, ...(i < 10 && { status: "moderated" }) })),
      manifest({}),
    );
    expect([polls, acceptance]).toEqual([{ mean: 8.5 }, { k: 30, n: 30 }]);
  });

  test("no volume from one job", async () => expect((await calibrated(jobs(1), manifest({}))).volume.per_month).toBeNull());
});

describe("the statement about what a log cannot show", () => {
  test.each([
    [20, "Rates below 14%: provider_error, moderated, invalid, timed_out did not happen in 20 jobs"],
    [20, "A failure rate closer than ± 8.1%"],
    [100, "Rates below 3%"],
  ])("depends on the sample size: %i jobs: %s", async (count, sentence) =>
    expect((await calibrated(jobs(count), manifest({}))).cannot_tell.join("\n")).toContain(sentence),
  );

  test("is nearly empty for a large sample", async () => {
    const text = (
      await calibrated(
        jobs(1200, (i) => ({ request_id: `r${i}`, take: 0, polls: 3, kept: true })),
        manifest({}),
      )
    ).cannot_tell.join("\n");
    expect(text).toContain("Rates below 0.2%");
    expect(text).not.toMatch(/closer than|P99|volume|Outages|Acceptance|Attempts|Status/);
  });
});

describe("calibrate --write", () => {
  test("writes the patch into the manifest; comments stay, and the range narrows", async () => {
    const folder = folderOfLog();
    const file = join(folder, "video-budget.yml");
    const before = readFileSync(file, "utf8");
    const figures = async (): Promise<{ p90: number; expected: number }> => {
      const { stdout } = await runLog(folder, ["check", "--format", "json"]);
      return (JSON.parse(stdout) as { total: { head: { p90: number; expected: number } } }).total.head;
    };
    const wide = await figures();
    const ran = await runLog(folder, ["calibrate", "jobs.jsonl", "--write"]);
    expect([ran.code, ran.stderr]).toEqual([0, "video-budget.yml written\n"]);
    const after = readFileSync(file, "utf8");
    for (const comment of before.match(/#.*$/gm) ?? []) expect(after).toContain(comment);
    expect(after).toContain("provider_error: { k: 2, n: 42 }");
    expect(after).toContain("latency: { p50: 104.7s, p95: 234s }");
    expect(after).toContain("outcomes: { provider_error: 4.76% }");
    // Two takes of each request; latency, outcomes and evidence; all other lines are unchanged.
    expect(after).toContain("takes: 2");
    expect(after.split("\n").filter((line) => !before.split("\n").includes(line))).toHaveLength(4);
    const narrow = await figures();
    // The latency changes too, so the widths are compared as shares.
    expect(wide.p90 / wide.expected).toBeGreaterThan(1);
    expect(narrow.expected).not.toBe(wide.expected);
    // A second run changes nothing.
    await runLog(folder, ["calibrate", "jobs.jsonl", "--write"]);
    expect(readFileSync(file, "utf8")).toBe(after);
  });

  test("refuses if the patched manifest does not match the log's own cost", async () => {
    // Every job was billed at half as much again as the price book says.
    const folder = folderOfLog({ ...manifest({}), "jobs.jsonl": jsonLines(jobs(57, () => ({ cost: 1.2 }))) });
    const ran = await runLog(folder, ["calibrate", "jobs.jsonl", "--write"]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(
      "For the days of the log, $68.40 was billed, and this manifest estimates $45.60. The difference is more than 5%, so nothing was written.",
    );
  });

  test("gives a narrower range with more evidence", async () => {
    const width = async (count: number): Promise<number> => {
      const failed = (i: number): object => (i % 20 === 0 ? { status: "provider_error", cost: 0, billed_seconds: 0 } : {});
      const folder = folderOfLog({ ...manifest({ client: { max_attempts: 1 } }), "jobs.jsonl": jsonLines(jobs(count, failed)) });
      await runLog(folder, ["calibrate", "jobs.jsonl", "--write"]);
      const { stdout } = await runLog(folder, ["check", "--format", "json"]);
      const { expected, p90 } = (JSON.parse(stdout) as { total: { head: { expected: number; p90: number } } }).total.head;
      return p90 / expected;
    };
    const [few, many] = [await width(20), await width(2000)];
    expect(few).toBeGreaterThan(many);
    expect(many).toBeGreaterThan(1);
  });

  test("refuses if an alias is in the way, and writes nothing", async () => {
    const text = `version: 1\nprices: [acme-log.yml]\nworkloads:\n  other: &other { provider: acme-log, model: acme-1, output: { duration: 8 }, volume: { per_month: 1 } }\n  teaser: *other\n`;
    const folder = folderOfLog({ "video-budget.yml": text, "jobs.jsonl": jsonLines(jobs(57, () => ({ workload: "teaser" }))) });
    const ran = await runLog(folder, ["calibrate", "jobs.jsonl", "--write"]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/workloads\.teaser cannot be set where an alias/);
    expect(readFileSync(join(folder, "video-budget.yml"), "utf8")).toBe(text);
  });
});

describe("calibrate --backtest", () => {
  const uncertain = { volume: { per_month: { low: 60, likely: 122, high: 184 } } };
  const tested = async (
    records: readonly object[],
    workload: object,
  ): Promise<{ hits: number; months: { month: string; billed: number; within: boolean }[]; p10: number; p90: number } | null> => {
    const folder = folderOfLog({ ...manifest(workload), "jobs.jsonl": jsonLines(records) });
    const { stdout } = await runLog(folder, ["calibrate", "jobs.jsonl", "--format", "json", "--backtest"]);
    return (JSON.parse(stdout) as { backtest: never }).backtest;
  };

  test("compares each complete month with the manifest's P10 to P90", async () => {
    // From 1 November 2026 to 15 March 2027, four a day: 120, 124, 124 and 112 jobs of 0.80; half of March does not count as a month.
    const result = await tested(jobs(538), uncertain);
    expect(result?.months).toEqual([
      { month: "2026-11", billed: 96, within: true },
      { month: "2026-12", billed: 99.2, within: true },
      { month: "2027-01", billed: 99.2, within: true },
      { month: "2027-02", billed: 89.6, within: true },
    ]);
    expect(result?.hits).toBe(4);
  });

  test("counts a month outside as a miss, and six misses as a range that is too narrow", async () => {
    const result = await tested(
      jobs(800, () => ({ cost: 1.6 })),
      uncertain,
    );
    expect([result?.hits, result?.months.length]).toEqual([0, 6]);
    const folder = folderOfLog({ ...manifest(uncertain), "jobs.jsonl": jsonLines(jobs(800, () => ({ cost: 1.6 }))) });
    expect((await runLog(folder, ["calibrate", "jobs.jsonl", "--backtest"])).stdout).toMatch(
      /Backtest: 0 of 6 months between P10 .* The band\s+is\s+too\s+narrow\./,
    );
  });

  // A month of 60 to 184 jobs, likely 122, is $97.60 with P10 and P90 of about $70 and $125: a week is $22.40 ± √(7/30.4) × $27, about $9 to $36.
  test("records in how many weeks the range was right, and check repeats it", async () => {
    const dear = (i: number): object => (i >= 28 * 4 && i < 28 * 6 ? { cost: 2.4 } : {});
    const folder = folderOfLog({ ...manifest({ ...uncertain, client: { max_attempts: 1 } }), "jobs.jsonl": jsonLines(jobs(28 * 9 + 4, dear)) });
    const { stdout } = await runLog(folder, ["calibrate", "jobs.jsonl", "--backtest", "--only", "reliability"]);
    const [, inRange = "", of = ""] = /weeks: \{ k: (\d+), n: (\d+) \}/.exec(stdout) ?? [];
    // From Monday 2 November to Sunday 3 January nine weeks of 28 jobs, $22.40 each. Those from 29 November to 12 December cost $2.40: four of the first
    // week ($28.80, within), all of the next ($67.20) and 24 of the third ($60.80).
    expect([Number(inRange), Number(of)]).toEqual([7, 9]);
    expect((await runLog(folder, ["calibrate", "jobs.jsonl", "--only", "reliability"])).stdout).not.toContain("weeks:");
    const text = readFileSync(join(folder, "video-budget.yml"), "utf8");
    const written = JSON.parse(text) as { workloads: { teaser: Record<string, unknown> } };
    written.workloads.teaser["reliability"] = { evidence: { weeks: { k: 7, n: 9 } } };
    writeFileSync(join(folder, "held.yml"), JSON.stringify(written));
    expect((await runLog(folder, ["check", "held.yml"])).stdout.replace(/\s+/g, " ")).toContain(
      "The bill should be between P10 and P90 in 8 of 10 weeks. In the last backtest it was in 7 of 9 weeks for `teaser`.",
    );
    expect((await runLog(folder, ["explain", "held.yml", "--workload", "teaser"])).stdout.replace(/\s+/g, " ")).toContain(
      "The bill was between P10 and P90 in 7 of 9 weeks of the job log",
    );
    const said = JSON.parse((await runLog(folder, ["check", "held.yml", "--format", "json"])).stdout) as {
      workloads: { weeks_held: unknown; figures: unknown }[];
    };
    expect(said.workloads[0]?.weeks_held).toEqual({ k: 7, n: 9 });
    // It changes no figure.
    const before = JSON.parse((await runLog(folder, ["check", "video-budget.yml", "--format", "json"])).stdout) as typeof said;
    expect([before.workloads[0]?.weeks_held, before.workloads[0]?.figures]).toEqual([null, said.workloads[0]?.figures]);
  });

  test("needs a complete week or month, and a range", async () => {
    expect(await tested(jobs(24), uncertain)).toBeNull();
    expect(await tested(jobs(538), {})).toBeNull();
  });
});
