import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultyLog } from "./faulty-log.ts";
import { folderOfLog, jsonLines, runLog, type Said } from "./logs.ts";
import { TOKENS } from "./token-files.ts";

/** The shipped view in the two databases that run here; both must give the same result as the log itself. */
const VIEW = readFileSync("sql/job-groups.sql", "utf8");

const COLUMNS = {
  workload: "text",
  provider: "text",
  model: "text",
  job_id: "text",
  request_id: "text",
  take: "double precision",
  idempotency_key: "text",
  prompt_hash: "text",
  seed: "double precision",
  submitted_at: "double precision",
  finished_at: "double precision",
  gave_up_at: "double precision",
  status: "text",
  requested_seconds: "double precision",
  billed_seconds: "double precision",
  resolution: "text",
  billed_resolution: "text",
  cost: "double precision",
  currency: "text",
  credits: "double precision",
  billed_tokens: "double precision",
  outputs_requested: "double precision",
  outputs_delivered: "double precision",
  polls: "double precision",
  kept: "boolean",
} as const;
const TABLE = `CREATE TABLE video_jobs (${Object.entries(COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .join(", ")})`;

type Row = Record<string, unknown>;

async function duckDb(records: readonly Row[], csv: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(TABLE);
  const file = `${csv}.jsonl`;
  writeFileSync(file, jsonLines(records));
  const columns = Object.keys(COLUMNS).join(", ");
  const types = Object.entries(COLUMNS).map(([name, type]) => `${name}: '${type === "text" ? "VARCHAR" : type === "boolean" ? "BOOLEAN" : "DOUBLE"}'`);
  await connection.run(`INSERT INTO video_jobs SELECT ${columns} FROM read_json('${file}', format = 'newline_delimited', columns = {${types.join(", ")}})`);
  await connection.run(VIEW);
  await connection.run(`COPY (SELECT * FROM video_job_groups) TO '${csv}' (HEADER)`);
  connection.closeSync();
}

/** Starting it is the slowest part, so all logs share one. */
const database = await PGlite.create();
afterAll(() => database.close());

async function postgres(records: readonly Row[], csv: string): Promise<void> {
  await database.exec(`DROP TABLE IF EXISTS video_jobs CASCADE; ${TABLE}`);
  await database.query(`INSERT INTO video_jobs SELECT * FROM json_populate_recordset(NULL::video_jobs, $1::json)`, [
    JSON.stringify(records.map((record) => Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, record[name] ?? null])))),
  ]);
  await database.exec(VIEW);
  const { rows } = await database.query<Row>("SELECT * FROM video_job_groups");
  writeFileSync(
    csv,
    jsonLines(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value])))),
  );
}

