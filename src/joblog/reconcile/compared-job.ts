import type { PlannedWorkload } from "../plan.ts";
import type { Job } from "../records/job.ts";
import type { CostOf, JobCost } from "./job-cost.ts";

/** The bill of one job: the amount in the reporting currency, the billed length in seconds and resolution (NaN and "" if unknown), and its charges. */
export type JobBill = { amount: number; seconds: number; resolution: string; charges: number; charge: number };

/** A job and what it is compared with. `day`: days since 1970. `expected`: the amount of its expected range that is nearest to the bill. */
export type ComparedJob = { job: Job; workload: PlannedWorkload; day: number; cost: JobCost; expected: number; costOf: CostOf };
