import type { PlannedWorkload } from "../plan.ts";
import type { Job } from "../records/job.ts";
import type { ComparedJob, JobBill } from "./compared-job.ts";
import type { Difference, Kind } from "./finding.ts";
import { isSameResolution, type JobCost } from "./job-cost.ts";
import { near, TOLERANCE } from "./near.ts";
import { priceCandidates } from "./price-candidates.ts";

/** Seconds. A video file may be a few frames longer or shorter than requested. */
const FRAMES = 0.1;

/** The expected bill of a job with its outcome, in the reporting currency. `low` and `high` differ if the policy or the price is not known exactly. */
export type ExpectedRange = { low: number; high: number };

export function expectedRange(workload: PlannedWorkload, job: Job, cost: JobCost): ExpectedRange {
  const { bound } = cost;
  const amount = Number.isNaN(job.outputs_requested) ? cost.amount : (cost.amount * job.outputs_requested) / cost.count;
  const share = job.status === "pending" ? 0 : workload.billed(job.status);
  const [low, high] = share === "unknown" ? [0, amount] : withoutFiltered(workload, job, share * amount);
  return { low: bound === "upper" ? 0 : low, high: bound === "lower" && share !== 0 ? Number.POSITIVE_INFINITY : high };
}

/** The bill of a job some of whose clips were filtered: with 2 of 4 filtered, two are billed, and the other two by the policy for moderated jobs. */
function withoutFiltered(workload: PlannedWorkload, { status, outputs_requested: asked, outputs_delivered: made }: Job, amount: number): [number, number] {
  if (status !== "success" || !(made < asked)) return [amount, amount];
  const policy = workload.billed("moderated");
  const billed = (share: number): number => (amount * (made + (asked - made) * share)) / asked;
  return policy === "unknown" ? [billed(0), billed(1)] : [billed(policy), billed(policy)];
}

/** The expected amount to compare with a bill: the bill itself if it is within the range, otherwise the nearer end. */
export function nearestExpected({ low, high }: ExpectedRange, billed: number): number {
  return Math.min(Math.max(billed, low), high);
}

const NONE: readonly Difference[] = [];

/**
 * Compares one bill with one job. For a successful job: its length, its resolution, and its price if both are as requested. For any other job:
 * the bill of its outcome. The deltas add up to billed minus expected.
 */
export function differences(compared: ComparedJob, bill: JobBill): readonly Difference[] {
  const { job, cost, expected } = compared;
  const billed = bill.amount;
  const isSame = near(billed, expected);
  if (isSame && job.status !== "success") return NONE;
  const asked = job.resolution === "" ? cost.resolution : job.resolution;
  const got = bill.resolution;
  const isResolution = got === "" || asked === "" || isSameResolution(asked, got);
  const isLength = job.status !== "success" || isExpectedLength(bill.seconds, cost);
  if (isSame && isResolution && isLength) return NONE;
  const delta = billed - expected;
  if (bill.charges > 1 && near(bill.charge, expected) && isResolution)
    return [{ kind: "DOUBLE_BILLED", delta, args: { billed, expected, charges: bill.charges } }];
  if (job.status !== "success") return [ofFailure(compared, bill, isResolution)];
  if (isLength && isResolution) return [{ kind: "UNIT_PRICE", delta, args: { billed, expected, ...priceCandidates(compared, bill) } }];
  return ofOutput(compared, bill, { isLength, isResolution, asked });
}

function ofFailure({ job, workload, cost, expected }: ComparedJob, { amount: billed, resolution: got }: JobBill, isResolution: boolean): Difference {
  const delta = billed - expected;
  const isFull = job.status !== "pending" && workload.billed(job.status) === 1;
  const kind: Kind = delta < 0 ? "FAILED_JOB_CREDITED" : !isFull ? "FAILED_JOB_BILLED" : isResolution ? "UNIT_PRICE" : "RESOLUTION";
  const asked = job.resolution === "" ? cost.resolution : job.resolution;
  return { kind, delta, args: { billed, expected, status: job.status, asked, got } };
}

/** Differences for another length, another resolution, or both. The length's part is what the length alone would have changed. */
function ofOutput(
  { job, workload, day, cost, expected, costOf }: ComparedJob,
  { amount: billed, seconds, resolution: got }: JobBill,
  { isLength, isResolution, asked }: { isLength: boolean; isResolution: boolean; asked: string },
): Difference[] {
  const delta = billed - expected;
  const longer = (): number => (costOf(workload, day, seconds, job.resolution)?.amount ?? cost.amount) - cost.amount;
  const ofLength = isLength ? 0 : isResolution ? delta : longer();
  const found: Difference[] = [];
  if (!isLength) found.push({ kind: "DURATION", delta: ofLength, args: { billed, expected, asked: cost.seconds, got: seconds } });
  if (!isResolution) found.push({ kind: "RESOLUTION", delta: delta - ofLength, args: { billed, expected, asked, got } });
  return found;
}

/** Whether a length is as expected. Providers report either the requested length or the rounded one. */
function isExpectedLength(got: number, { seconds, billedSeconds, bound }: JobCost): boolean {
  if (Number.isNaN(got) || Number.isNaN(seconds)) return true;
  const rounded = Number.isNaN(billedSeconds) ? seconds : billedSeconds;
  const least = bound === "upper" ? 0 : Math.min(seconds, rounded);
  const most = Math.max(seconds, rounded);
  const off = Math.max(least - got, got - most);
  return off <= Math.max(TOLERANCE * most, FRAMES);
}
