import { describe, expect, test } from "vitest";
import { folderOfLog, jsonLines, runLog } from "../logs.ts";

test.each(["state", "job_state", "outcome"])("a column %s instead of status is suggested, and --map reads it", async (column) => {
  const folder = folderOfLog({ "jobs.csv": `job_id,${column},cost\nj1,success,0.8\n` });
  const { code, stderr } = await runLog(folder, ["reconcile", "jobs.csv"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(`jobs.csv:2 has no status; what reads it is perhaps --map status=${column}`)]);
  expect((await runLog(folder, ["reconcile", "jobs.csv", "--map", `status=${column}`])).code).toBe(0);
});

test("if no column is similar, the status is reported as missing", async () => {
  const { stderr } = await runLog(folderOfLog({ "jobs.csv": "job_id,colour\nj1,success\n" }), ["reconcile", "jobs.csv"]);
  expect(stderr).toContain("jobs.csv:2 has no status\n");
});

test.each([
  ["Job ID,Status", "--map 'job_id=Job ID' --map status=Status"],
  ["uuid,phase", "--map job_id=uuid --map status=phase"],
  ["uuid,status", "--map job_id=uuid"],
])("columns %s: the error suggests options that read them", async (columns, options) => {
  const folder = folderOfLog({ "jobs.csv": `${columns},cost\nj1,success,0.8\n` });
  const { code, stderr } = await runLog(folder, ["reconcile", "jobs.csv"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(`jobs.csv:2 has no job_id; what reads it is perhaps ${options}\n`)]);
  const args = options.match(/'[^']*'|\S+/g)?.map((one) => one.replaceAll("'", "")) ?? [];
  expect((await runLog(folder, ["reconcile", "jobs.csv", ...args])).code).toBe(0);
});

describe("unread columns", () => {
  const notes = async (header: string, args: readonly string[] = []): Promise<string> =>
    (await runLog(folderOfLog({ "jobs.csv": `${header}\nj1,success,1,2\n` }), ["reconcile", "jobs.csv", ...args])).stderr;

  test.each([
    ["job_id,status,staus,cots_usd", ""],
    ["job_id,status,price_usd,colour", "jobs.csv: nothing reads price_usd; for cost, add --map cost=price_usd\n"],
    ["job_id,status,reqest_id,cost", "jobs.csv: nothing reads reqest_id; for request_id, add --map request_id=reqest_id\n"],
    ["job_id,status,Cost,team", "jobs.csv: nothing reads Cost; for cost, add --map cost=Cost\n"],
    ["id,state,cost,sent_by", ""],
    ["job_id,status,cost,amount", ""],
  ])("are reported if they look like a field: %s", async (header, expected) => expect(await notes(header)).toBe(expected));

  test("are not reported once they are mapped", async () => expect(await notes("job_id,status,price_usd,colour", ["--map", "cost=price_usd"])).toBe(""));

  test("are not reported in job objects of an API", async () => {
    const task = { id: "cgt-1", model: "m", status: "succeeded", created_at: 1, updated_at: 2, content: {}, usage: {}, duration: 5 };
    expect((await runLog(folderOfLog({ "jobs.jsonl": jsonLines([task]) }), ["reconcile", "jobs.jsonl"])).stderr).not.toContain("nothing reads");
  });
});
