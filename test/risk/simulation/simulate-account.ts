import type { Random } from "./random.generate.ts";
import { priceIn, type Settled, type Simulated, settle, type World, walkMonth } from "./simulate-month.ts";

/**
 * How a provider is paid, in the reporting currency: by use, with at least `minimum` per purchase; in packs worth `price` that expire after some
 * days; by a monthly plan that covers use worth `price`, with `beyond` for each unit of use above it; or by as many plans as the month needs.
 * `trial` and `prepaid` exist only in the first month. `fees` are paid each month, `once` only in the first.
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

/** The payment in a first month with this use. */
export function firstMonth(use: number, account: SimulatedAccount): number {
  let left = use;
  for (const there of [account.trial, account.prepaid]) left -= Math.min(left, there);
  return bought(left, account, true) + account.fees + account.once;
}

/**
 * The payment of one of many months. Packs last for more than a month: a month pays for its use, or for its share of a pack's days if that
 * is more.
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
      // A tiny amount over a pack is a floating-point error, not a job.
      while (paid < left * (1 - 1e-12)) paid += account.price;
      return paid;
    }
  }
}

/** The cost of packs bought over years: a month of all days, and a month of the days with a valid pack. */
export type Bought = { paid: number; covered: number };

/**
 * The monthly cost of packs over years of equal months: jobs come on random days, credit left in a pack when it expires is gone, and a new
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
  // The last pack covers use after the simulated time.
  const cost = purchases < 2 ? Number.NaN : (purchases - 1) * account.price * DAYS;
  return { paid: cost / (last - first), covered: cost / (last - first - without) };
}

/** Days of a month: 365.25 / 12. */
const DAYS = 30.4375;

/** The months of one simulation of packs. */
const MONTHS = 48;