const shared = readFileSync("test/joblog/data/jobs.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);
const faulty = faultyLog(11, 3000).records.map((record, i) => ({
  ...record,
  billed_resolution: String(record["billed_resolution"]),
  polls: 5 + (i % 3),
  kept: i % 3 === 0,
}));

/** Jobs without a cost, one a minute, with these other fields. */
const plain = (more: readonly object[]): Row[] =>
  more.map((one, i) => ({
    job_id: `s${i}`,
    request_id: `r${i}`,
    take: 0,
    seed: 1,
    submitted_at: 1_793_500_000 + 60 * i,
    finished_at: 1_793_500_090 + 61 * i,
    status: "success",
    requested_seconds: 8,
    resolution: "720p",
    ...one,
  }));
const open = { finished_at: null };
const states = plain([
  { cost: 0.8 },
  {},
  {},
  { outputs_requested: 4, outputs_delivered: 2, cost: 3.2 },
  { outputs_requested: 4, outputs_delivered: 2, cost: 2 },
  { outputs_requested: 2, outputs_delivered: 2, cost: 1.6 },
  { status: "unknown", ...open, gave_up_at: 1_793_500_700, cost: 0.8 },
  { status: "timed_out", ...open, gave_up_at: 1_793_500_800, cost: 0.8 },
  { status: "pending", ...open, gave_up_at: 1_793_500_900, cost: 0.8 },
  { status: "timed_out", cost: 0 },
  { status: "cancelled", cost: 0.4 },
  // A first job that has not ended, and the second of its take that has: the take is counted once, with the second.
  { status: "pending", ...open, request_id: "again" },
  { request_id: "again", cost: 0.8 },
  // Two jobs of one take at the same time, both of unknown cost: the price of one was wasted.
  { request_id: "twice", seed: 5 },
  { request_id: "twice", seed: 5 },
  { currency: "EUR", cost: 0.8 },
]);

const tokens = plain(Array.from({ length: 30 }, (_, i) => ({ requested_seconds: 5, billed_tokens: i % 5 === 0 ? 217_800 : 108_900 })));

describe.each([
  ["the log of 42 jobs", shared, {}],
  ["3,000 jobs with planted faults", faulty, {}],
  ["jobs of every state, with several outputs, and without a cost", states, {}],
  ["jobs with tokens and no cost", tokens, TOKENS],
])("a warehouse table of %s", (_, records, files) => {
  const folder = folderOfLog({ ...files, "log.jsonl": jsonLines(records) });
  beforeAll(async () => {
    await duckDb(records, join(folder, "duckdb.csv"));
    await postgres(records, join(folder, "postgres.jsonl"));
  });
  const said = async (command: string, file: string): Promise<Row> => {
    const aggregate = file === "log.jsonl" ? [] : ["--aggregate"];
    const { stdout, stderr } = await runLog(folder, [command, file, "--format", "json", "--list", "100000", ...aggregate]);
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout) as Row;
  };
  const made = new Map<string, Promise<Row>>();
  /** A command's result for the log itself, shared by both databases. */
  const direct = (command: string): Promise<Row> => {
    const row = made.get(command) ?? said(command, "log.jsonl");
    made.set(command, row);
    return row;
  };

  test.each(["duckdb.csv", "postgres.jsonl"])("calibrate gives the same as from jobs: %s", async (file) => {
    const [ofLog] = ((await direct("calibrate")) as { workloads: Row[] }).workloads;
    const [grouped] = ((await said("calibrate", file)) as { workloads: Row[] }).workloads;
    // Sums in another order differ in their last digits.
    const rounded = (value: unknown): unknown =>
      typeof value === "number"
        ? Number(value.toPrecision(8))
        : Array.isArray(value)
          ? value.map(rounded)
          : typeof value === "object" && value !== null
            ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]))
            : value;
    expect(rounded(grouped)).toEqual(rounded(ofLog));
  });

  test.each(["duckdb.csv", "postgres.jsonl"])("reconcile gives the same as from jobs: %s", async (file) => {
    const ofLog = (await direct("reconcile")) as unknown as Said;
    const grouped = (await said("reconcile", file)) as unknown as Said;
    for (const key of ["jobs", "bad_records", "billed", "expected", "unexplained_share"] as const) expect(grouped[key]).toBeCloseTo(ofLog[key], 6);
    const byKind = ({ findings }: Said): Map<string, number> => {
      const sums = new Map<string, number>();
      for (const { kind, delta } of findings) sums.set(kind, (sums.get(kind) ?? 0) + delta);
      return sums;
    };
    const [a, b] = [byKind(grouped), byKind(ofLog)];
    expect([...a.keys()].sort()).toEqual([...b.keys()].sort());
    for (const [kind, delta] of b) expect(a.get(kind)).toBeCloseTo(delta, 5);
    const sorted = ({ duplicates }: Said): unknown => duplicates.toSorted((x, y) => (x.second < y.second ? -1 : 1));
    expect(sorted(grouped)).toEqual(sorted(ofLog));
  });
});

test("columns in capitals, as Snowflake exports them, are read", async () => {
  const folder = folderOfLog();
  await duckDb(shared, join(folder, "groups.csv"));
  const [header = "", ...rows] = readFileSync(join(folder, "groups.csv"), "utf8").split("\n");
  writeFileSync(join(folder, "capitals.csv"), [header.toUpperCase(), ...rows].join("\n"));
  const said = async (file: string): Promise<string> => (await runLog(folder, ["reconcile", file, "--aggregate", "--format", "json"])).stdout;
  expect(await said("capitals.csv")).toBe(await said("groups.csv"));
});

test("a group has a number of similar jobs and names one of them", async () => {
  const records = Array.from({ length: 5 }, (_, i) => ({ ...shared[2], job_id: `x${i}`, request_id: `q${i}`, cost: 1.6 }));
  const folder = folderOfLog();
  await duckDb(records, join(folder, "groups.csv"));
  const { stdout } = await runLog(folder, ["reconcile", "groups.csv", "--aggregate", "--format", "json"]);
  const { findings } = JSON.parse(stdout) as Said;
  expect(findings.map(({ kind, job_id, request_id, delta }) => [kind, job_id, request_id, delta])).toEqual([["UNIT_PRICE", "x0", "q0", 4]]);
  expect(findings[0]?.message).toContain("4 further jobs are alike: $4.00 in all.");
});
