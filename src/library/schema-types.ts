import type * as z from "zod";
import type { workloadKeys } from "../manifest/schema.ts";
import type { report } from "../report/review/schema.ts";
import type { scanReport } from "../report/scan/schema.ts";

/** What `check --format json` prints, `video-budget/report@1`: schema/report.schema.json. */
export type Report = z.output<typeof report>;

/** What `scan --format json` prints, `video-budget/scan@1`: schema/scan.schema.json. */
export type ScanReport = z.output<typeof scanReport>;

/** A workload as a manifest writes it: a value of `workloads` in schema/manifest.schema.json. */
export type Workload = z.input<typeof workloadKeys>;
