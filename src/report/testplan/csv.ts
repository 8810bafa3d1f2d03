import { FIELDS, type Field } from "../../joblog/records/job.ts";
import type { TestJob } from "../../testplan/plan.ts";
import type { TestReport } from "../../testplan/report.ts";
import { requestId, secondsOf } from "./test-record.ts";

/** A cell that needs no quotes and that a spreadsheet cannot take for a formula. */
const SAFE_CELL = /^[A-Za-z0-9][\w./: -]*$/;

/**
 * A table to fill in: the fields of a job record, and a row for each job to run with what is known beforehand.
 * `reconcile` and `calibrate` can read the completed table directly.
 */
export function testPlanCsv({ within: { run } }: TestReport): string {
  return `${[FIELDS.join(","), ...run.map((job) => FIELDS.map((field) => cell(known(job, field))).join(","))].join("\n")}\n`;
}

function known(job: TestJob, field: Field): string | number {
  const { keys, request, like } = job;
  switch (field) {
    case "workload":
      return like.name;
    case "provider":
      return keys.provider;
    case "model":
      return keys.model;
    case "request_id":
      return requestId(job);
    case "take":
      return 0;
    case "attempt":
      return 1;
    case "requested_seconds":
      return secondsOf(job) ?? "";
    case "resolution":
      return String(request?.fields.get("resolution") ?? keys.output.resolution ?? "");
    default:
      return "";
  }
}

function cell(value: string | number): string {
  const text = String(value);
  return SAFE_CELL.test(text) ? text : "";
}
