import type { Actuals } from "../../actuals/actuals.ts";
import { billingRowReader } from "../bill/billing-row.ts";
import type { AcceptRecord } from "../collect.ts";
import type { Plan } from "../plan.ts";
import type { Flaw } from "../records/job.ts";
import { recordMapper } from "../records/map-record.ts";
import { pageOf } from "../records/page.ts";
import { jobReader } from "../records/read-job.ts";
import { SpentDays } from "./spent-days.ts";

/** Reads files of jobs and bills for the month of a day, one after the other. */
export type ActualsReader = {
  /** Starts another file. @returns what takes in its records */
  file: (name: string) => AcceptRecord;
  /** @param bad records that could not be read */
  result: (bad: number) => Actuals;
};

export function actualsReader(plan: Plan, date: string): ActualsReader {
  const files: string[] = [];
  const days = new SpentDays(plan, date);
  return {
    file(name) {
      files.push(name);
      return oneFile(days);
    },
    result: (bad) => ({ files, ...days.result(), bad }),
  };
}

/** Reads one file. Its first usable record decides what it is: a log of jobs, or a bill if that record is a bill row with a day. */
function oneFile(days: SpentDays): AcceptRecord {
  const file = days.newFile();
  const [toRecord, readJob, { read: readRow }] = [recordMapper(undefined, new Map()), jobReader(), billingRowReader()];
  let kind: "jobs" | "bill" | null = null;
  const jobIn = (value: unknown): Flaw | null => {
    const raw = toRecord(value);
    const job = "flaw" in raw ? raw : readJob(raw);
    if ("flaw" in job) return job;
    kind = "jobs";
    days.addJob(job, file);
    return null;
  };
  const rowIn = (value: unknown): Flaw | null => {
    const row = readRow(value);
    if (row === null || "flaw" in row) return row;
    if (kind === null && Number.isNaN(row.day)) return { flaw: "missing", field: "date", value: "" };
    kind = "bill";
    file.isBill = true;
    return days.addRow(row, file);
  };
  return (value) => {
    if (kind === "bill") return rowIn(value);
    const page = pageOf(value);
    if (page) return page.map(jobIn);
    const flaw = jobIn(value);
    return flaw === null || kind === "jobs" || rowIn(value) !== null ? flaw : null;
  };
}
