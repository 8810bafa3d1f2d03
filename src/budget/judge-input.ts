import type { ComparedWorkload } from "../compare/compare.ts";
import type { Gathered } from "../gather.ts";
import type { Exposure } from "../risk/exposure.ts";
import type { Distributions } from "../stats/distributions.ts";

/** A workload on both sides. `pre_existing`: base has no price for it either, and this change does not touch it. */
export type WorkloadLine = ComparedWorkload & { pre_existing: boolean };

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
};
