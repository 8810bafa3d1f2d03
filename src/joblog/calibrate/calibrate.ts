import { recordOf } from "../../notation/record-of.ts";
import type { Distributions } from "../../stats/distributions.ts";
import { wilson95 } from "../../stats/interval.ts";
import type { Observed } from "../measure/observed.ts";
import { volumeOf } from "../measure/volume.ts";
import type { Plan, PlannedWorkload } from "../plan.ts";
import { STATUSES, type Status } from "../records/status.ts";
import type { Calibration, Rate } from "./calibration.ts";
import { cannotTell } from "./cannot-tell.ts";
import { fitLatency } from "./latency-fit.ts";
import { editsOf } from "./patch.ts";

/** Every workload that the log has jobs of. */
export function calibrate(plan: Plan, observed: readonly Observed[], distributions: Distributions): Calibration[] {
  return plan.workloads.flatMap((workload) => {
    const seen = observed[workload.index];
    return seen && seen.jobs > 0 ? [calibrateOne(workload, seen, distributions)] : [];
  });
}

function calibrateOne(workload: PlannedWorkload, seen: Observed, distributions: Distributions): Calibration {
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
    outcomes: recordOf(STATUSES, rate),
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
