import { expect, test } from "vitest";
import { folderOfLog, runLog } from "../logs.ts";

test.each(["state", "job_state", "outcome"])("a column %s instead of a status is named, and --map reads it", async (column) => {
  const folder = folderOfLog({ "jobs.csv": `job_id,${column},cost\nj1,success,0.8\n` });
  const { code, stderr } = await runLog(folder, ["reconcile", "jobs.csv"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(`jobs.csv:2 has no status; what reads it is perhaps --map status=${column}`)]);
  expect((await runLog(folder, ["reconcile", "jobs.csv", "--map", `status=${column}`])).code).toBe(0);
});

test("where nothing is like it, the status is missing", async () => {
  const { stderr } = await runLog(folderOfLog({ "jobs.csv": "job_id,colour\nj1,success\n" }), ["reconcile", "jobs.csv"]);
  expect(stderr).toContain("jobs.csv:2 has no status\n");
});
