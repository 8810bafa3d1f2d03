import type { ComparedWorkload } from "../compare/compare.ts";
import type { Gathered } from "../gather.ts";
import type { Repriced, Repricing } from "../lock/repricing.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { Distributions } from "../stats/distributions.ts";

/**
 * A workload on both sides. `pre_existing`: base has no price for it either, and this change does not touch it. `repriced`: what
 * the price book did to it since the lock, apart from what the change did; null if it did nothing, or there is no lock.
 */
export type WorkloadLine = ComparedWorkload & { pre_existing: boolean; repriced: Repriced | null };

/** What the rules look at: both sides, priced and compared. */
export type JudgeInput = {
  head: Gathered;
  base: Gathered | null;
  now: Exposure;
  before: Exposure | null;
  workloads: readonly WorkloadLine[];
  compared: "nothing" | "base" | "new";
  renamed: ReadonlyMap<string, string>;
  distributions: Distributions;
  /** What the price book did since the lock that rules; null without one. */
  repricing: Repricing | null;
  /** Only the verdict is asked for: how likely a limit is exceeded is left out. */
  verdictOnly: boolean;
  /** Both sides in later months, where anything varies by month; empty if nothing does. */
  ahead: readonly LaterMonth[];
};

/** Both sides in one month after that of the report. `month`: `YYYY-MM`. */
export type LaterMonth = { month: string; now: Exposure; before: Exposure | null };
