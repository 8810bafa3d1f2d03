import { describe, expect, test } from "vitest";
import { folderOfLog, jobOf, jsonLines, runLog, type Said } from "../logs.ts";

/** One prediction of Replicate's API, and a page of them. */
const prediction = (id: string): object => ({
  id,
  model: "acme/video",
  version: "hidden",
  input: { duration: 8, resolution: "720p" },
  status: "succeeded",
  created_at: "2026-11-01T00:00:00.000Z",
  completed_at: "2026-11-01T00:01:40.000Z",
  urls: {},
  metrics: { video_output_duration_seconds: 8 },
  model_name: "x",
  cost: 0.8,
});

const own = [jobOf("a"), jobOf("b", { cost: 1.2 })];
const bill = [
  { job_id: "a", date: "2026-11-01", cost: 0.8 },
  { job_id: "b", date: "2026-11-01", cost: 1.2 },
];

async function reconciled(files: Readonly<Record<string, string>>, args: readonly string[]): Promise<Said> {
  const { stdout, stderr } = await runLog(folderOfLog(files), ["reconcile", ...args, "--format", "json"]);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Said;
}

describe("a log in other JSON layouts is read like JSON lines", async () => {
  const expected = await reconciled({ "log.jsonl": jsonLines(own) }, ["log.jsonl"]);
  test.each<[string, string]>([
    ["a list on one line", JSON.stringify(own)],
    ["an indented list", JSON.stringify(own, null, 2)],
    ["objects over several lines", own.map((one) => JSON.stringify(one, null, 2)).join("\n")],
    ["a page over several lines", JSON.stringify({ next: null, results: own }, null, 2)],
  ])("%s", async (_, text) => expect(await reconciled({ "log.json": text }, ["log.json"])).toEqual(expected));

  test.each<[string, string]>([
    ["a list", JSON.stringify(bill, null, 2)],
    ["objects over several lines", bill.map((one) => JSON.stringify(one, null, 2)).join("\n")],
  ])("as is one with a bill that is %s", async (_, text) => {
    const said = await reconciled({ "log.json": JSON.stringify(own), "bill.json": text }, ["log.json", "--billing", "bill.json"]);
    expect([said.compared, said.findings.map(({ kind, job_id, delta }) => [kind, job_id, delta])]).toEqual([
      { jobs: 2, billed: 2 },
      [["UNIT_PRICE", "b", 0.4]],
    ]);
  });
});

test.each<[string, string]>([
  ["one object of an API", JSON.stringify(prediction("p1"), null, 4)],
  ["two of them", `${JSON.stringify(prediction("p1"), null, 4)}\n${JSON.stringify(prediction("p2"), null, 4)}`],
  ["a page of objects", JSON.stringify({ previous: null, results: [prediction("p1"), prediction("p2")] }, null, 2)],
])("%s in indented JSON is recognized by its shape", async (_, text) => {
  const said = await reconciled({ "log.json": text }, ["log.json", "--map", "model=none"]);
  expect(said.bad_records).toBe(0);
  expect(said.compared.billed).toBe(0.8 * said.jobs);
});
