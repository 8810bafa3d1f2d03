import { recordOf } from "../../notation/record-of.ts";
import type { Distributions } from "../../stats/distributions.ts";
import { wilson95 } from "../../stats/interval.ts";
import type { Observed } from "../measure/observed.ts";
import { type Covered, clipPace, coveredDays, jobPace } from "../measure/volume.ts";
import type { Plan, PlannedWorkload } from "../plan.ts";
import { STATUSES, type Status } from "../records/status.ts";
import type { Calibration, Rate } from "./calibration.ts";
import { cannotTell } from "./cannot-tell.ts";
import { fitLatency } from "./latency-fit.ts";
import { editsOf, type PatchOptions } from "./patch.ts";

/** Calibrates every workload that has jobs in the log. */
export function calibrate(plan: Plan, observed: readonly Observed[], distributions: Distributions, options: PatchOptions): Calibration[] {
  const covered = coveredDays(observed);
  return plan.workloads.flatMap((workload) => {
    const seen = observed[workload.index] as Observed;
    return seen.jobs === 0 ? [] : [calibrateOne(workload, seen, { covered, distributions, options })];
  });
}

type Setting = { covered: Covered | null; distributions: Distributions; options: PatchOptions };

function calibrateOne(workload: PlannedWorkload, seen: Observed, { covered, distributions, options }: Setting): Calibration {
  // If the client gave up, the outcome of the job is unknown, so it does not count in the rates of outcomes.
  const ended = seen.jobs - seen.outcomes.unknown.jobs;
  const rate = (status: Status): Rate => {
    const { jobs, costed, billed } = seen.outcomes[status];
    const n = status === "unknown" ? seen.jobs : ended;
    return { k: jobs, n, wilson95: wilson95(jobs, n), billed: { k: billed, n: costed } };
  };
  const { days, perMonth } = jobPace(seen, covered);
  const unit = seen.unit.value();
  const measured = {
    workload,
    n: seen.jobs,
    outcomes: recordOf(STATUSES, rate),
    latency: fitLatency(seen.times, distributions),
    volume: { jobs: seen.jobs, days, perMonth, declared: workload.declared, clips: clipPace(seen, covered) },
    acceptance: seen.kept.marked === 0 ? null : { k: seen.kept.kept, n: seen.kept.marked },
    attempts: seen.takes === 0 ? null : seen.named / seen.takes,
    polls: seen.polls.jobs === 0 ? null : seen.polls.sent / seen.polls.jobs,
    duplicates: seen.duplicates,
    unitPrice: Number.isNaN(unit) ? null : unit,
  };
  return { ...measured, edits: editsOf(measured, seen, covered, options), cannotTell: cannotTell(measured) };
}
