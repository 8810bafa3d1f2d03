import type { ComparedWorkload } from "../compare/compare.ts";
import type { Gathered } from "../gather.ts";
import type { Repriced, Repricing } from "../lock/repricing.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { Distributions } from "../stats/distributions.ts";

/**
 * A workload on both sides. `pre_existing`: base has no price for it either, and this change does not touch it. `repriced`: how much
 * price changes since the lock changed its cost, apart from the change itself; null if they did not, or if there is no lock.
 */
export type WorkloadLine = ComparedWorkload & { pre_existing: boolean; repriced: Repriced | null };

/** The input of the rules: both sides, priced and compared. */
export type JudgeInput = {
  head: Gathered;
  base: Gathered | null;
  now: Exposure;
  before: Exposure | null;
  workloads: readonly WorkloadLine[];
  compared: "nothing" | "base" | "new";
  renamed: ReadonlyMap<string, string>;
  distributions: Distributions;
  /** Price changes since the lock that applies; null without a lock. */
  repricing: Repricing | null;
  /** True if only the verdict is needed. The probability of exceeding a limit is not computed then. */
  verdictOnly: boolean;
  /** Both sides in later months; empty if nothing varies by month. */
  ahead: readonly LaterMonth[];
};

/** Both sides in one month after that of the report. `month`: `YYYY-MM`. */
export type LaterMonth = { month: string; now: Exposure; before: Exposure | null };
