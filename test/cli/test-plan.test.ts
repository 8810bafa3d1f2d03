import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FIELDS } from "../../src/joblog/records/job.ts";
import { widthOf } from "../../src/report/layout/wrap.ts";
import { BOOK_FILE } from "../joblog/acme-jobs.ts";
import { bookFolder, runWith } from "./in-process.ts";
import { folderOf } from "./run.ts";

const BOOK = bookFolder(BOOK_FILE);
const DAY = ["--date", "2026-11-22"];

/**
 * $0.50 for 4.1 s of `steps` without a resolution, for two workloads; $1.00 for 5 s of acme-1 at 1080p
 * without sound; a price that is not known; and a workload that has evidence.
 */
const MANIFEST = `version: 1
workloads:
  teaser: { provider: acme, model: steps, output: { duration: 8s, resolution: 720p }, volume: { per_month: 100 } }
  draft: { provider: acme, model: steps, output: { duration: 6s }, volume: { per_month: 900 } }
  film: { provider: acme, model: acme-1, output: { duration: 10s, resolution: 1080p, audio: false }, volume: { per_month: 5 } }
  secret: { provider: acme, model: acme-secret, volume: { per_month: 5 } }
  known: { provider: acme, model: acme-credits, volume: { per_month: 5 }, reliability: { evidence: { provider_error: { k: 0, n: 40 } } } }
`;
const folder = () => folderOf({ "video-budget.yml": MANIFEST });
const plan = (cwd: string, ...args: string[]) => runWith(BOOK, cwd, ["test-plan", ...args, ...DAY]);

