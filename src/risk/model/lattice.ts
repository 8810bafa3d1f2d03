import type { Demand } from "./demand.ts";
import type { JobProcess } from "./process.ts";

/** Billed shares are read to this many decimals. */
const DECIMALS = 1e6;

/**
 * The step of the month: job price × the greatest common divisor of the shares that a job can bill. A job of $2 of which a
 * success bills 100% and a failure 60% costs $2 or $1.20, so every month is a multiple of 20%, $0.40. There is none where
 * clips are not whole numbers, where status requests cost money, or where the step is too small to matter.
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
