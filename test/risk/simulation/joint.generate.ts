import { type Random, randomOf } from "./random.generate.ts";
import type { SimulatedAccount } from "./simulate-account.ts";
import { type Evidence, type Generated, generateWorkloads } from "./workloads.generate.ts";

/** Workloads of one provider in one month, with what they share, and how the provider is paid. `after`: the month is so many after the report's. */
export type JointMonth = {
  name: string;
  provider: object;
  account: object;
  paid: SimulatedAccount;
  workloads: ReadonlyMap<string, { keys: object; job: number; cheaper?: { from: number; job: number } }>;
  after: number;
};

const ACCOUNTS = ["use", "minimum", "packs", "lasting-packs", "plan", "plans"] as const;

/** Generates `count` joint months from a seed: all kinds of accounts in turn, everything else at random. */
export function generateJointMonths(seed: number, count: number): JointMonth[] {
  return Array.from({ length: count }, (_, index) => jointMonth(ACCOUNTS[index % ACCOUNTS.length] as (typeof ACCOUNTS)[number], seed + index));
}

function jointMonth(kind: (typeof ACCOUNTS)[number], seed: number): JointMonth {
  const random = randomOf(seed);
  const { chance, uniform } = random;
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(uniform() * values.length)] as T;
  const all = generateWorkloads(seed);
  const some = Array.from({ length: 2 + Math.floor(uniform() * 3) }, () => all.splice(Math.floor(uniform() * all.length), 1)[0] as Generated);
  const after = chance(0.3) ? 1 + Math.floor(uniform() * 6) : 0;
  const evidence: Evidence | undefined = chance(0.4)
    ? {
        [oneOf(["provider_error", "moderated"] as const)]: oneOf([
          { k: 1, n: 20 },
          { k: 3, n: 40 },
        ]),
      }
    : undefined;
  const [driver, shape] = [chance(0.5) ? { driver: "sales" } : {}, rangeOf(random)];
  // Tiers depend on the jobs of one model, so each workload has its own model. If packs are bought, prices are in their credits.
  const [inCredits, edges] = [kind !== "use" && kind !== "minimum", kind === "use"];
  const workloads = new Map<string, { keys: object; job: number; cheaper?: { from: number; job: number } }>();
  const models: object[] = [];
  let usual = 0;
  for (const [index, { keys, job, provider }] of some.entries()) {
    const [name, model] = [`w${index}`, `made-${index}`];
    const outputs = keys.output.count ?? 1;
    const takes = typeof keys.takes === "number" ? keys.takes : 1 / keys.takes.until_kept.acceptance;
    const isRange = chance(0.6);
    const range = "driver" in driver ? shape : rangeOf(random);
    // The tier's edge is in the middle of a range without a driver, because a certain number of jobs would be on one side of it. The model ignores
    // that chance failures can move a month over an edge. That effect is large in a month of 20 jobs and small in one of 200.
    const isTiered = edges && isRange && !("driver" in driver) && after === 0;
    const clips = (15 + Math.floor(uniform() * 30)) * (isTiered ? 8 : 1);
    const volume = isRange
      ? { per_month: Object.fromEntries(Object.entries(range).map(([key, value]) => [key, Number((value * clips).toFixed(4))])), ...driver }
      : { per_month: clips, ...(chance(0.5) && { arrivals: "poisson" }) };
    const grown = after > 0 && chance(0.7) ? { growth: Number((uniform() * 0.3 - 0.1).toFixed(2)) } : {};
    const edge = isTiered ? Math.round((1.6 * clips) / outputs) : null;
    const second = secondOf(provider);
    usual += (clips * Math.max(1, takes / outputs) * job) / (keys.output.count_as === "clips" ? outputs : 1);
    models.push(modelOf(model, inCredits ? { credits: Number((second * 100).toFixed(6)) } : { usd: second }, edge));
    const jobs = {
      provider: "made",
      model,
      ...keys,
      volume: { ...volume, ...grown },
      reliability: { ...keys.reliability, ...(evidence && { evidence }) },
    };
    workloads.set(name, { keys: jobs, job, ...(edge && { cheaper: { from: edge, job: job / 2 } }) });
  }
  const { account, paid } = accountOf(kind, usual, random);
  return { name: `${kind}, ${seed}`, account, paid, workloads, after, provider: providerOf(paid, models) };
}

