import type { Duplicate } from "../measure/duplicates.ts";
import type { Pace } from "../measure/volume.ts";
import type { PlannedWorkload } from "../plan.ts";
import type { Status } from "../records/status.ts";
import type { LatencyFit } from "./latency-fit.ts";

/** What a log says of one workload. Times in seconds, money in the reporting currency. */
export type Calibration = {
  workload: PlannedWorkload;
  n: number;
  outcomes: Record<Status, Rate>;
  latency: LatencyFit | null;
  /** `perMonth` and `declared` are jobs a month; null if the log has no span, or the workload no plan. `clips`: those that were wanted, where every job names its request. */
  volume: { jobs: number; days: number; perMonth: number | null; declared: number | null; clips: Pace | null };
  /** Clips that were kept, of those that were made and marked. */
  acceptance: { k: number; n: number } | null;
  /** Jobs for each take; null if records name no request. */
  attempts: number | null;
  polls: number | null;
  duplicates: Record<Duplicate["confidence"], number>;
  /** What one of what the price counts cost, before factors: the median. */
  unitPrice: number | null;
  edits: readonly Edit[];
  cannotTell: readonly CannotTell[];
};

/** A rate of one end of a job: k of n, and of those k how many were billed, as far as their cost is known. */
export type Rate = { k: number; n: number; wilson95: [number, number]; billed: { k: number; n: number } };

/** Something that a sample does not support, as a code and what its sentence says; shares 0–1. */
export type CannotTell = {
  code: "unseen" | "imprecise" | "tail" | "latency" | "billing" | "volume" | "outages" | "acceptance" | "attempts" | "polls" | "lost";
  args: Readonly<Record<string, number | string>>;
};

/** One key of a workload to set. */
export type Edit = { path: readonly string[]; value: unknown };
