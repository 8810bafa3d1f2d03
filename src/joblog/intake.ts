import type { FormatName } from "./formats.ts";
import type { Flaw } from "./job.ts";
import { jobReader } from "./read-job.ts";
import type { Reconciler } from "./reconcile.ts";
import { type Mapping, shaper } from "./shape.ts";

/** Takes in one record; what is wrong with it, or null. */
export type Intake = (value: unknown) => Flaw | null;

/** Takes records of jobs, in our words or in a provider's, into what holds them against the plan. @param formatOf recognised by its shape where it is not given */
export function jobsInto(held: Reconciler, formatOf: FormatName | undefined, map: Mapping): Intake {
  const shape = shaper(formatOf, map);
  const read = jobReader();
  return (value) => {
    const raw = shape(value);
    if ("flaw" in raw) return raw as Flaw;
    const job = read(raw);
    if ("flaw" in job) return job;
    held.add(job);
    return null;
  };
}
