import { type Alike, onceAlike } from "../manifest/price-keys.ts";
import type { WorkloadKeys } from "../manifest/schema.ts";
import type { Decimal } from "../money/decimal.ts";
import type { Price } from "../prices/book.ts";
import { modelKey } from "../prices/find.ts";
import type { Problem } from "../problem.ts";
import type { Pricing } from "./pricing.ts";
import { tariffOf } from "./tariff.ts";

/** The price of one job in the reporting currency, if the month has `jobs` jobs of its model; null if there is no price. */
export type PriceByJobs = (jobs: number) => Decimal | null;

/** The numbers of jobs that a price's conditions name, in ascending order: the price is the same for all numbers between two of them. Empty if it does not depend on the jobs. */
function edgesOf({ charges, factors, holes }: Price): readonly number[] {
  const matchers = [...charges.map(({ when }) => when), ...factors.map(({ when }) => when), ...holes].flatMap((when) => when["monthly_jobs"] ?? []);
  const named = matchers.flatMap((one): unknown[] => ("in" in one ? [...one.in] : [one.min, one.max, one.above, one.below]));
  return [...new Set(named.filter((edge) => typeof edge === "number"))].sort((a, b) => a - b);
}

/** The place of a number among the edges: 0 below the first, 1 at it, 2 between the first and the second. */
function placeOf(jobs: number, edges: readonly number[]): number {
  let place = 0;
  for (const edge of edges) place += jobs > edge ? 2 : jobs === edge ? 1 : 0;
  return place;
}

/** The price of a workload's job as a function of the jobs of the month; null if it does not depend on them. */
export function priceByJobs(keys: WorkloadKeys, pricing: Pricing): PriceByJobs | null {
  return onceAlike(tiered, pricing, keys, () => workOut(keys, pricing));
}

const tiered: Alike<Pricing, PriceByJobs | null> = new WeakMap();

function workOut(keys: WorkloadKeys, pricing: Pricing): PriceByJobs | null {
  const tariff = tariffOf(keys, pricing);
  const edges = tariff ? edgesOf(tariff.price) : [];
  if (edges.length === 0) return null;
  const key = modelKey(keys, pricing.book);
  const known = new Map<number, Decimal | null>();
  return (jobs) => {
    const place = placeOf(jobs, edges);
    const before = known.get(place);
    if (before !== undefined) return before;
    const then = tariffOf(keys, { ...pricing, monthlyJobs: new Map([[key, jobs]]) });
    const job = then?.bill(then.ask(keys));
    const amount = !job || "no" in job ? null : job.amount;
    known.set(place, amount);
    return amount;
  };
}

/** A month is reported if its jobs are within this share of the edge of a tier. */
const NEAR = 0.1;

/** Notes for a month whose number of jobs is near the edge of a tier, because slightly more or fewer jobs change the price of all jobs. */
export function tierProblems(keys: WorkloadKeys, pricing: Pricing, file: string, name: string): Problem[] {
  const jobs = pricing.monthlyJobs.get(modelKey(keys, pricing.book)) ?? 0;
  const priceAt = jobs > 0 ? priceByJobs(keys, pricing) : null;
  const here = priceAt?.(jobs);
  if (!priceAt || !here) return [];
  // A month that varies is priced on both sides already.
  const { volume } = keys;
  const isRange =
    (pricing.varyingJobs?.get(modelKey(keys, pricing.book))?.length ?? 0) > 0 ||
    volume.arrivals === "poisson" ||
    [volume.per_day, volume.per_week, volume.per_month].some((amount) => typeof amount === "object");
  return [1 - NEAR, 1 + NEAR].flatMap((share): Problem[] => {
    const there = priceAt(jobs * share);
    if (!there || there.eq(here)) return [];
    const args = { jobs, range: isRange, edge: edgeBetween(priceAt, jobs, jobs * share), price: here.toNumber(), beyond: there.toNumber() };
    return [
      { code: "near-tier", severity: "note", file, path: ["workloads", name, "volume"], args: { ...args, currency: pricing.manifest.settings.currency } },
    ];
  });
}

/** The whole number of jobs between two numbers at which the price changes, by bisection. */
function edgeBetween(priceAt: PriceByJobs, from: number, to: number): number {
  const price = priceAt(from);
  let [same, other] = [from, to];
  for (let i = 0; i < 60; i++) {
    const middle = (same + other) / 2;
    const found = priceAt(middle);
    if (found && price && found.eq(price)) same = middle;
    else other = middle;
  }
  return Math.round(other);
}
