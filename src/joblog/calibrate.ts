import type { Distributions } from "../risk/distributions.ts";
import { type CannotTell, cannotTell } from "./cannot-tell.ts";
import type { Duplicate } from "./duplicates.ts";
import { wilson95 } from "./interval.ts";
import { fitLatency, type LatencyFit } from "./latency-fit.ts";
import { volumeOf } from "./monthly-findings.ts";
import type { Observed } from "./observed.ts";
import { type Edit, editsOf } from "./patch.ts";
import type { Plan, Planned } from "./plan.ts";
import { STATUSES, type Status } from "./status.ts";

/** A rate of one end of a job: k of n, and of those k how many were billed, as far as their cost is known. */
export type Rate = { k: number; n: number; wilson95: [number, number]; billed: { k: number; n: number } };

/** What a log says of one workload. Times in seconds, money in the reporting currency. */
export type Calibration = {
  workload: Planned;
  n: number;
  outcomes: Record<Status, Rate>;
  latency: LatencyFit | null;
  /** `perMonth` and `declared` are jobs a month; null where the log has no span, or the workload no plan. */
  volume: { jobs: number; days: number; perMonth: number | null; declared: number | null };
  /** Clips that were kept, of those that were made and marked. */
  acceptance: { k: number; n: number } | null;
  /** Jobs for each take; null where records name no request. */
  attempts: number | null;
  polls: number | null;
  duplicates: Record<Duplicate["confidence"], number>;
  /** What one of what the price counts cost, before factors: the median. */
  unitPrice: number | null;
  edits: readonly Edit[];
  cannotTell: readonly CannotTell[];
};

/** Every workload that the log has jobs of. */
export function calibrate(plan: Plan, observed: readonly Observed[], distributions: Distributions): Calibration[] {
  return plan.workloads.flatMap((workload) => {
    const seen = observed[workload.index] as Observed;
    return seen.jobs === 0 ? [] : [calibrateOne(workload, seen, distributions)];
  });
}

function calibrateOne(workload: Planned, seen: Observed, distributions: Distributions): Calibration {
  const n = seen.jobs;
  const rate = (status: Status): Rate => {
    const { jobs, costed, billed } = seen.outcomes[status];
    return { k: jobs, n, wilson95: wilson95(jobs, n), billed: { k: billed, n: costed } };
  };
  const { days, perMonth } = volumeOf(seen);
  const unit = seen.unit.value();
  const measured = {
    workload,
    n,
    outcomes: Object.fromEntries(STATUSES.map((status) => [status, rate(status)])) as Record<Status, Rate>,
    latency: fitLatency(seen.times, distributions),
    volume: { jobs: n, days, perMonth, declared: workload.declared },
    acceptance: seen.kept.marked === 0 ? null : { k: seen.kept.kept, n: seen.kept.marked },
    attempts: seen.takes === 0 ? null : seen.named / seen.takes,
    polls: seen.polls.jobs === 0 ? null : seen.polls.sent / seen.polls.jobs,
    duplicates: seen.duplicates,
    unitPrice: Number.isNaN(unit) ? null : unit,
  };
  return { ...measured, edits: editsOf(measured, seen), cannotTell: cannotTell(measured) };
}
