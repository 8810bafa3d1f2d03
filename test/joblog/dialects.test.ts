import { readFileSync } from "node:fs";
// The package's own entry reads the grammars of seven dialects.
import { SparkSQL } from "dt-sql-parser/dist/parser/spark/index.js";
import { TrinoSQL } from "dt-sql-parser/dist/parser/trino/index.js";
import bigquery from "node-sql-parser/build/bigquery.js";
import snowflake from "node-sql-parser/build/snowflake.js";
import { describe, expect, test } from "vitest";

/** The view in dialects of databases that do not run here: each has the page's changes and is read by a parser of the dialect. */
const VIEW = readFileSync("sql/job-groups.sql", "utf8");

/** The page's table, by dialect and by what its rows are for. */
const [titles = [], , ...rows] = readFileSync("docs/warehouse.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) => line.replace(/^\| | \|$/g, "").split(" | "));

/** Code as the page has it, even if backticks are a part of it. */
const bare = (cell: string): string => /^(`+) ?(.*?) ?\1$/.exec(cell)?.[2] ?? cell;

function said(dialect: string, what: string): string {
  const row = rows.find(([name]) => name?.includes(what));
  const cell = row?.[titles.indexOf(dialect)];
  if (!cell) throw new Error(`The page does not say ${what} for ${dialect}.`);
  return bare(cell);
}

/** The view for a table with a timestamp, and without a seed, a prompt or `kept`. */
function formOf(dialect: string): string {
  const time = said(dialect, "[time]").replace(/\bt\b/, "created");
  const name = said(dialect, "[name]");
  return VIEW.replace(/VIEW video_job_groups/, `VIEW ${name}`)
    .replace(/^( +)submitted_at,( +--)/m, `$1${time} AS submitted_at,$2`)
    .replace(/^( +)seed,( +--)/m, `$1${said(dialect, "a missing number")} AS seed,$2`)
    .replace(/^( +)prompt_hash,( +--)/m, `$1${said(dialect, "a missing text")} AS prompt_hash,$2`)
    .replace(/^( +)kept( +--)/m, `$1${said(dialect, "a missing `kept`")} AS kept$2`)
    .replace("FROM video_jobs", `FROM ${name.replace("video_job_groups", "video_jobs")}`);
}

const PARSERS: Readonly<Record<string, (sql: string) => unknown>> = {
  BigQuery: (sql) => new bigquery.Parser().astify(sql, { database: "bigquery" }),
  Snowflake: (sql) => new snowflake.Parser().astify(sql, { database: "snowflake" }),
  "Spark SQL": (sql) => noError(new SparkSQL().validate(sql)),
  Trino: (sql) => noError(new TrinoSQL().validate(sql)),
};

function noError(errors: readonly { message: string }[]): void {
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
}

describe.each(Object.keys(PARSERS))("the SQL dialect %s", (dialect) => {
  const parse = PARSERS[dialect] as (sql: string) => unknown;
  const form = formOf(dialect);

  test("parses the view with the changes that the page lists", () => {
    expect(form).not.toBe(VIEW);
    parse(form);
  });

  test("rejects a broken view", () => expect(() => parse(form.replace("COUNT(*) AS jobs,", "COUNT(* AS jobs,"))).toThrow());
});

// BigQuery cannot partition by floating-point numbers. Amounts and seconds are floating-point numbers; days and ranks are whole.
test("partitions use texts and whole numbers only", () => {
  const columns = [...VIEW.matchAll(/PARTITION BY ([a-z_, ]+?)\s+ORDER BY/g)].flatMap(([, list = ""]) => list.split(", "));
  const allowed = ["workload", "provider", "model", "is_pending", "request_id", "take", "idempotency_key", "submitted_day", "kind"];
  expect([...new Set(columns)].sort()).toEqual(allowed.sort());
  expect(VIEW.match(/PARTITION BY/g)).toHaveLength([...VIEW.matchAll(/PARTITION BY ([a-z_, ]+?)\s+ORDER BY/g)].length);
});

test("the page lists exactly the dialect differences that the view marks", () => {
  const marks = new Set([...VIEW.matchAll(/\[([a-z]+)\]/g)].map(([mark]) => mark));
  const named = new Set(rows.flatMap(([name = ""]) => name.match(/\[[a-z]+\]/g) ?? []));
  expect([...marks].sort()).toEqual([...named].sort());
  expect(titles.slice(1)).toEqual(["DuckDB", "PostgreSQL", ...Object.keys(PARSERS)]);
});
