import type { AcceptRecord } from "../collect.ts";
import type { FormatName } from "../records/formats.ts";
import type { Flaw } from "../records/job.ts";
import { type Mapping, recordMapper } from "../records/map-record.ts";
import { pageOf } from "../records/page.ts";
import { jobReader } from "../records/read-job.ts";
import type { Reconciler } from "./reconcile.ts";

/** Takes records of jobs, in our words or in a provider's, into what holds them against the plan. @param formatOf recognized by its shape where it is not given */
export function jobsInto(reconciler: Reconciler, formatOf: FormatName | undefined, map: Mapping): AcceptRecord {
  const toRecord = recordMapper(formatOf, map);
  const read = jobReader();
  const accept = (value: unknown): Flaw | null => {
    const raw = toRecord(value);
    if ("flaw" in raw) return raw;
    const job = read(raw);
    if ("flaw" in job) return job;
    reconciler.add(job);
    return null;
  };
  return (value) => pageOf(value)?.map(accept) ?? accept(value);
}
