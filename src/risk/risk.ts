import type { JobPrice } from "../engine/price.ts";
import type { JobPlan } from "../engine/pricing.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Figures } from "./figures.ts";
import type { TierPrice } from "./model/clip-costs.ts";
import type { Demand } from "./model/demand.ts";
import type { JobProcess } from "./model/process.ts";
import type { TotalDistribution } from "./model/total-distribution.ts";
import type { FreeRequests, WorkloadDistribution } from "./model/workload-distribution.ts";
import type { Waterfall } from "./waterfall.ts";

/** What one workload costs a month with failures, retries and polling, and how uncertain that is. Money in the reporting currency, a month. */
export type Risk = {
  figures: Figures;
  waterfall: Waterfall;
  /** Null if the manifest declares nothing about how jobs go. */
  process: JobProcess | null;
  demand: Demand;
  distribution: WorkloadDistribution;
  /** Null if nothing is uncertain: every quantile is the expected figure. */
  totalDistribution: TotalDistribution | null;
  jobs: Journey;
  /** The part of `expected` that may not be billed: it is unknown whether some failures are billed, and the figures bill them in full. */
  open: () => Decimal;
  /** What a failure rate of 10% would add; null if the manifest declares how jobs go. */
  stress: Stress | null;
  /** What one more take of each clip, the most expensive resolution, and sound would each add at list price. Empty if the manifest declares how jobs go. */
  choices: () => readonly Lever[];
  /** The declarations that would change the cost most, the largest effect first. Empty if the manifest declares how jobs go. */
  levers: () => readonly Lever[];
  /** If a job may be submitted twice, and neither the manifest nor the book says whether with an idempotency key: the month with such a key. Else null. */
  withKey: () => KeyedMonth | null;
  /** If jobs time out and are retried: the cost and the share of takes delivered, at no and at a high correlation between attempts. Else empty. */
  sharedLuck: () => readonly SharedLuck[];
};

/**
 * A month in three amounts, in the reporting currency: the expected bill, the part of the plan that is not billed because takes never
 * deliver (0 or more), and the part of the bill that unknown failure policies leave open.
 */
export type KeyedMonth = { expected: Decimal; undelivered: Decimal; open: Decimal };

/**
 * The expected monthly cost if the attempts of one request were correlated. `correlation`: the share (0–1) of the variance of
 * ln seconds that they have in common. `delivered`: the share (0–1) of takes that deliver.
 */
export type SharedLuck = { correlation: number; expected: Decimal; delivered: number };

/** What more failures add to a month, in the reporting currency: from `least` to `most`. They differ only if it is unknown whether a failed job is billed. */
export type Stress = { least: Decimal; most: Decimal };

/** A key that a manifest could declare, a plausible value of it, and what it would add to the monthly cost, in the reporting currency. */
export type Lever = { path: string; value: string; monthly: Decimal };

/**
 * What a month's clips turn into: mean numbers of jobs and requests a month. Three fields are ratios: `takes` for each clip,
 * `attempts` for each take, `delivered` as a share (0–1) of takes.
 */
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

/**
 * A workload with a price: the input of the risk model. `list`: its monthly cost at list price, in the reporting currency. `name`: its
 * file and name. `tier`: what decides the price of a job, if volume tiers
 * make it vary.
 */
export type PricedWorkload = {
  keys: WorkloadKeys;
  job: JobPrice;
  plan: JobPlan;
  list: Decimal;
  name: string;
  tier?: TierPrice | null;
  asking?: FreeRequests | null;
};
