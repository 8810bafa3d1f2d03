import type { Decimal } from "../../money/decimal.ts";
import { round } from "../../money/round.ts";
import type { TestJob } from "../../testplan/plan.ts";
import type { TestReport } from "../../testplan/report.ts";
import { formula } from "../words/formula.ts";
import { PREPARED, requestId, secondsOf, WRITTEN } from "./test-record.ts";
import { openInWords, ratesInWords } from "./words.ts";

/**
 * A test plan as JSON, `video-budget/test-plan@1`. Money is in `currency`, shares are 0–1, durations are in seconds. `jobs` has all jobs of
 * the plan; `run` lists those that the limit allows.
 */
export function testPlanJson(report: TestReport): string {
  const { currency, date, snapshot, plan, within, budget, trials, warnAbove, interval, blind, rates, tested, unable } = report;
  const allowed = new Set(within.run.map(({ number }) => number));
  const json = {
    schema: "video-budget/test-plan@1",
    currency,
    date,
    prices: { snapshot },
    total: { jobs: plan.jobs.length, cost: round(plan.total), complete: plan.jobs.every(({ cost }) => cost !== null) },
    run: { jobs: within.run.map(({ number }) => number), cost: round(within.cost), limit: amount(budget), left_out: within.out.map(({ number }) => number) },
    trials: trials.map(({ provider, trial, used, fits, beyond, beyondCost, unknown }) => ({
      provider,
      trial: amount(trial),
      used: round(used),
      fits,
      beyond,
      beyond_cost: round(beyondCost),
      unknown,
    })),
    warn_above: warnAbove && round(warnAbove),
    jobs: plan.jobs.map((job) => jobOf(job, report, allowed)),
    workloads: plan.workloads.map(({ file, name, status, jobs, cost }) => ({ file, name, status, jobs, cost: amount(cost) })),
    record: { prepared: PREPARED, write_down: WRITTEN },
    proof: {
      failure_rates: blind.map(({ jobs, least, upper, models }) => ({
        jobs,
        models,
        invisible_below: significant(least),
        upper_bound_without_failures: significant(upper),
      })),
      interval,
      needed: rates.map(({ file, name, rate, declared, jobs, cost }) => ({ file, name, rate: significant(rate), declared, jobs, cost: amount(cost) })),
      cannot_tell: openInWords(report, String),
      needed_in_words: ratesInWords(report, String),
    },
    left_out: [...tested.map((one) => ({ ...one, reason: "has-evidence" })), ...unable.map(({ status, ...one }) => ({ ...one, reason: status }))],
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function jobOf(one: TestJob, { currency, dear }: TestReport, allowed: ReadonlySet<number>): object {
  const { number, id, like, request, cost, job, proves, workloads } = one;
  return {
    number,
    request_id: requestId(one),
    id,
    like,
    request: asked(one),
    seconds: secondsOf(one),
    resolution: request?.fields.get("resolution") ?? null,
    audio: request?.fields.get("audio") ?? null,
    cost: amount(cost),
    bound: job?.bound ?? null,
    charges: (job?.terms ?? []).map((term) => ({ formula: formula(term, currency, request ?? undefined), amount: round(term.amount) })),
    proves,
    workloads,
    run: allowed.has(number),
    warn: dear.includes(number),
  };
}

/** The request to send, by the keys of a manifest. */
function asked({ keys: { mode, output, input, tier, region, options, runtime }, request }: TestJob): object {
  const filled = (map: object): object | undefined => (Object.keys(map).length === 0 ? undefined : map);
  return { mode: mode ?? request?.fields.get("mode"), output: filled(output), input: filled(input), tier, region, options: filled(options), runtime };
}

function amount(value: Decimal | null): number | null {
  return value === null ? null : round(value);
}

function significant(value: number): number {
  return Number(value.toPrecision(9));
}
