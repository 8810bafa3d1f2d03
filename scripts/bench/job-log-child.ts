import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One run over the log of `job-log.ts` in its own process: the bare loop to compare with, a command, or DuckDB. */
const [, , work = "", folder = ""] = process.argv;
const log = join(folder, "jobs.jsonl");

const start = performance.now();
const jobs = work === "bare" ? await bare() : work === "duckdb" ? await duckDb() : await command();
const ms = performance.now() - start;
process.stdout.write(JSON.stringify({ ms, jobs, mb: mostMemory() }));

/** The most memory that this process had, in MB. On Linux `maxRSS` also counts the process that started this one, and VmHWM does not. */
function mostMemory(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1e3;
}

async function bare(): Promise<number> {
  let count = 0;
  let rest = "";
  for await (const piece of createReadStream(log, "utf8")) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      JSON.parse(line);
      count++;
    }
  }
  return count;
}

/** Runs the whole command, from its arguments to its report. */
async function command(): Promise<number> {
  const { run } = await import("../../src/cli/run.ts");
  let said = "";
  const argv = ["node", "video-budget", work, log, "--manifest", join(folder, "video-budget.yml"), "--format", "json", "--date", "2026-11-22"];
  const stdout = {
    write(text: string | Uint8Array) {
      said += String(text);
      return true;
    },
  };
  const { env, stdin, pid, stderr } = process;
  const code = await run({ argv, env, stdin, pid, stderr, stdout, cwd: () => folder }, "dist/cli");
  const report = JSON.parse(said) as { jobs?: number; workloads?: { n: number }[] };
  if (code !== 0) throw new Error(`${work} ended with ${code}`);
  return report.jobs ?? report.workloads?.[0]?.n ?? 0;
}

async function duckDb(): Promise<number> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const reader = await connection.runAndReadAll(`
    SELECT floor(submitted_at / 86400) AS day, status, requested_seconds, billed_seconds, resolution, billed_resolution, cost,
      count(*) AS jobs, sum(cost) AS billed, min(submitted_at), max(submitted_at),
      count(*) FILTER (status <> 'invalid') AS ended,
      sum(CASE WHEN finished_at > submitted_at THEN ln(finished_at - submitted_at) END) AS logs,
      sum(CASE WHEN finished_at > submitted_at THEN ln(finished_at - submitted_at) ** 2 END) AS squares,
      count(DISTINCT (request_id, take)) AS takes
    FROM read_json('${log}', format = 'newline_delimited') GROUP BY ALL`);
  return reader.getRowObjects().reduce((sum, group) => sum + Number(group["jobs"]), 0);
}
