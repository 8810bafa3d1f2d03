import type { AcceptRecord } from "../collect.ts";
import type { FormatName } from "../records/formats.ts";
import type { Flaw } from "../records/job.ts";
import { type Mapping, recordMapper } from "../records/map-record.ts";
import { pageOf } from "../records/page.ts";
import { jobReader } from "../records/read-job.ts";
import type { Reconciler } from "./reconcile.ts";

/** Reads job records, in our own format or a provider's, and passes them to the reconciler. @param formatOf the format; if undefined, it is recognized by its shape */
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
