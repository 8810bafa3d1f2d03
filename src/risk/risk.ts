import type { Estimate, Pricing } from "../engine/estimate.ts";
import type { JobPrice } from "../engine/price.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import { convert } from "../money/convert.ts";
import { type Decimal, decimal } from "../money/decimal.ts";
import { findModel } from "../prices/find.ts";
import type { Jobs } from "../prices/schema.ts";
import { type Demand, demandOf } from "./demand.ts";
import type { Distributions } from "./distributions.ts";
import { certain, type Figures } from "./figures.ts";
import { type Law, lawOf, unitOf } from "./law.ts";
import { type End, type Process, processOf } from "./process.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { amount, sumOf, type Waterfall, waterfallOf } from "./waterfall.ts";

/** What a month of one workload really costs, and how sure that is. Money in the reporting currency, a month. */
export type Risk = {
  figures: Figures;
  waterfall: Waterfall;
  /** Null where the manifest declares nothing of how jobs go. */
  process: Process | null;
  demand: Demand;
  law: Law;
  /** Null where nothing is uncertain: every quantile is the expected figure. */
  spread: Spread | null;
  jobs: Journey;
  /** What unknown failure policies leave open: the figures bill them in full, and this much of `expected` may not be billed. */
  open: Decimal;
  /** Of a workload that declares nothing of how its jobs go: the stress line, and what would matter most; worked out when asked for. */
  stress: Decimal | null;
  levers: () => readonly Lever[];
};

/** Something that a manifest could declare, at a plausible value, and what it would add to the month in the reporting currency. */
export type Lever = { path: string; value: string; monthly: Decimal };

/** What becomes of a month's clips, in numbers of jobs and requests; `attempts` a take, `delivered` a share of takes. */
export type Journey = {
  clips: number;
  takes: number;
  attempts: number;
  delivered: number;
  submitted: number;
  billed: number;
  duplicates: number;
  /** Null where nothing says how long jobs take. */
  status_requests: number | null;
  undelivered_requests: number;
};

/** A workload with a price: what the risk model starts from. */
export type Planned = { keys: WorkloadKeys; job: JobPrice; count: number; list: Decimal; name: string };

/** A priced workload as the model takes it; null where it has no price. */
export function plannedOf({ keys, job, plan, monthly, file, name }: Estimate): Planned | null {
  return keys && job && plan && monthly ? { keys, job, count: plan.count, list: monthly, name: `${file} ${name}` } : null;
}

/** What the price book says of the jobs of a workload; nothing where it knows neither provider nor model. */
export function jobsOf({ provider, model }: WorkloadKeys, { book }: Pricing): Jobs {
  const known = book.provider(provider);
  return (known && findModel(known, model)?.jobs) ?? known?.jobs ?? {};
}

/**
 * The whole model for one workload.
 * @param statusPrice of one status request after what is free of them, in the reporting currency
 */
export function riskOf(planned: Planned, jobs: Jobs, statusPrice: number, distributions: Distributions): Risk {
  const { keys, job, list } = planned;
  const demand = demandOf(keys.volume);
  const high = monthAt("high", planned, demand, jobs, statusPrice, distributions);
  const low = high.process.unknown.length > 0 ? monthAt("low", planned, demand, jobs, statusPrice, distributions) : high;
  const { process, waterfall, law, spread, unit } = high;
  const expected = sumOf(Object.values(waterfall));
  const perMonth = (demand.mean * unit.clip.takes) / planned.count;
  const price = job.amount.toNumber();
  return {
    figures: spread ? spreadFigures(list, expected, spread) : { ...certain(expected), list },
    waterfall,
    process,
    demand,
    law,
    spread,
    open: expected.minus(sumOf(Object.values(low.waterfall))),
    stress: null,
    levers: () => [],
    jobs: {
      clips: demand.mean,
      takes: unit.clip.takes,
      attempts: unit.take.attempts,
      delivered: unit.take.delivered[0],
      submitted: perMonth * unit.take.attempts,
      billed: price === 0 ? 0 : perMonth * (unit.take.delivered[0] + unit.take.failed + unit.take.retried + unit.take.abandoned),
      duplicates: perMonth * unit.take.duplicates,
      status_requests: process.latency ? perMonth * unit.take.polls : null,
      undelivered_requests: demand.mean * unit.clip.nothing,
    },
  };
}

/** The expected month alone, for mixes of two versions of a workload. */
export function expectedOf(planned: Planned, jobs: Jobs, statusPrice: number, distributions: Distributions): Decimal {
  return sumOf(Object.values(monthAt("high", planned, demandOf(planned.keys.volume), jobs, statusPrice, distributions).waterfall));
}

type Month = { process: Process; waterfall: Waterfall; law: Law; spread: Spread | null; unit: ReturnType<typeof unitOf> };

function monthAt(end: End, { keys, job, count, list, name }: Planned, demand: Demand, jobs: Jobs, statusPrice: number, distributions: Distributions): Month {
  const process = processOf(keys, jobs, end, job.amount.toNumber(), statusPrice, distributions);
  const unit = unitOf(process, process.first);
  const law = lawOf(process, demand, keys, count, name, distributions);
  const isCertain = law.variables.length === 0 && unit.clip.cost[1] < VARIANCE_OF_ROUNDING * unit.clip.cost[0] ** 2 && !demand.poisson;
  const spread = isCertain ? null : spreadOf([law], distributions);
  const fixed = typeof keys.takes === "number";
  // Only rates move the mean: a volume is rescaled to the mean that is declared.
  const outer = law.rates === 0 || !spread ? null : spread.mean;
  return { process, unit, law, spread, waterfall: waterfallOf(job, demand.mean, count, list, unit, fixed, process.watching.statusPrice, outer) };
}

/** A variance that is only what floating-point arithmetic leaves, as a share of the mean squared. */
const VARIANCE_OF_ROUNDING = 1e-14;

/** The figures of a spread, around an expected month that is known exactly. */
export function spreadFigures(list: Decimal, expected: Decimal, { sd, quantile }: Spread, cash: Decimal = expected): Figures {
  return { list, expected, sd: amount(sd), p50: amount(quantile(0.5)), p90: amount(quantile(0.9)), p95: amount(quantile(0.95)), cash };
}

/** The list price of one status request in the reporting currency, 0 where asking is free. */
export function statusPriceOf(jobs: Jobs, { manifest, rates }: Pricing): number {
  const usd = jobs.status_request?.usd;
  if (usd === undefined) return 0;
  const converted = convert(decimal(usd), "USD", manifest.settings.currency, rates);
  return "noRate" in converted ? 0 : converted.toNumber();
}
