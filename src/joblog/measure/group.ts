import { isTree, type Tree } from "../../notation/tree.ts";
import type { Flaw, Job } from "../records/job.ts";
import { jobReader } from "../records/read-job.ts";
import { shown } from "../records/read-value.ts";
import { confidenceOf, type Duplicate } from "./duplicates.ts";

/**
 * Jobs that are alike in all that a price and a policy ask for, added up where they are kept
 * (docs/warehouse.md). Times are seconds since 1970.
 */
export type Group = {
  jobs: number;
  /** When the last of them was submitted; the first is the job's own `submitted_at`. */
  last: number;
  /** Those that were seen to end, and the sums of ln and of ln² of their seconds. */
  ended: number;
  sum: number;
  squares: number;
  /** Seconds after which the client gave up on all of them; NaN if it did not. */
  gaveUpAfter: number;
  /** Those that name their request, and of these those that are no second attempt. */
  named: number;
  takes: number;
  /** Those that are the first job of their request. */
  requests: number;
  marked: number;
  kept: number;
  polled: number;
  polls: number;
  /** Where the group is one job that did the work of another: which, given what it cost and the client's patience in seconds. */
  repeats: ((charged: number, patience: number) => Duplicate | null) | null;
};

/** A job by itself. */
export const ONE_JOB: Group = {
  jobs: 1,
  last: Number.NaN,
  ended: 0,
  sum: 0,
  squares: 0,
  gaveUpAfter: Number.NaN,
  named: 0,
  takes: 0,
  requests: 0,
  marked: 0,
  kept: 0,
  polled: 0,
  polls: 0,
  repeats: null,
};

/** Columns of a group beside those of a job. */
const NUMBERS = [
  "jobs",
  "last_submitted_at",
  "ended",
  "sum_ln",
  "sum_ln2",
  "gave_up_after",
  "named",
  "takes",
  "requests",
  "marked",
  "kept_clips",
  "polled",
  "sent_polls",
  "repeat_gap",
  "repeat_wasted",
] as const;

/** Reads groups as `jobReader` reads jobs: into one object that is used again. */
export function groupReader(): (value: unknown) => { job: Job; group: Group } | Flaw {
  const read = jobReader();
  return (value) => {
    if (!isTree(value)) return { flaw: "not-a-record", field: "", value: shown(value) };
    return groupOf(inSmallLetters(value), read);
  };
}

/** A row as the view names its columns: Snowflake exports their names in capitals. */
function inSmallLetters(row: Tree): Tree {
  return "JOBS" in row && !("jobs" in row) ? Object.fromEntries(Object.entries(row).map(([name, cell]) => [name.toLowerCase(), cell])) : row;
}

function groupOf(value: Tree, read: ReturnType<typeof jobReader>): { job: Job; group: Group } | Flaw {
  const job = read({ ...value, submitted_at: value["first_submitted_at"], job_id: value["example_job_id"], request_id: value["example_request_id"] });
  if ("flaw" in job) return job;
  const numbers = new Map<string, number>();
  for (const name of NUMBERS) {
    const written = value[name];
    const number = written === null || written === undefined || written === "" ? Number.NaN : Number(written);
    if (Number.isNaN(number) && written !== null && written !== undefined && written !== "")
      return { flaw: "not-a-number", field: name, value: shown(written) };
    numbers.set(name, number);
  }
  const of = (name: (typeof NUMBERS)[number]): number => numbers.get(name) ?? Number.NaN;
  const sum = (name: (typeof NUMBERS)[number]): number => (Number.isNaN(of(name)) ? 0 : of(name));
  const jobs = of("jobs");
  if (!(jobs >= 1) || !Number.isInteger(jobs)) return { flaw: "missing", field: "jobs", value: shown(value["jobs"]) };
  const repeated = typeof value["repeat_of"] === "string" && value["repeat_of"] !== "" ? value["repeat_of"] : null;
  const gap = of("repeat_gap");
  const wasted = of("repeat_wasted");
  const isKey = value["repeat_kind"] === "key";
  return {
    job,
    group: {
      jobs,
      last: of("last_submitted_at"),
      ended: sum("ended"),
      sum: sum("sum_ln"),
      squares: sum("sum_ln2"),
      gaveUpAfter: of("gave_up_after"),
      named: sum("named"),
      takes: sum("takes"),
      requests: sum("requests"),
      marked: sum("marked"),
      kept: sum("kept_clips"),
      polled: sum("polled"),
      polls: sum("sent_polls"),
      repeats:
        repeated === null
          ? null
          : (charged, patience) =>
              charged > 0
                ? { first: repeated, second: job.job_id, confidence: isKey ? "certain" : confidenceOf(gap, patience), wasted: wasted || charged }
                : null,
    },
  };
}
