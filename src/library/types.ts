import type * as z from "zod";
import type { workloadKeys } from "../manifest/schema.ts";
import type { report } from "../report/review/schema.ts";

/** What `check --format json` prints, `video-budget/report@1`: schema/report.schema.json. */
export type Report = z.output<typeof report>;

/** A workload as a manifest writes it: a value of `workloads` in schema/manifest.schema.json. */
export type Workload = z.input<typeof workloadKeys>;
