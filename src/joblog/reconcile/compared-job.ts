import type { PlannedWorkload } from "../plan.ts";
import type { Job } from "../records/job.ts";
import type { CostOf, JobCost } from "./job-cost.ts";

/** What was billed of one job: money, the length and resolution that it was billed for (NaN and "" where nothing says), and the charges it came in. */
export type JobBill = { amount: number; seconds: number; resolution: string; charges: number; charge: number };

/** A job and what it is compared with. `expected`: what of its range is taken as expected of this bill. */
export type ComparedJob = { job: Job; workload: PlannedWorkload; day: number; cost: JobCost; expected: number; costOf: CostOf };
