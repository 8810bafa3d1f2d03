import type { Volume, WorkloadKeys } from "../../../src/manifest/schema.ts";
import { drawArrivals, drawPert, drawRate, type Random } from "./random.generate.ts";
import { billedOf, FAILURE_NAMES, makesBatches, type Rates, simulateBatches, simulateClip } from "./simulate.ts";

/**
 * A workload, and the cost of one successful job and one status request in the reporting currency. `cheaper`: the price of a job from this
 * number of jobs a month on. `after`: the month is that many months after `MONTH_OF_REPORT`.
 */
export type Simulated = { keys: WorkloadKeys; job: number; status: number; cheaper?: { from: number; job: number }; after?: number };

/** The month of the reports that are compared, and its unknowns: drawn once, and equal for the same name. */
export const MONTH_OF_REPORT = "2026-11";

/** The uncertain values of one month. Each is drawn once and shared by everything with the same name. */
export type World = { rates: Map<string, number>; drivers: Map<string, { shape: number | null; z: number }> };

export function newWorld(): World {
  return { rates: new Map(), drivers: new Map() };
}

/** The declared rates. Rates with evidence are drawn once per month, and shared by all workloads of the provider with the same counts. */
export function drawRates({ reliability: { outcomes, evidence }, provider }: WorkloadKeys, random: Random, world: World = newWorld()): Rates {
  const rates: Rates = { ...outcomes };
  for (const failure of FAILURE_NAMES) {
    const seen = evidence?.[failure];
    if (!seen) continue;
    const name = `${provider} ${failure} ${seen.k} of ${seen.n}`;
    if (!world.rates.has(name)) world.rates.set(name, drawRate(random, seen.k, seen.n));
    rates[failure] = world.rates.get(name);
  }
  return rates;
}

/** Days in an average month: 365.25 / 12. */
const DAYS = 30.4375;

/** The volume of a later month: the month's own entry if there is one, otherwise the volume after monthly growth. */
function declaredIn(volume: Volume, after: number): { amount: NonNullable<Volume["per_month"]>; times: number } {
  let [year, month] = MONTH_OF_REPORT.split("-").map(Number) as [number, number];
  let times = 1;
  for (let passed = 0; passed < after; passed++) {
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    times += times * (volume.growth ?? 0);
  }
  const own = volume.months?.[`${year}-${month < 10 ? "0" : ""}${month}`];
  if (own !== undefined) return { amount: own, times: 1 };
  if (volume.per_day !== undefined) return { amount: volume.per_day, times: times * DAYS };
  if (volume.per_week !== undefined) return { amount: volume.per_week, times: (times * DAYS) / 7 };
  return { amount: volume.per_month ?? 0, times };
}

/**
 * The expected clips of one month, before arrivals are drawn. Ranges with the same driver rise and fall together: ranges of the same shape take the
 * same quantile.
 */
function drawLevel(volume: Volume, after: number, random: Random, world: World): number {
  const { amount, times } = declaredIn(volume, after);
  if (typeof amount === "number") return amount * times;
  const shared = volume.driver === undefined ? undefined : world.drivers.get(volume.driver);
  const place = shared ?? { shape: null, z: random.normal() };
  if (volume.driver !== undefined) world.drivers.set(volume.driver, place);
  if ("likely" in amount) {
    const { low, high } = amount;
    place.shape ??= (drawPert(random, amount) - low) / (high - low);
    return times * (low + (high - low) * place.shape);
  }
  // 80% of a normal distribution is within 1.2816 standard deviations.
  return times * Math.sqrt(amount.p10 * amount.p90) * (amount.p90 / amount.p10) ** (place.z / (2 * 1.2815515655446004));
}

/** The values that are fixed for a simulated month: rates, and expected clips. */
export type Settled = { rates: Rates; level: number };

export function settle({ keys, after = 0 }: Simulated, random: Random, world: World = newWorld()): Settled {
  return { rates: drawRates(keys, random, world), level: drawLevel(keys.volume, after, random, world) };
}

/** The events of one month: billed jobs (as multiples of a job's price), jobs that the provider accepted, and status requests. */
export type MonthHappened = { billed: number; created: number; requests: number };

/** Simulates one month of a workload. If the number of clips is not whole, the last clip counts with its fraction. */
export function walkMonth({ keys }: Simulated, { rates, level }: Settled, random: Random, each: (billed: number) => void = () => {}): MonthHappened {
  const wanted = keys.volume.arrivals === "poisson" ? drawArrivals(random, level) : level;
  if (makesBatches(keys)) {
    const batches = simulateBatches({ keys, rates, wanted }, random, each);
    return { billed: billedOf(batches), created: batches.created, requests: batches.requests };
  }
  const all = { billed: 0, created: 0, requests: 0 };
  for (let left = wanted; left > 0; left--) {
    const part = Math.min(1, left);
    const clip = simulateClip(keys, rates, random);
    each(part * billedOf(clip));
    all.billed += part * billedOf(clip);
    all.created += part * clip.created;
    all.requests += part * clip.requests;
  }
  return all;
}

/** The cost of one simulated month of a workload. */
export function simulateMonth(one: Simulated, random: Random, free = 0): number {
  const { billed, created, requests } = walkMonth(one, settle(one, random), random);
  return billed * priceIn(one, created) + Math.max(0, requests - free) * one.status;
}

/** The price of a job in a month with this number of jobs. */
export function priceIn({ job, cheaper }: Simulated, created: number): number {
  return cheaper && created >= cheaper.from ? cheaper.job : job;
}
