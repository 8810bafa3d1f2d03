import type * as z from "zod";
import type { workloadKeys } from "../manifest/schema.ts";
import type { report } from "../report/review/schema.ts";
import type { scanReport } from "../report/scan/schema.ts";

/** The output of `check --format json`, `video-budget/report@1`: schema/report.schema.json. */
export type Report = z.output<typeof report>;

/** The output of `scan --format json`, `video-budget/scan@1`: schema/scan.schema.json. */
export type ScanReport = z.output<typeof scanReport>;

/** A workload as in a manifest: a value of `workloads` in schema/manifest.schema.json. */
export type Workload = z.input<typeof workloadKeys>;
