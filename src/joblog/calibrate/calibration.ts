import type { Duplicate } from "../measure/duplicates.ts";
import type { Pace } from "../measure/volume.ts";
import type { PlannedWorkload } from "../plan.ts";
import type { Status } from "../records/status.ts";
import type { LatencyFit } from "./latency-fit.ts";

/** The measurements of one workload from a log. Times are in seconds, money is in the reporting currency. */
export type Calibration = {
  workload: PlannedWorkload;
  n: number;
  outcomes: Record<Status, Rate>;
  latency: LatencyFit | null;
  /** `perMonth` and `declared`: jobs a month; null if the log has a single day, or the workload no plan. `clips`: the wanted clips, if every job names its request. */
  volume: { jobs: number; days: number; perMonth: number | null; declared: number | null; clips: Pace | null };
  /** `k` of `n` generated clips with a `kept` mark were kept. */
  acceptance: { k: number; n: number } | null;
  /** Jobs for each take; null if records name no request. */
  attempts: number | null;
  polls: number | null;
  duplicates: Record<Duplicate["confidence"], number>;
  /** The median cost of one unit of the price (a second, a clip, a token), before factors. */
  unitPrice: number | null;
  edits: readonly Edit[];
  cannotTell: readonly CannotTell[];
};

/** The rate of one outcome: `k` of `n` jobs, with its 95% Wilson interval (0–1). `billed`: of those k jobs with a known cost, how many were billed. */
export type Rate = { k: number; n: number; wilson95: [number, number]; billed: { k: number; n: number } };

/** A statement that a sample cannot support: its code, and the arguments of its sentence. Shares are 0–1. */
export type CannotTell = {
  code: "unseen" | "imprecise" | "tail" | "latency" | "billing" | "volume" | "outages" | "acceptance" | "attempts" | "polls" | "lost";
  args: Readonly<Record<string, number | string>>;
};

/** One key of a workload to set. */
export type Edit = { path: readonly string[]; value: unknown };
