import { describe, expect, test } from "vitest";
import { faultyLog } from "./faulty-log.ts";
import { reconcileJobs } from "./logs.ts";

/** Precision: the share of findings that were planted. Recall: the share of planted faults that were found. */
function score(found: ReadonlySet<string>, planted: ReadonlySet<string>): { precision: number; recall: number } {
  const both = [...found].filter((one) => planted.has(one)).length;
  return { precision: both / found.size, recall: both / planted.size };
}

// Every fault has its own rule that separates it from similar jobs, so all must be found, and nothing else.
const PRECISION = 1;
const RECALL = 1;

describe.each([1, 2, 3, 4, 5])("10,000 jobs with planted faults, seed %i", async (seed) => {
  const { records, faults, duplicates } = faultyLog(seed, 10_000);
  const said = await reconcileJobs(records, {}, ["--list", "100000"]);

  test("are all found, and nothing else is", () => {
    // Jobs of a model that is not in the manifest are one finding, whose message counts them.
    const outOfPlan = said.findings.find(({ kind }) => kind === "OUT_OF_PLAN");
    const lacking = [...faults].filter((fault) => fault.startsWith("OUT_OF_PLAN"));
    expect(outOfPlan?.message).toContain(`${lacking.length} jobs`);
    const each = said.findings.filter(({ kind }) => kind !== "VOLUME" && kind !== "OUT_OF_PLAN").map(({ kind, job_id }) => `${kind} ${job_id}`);
    const found = new Set([...each, ...lacking]);
    const kinds = new Set([...faults].map((fault) => fault.split(" ")[0]));
    expect([kinds.size, faults.size > 200]).toEqual([6, true]);
    const { precision, recall } = score(found, faults);
    expect(precision).toBeGreaterThanOrEqual(PRECISION);
    expect(recall).toBeGreaterThanOrEqual(RECALL);
  });

  test("have duplicates, which are all found", () => {
    const found = new Set(said.duplicates.filter(({ confidence }) => confidence !== "possible").map(({ second, confidence }) => `${second} ${confidence}`));
    const planted = new Set([...duplicates].map(([id, confidence]) => `${id} ${confidence}`));
    expect(planted.size).toBeGreaterThan(100);
    const { precision, recall } = score(found, planted);
    expect(precision).toBeGreaterThanOrEqual(PRECISION);
    expect(recall).toBeGreaterThanOrEqual(RECALL);
  });

  test("have findings that sum to the whole difference", () => {
    const sum = said.findings.reduce((total, { kind, delta }) => (kind === "VOLUME" ? total : total + delta), 0);
    expect(sum).toBeCloseTo(said.billed - said.expected, 4);
  });
});
