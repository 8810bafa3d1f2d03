import type { Random } from "./random.generate.ts";
import { priceIn, type Settled, type Simulated, settle, type World, walkMonth } from "./simulate-month.ts";

/**
 * How a provider is paid, amounts in the reporting currency: as it is used, from `minimum` a purchase on; in packs worth `price` that are gone
 * after some days; by a plan that is paid each month and covers its `price` of use, `beyond` for each unit of use above it; or by as many plans
 * as the month needs. `trial` and `prepaid` are there in the first month alone; `fees` each month, `once` in the first.
 */
export type SimulatedAccount = {
  trial: number;
  prepaid: number;
  fees: number;
  once: number;
} & (
  | { kind: "use"; minimum: number }
  | { kind: "packs"; price: number; expires: number | null }
  | { kind: "plan"; price: number; beyond: number }
  | { kind: "plans"; price: number }
);

/** What is paid in a first month of so much use. */
export function firstMonth(use: number, account: SimulatedAccount): number {
  let left = use;
  for (const there of [account.trial, account.prepaid]) left -= Math.min(left, there);
  return bought(left, account, true) + account.fees + account.once;
}

/**
 * What is paid for one of many months. Of packs, which outlast a month, a month pays for what its use takes of them, or for its part of a
 * pack's days if that is more.
 */
export function laterMonth(use: number, account: SimulatedAccount): number {
  const paid = account.kind === "packs" ? Math.max(use, account.expires === null ? 0 : (account.price * DAYS) / account.expires) : bought(use, account, false);
  return paid + account.fees;
}

function bought(left: number, account: SimulatedAccount, isFirst: boolean): number {
  switch (account.kind) {
    case "use":
      return isFirst && left > 0 && left < account.minimum ? account.minimum : left;
    case "plan":
      return account.price + (left > account.price ? (left - account.price) * account.beyond : 0);
    default: {
      let paid = account.kind === "plans" ? account.price : 0;
      // A hair over a pack is floating point, and no job.
      while (paid < left * (1 - 1e-12)) paid += account.price;
      return paid;
    }
  }
}

/** Of a walk through years: what packs cost a month, and what they cost a month of the days on which one was valid. */
export type Bought = { paid: number; held: number };

/**
 * What packs cost over years that are alike: jobs come at random days of each month, what is left of a pack when it expires is gone, and a new
 * one is bought for the job that finds too little. From the first purchase to the last.
 */
export function packsAMonth(workloads: readonly Simulated[], world: World, account: { price: number; expires: number | null }, random: Random): Bought {
  const settled = workloads.map((one): [Simulated, Settled] => [one, settle(one, random, world)]);
  const pack = { left: 0, until: 0 };
  let [purchases, first, last, without] = [0, Number.NaN, 0, 0];
  for (let month = 0; month < MONTHS; month++) {
    const jobs: { day: number; cost: number }[] = [];
    for (const [one, level] of settled) {
      walkMonth(one, level, random, (billed) => jobs.push({ day: (month + random.uniform()) * DAYS, cost: billed * priceIn(one, 0) }));
    }
    for (const { day, cost } of jobs.sort((a, b) => a.day - b.day)) {
      let open = cost;
      while (open > 1e-9) {
        const isExpired = pack.left > 1e-9 && pack.until <= day;
        if (isExpired) without += day - pack.until;
        if (isExpired || pack.left <= 1e-9) {
          if (purchases === 0) first = day;
          purchases++;
          last = day;
          pack.left = account.price;
          pack.until = day + (account.expires ?? Number.POSITIVE_INFINITY);
        }
        const used = Math.min(open, pack.left);
        pack.left -= used;
        open -= used;
      }
    }
  }
  // What the last pack is for comes after it.
  const cost = purchases < 2 ? Number.NaN : (purchases - 1) * account.price * DAYS;
  return { paid: cost / (last - first), held: cost / (last - first - without) };
}

/** Days of a month: 365.25 / 12. */
const DAYS = 30.4375;

/** Months of one such walk. */
const MONTHS = 48;
