import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { folderOfLog, jobOf, jsonLines, runLog, type Said } from "./logs.ts";

const good = jsonLines([jobOf("a"), jobOf("b")]);

describe("unreadable records", () => {
  const bad = `{"job_id":"x"}\nnot json\n[1]\n{"job_id":"y","status":"success","cost":"free"}\n`;

  test("are counted and shown with their lines", async () => {
    const folder = folderOfLog({ "jobs.jsonl": `${good}${bad}` });
    const json = await runLog(folder, ["reconcile", "jobs.jsonl", "--format", "json"]);
    expect([(JSON.parse(json.stdout) as Said).jobs, (JSON.parse(json.stdout) as Said).bad_records]).toEqual([2, 4]);
    expect(json.stderr).toBe(
      [
        "4 records could not be read and are in no figure:",
        "  jobs.jsonl:3 has no status",
        "  jobs.jsonl:4 is not JSON: not json",
        "  jobs.jsonl:5 is no record but a list",
        "  jobs.jsonl:6 has free as cost, which must be a number",
        "",
      ].join("\n"),
    );
    for (const command of ["reconcile", "calibrate"]) {
      const { code, stdout } = await runLog(folder, [command, "jobs.jsonl"]);
      expect([code, stdout.includes("4 records could not be read")]).toEqual([0, true]);
    }
  });

  test("beyond twenty are shown only as a number", async () => {
    const folder = folderOfLog({ "jobs.jsonl": good + "{}\n".repeat(45) });
    const { stderr } = await runLog(folder, ["reconcile", "jobs.jsonl", "--format", "json"]);
    expect(stderr.trim().split("\n")).toHaveLength(22);
    expect(stderr).toContain("  and 25 more\n");
  });

  test("fail with --strict, or if no record is readable", async () => {
    const folder = folderOfLog({ "jobs.jsonl": `${good}${bad}`, "bad.jsonl": "{}\n{}\n" });
    const strict = await runLog(folder, ["reconcile", "jobs.jsonl", "--strict"]);
    expect([strict.code, strict.stdout]).toEqual([2, ""]);
    expect(strict.stderr).toContain("jobs.jsonl:3 has no status");
    expect((await runLog(folder, ["calibrate", "bad.jsonl"])).code).toBe(2);
  });

  test("in a CSV are rows with the wrong number of columns", async () => {
    const folder = folderOfLog({ "jobs.csv": 'job_id,status,cost\n"a",success,0.8\nb,success\nc,success,0.8,1\nd,"a ""b""",0.8\n"e\ne",success,0.8\n' });
    const { stdout, stderr } = await runLog(folder, ["reconcile", "jobs.csv", "--format", "json"]);
    expect((JSON.parse(stdout) as Said).jobs).toBe(2);
    expect(stderr).toContain("jobs.csv:3 does not have the columns of the header (2 of 3)");
    expect(stderr).toContain("jobs.csv:4 does not have the columns of the header (4 of 3)");
    expect(stderr).toContain('jobs.csv:5 has the status a "b", which is none of');
  });

  test("with hostile text stay text in a report", async () => {
    const evil = "::error::x\n<!-- y --> \u001b[31m [z](http://z) `` @someone";
    const folder = folderOfLog({ "jobs.jsonl": `${jsonLines([jobOf(evil, { request_id: evil, cost: 9 }), { job_id: "k", status: evil }])}${evil}\n` });
    for (const format of ["markdown", "json"]) {
      const { stdout } = await runLog(folder, ["reconcile", "jobs.jsonl", "--format", format]);
      const shown = format === "json" ? JSON.stringify((JSON.parse(stdout) as Said).findings.map(({ message }) => message)) : stdout;
      expect(shown).not.toMatch(/::error|<!--/);
      expect(shown).not.toContain("\u001b");
      expect(shown.replace(/```text[\s\S]*```/, "").replace(/`[^`\n]*`/g, "")).not.toMatch(/\[z\]|@someone/);
    }
  });
});

describe("lines across read buffers", () => {
  test("a record over two lines counts as two unreadable ones", async () => {
    const folder = folderOfLog({ "jobs.jsonl": `{"job_id":"a",\n"status":"success"}\n${good}` });
    const { stdout, stderr } = await runLog(folder, ["reconcile", "jobs.jsonl", "--format", "json"]);
    expect((JSON.parse(stdout) as Said).jobs).toBe(2);
    expect(stderr).toContain("2 records could not be read");
  });

  test("two records on one line count as unreadable", async () => {
    const folder = folderOfLog({ "jobs.jsonl": `${good}${JSON.stringify(jobOf("c"))},${JSON.stringify(jobOf("d"))}\n` });
    expect((JSON.parse((await runLog(folder, ["reconcile", "jobs.jsonl", "--format", "json"])).stdout) as Said).jobs).toBe(2);
  });

  test("lines longer than a buffer and umlauts at its end are read", async () => {
    const records = Array.from({ length: 300 }, (_, i) => jobOf(`jö${i}`, { note: "ü".repeat(i * 37) }));
    const long = jobOf("long", { note: "x".repeat(1_500_000) });
    const folder = folderOfLog({ "jobs.jsonl": jsonLines([...records, long, ...records.map((job) => ({ ...job, cost: 1 }))]) });
    const said = JSON.parse((await runLog(folder, ["reconcile", "jobs.jsonl", "--format", "json"])).stdout) as Said;
    expect([said.jobs, said.findings.length, said.findings[299]?.job_id]).toEqual([601, 300, "jö299"]);
  });

  test("a line longer than 16 MiB is skipped, and the next one is read", async () => {
    const folder = folderOfLog({ "jobs.jsonl": `${good}{"job_id":"${"x".repeat(17 * 1024 * 1024)}"}\n${good}` });
    const { stdout, stderr } = await runLog(folder, ["reconcile", "jobs.jsonl", "--format", "json"]);
    expect((JSON.parse(stdout) as Said).jobs).toBe(4);
    expect(stderr).toContain("jobs.jsonl:3 is longer than 16 MiB");
  });
});

describe("calls of reconcile and calibrate with wrong arguments", () => {
  const folder = folderOfLog({
    "torn.jsonl.gz": gzipSync(good.repeat(1000)).subarray(0, 100),
    "empty.jsonl": "",
    "broken.yml": "version: 1\nworkloads:\n  a: { provider: nobody, model: m, volume: { per_month: 1 } }\n",
    "none.yml": "version: 1\nworkloads: {}\n",
  });
  test.each([
    [["reconcile", "missing.jsonl"], 3, "ENOENT"],
    [["reconcile", "torn.jsonl.gz"], 3, "unexpected end of file"],
    [["reconcile", "jobs.jsonl", "--manifest", "missing.yml"], 2, "There is no file `missing.yml`"],
    [["reconcile", "jobs.jsonl", "--manifest", "broken.yml"], 2, "broken.yml: `a`: The price book has no provider `nobody`"],
    [["reconcile", "jobs.jsonl", "--manifest", "none.yml"], 2, "has no workload"],
    [["reconcile", "-", "--manifest", "-"], 2, "not both"],
    [["reconcile", "jobs.jsonl", "--billing", "missing.csv"], 3, "ENOENT"],
    [["reconcile", "jobs.jsonl", "--map", "costs=a.b"], 2, "Did you mean cost?"],
    [["reconcile", "jobs.jsonl", "--map", "cost"], 2, "a field of ours and where it stands"],
    [["reconcile", "jobs.jsonl", "--tolerance", "much"], 2, "a share such as 2%"],
    [["reconcile", "jobs.jsonl", "--tolerance", ""], 2, "a share such as 2%"],
    [["reconcile", "jobs.jsonl", "--format-of", "nobody"], 2, "fal, replicate"],
    [["reconcile", "jobs.jsonl", "--aggregate", "--billing", "x"], 2, "leave one of them out"],
    [["reconcile"], 2, "missing required argument"],
    [["calibrate", "jobs.jsonl", "--write", "--manifest", "-"], 2, "cannot be used"],
  ])("%j fails with a message", async (args, code, message) => {
    const ran = await runLog(folder, args);
    expect(ran.stderr).toContain(message);
    expect(ran.code).toBe(code);
    expect(ran.stderr).not.toMatch(/^\s+at /m);
  });

  test("an empty log gives no comparison", async () => {
    const { code, stdout } = await runLog(folder, ["reconcile", "empty.jsonl", "--format", "json"]);
    expect([code, (JSON.parse(stdout) as Said).jobs, (JSON.parse(stdout) as Said).unexplained_share]).toEqual([2, 0, 0]);
    expect((await runLog(folder, ["calibrate", "empty.jsonl"])).stdout).toContain("No job of the log belongs to a workload of the manifest.");
  });
});
