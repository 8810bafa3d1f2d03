import { isTree, type Tree } from "../../notation/tree.ts";
import type { Flaw, Job } from "../records/job.ts";
import { jobReader } from "../records/read-job.ts";
import { shown } from "../records/read-value.ts";
import { confidenceOf, type Duplicate } from "./duplicates.ts";

/**
 * Jobs that are equal in everything that affects price and policy, aggregated in the data warehouse (docs/warehouse.md). Times are seconds
 * since 1970.
 */
export type Group = {
  jobs: number;
  /** When the last job was submitted. The first is in the job's own `submitted_at`. */
  last: number;
  /** Jobs observed to their end, and the sums of ln t and (ln t)² of their seconds t. */
  ended: number;
  sum: number;
  squares: number;
  /** Seconds after which the client gave up on these jobs; NaN if it did not. */
  gaveUpAfter: number;
  /** `named`: jobs that name their request. `takes`: those of them that are first attempts. */
  named: number;
  takes: number;
  /** Jobs that are the first of their request. */
  requests: number;
  marked: number;
  kept: number;
  polled: number;
  polls: number;
  /** Present if the group is one job that repeats another. It gives the duplicate for the charged amount and the client's timeout in seconds. */
  repeats: ((charged: number, patience: number) => Duplicate | null) | null;
};

/** The group of a single job. */
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

/** The columns of a group in addition to those of a job. */
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

/** Reads groups. Like `jobReader`, it reuses one object for all of them. */
export function groupReader(): (value: unknown) => { job: Job; group: Group } | Flaw {
  const read = jobReader();
  return (value) => {
    if (!isTree(value)) return { flaw: "not-a-record", field: "", value: shown(value) };
    return groupOf(inSmallLetters(value), read);
  };
}

/** Converts column names to lower case, because Snowflake exports them in capitals. */
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
