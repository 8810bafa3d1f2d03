import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { print } from "./measure.ts";

/** DuckDB's memory limit; more data goes to disk. */
const MEMORY = "2GB";

/**
 * Measures the view of docs/warehouse.md in DuckDB on jobs in a Parquet file, with limited memory: its time, and the peak memory of the process.
 * `WAREHOUSE_ROWS` changes the number of jobs.
 */
export async function warehouse(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "video-budget-warehouse-"));
  try {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const parquet = join(folder, "jobs.parquet");
    await connection.run(`SET memory_limit = '${MEMORY}'`);
    await connection.run(`SET temp_directory = '${folder}'`);
    await connection.run("SET preserve_insertion_order = false");
    await connection.run(`COPY (${jobs(rows)}) TO '${parquet}' (FORMAT parquet)`);
    await connection.run(`CREATE VIEW video_jobs AS SELECT * FROM '${parquet}'`);
    await connection.run(readFileSync("sql/job-groups.sql", "utf8"));
    const before = process.cpuUsage();
    const groups = join(folder, "groups.csv");
    await connection.run(`COPY (FROM video_job_groups) TO '${groups}' (HEADER)`);
    const { user, system } = process.cpuUsage(before);
    const reader = await connection.runAndReadAll(`SELECT count(*) AS groups, sum(jobs) AS jobs FROM '${groups}'`);
    const [found] = reader.getRowObjects();
    if (Number(found?.["jobs"]) !== rows) throw new Error(`The groups have ${String(found?.["jobs"])} jobs of ${rows}.`);
    connection.closeSync();
    print(
      `${rows.toLocaleString("en-US")} jobs (${megabytes(statSync(parquet).size)} of Parquet) to ${Number(found?.["groups"]).toLocaleString("en-US")} groups in DuckDB, memory_limit ${MEMORY}`,
    );
    print(`  ${((user + system) / 1e6).toFixed(1)} s of CPU time, at most ${megabytes(process.resourceUsage().maxRSS * 1e3)} in memory`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Jobs of a year with two takes per request and three models, with retries, client timeouts and the outcomes of a real log; the same on every run. */
function jobs(rows: number): string {
  const luck = "(hash(i) % 1000)::INTEGER";
  const third = "(1 + hash(i + 2) % 3)::INTEGER";
  return `
    SELECT
      'w' || (i % 3) AS workload, 'bench' AS provider, 'bench-' || (i % 3) AS model,
      'j' || i AS job_id, 'r' || (i // 6) AS request_id, (i // 3) % 2 AS take, NULL::VARCHAR AS idempotency_key, 'h' || (i // 6) AS prompt_hash, i AS seed,
      1760000000 + i * (31536000.0 / ${rows}) AS submitted_at,
      CASE WHEN ${luck} >= 40 THEN 1760000000 + i * (31536000.0 / ${rows}) + 20 + (hash(i + 1) % 300)::INTEGER END AS finished_at,
      CASE WHEN ${luck} < 40 THEN 1760000000 + i * (31536000.0 / ${rows}) + 240 END AS gave_up_at,
      CASE WHEN ${luck} < 40 THEN 'unknown' WHEN ${luck} < 90 THEN 'provider_error' WHEN ${luck} < 130 THEN 'moderated' ELSE 'success' END AS status,
      [4, 5, 8][${third}]::DOUBLE AS requested_seconds,
      CASE WHEN ${luck} >= 130 THEN [4, 5, 8][${third}]::DOUBLE ELSE 0 END AS billed_seconds,
      '720p' AS resolution, '720p' AS billed_resolution,
      CASE WHEN ${luck} < 90 AND ${luck} >= 40 THEN 0 ELSE [0.4, 0.5, 0.8][${third}]::DOUBLE END AS cost,
      NULL::VARCHAR AS currency, NULL::DOUBLE AS credits, NULL::DOUBLE AS billed_tokens, NULL::DOUBLE AS outputs_requested, NULL::DOUBLE AS outputs_delivered,
      NULL::DOUBLE AS polls, NULL::BOOLEAN AS kept
    FROM range(${rows}) AS all_rows(i)`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