describe("video-budget test-plan", () => {
  test("prints the jobs, who pays, what to write down, what they prove and what they do not", async () => {
    const ran = await plan(folder());
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(ran.stdout).toBe(`Test plan: 3 jobs, $1.50 (1 of unknown cost) for 4 workloads, cheapest first, prices of 2026-11-22

1         $0.50  acme/steps: text-to-video, 4.1 s, resolution left out (default: 720p)
                 should bill 5 s × $0.10
                 proves unit price, rounding, resolution, default resolution, for teaser, draft
2         $1.00  acme/acme-1: text-to-video, 5 s, 1080p, without sound
                 should bill 5 s × $0.10, × 2 (resolution 1080p)
                 proves unit price, resolution, sound, for film
3  cost unknown  acme/acme-secret: text-to-video
                 shows what a job costs, because its price is unknown, for secret

What it costs
- The trial of acme, worth $2.00, covers jobs 1 and 2 ($1.50); the cost of job 3 is unknown, and
  $0.50 is left for it.

What to write down
- Of each job: request_id, job_id, requested_seconds, billed_seconds, resolution, billed_resolution,
  status, cost, submitted_at, finished_at, polls. Where the bill is in credits, credits instead of
  cost.
- --csv FILE writes a table of 3 rows with what is known already filled in. Then video-budget
  reconcile FILE --manifest MANIFEST compares the bill with the estimate, and calibrate learns the
  rates.

What this proves
- A job proves a rule if the bill would differ with only that rule changed. One job each proves or
  refutes unit price, rounding, resolution, sound and defaults.

What it leaves open
- Failure rates, with 1 job of acme/steps, acme/acme-1, acme/acme-secret: one job says next to
  nothing; no failure leaves up to 95% possible (95%, one-sided).
- Whether failures are billed: only failed jobs show it. 29 that are not billed show that fewer than
  10% are (95%, one-sided); one that is billed is enough to contradict the price list.
- The P99 of latency: 299 jobs to see one beyond it with a chance of 95%. The median to about ± 20%
  takes 20.
- Outages, lost webhooks and acknowledgements, and how many clips are kept.

What would measure it
- A failure rate of 10% (assumed, since none is declared) to within ± 5 points: 141 jobs each:
  teaser $70.50, draft $70.50, film $141.00, secret.

Not in this plan
- 1 workload has evidence already: known. --all plans it too.
`);
  });

  test.each([40, 60, 80, 120])("prints no line wider than %i columns", async (columns) => {
    const { stdout } = await runWith(BOOK, folder(), ["test-plan", ...DAY], { env: { COLUMNS: String(columns) } });
    expect(stdout.split("\n").filter((line) => widthOf(line) > columns)).toEqual([]);
  });

  test("prints Markdown with a checkbox for each job and a table to fill in", async () => {
    const { stdout } = await plan(folder(), "--format", "markdown", "--warn-above", "0.75");
    expect(stdout).toContain("- [ ] **1.** $0.50 `acme/steps`: text-to-video, 4.1 s, resolution left out (default: `720p`)\n  - should bill `5 s × $0.10`\n");
    expect(stdout).toContain("- [ ] **2.** $1.00 **(expensive)** `acme/acme-1`: text-to-video, 5 s, `1080p`, without sound\n");
    expect(stdout).toContain("- Run the others first: job 2 costs more than $0.75.\n");
    expect(stdout).toContain("| test-1 |   | 4.1 |   | `720p` |");
    expect(stdout.match(/^- \[ \]/gm)).toHaveLength(3);
  });

  test("prints JSON with the jobs within a limit and the jobs for an interval", async () => {
    const ran = await plan(folder(), "--format", "json", "--budget", "0.99", "--interval", "10%");
    const said = JSON.parse(ran.stdout);
    expect(Object.keys(said)).toEqual([
      "schema",
      "currency",
      "date",
      "prices",
      "total",
      "run",
      "trials",
      "warn_above",
      "jobs",
      "workloads",
      "record",
      "proof",
      "left_out",
    ]);
    expect([said.schema, said.total, said.run]).toEqual([
      "video-budget/test-plan@1",
      { jobs: 3, cost: 1.5, complete: false },
      { jobs: [1], cost: 0.5, limit: 0.99, left_out: [2, 3] },
    ]);
    expect(said.jobs[0]).toEqual({
      number: 1,
      request_id: "test-1",
      id: "acme/steps",
      like: { file: "video-budget.yml", name: "draft" },
      request: { mode: "text-to-video", output: { duration: 4.1 } },
      seconds: 4.1,
      resolution: "720p",
      audio: null,
      cost: 0.5,
      bound: "exact",
      charges: [{ formula: "5 s × $0.10", amount: 0.5 }],
      proves: ["unit-price", "rounding", "resolution", "default-resolution"],
      workloads: [
        { file: "video-budget.yml", name: "teaser" },
        { file: "video-budget.yml", name: "draft" },
      ],
      run: true,
      warn: false,
    });
    // 10% ± 10 points: n² − 26.89 n − 354.16 = 0, so 36.6; the cheapest test job so many times.
    expect(said.proof.needed[0]).toEqual({ file: "video-budget.yml", name: "teaser", rate: 0.1, declared: false, jobs: 37, cost: 18.5 });
    expect(said.left_out).toEqual([{ file: "video-budget.yml", name: "known", reason: "has-evidence" }]);
  });

  test("reports manifest errors on standard error, plans the rest, and exits 2", async () => {
    const cwd = folderOf({ "video-budget.yml": `${MANIFEST}  typo: { provider: acme, model: acne-1, volume: { per_month: 1 } }\n` });
    const ran = await plan(cwd, "--format", "json");
    expect([ran.code, JSON.parse(ran.stdout).jobs.length]).toEqual([2, 3]);
    expect(ran.stderr).toMatch(/^video-budget\.yml:8:\d+: error: `typo`: .*acne-1/);
  });

  test.each([
    [["--interval", "0"], "above 0"],
    [["--interval", "80%"], "at most 50%"],
    [["--budget", "much"], "an amount in USD"],
    [["--format", "csv"], "text, json, markdown"],
  ])("rejects %j as wrong usage", async (args, said) => {
    const ran = await plan(folder(), ...args);
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toContain(said);
  });

  test("cannot compare a limit in USD with another currency without an exchange rate", async () => {
    const cwd = folderOf({ "video-budget.yml": MANIFEST.replace("version: 1", "version: 1\ncurrency: EUR") });
    expect((await plan(cwd)).code).toBe(0);
    const ran = await plan(cwd, "--budget", "1");
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toContain("EUR");
  });
});

describe("--csv", () => {
  test("has the fields of a job record and a row for each job within the limit", async () => {
    const cwd = folder();
    const ran = await plan(cwd, "--csv", "jobs.csv", "--budget", "1.50");
    expect([ran.code, ran.stderr]).toEqual([0, "Template written to jobs.csv\n"]);
    const [head = "", ...rows] = readFileSync(join(cwd, "jobs.csv"), "utf8").trimEnd().split("\n");
    expect(head).toBe(FIELDS.join(","));
    const cells = rows.map((row) => Object.fromEntries(row.split(",").map((value, index) => [FIELDS[index], value])));
    expect(
      cells.map(({ workload, model, request_id, requested_seconds, resolution, status, cost }) => [
        workload,
        model,
        request_id,
        requested_seconds,
        resolution,
        status,
        cost,
      ]),
    ).toEqual([
      ["draft", "steps", "test-1", "4.1", "720p", "", ""],
      ["film", "acme-1", "test-2", "5", "1080p", "", ""],
    ]);
  });

  test("never overwrites a file", async () => {
    const cwd = folderOf({ "video-budget.yml": MANIFEST, "jobs.csv": "mine\n" });
    const ran = await plan(cwd, "--csv", "jobs.csv");
    expect([ran.code, ran.stdout, readFileSync(join(cwd, "jobs.csv"), "utf8")]).toEqual([2, "", "mine\n"]);
    expect(ran.stderr).toContain("jobs.csv");
  });

  test("leaves out text that a spreadsheet would run", async () => {
    const cwd = folderOf({
      "video-budget.yml": `version: 1\nworkloads:\n  clip: { provider: acme, model: "=cmd", output: { duration: 4, resolution: "@SUM(A1)" }, price: { usd: 1, per: clip }, volume: { per_month: 1 } }\n`,
    });
    await plan(cwd, "--csv", "jobs.csv");
    expect(readFileSync(join(cwd, "jobs.csv"), "utf8")).not.toMatch(/[=@]/);
  });
});

