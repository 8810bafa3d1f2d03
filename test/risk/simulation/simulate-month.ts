import type { Volume, WorkloadKeys } from "../../../src/manifest/schema.ts";
import { drawArrivals, drawPert, drawRate, type Random } from "./random.generate.ts";
import { billedOf, FAILURE_NAMES, outputsOfOneClip, type Rates, simulateClip } from "./simulate.ts";

/**
 * A workload, and what one successful job and one status request cost in the reporting currency. `cheaper`: a job costs another price in
 * a month with so many jobs or more. `after`: the month is so many after the one of the report, which is `month` (`YYYY-MM`).
 */
export type Simulated = { keys: WorkloadKeys; job: number; status: number; cheaper?: { from: number; job: number }; after?: number };

/** The month of the reports that are compared, and its unknowns: drawn once, and equal for the same name. */
export const MONTH_OF_REPORT = "2026-11";
export type World = { rates: Map<string, number>; drivers: Map<string, { shape: number | null; z: number }> };

export function newWorld(): World {
  return { rates: new Map(), drivers: new Map() };
}

/** The declared rates; those with evidence are drawn anew for each month, once for all workloads with the same counts. */
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

/** Days of a month: 365.25 / 12. */
const DAYS = 30.4375;

/** What is declared for a month that lies some after the report's: its own number or range where it has one, else what has grown month by month. */
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
 * Clips wanted in one month, before chance decides of arrivals. Ranges with the same driver rise and fall together: of the same shape they have
 * the same place in it.
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
  // 80% of a normal distribution lie within 1.2816 standard deviations.
  return times * Math.sqrt(amount.p10 * amount.p90) * (amount.p90 / amount.p10) ** (place.z / (2 * 1.2815515655446004));
}

/** What stays in one month or in many alike: rates, and the clips wanted. */
export type Settled = { rates: Rates; level: number };

export function settle({ keys, after = 0 }: Simulated, random: Random, world: World = newWorld()): Settled {
  return { rates: drawRates(keys, random, world), level: drawLevel(keys.volume, after, random, world) };
}

/** What happens in one month: jobs billed (in whole jobs), jobs that the provider took, and status requests. */
export type MonthHappened = { billed: number; created: number; requests: number };

/** One month of a workload. Where a range asks for a part of a clip, that part of what happens to it counts. */
export function walkMonth({ keys }: Simulated, { rates, level }: Settled, random: Random, each: (billed: number) => void = () => {}): MonthHappened {
  const arrived = keys.volume.arrivals === "poisson" ? drawArrivals(random, level) : level;
  const wanted = (arrived * outputsOfOneClip(keys)) / (keys.output.count ?? 1);
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

/** What one month of a workload costs. */
export function simulateMonth(one: Simulated, random: Random, free = 0): number {
  const { billed, created, requests } = walkMonth(one, settle(one, random), random);
  return billed * priceIn(one, created) + Math.max(0, requests - free) * one.status;
}

/** The price of a job in a month of so many jobs. */
export function priceIn({ job, cheaper }: Simulated, created: number): number {
  return cheaper && created >= cheaper.from ? cheaper.job : job;
}
