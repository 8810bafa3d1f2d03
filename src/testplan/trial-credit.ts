import { onceOnly } from "../engine/one-time-credit.ts";
import type { Pricing } from "../engine/pricing.ts";
import { isNoRate } from "../money/convert.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import type { TestJob } from "./plan.ts";

/**
 * How much of a test a provider's trial credit pays, in the reporting currency. `fits`, `beyond` and `unknown`: the numbers of the jobs that
 * the credit covers, that it does not cover, and whose cost is unknown or only a lower bound.
 */
export type TrialUse = {
  provider: string;
  /** The credit; null if there is no exchange rate for it, so that it is unknown which jobs it covers. */
  trial: Decimal | null;
  used: Decimal;
  fits: readonly number[];
  beyond: readonly number[];
  beyondCost: Decimal;
  unknown: readonly number[];
};

/** The jobs to run within a limit, their cost, and the jobs that the limit leaves out. */
export type JobsWithinLimit = { run: readonly TestJob[]; cost: Decimal; out: readonly TestJob[] };

/**
 * Takes jobs in order as long as they fit in a limit in the reporting currency. Null is no limit. A job whose cost is unknown or
 * only a lower bound fits in no limit.
 */
export function jobsWithinLimit(jobs: readonly TestJob[], limit: Decimal | null): JobsWithinLimit {
  const run: TestJob[] = [];
  const out: TestJob[] = [];
  let cost = ZERO;
  for (const job of jobs) {
    const next = cost.plus(job.cost ?? ZERO);
    if (limit !== null && (job.cost === null || job.job?.bound === "lower" || next.gt(limit))) {
      out.push(job);
      continue;
    }
    run.push(job);
    cost = next;
  }
  return { run, cost, out };
}

/** How much of the test each provider's trial credit covers, in the order of the jobs. Providers without a trial are left out. @param pricing by manifest path */
export function trials(jobs: readonly TestJob[], pricing: ReadonlyMap<string, Pricing>): TrialUse[] {
  const providers = new Set(jobs.map(({ keys }) => keys.provider));
  return [...providers].flatMap((provider): TrialUse[] => {
    const own = jobs.filter(({ keys }) => keys.provider === provider);
    const trial = trialOf(provider, own, pricing);
    if (trial === null) return [{ provider, trial, used: ZERO, fits: [], beyond: [], beyondCost: ZERO, unknown: own.map(({ number }) => number) }];
    if (trial.lte(0)) return [];
    const { run, cost, out } = jobsWithinLimit(own, trial);
    const beyond = out.filter((job) => job.cost !== null && job.job?.bound !== "lower");
    return [
      {
        provider,
        trial,
        used: cost,
        fits: run.map(({ number }) => number),
        beyond: beyond.map(({ number }) => number),
        beyondCost: beyond.reduce((sum, job) => sum.plus(job.cost ?? ZERO), ZERO),
        unknown: out.filter((job) => !beyond.includes(job)).map(({ number }) => number),
      },
    ];
  });
}

/** The trial credit of a provider's account. Several manifests share it, so the first that gives one counts. */
function trialOf(provider: string, jobs: readonly TestJob[], pricing: ReadonlyMap<string, Pricing>): Decimal | null {
  let hasRates = true;
  const files = new Set(jobs.flatMap(({ workloads }) => workloads.map(({ file }) => file)));
  for (const file of files) {
    const own = pricing.get(file) as Pricing;
    const { trial } = onceOnly(own.book.provider(provider)?.account, own.manifest.settings.accounts[provider], own);
    if (isNoRate(trial)) hasRates = false;
    else if (trial.gt(0)) return trial;
  }
  return hasRates ? ZERO : null;
}
