import { onceOnly } from "../engine/one-time-credit.ts";
import type { Pricing } from "../engine/pricing.ts";
import { isNoRate } from "../money/convert.ts";
import { type Decimal, ZERO } from "../money/decimal.ts";
import type { TestJob } from "./plan.ts";

/** What a provider's trial credit pays of a test, in the reporting currency, and the numbers of the jobs that fit in it, that do not, and of which nobody knows. */
export type TrialUse = {
  provider: string;
  /** Null if there is no exchange rate for it: what it pays of the jobs is then unknown. */
  trial: Decimal | null;
  used: Decimal;
  fits: readonly number[];
  beyond: readonly number[];
  beyondCost: Decimal;
  unknown: readonly number[];
};

/** Within a limit: the jobs to run, and those that the limit leaves out. */
export type JobsWithinLimit = { run: readonly TestJob[]; cost: Decimal; out: readonly TestJob[] };

/** The jobs that fit in a limit in the reporting currency, in order; null is no limit. A job whose cost is not known, or only from below, fits in none. */
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

/** What the trial of each provider covers of the jobs to run, cheapest first; providers without one are left out. @param pricing by manifest file */
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

/** One account has one trial, however many manifests use it: the first that says something. */
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
