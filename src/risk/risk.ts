import type { JobPrice } from "../engine/price.ts";
import type { JobPlan } from "../engine/pricing.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Figures } from "./figures.ts";
import type { Demand } from "./model/demand.ts";
import type { JobProcess } from "./model/process.ts";
import type { TotalDistribution } from "./model/total-distribution.ts";
import type { FreeRequests, WorkloadDistribution } from "./model/workload-distribution.ts";
import type { Waterfall } from "./waterfall.ts";

/** What a month of one workload really costs, and how sure that is. Money in the reporting currency, a month. */
export type Risk = {
  figures: Figures;
  waterfall: Waterfall;
  /** Null if the manifest declares nothing of how jobs go. */
  process: JobProcess | null;
  demand: Demand;
  distribution: WorkloadDistribution;
  /** Null if nothing is uncertain: every quantile is the expected figure. */
  totalDistribution: TotalDistribution | null;
  jobs: Journey;
  /** What unknown failure policies leave open: the figures bill them in full, and this much of `expected` may not be billed. */
  open: Decimal;
  /** Of a workload that declares nothing of how its jobs go: the stress line, and what would matter most; worked out when asked for. */
  stress: Stress | null;
  /** What one more job of takes for each clip (or batch), the most expensive resolution, and sound would add to a month at list price; empty if jobs are declared. */
  choices: () => readonly Lever[];
  levers: () => readonly Lever[];
  /** Where jobs may be submitted twice and nothing says whether with an idempotency key: the month if they were; worked out when asked for. Else null. */
  withKey: () => KeyedMonth | null;
  /** Where jobs time out and are retried: the month and the share of takes delivered by how much luck attempts share; worked out when asked for. */
  sharedLuck: () => readonly SharedLuck[];
};

/** What is expected to be billed, what is not because takes never deliver (0 or more), and what unknown failure policies leave open. */
export type KeyedMonth = { expected: Decimal; undelivered: Decimal; open: Decimal };

/** A month of one workload if attempts of one request had such a share of the log-variance in common; `delivered` a share of takes. */
export type SharedLuck = { correlation: number; expected: Decimal; delivered: number };

/** What more failures add to a month: the same amount twice, or between two where nobody knows whether a failed job is billed. */
export type Stress = { least: Decimal; most: Decimal };

/** Something that a manifest could declare, at a plausible value, and what it would add to the month in the reporting currency. */
export type Lever = { path: string; value: string; monthly: Decimal };

/** What becomes of a month's clips, in numbers of jobs and requests; `attempts` a take, `delivered` a share of takes. */
export type Journey = {
  clips: number;
  takes: number;
  attempts: number;
  delivered: number;
  submitted: number;
  billed: number;
  duplicates: number;
  /** Null if nothing says how long jobs take. */
  status_requests: number | null;
  undelivered_requests: number;
};

/** A workload with a price: what the risk model starts from. */
export type PricedWorkload = {
  keys: WorkloadKeys;
  job: JobPrice;
  plan: JobPlan;
  list: Decimal;
  name: string;
  priceAt?: ((clips: number) => number) | null;
  asking?: FreeRequests | null;
};
