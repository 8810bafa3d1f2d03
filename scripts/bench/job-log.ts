import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, print, row } from "./measure.ts";

const JOBS = 1_000_000;

/** The measurements of a run in its own process: milliseconds of work, jobs, and the peak memory of the process in MB. */
type Ran = { ms: number; jobs: number; mb: number };

const CHILD = "lib/scripts/bench/job-log-child.js";

/**
 * Times `reconcile` and `calibrate` on a million jobs, one per line. They are compared with a loop that splits the same file into lines and parses
 * each, and with DuckDB, which reads the file and computes the same sums by day, outcome and price.
 */
export async function jobLog(runs: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "video-budget-bench-"));
  try {
    const log = join(folder, "jobs.jsonl");
    await writeLog(log);
    writeFileSync(join(folder, "video-budget.yml"), MANIFEST);
    const works = ["bare", "reconcile", "calibrate", "duckdb"] as const;
    const results = new Map<string, Ran[]>(works.map((work) => [work, []]));
    for (let run = 0; run < runs; run++) for (const work of works) results.get(work)?.push(child(work, folder));
    const ms = (work: string): number => median((results.get(work) ?? []).map((ran) => ran.ms));
    const mb = (work: string): string => `${median((results.get(work) ?? []).map((ran) => ran.mb)).toFixed(0)} MB`;
    print(`${JOBS.toLocaleString("en-US")} jobs (${(statSync(log).size / 1e6).toFixed(0)} MB of JSON lines), median of ${runs}; the ratio is to the bare loop`);
    row(`split into lines, JSON.parse (${mb("bare")})`, ms("bare"), 1);
    row(`reconcile (${mb("reconcile")})`, ms("reconcile"), ms("reconcile") / ms("bare"));
    row(`calibrate (${mb("calibrate")})`, ms("calibrate"), ms("calibrate") / ms("bare"));
    row(`DuckDB, the same sums, all cores (${mb("duckdb")})`, ms("duckdb"), ms("duckdb") / ms("bare"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function child(work: string, folder: string): Ran {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CHILD, work, folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const ran = JSON.parse(stdout) as Ran;
  if (ran.jobs !== JOBS) throw new Error(`${work} saw ${ran.jobs} jobs`);
  return ran;
}

const MANIFEST = `version: 1
workloads:
  clips:
    provider: bench
    model: bench-1
    price: { usd: 0.1, per: second }
    output: { duration: 8s, resolution: 720p }
    volume: { per_month: 1000 }
    client: { timeout: 600s, on_timeout: give-up }
    reliability: { latency: { p50: 100s, p95: 240s }, billed: { provider_error: no, moderated: yes, invalid: no } }
`;

/** Writes jobs with two takes per request and with the outcomes and prices of a real log; the same on every run. */
async function writeLog(path: string): Promise<void> {
  const stream = createWriteStream(path);
  let state = 42;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < JOBS; i++) {
    const submitted = 1_760_000_000 + i * 2.6;
    const luck = random();
    const status = luck < 0.05 ? "provider_error" : luck < 0.1 ? "moderated" : luck < 0.105 ? "invalid" : "success";
    const asked = [4, 5, 8][Math.floor(random() * 3)] as number;
    const ran = status === "invalid" ? 0 : Math.exp(4.65 + 0.8 * (random() + random() + random() + random() - 2));
    const record = {
      job_id: `j${i}`,
      request_id: `r${i >> 1}`,
      take: i & 1,
      prompt_hash: `h${i >> 1}`,
      seed: i,
      submitted_at: Number(submitted.toFixed(3)),
      finished_at: Number((submitted + ran).toFixed(3)),
      gave_up_at: null,
      status,
      requested_seconds: asked,
      billed_seconds: status === "success" ? asked : 0,
      resolution: "720p",
      billed_resolution: "720p",
      cost: status === "success" || status === "moderated" ? asked / 10 : 0,
    };
    if (!stream.write(`${JSON.stringify(record)}\n`)) await new Promise<void>((drained) => stream.once("drain", () => drained()));
  }
  await new Promise<void>((ended) => stream.end(ended));
}
