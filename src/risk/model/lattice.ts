import type { Demand } from "./demand.ts";
import type { JobProcess } from "./process.ts";

/** Billed shares are rounded to six decimals. */
const DECIMALS = 1e6;

/**
 * The step of a month: every possible amount is a multiple of it. It is the job price × the greatest common divisor of the shares
 * that a job can bill. A job of $2 bills 100% for a success and 60% for a failure, which is $2 or $1.20: the step is 20%, $0.40.
 * @returns the step in the reporting currency. Null if the number of clips need not be whole, if a job makes several clips, if
 * status requests cost money, if jobs are free, or if the step is below 0.1% of the job price
 */
export function latticeOf({ possible, billed, watching }: JobProcess, { whole }: Demand, clipsPerJob: number): number | null {
  const { jobPrice, statusPrice, cancel, requests } = watching;
  const paysToAsk = statusPrice > 0 && (requests.seen[1] > 0 || requests.running > 0);
  if (!whole || clipsPerJob !== 1 || paysToAsk || jobPrice <= 0) return null;
  const shares = possible.map(billed);
  if (cancel && cancel.success > 0) shares.push(cancel.billed);
  const step = shares.reduce((divisor, share) => gcd(divisor, Math.round(share * DECIMALS)), DECIMALS) / DECIMALS;
  return step < 0.001 ? null : jobPrice * step;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
