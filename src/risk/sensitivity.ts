import { meanTakes } from "../engine/volume.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import { round } from "../money/round.ts";
import type { Jobs } from "../prices/schema.ts";
import { NO_DISTRIBUTIONS } from "../stats/distributions.ts";
import { attempt } from "./model/attempt.ts";
import { outcomesOf, processOf } from "./model/process.ts";
import { take } from "./model/take.ts";
import type { Lever, PricedWorkload, Stress } from "./risk.ts";
import { expectedMonth } from "./risk-of-month.ts";
import { amount } from "./waterfall.ts";

/** The share of jobs that fail in the stress test, and the most attempts of its client. */
const STRESS = 0.1;
const ATTEMPTS = 3;

/**
 * What a month costs more if a tenth of the jobs fail, are billed in full and are retried, as a share of its list price. A take has
 * (1 − s³) / (1 − s) submissions on average, with s = 0.1 and at most 3 attempts: 1.11, and each is billed, so 11% more.
 */
const STRESS_SHARE = (1 - STRESS ** ATTEMPTS) / (1 - STRESS) - 1;

/**
 * The stress test of a month at list price, by what the provider bills for its own errors. A month of $1,000 costs $110 more if it
 * bills them in full, nothing more if it does not bill them, and between $0 and $110 if that is unknown.
 */
export function stressOf({ keys, list }: PricedWorkload, jobs: Jobs): Stress {
  const billed = keys.reliability.billed?.provider_error ?? jobs.billed?.provider_error?.value ?? "unknown";
  const at = (share: number): Decimal => list.times(amount(STRESS_SHARE * share));
  return billed === "unknown" ? { least: ZERO, most: at(1) } : { least: at(billed), most: at(billed) };
}

/**
 * The declarations that would change the monthly cost most, for a workload that declares nothing about how its jobs go. Each is
 * computed at a plausible value. The largest effect comes first, and declarations without effect are left out.
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
    // The PERT distribution of half, once and twice the volume has a mean of (½ + 4 + 2) / 6 = 1 + ½ / 6 times the volume.
    { path: "volume", value: "{ low: half, likely: as it is, high: double }", monthly: list.times(0.5).div(6) },
  ];
  return levers.filter(({ monthly }) => round(monthly) !== 0).sort((a, b) => b.monthly.abs().cmp(a.monthly.abs()));
}

function failing(keys: WorkloadKeys, failure: "provider_error" | "moderated"): WorkloadKeys {
  return {
    ...keys,
    client: { ...keys.client, max_attempts: ATTEMPTS },
    reliability: { ...keys.reliability, outcomes: { [failure]: STRESS } },
  };
}

/** What a client adds that resubmits without a key at the P95 of its jobs: one job in twenty keeps running and is billed as a duplicate. */
function resubmitted({ keys, job, plan, list }: PricedWorkload, jobs: Jobs): Decimal {
  const process = processOf(
    keys,
    jobs,
    { end: "high", jobPrice: job.amount.toNumber(), statusPrice: 0, rounds: plan.rounds, clipsPerJob: plan.clipsPerJob },
    NO_DISTRIBUTIONS,
  );
  if (process.key) return ZERO;
  const one = attempt(outcomesOf(process.first, process), { ...process.watching, requests: { seen: [0.95, 0, 0, 0], running: 0 }, whenLate: "retry" });
  const { delivered, abandoned } = take(one, one, ATTEMPTS);
  return list.times(amount(delivered[0] + abandoned - 1));
}
