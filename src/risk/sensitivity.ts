import { meanTakes } from "../engine/volume.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import type { Jobs } from "../prices/schema.ts";
import { NO_DISTRIBUTIONS } from "../stats/distributions.ts";
import { attempt } from "./model/attempt.ts";
import { outcomesOf, processOf } from "./model/process.ts";
import { take } from "./model/take.ts";
import type { Lever, PricedWorkload, Stress } from "./risk.ts";
import { expectedMonth } from "./risk-of-month.ts";
import { amount } from "./waterfall.ts";

/** The share of jobs that fail in the stress line, and attempts with which a client usually retries. */
const STRESS = 0.1;
const ATTEMPTS = 3;

/**
 * If a tenth of the jobs fail, bill in full and are retried: what a month costs more, as a share of its list
 * price. Each of the (1 − s³) / (1 − s) submissions of a take is billed.
 */
const STRESS_SHARE = (1 - STRESS ** ATTEMPTS) / (1 - STRESS) - 1;

/**
 * The stress line of a month at list price, by what the provider bills of its own errors. A month of $1000 costs $110 more where it
 * bills them in full, nothing more where it does not, and between $0 and $110 where that is not known.
 */
export function stressOf({ keys, list }: PricedWorkload, jobs: Jobs): Stress {
  const billed = keys.reliability.billed?.provider_error ?? jobs.billed?.provider_error?.value ?? "unknown";
  const at = (share: number): Decimal => list.times(amount(STRESS_SHARE * share));
  return billed === "unknown" ? { least: ZERO, most: at(1) } : { least: at(billed), most: at(billed) };
}

/**
 * What would matter most if it were declared, for a workload that declares nothing of how its jobs go:
 * each declaration at a plausible value through the whole model, the largest effect first.
 */
export function leversOf(planned: PricedWorkload, known: Jobs): Lever[] {
  const { keys, list, plan } = planned;
  const { latency: _, ...jobs } = known;
  const cost = (changed: WorkloadKeys, by: Jobs = jobs): Decimal => expectedMonth({ ...planned, keys: changed }, by, 0, NO_DISTRIBUTIONS).minus(list);
  const levers: Lever[] = [
    { path: "takes", value: String(plan.takes + 1), monthly: list.div(meanTakes(plan.rounds)) },
    { path: "reliability.outcomes.provider_error", value: "10%", monthly: cost(failing(keys, "provider_error")) },
    { path: "reliability.outcomes.moderated", value: "10%", monthly: cost(failing(keys, "moderated")) },
    { path: "client.timeout", value: "at the P95, resubmit", monthly: resubmitted(planned, jobs) },
    { path: "client.submit_ack_loss", value: "1%", monthly: cost({ ...keys, client: { ...keys.client, submit_ack_loss: 0.01 } }) },
    // PERT of half, once and twice the volume has a mean of (½ + 4 + 2) / 6.
    { path: "volume", value: "{ low: half, likely: as it is, high: double }", monthly: list.times(0.5).div(6) },
  ];
  return levers.filter(({ monthly }) => !monthly.eq(0)).sort((a, b) => b.monthly.abs().cmp(a.monthly.abs()));
}

function failing(keys: WorkloadKeys, failure: "provider_error" | "moderated"): WorkloadKeys {
  return {
    ...keys,
    client: { ...keys.client, max_attempts: ATTEMPTS },
    reliability: { ...keys.reliability, outcomes: { [failure]: STRESS } },
  };
}

/** A client whose patience ends at the P95 of its jobs, and that submits again without a key: a twentieth of them runs and bills on. */
function resubmitted({ keys, job, plan, list }: PricedWorkload, jobs: Jobs): Decimal {
  const process = processOf(keys, jobs, { end: "high", jobPrice: job.amount.toNumber(), statusPrice: 0, rounds: plan.rounds }, NO_DISTRIBUTIONS);
  if (process.key) return ZERO;
  const one = attempt(outcomesOf(process.first, process), { ...process.watching, requests: { seen: [0.95, 0, 0, 0], running: 0 }, whenLate: "retry" });
  const { delivered, abandoned } = take(one, one, ATTEMPTS);
  return list.times(amount(delivered[0] + abandoned - 1));
}