function providerOf(paid: SimulatedAccount, models: readonly object[]): object {
  const fees = [
    { name: "seat", usd: 5, every: "month" },
    { name: "setup", usd: 7, every: "once" },
  ];
  const common = { fees };
  if (paid.kind === "use")
    return { provider: "made", name: "Made", account: { ...common, ...(paid.minimum > 0 && { minimum_purchase: paid.minimum }) }, models };
  const pack = {
    ...{ name: "Pack", size: Math.round(paid.price * 100), price: paid.price },
    ...(paid.kind === "packs" ? paid.expires !== null && { expires: `${paid.expires}d` } : { every: "month" }),
    ...(paid.kind === "plan" && { beyond: 0.01 * paid.beyond }),
    ...(paid.kind === "plans" && { beyond: "none" }),
  };
  return { provider: "made", name: "Made", account: { ...common, credit: { name: "credit", usd: 0.01 }, packs: [pack] }, models };
}

/** A random range around 1. A third of them are lognormal. */
function rangeOf({ uniform, chance }: Random): Record<string, number> {
  const [low, high] = [0.4 + 0.4 * uniform(), 1.3 + uniform()];
  return chance(1 / 3) ? { p10: low, p90: high } : { low, likely: 0.9 + 0.2 * uniform(), high };
}

function secondOf(provider: object): number {
  return (provider as { models: [{ prices: [{ charges: [{ usd: number }] }] }] }).models[0].prices[0].charges[0].usd;
}

function modelOf(id: string, price: { usd: number } | { credits: number }, edge: number | null): object {
  const sourced = { source: "https://made.example", checked: "2026-11-01", confidence: "provider" };
  const [unit, amount] = Object.entries(price)[0] as [string, number];
  const rows = [
    [{ below: edge }, amount],
    [{ min: edge }, amount / 2],
  ];
  const charge = edge === null ? { meter: "second", ...price } : { meter: "second", by: ["monthly_jobs"], unit, rows };
  return { id, modes: ["text-to-video"], prices: [{ ...sourced, charges: [charge] }] };
}

/** Rounds to whole cents, so that a pack's price divided by its credits is one cent. */
const cents = (amount: number): number => Math.max(1, Math.round(amount * 100)) / 100;

/** How the account is paid, for a month of about this cost: as manifest keys, and as the input of the simulation. */
function accountOf(kind: (typeof ACCOUNTS)[number], month: number, { uniform, chance }: Random): Pick<JointMonth, "account" | "paid"> {
  const inCredits = kind !== "use" && kind !== "minimum";
  const [trial, prepaid] = [chance(0.3) ? cents(month * 0.3 * uniform()) : 0, chance(0.3) ? cents(month * 0.6 * uniform()) : 0];
  const units = (amount: number): number => (inCredits ? Math.round(amount * 100) : amount);
  const seats = chance(0.3) ? 2 : 0;
  const rest = { trial, prepaid, fees: seats * 5, once: seats * 7 };
  const manifest = {
    ...(trial > 0 && { trial: units(trial) }),
    ...(prepaid > 0 && { prepaid: units(prepaid) }),
    ...(seats > 0 && { fees: { seat: seats, setup: seats } }),
  };
  switch (kind) {
    case "use":
      return { account: manifest, paid: { ...rest, kind: "use", minimum: 0 } };
    case "minimum":
      return { account: manifest, paid: { ...rest, kind: "use", minimum: cents(month * (0.6 + 0.6 * uniform())) } };
    case "packs": {
      // About as large as the use until it expires.
      const expires = Math.round(20 + 60 * uniform());
      return {
        account: { ...manifest, pack: "Pack" },
        paid: { ...rest, kind: "packs", price: cents(((month * expires) / 30) * (0.6 + 0.7 * uniform())), expires },
      };
    }
    case "lasting-packs":
      return { account: { ...manifest, pack: "Pack" }, paid: { ...rest, kind: "packs", price: cents(month * (0.1 + 0.5 * uniform())), expires: null } };
    case "plan":
      return { account: { ...manifest, plan: "Pack" }, paid: { ...rest, kind: "plan", price: cents(month * (0.5 + uniform())), beyond: 1.5 } };
    case "plans":
      return { account: { ...manifest, plan: "Pack" }, paid: { ...rest, kind: "plans", price: cents(month * (0.3 + 0.5 * uniform())) } };
  }
}
