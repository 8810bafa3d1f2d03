import { type Decimal, decimal, ZERO } from "../money/decimal.ts";
import { findModel, priceOn } from "../prices/find.ts";
import type { Problem } from "../problem.ts";
import type { Exposure } from "../risk/exposure.ts";
import { type WorkloadCost, workloadCosts } from "../risk/workload-cost.ts";
import type { Distributions } from "../stats/distributions.ts";
import { askedOf } from "./asked.ts";
import { inOrder, type Lock, type LockedPrice } from "./lock-file.ts";
import { amountOf } from "./lock-of.ts";

/** The price change of one workload since the lock: one job then and now in the reporting currency. `now` is null if it no longer has a price. */
export type Repriced = {
  file: string;
  name: string;
  id: string;
  was: Decimal;
  now: Decimal | null;
  /** First days of the dated prices then and now; null for a price without a date. */
  entry: { was: string | null; now: string | null };
  /** Its effect on the monthly cost; null if unknown. */
  monthly: Decimal | null;
};

/** Price changes since the lock, for the workloads of one side. */
export type Repricing = {
  /** The path of the lock, its day, and the snapshot of its price book. */
  file: string;
  since: string;
  snapshot: string;
  /** By manifest and workload (`lockKey`), those whose price changed. */
  changed: ReadonlyMap<string, Repriced>;
  /** The same workloads at the prices of the lock. */
  atLock: ReadonlyMap<string, WorkloadCost>;
  /** Workloads that differ from the lock: whether their price changed is unknown. */
  outdated: readonly string[];
  problems: readonly Problem[];
};

/** The key of a workload on one side: its manifest and its name. */
export function lockKey({ file, name }: { file: string; name: string }): string {
  return `${file}\n${name}`;
}

/**
 * Compares a lock with the prices of a day. Both sides of the comparison use the same manifest, so only prices differ.
 * If a job costs $0.50 in the lock and $0.60 in the book now, 1,000 jobs a month cost $100 more.
 * @param lock its workloads by `lockKey`
 */
export function repricingOf(
  file: string,
  { date: since, snapshot, prices: lock }: Pick<Lock, "date" | "snapshot"> & { prices: ReadonlyMap<string, LockedPrice> },
  side: Exposure,
  distributions: Distributions,
): Repricing {
  const changed = new Map<string, Repriced>();
  const atLock = new Map<string, WorkloadCost>();
  const outdated: string[] = [];
  for (const [manifest, pricing] of side.pricing) {
    const own = side.estimates.filter((one) => one.file === manifest);
    const then = own.map((one) => {
      const locked = lock.get(lockKey(one));
      if (!one.keys) return one;
      if (!locked || locked.job_price === null || !isSame(locked.asked, askedOf(one.keys, pricing))) {
        if (one.job || locked) outdated.push(one.name);
        return one;
      }
      const now = one.monthly && one.job ? one.job.amount : null;
      if (now && amountOf(now) === locked.job_price) return one;
      const provider = pricing.book.provider(one.keys.provider);
      const model = provider && findModel(provider, one.keys.model);
      const entry = (model && priceOn(model, pricing.date)?.from) ?? null;
      const was = decimal(String(locked.job_price));
      changed.set(lockKey(one), { file: manifest, name: one.name, id: locked.id, was, now, entry: { was: locked.from, now: entry }, monthly: null });
      return atPrice(one, was) ?? one;
    });
    if (!own.some((one) => changed.has(lockKey(one)))) continue;
    const estimates = then.map(({ list, risk: _, ...one }) => ({ ...one, monthly: list }));
    for (const one of workloadCosts(estimates, pricing, distributions)) {
      const key = lockKey(one);
      const line = changed.get(key);
      if (!line) continue;
      atLock.set(key, one);
      const now = own.find(({ name }) => name === one.name)?.monthly ?? null;
      changed.set(key, { ...line, monthly: line.now && now && one.monthly ? now.minus(one.monthly) : null });
    }
  }
  return { file, since, snapshot, changed, atLock, outdated, problems: [...unknown(file, lock, side), ...outdatedProblem(file, outdated)] };
}

/** The sum of the effects on the monthly cost; null if one is unknown. */
export function sumOf(changed: Iterable<Repriced>): Decimal | null {
  let sum: Decimal | null = ZERO;
  for (const { monthly } of changed) sum = sum && monthly ? sum.plus(monthly) : null;
  return sum;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

/** A workload at another price per job; null if it has no price now, so that no monthly cost can be computed. */
function atPrice(one: WorkloadCost, amount: Decimal): WorkloadCost | null {
  const { job, list, plan } = one;
  if (!job || !list || !plan) return null;
  const scaled = (part: Decimal): Decimal => (job.amount.eq(0) ? part : part.times(amount).div(job.amount));
  const { base, pricing, rounding } = job.parts;
  const parts = job.amount.eq(0)
    ? { base: amount, pricing: ZERO, rounding: ZERO }
    : { base: scaled(base), pricing: scaled(pricing), rounding: scaled(rounding) };
  return { ...one, job: { ...job, amount, parts }, list: amount.times(decimal(plan.jobs)) };
}

/** A warning about workloads in the lock that no manifest has. */
function unknown(file: string, lock: ReadonlyMap<string, LockedPrice>, side: Exposure): Problem[] {
  const known = new Set(side.estimates.map(lockKey));
  const names = [...lock.keys()].filter((key) => !known.has(key) && !side.hidden.has(key.split("\n")[0] ?? "")).map((key) => key.replace("\n", ": "));
  return names.length === 0 ? [] : [{ code: "lock-unknown-workload", severity: "warning", file, path: ["workloads"], args: { workloads: names } }];
}

function outdatedProblem(file: string, names: readonly string[]): Problem[] {
  return names.length === 0 ? [] : [{ code: "lock-outdated", severity: "note", file, path: ["workloads"], args: { workloads: [...names] } }];
}
