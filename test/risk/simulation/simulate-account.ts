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

/** The payment of one of many months, if nothing bought lasts into the next. */
export function laterMonth(use: number, account: SimulatedAccount): number {
  return bought(use, account, false) + account.fees;
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

/**
 * The monthly cost of packs over years of equal months: jobs come on random days, the oldest pack is used first, credit left in it
 * when it expires is gone, and a new one is bought for the job that finds too little. From the first purchase to the last.
 */
export function packsAMonth(workloads: readonly Simulated[], world: World, account: { price: number; expires: number | null }, random: Random): number {
  const days = 30.4375;
  const settled = workloads.map((one): [Simulated, Settled] => [one, settle(one, random, world)]);
  const packs: { left: number; until: number }[] = [];
  let [purchases, first, last] = [0, Number.NaN, 0];
  for (let month = 0; month < MONTHS; month++) {
    const jobs: { day: number; cost: number }[] = [];
    for (const [one, level] of settled) {
      walkMonth(one, level, random, (billed) => jobs.push({ day: (month + random.uniform()) * days, cost: billed * priceIn(one, 0) }));
    }
    for (const { day, cost } of jobs.sort((a, b) => a.day - b.day)) {
      let open = cost;
      while (open > 1e-9) {
        while (packs[0] && (packs[0].left <= 1e-9 || packs[0].until <= day)) packs.shift();
        if (!packs[0]) {
          if (purchases === 0) first = day;
          purchases++;
          last = day;
          packs.push({ left: account.price, until: day + (account.expires ?? Number.POSITIVE_INFINITY) });
        }
        const pack = packs[0] as { left: number };
        const used = Math.min(open, pack.left);
        pack.left -= used;
        open -= used;
      }
    }
  }
  // The last pack covers use after the simulated time.
  return purchases < 2 ? Number.NaN : ((purchases - 1) * account.price * days) / (last - first);
}

/** The months of one simulation of packs. */
const MONTHS = 48;