test("check mentions untested workloads in one last line, and in JSON as one assumption for each priced workload without evidence", async () => {
  const cwd = folder();
  const check = (...args: string[]) => runWith(BOOK, cwd, ["check", ...args, ...DAY]);
  expect((await check()).stdout).toContain("3 workloads are untested; testing all prices once costs $1.50: `video-budget test-plan`.");
  const { workloads } = JSON.parse((await check("--format", "json")).stdout) as { workloads: { name: string; assumptions: { code: string }[] }[] };
  expect(workloads.map(({ name, assumptions }) => [name, assumptions.filter(({ code }) => code === "untested")])).toEqual([
    ...["$0.50", "$0.50", "$1.00"].map((cost, index) => [
      ["teaser", "draft", "film"][index],
      [
        {
          code: "untested",
          text: `No evidence is declared, so nothing about its jobs was measured. One paid test costs \`${cost}\`: \`video-budget test-plan\`.`,
          path: "reliability.evidence",
          monthly: 0,
        },
      ],
    ]),
    ["secret", []],
    ["known", []],
  ]);
});

test("reconcile finds nothing in a table filled in as planned, and finds a different bill", async () => {
  const cwd = folder();
  await plan(cwd, "--csv", "jobs.csv", "--budget", "1.50");
  const [head = "", ...rows] = readFileSync(join(cwd, "jobs.csv"), "utf8").trimEnd().split("\n");
  const fill = (row: string, values: Readonly<Record<string, string>>): string =>
    row
      .split(",")
      .map((value, index) => values[FIELDS[index] as string] ?? value)
      .join(",");
  const done = { status: "success", submitted_at: "2026-11-22T10:00:00Z", finished_at: "2026-11-22T10:01:00Z", polls: "6" };
  const filled = (cost: string) =>
    [
      head,
      fill(rows[0] as string, { ...done, job_id: "a", billed_seconds: "5", billed_resolution: "720p", cost }),
      fill(rows[1] as string, { ...done, job_id: "b", billed_seconds: "5", billed_resolution: "1080p", cost: "1.00" }),
    ].join("\n");
  const reconciled = async (cost: string) => {
    writeFileSync(join(cwd, "filled.csv"), filled(cost));
    const ran = await runWith(BOOK, cwd, ["reconcile", "filled.csv", "--manifest", "video-budget.yml", "--format", "json", ...DAY]);
    if (ran.stdout === "") throw new Error(ran.stderr);
    const { jobs, bad_records, billed, expected, findings } = JSON.parse(ran.stdout);
    return [
      ran.code,
      jobs,
      bad_records,
      billed,
      expected,
      findings.map(({ kind, request_id, delta }: { kind: string; request_id: string; delta: number }) => [kind, request_id, delta]),
    ];
  };
  expect(await reconciled("0.50")).toEqual([0, 2, 0, 1.5, 1.5, []]);
  // 10 cents more than 5 × $0.10: 6.7% of $1.50, above the tolerance.
  expect(await reconciled("0.60")).toEqual([1, 2, 0, 1.6, 1.5, [["UNIT_PRICE", "test-1", 0.1]]]);
});

test("reconcile uses the input's length for a job that follows it: 5.1 s bill 10 × $0.02, not 15", async () => {
  const cwd = folderOf({
    "video-budget.yml": "version: 1\nworkloads:\n  dub: { provider: acme, model: dub, mode: lip-sync, input: { audio: 12s }, volume: { per_month: 5 } }\n",
  });
  await plan(cwd, "--csv", "jobs.csv");
  const [head = "", row = ""] = readFileSync(join(cwd, "jobs.csv"), "utf8").split("\n");
  const done: Readonly<Record<string, string>> = { job_id: "a", status: "success", cost: "0.20", submitted_at: "2026-11-22T10:00:00Z" };
  const filled = row.split(",").map((value, index) => done[FIELDS[index] as string] ?? value);
  writeFileSync(join(cwd, "filled.csv"), `${head}\n${filled.join(",")}\n`);
  const ran = await runWith(BOOK, cwd, ["reconcile", "filled.csv", "--format", "json", ...DAY]);
  expect([ran.code, JSON.parse(ran.stdout)]).toMatchObject([0, { billed: 0.2, expected: 0.2, findings: [] }]);
});
