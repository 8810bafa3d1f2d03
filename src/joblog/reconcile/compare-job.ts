import type { PlannedWorkload } from "../plan.ts";
import type { Job } from "../records/job.ts";
import type { Difference, Kind } from "./finding.ts";
import { type CostOf, isSameResolution, type JobCost } from "./job-cost.ts";

/** Amounts that differ by less than this share are the same. */
export const TOLERANCE = 0.005;

/** A container is up to a few frames longer or shorter than what was asked for, in seconds. */
const FRAMES = 0.1;

export function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other)) + 1e-9;
}

/** What a job that ended so was expected to bill: between two amounts where its policy or its price is not known exactly. */
export type ExpectedRange = { low: number; high: number };

export function expectedRange(workload: PlannedWorkload, status: Job["status"], cost: JobCost): ExpectedRange {
  const share = status === "pending" ? 0 : workload.billed(status);
  const { amount, bound } = cost;
  const [low, high] = share === "unknown" ? [0, amount] : [share * amount, share * amount];
  return { low: bound === "upper" ? 0 : low, high: bound === "lower" && share !== 0 ? Number.POSITIVE_INFINITY : high };
}

/** What is taken as expected of a bill: the bill itself where it lies in the range, else the nearer end. */
export function nearestExpected({ low, high }: ExpectedRange, billed: number): number {
  return Math.min(Math.max(billed, low), high);
}

const NONE: readonly Difference[] = [];

/**
 * Holds one bill against one job. Of a job that succeeded: its length, its resolution, and where both are as
 * asked its price; of another, what its end bills. Deltas add up to billed less expected.
 */
export function differences(
  job: Job,
  workload: PlannedWorkload,
  day: number,
  cost: JobCost,
  billed: number,
  expected: number,
  costOf: CostOf,
): readonly Difference[] {
  const isSame = near(billed, expected);
  if (isSame && job.status !== "success") return NONE;
  const asked = job.resolution === "" ? cost.resolution : job.resolution;
  const got = job.billed_resolution;
  const isResolution = got === "" || asked === "" || isSameResolution(asked, got);
  const isLength = job.status !== "success" || isExpectedLength(job, cost);
  if (isSame && isResolution && isLength) return NONE;

  const delta = billed - expected;
  if (job.status !== "success") {
    const isFull = job.status !== "pending" && workload.billed(job.status) === 1;
    const kind: Kind = delta < 0 ? "FAILED_JOB_CREDITED" : !isFull ? "FAILED_JOB_BILLED" : isResolution ? "UNIT_PRICE" : "RESOLUTION";
    return [{ kind, delta, args: { billed, expected, status: job.status, asked, got } }];
  }
  if (isLength && isResolution) return [{ kind: "UNIT_PRICE", delta, args: { billed, expected } }];
  const longer = (): number => (costOf(workload, day, job.billed_seconds, job.resolution)?.amount ?? cost.amount) - cost.amount;
  const ofLength = isLength ? 0 : isResolution ? delta : longer();
  const found: Difference[] = [];
  if (!isLength) found.push({ kind: "DURATION", delta: ofLength, args: { billed, expected, asked: cost.seconds, got: job.billed_seconds } });
  if (!isResolution) found.push({ kind: "RESOLUTION", delta: delta - ofLength, args: { billed, expected, asked, got } });
  return found;
}

/** Providers report what was asked for, or what they round it to; either is right. */
function isExpectedLength({ billed_seconds: got }: Job, { seconds, billedSeconds, bound }: JobCost): boolean {
  if (Number.isNaN(got) || Number.isNaN(seconds)) return true;
  const rounded = Number.isNaN(billedSeconds) ? seconds : billedSeconds;
  const least = bound === "upper" ? 0 : Math.min(seconds, rounded);
  const most = Math.max(seconds, rounded);
  const off = Math.max(least - got, got - most);
  return off <= Math.max(TOLERANCE * most, FRAMES);
}
