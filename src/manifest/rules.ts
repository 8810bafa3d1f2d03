import { FAILURES } from "../notation/failure.ts";
import type { ProblemCode } from "../problem.ts";
import type { WorkloadKeys } from "./schema.ts";

/** A broken rule between keys of one workload; the path is relative to it. */
export type Broken = { code: ProblemCode; path: (string | number)[]; args: Record<string, string | number | string[]> };

type Found = (Broken | false | undefined)[];
/** Rules about the value of one key. They see nothing else, because their results are kept by that value. */
type Rules<Key extends keyof WorkloadKeys> = readonly ((value: NonNullable<WorkloadKeys[Key]>) => Found)[];

// Each rule names the key that has to change.
const OF_VOLUME: Rules<"volume"> = [oneVolume, ascendingVolume];
const OF_OUTPUT: Rules<"output"> = [oneLength];
const OF_RELIABILITY: Rules<"reliability"> = [sharesUpToOne, latencyInOrder, evidenceInOrder, evidenceUpToOne];
const OF_PRICE: Rules<"price"> = [onePrice];

/** What is broken in a key's value. Equal values are mostly the same object (`read-keys.ts`), and each is checked once. */
const known = new WeakMap<object, readonly Broken[]>();

/** The rules between keys that a workload breaks. */
export function brokenRules(workload: WorkloadKeys): Broken[] {
  return [
    ...brokenIn(workload.volume, OF_VOLUME),
    ...brokenIn(workload.output, OF_OUTPUT),
    ...brokenIn(workload.reliability, OF_RELIABILITY),
    ...brokenIn(workload.price, OF_PRICE),
    ...broken(timeoutAndBehaviour(workload)),
  ];
}

function brokenIn<Value extends object>(value: Value | undefined, rules: readonly ((value: Value) => Found)[]): readonly Broken[] {
  if (!value) return [];
  const found = known.get(value) ?? broken(rules.flatMap((rule) => rule(value)));
  known.set(value, found);
  return found;
}

function broken(found: Found): Broken[] {
  return found.filter((one) => one !== false && one !== undefined);
}

function oneVolume(volume: WorkloadKeys["volume"]): Found {
  const given = (["per_day", "per_week", "per_month"] as const).filter((key) => volume[key] !== undefined);
  return [given.length !== 1 && { code: "one-of", path: ["volume"], args: { keys: ["per_day", "per_week", "per_month"], given } }];
}

function ascendingVolume(volume: WorkloadKeys["volume"]): Found {
  const { per_day, per_week, per_month, months } = volume;
  if (!months && [per_day, per_week, per_month].every((amount) => typeof amount !== "object")) return [];
  const amounts = [
    ...(["per_day", "per_week", "per_month"] as const).map((key) => ({ at: [key], amount: volume[key] })),
    ...Object.entries(volume.months ?? {}).map(([month, amount]) => ({ at: ["months", month], amount })),
  ];
  return amounts.map(({ at, amount }) => {
    if (typeof amount !== "object") return undefined;
    const steps = "p10" in amount ? [amount.p10, amount.p90] : [amount.low, amount.likely, amount.high];
    const ascending = steps.every((step, i) => i === 0 || step >= (steps[i - 1] as number)) && (steps[0] as number) < (steps.at(-1) as number);
    const order = "p10" in amount ? "p10 < p90" : "low ≤ likely ≤ high, low < high";
    return !ascending && { code: "not-ascending", path: ["volume", ...at], args: { order, values: steps.map(String) } };
  });
}

function oneLength(output: WorkloadKeys["output"]): Found {
  const given = (["duration", "frames", "segments"] as const).filter((key) => output[key] !== undefined);
  return [given.length > 1 && { code: "one-of", path: ["output"], args: { keys: ["duration", "frames", "segments"], given } }];
}

function sharesUpToOne(reliability: WorkloadKeys["reliability"]): Found {
  const first = reliability.outcomes;
  const later = reliability.after_first && { ...first, ...reliability.after_first };
  return [overOne("outcomes", first), later && overOne("after_first", later)];
}

function overOne(key: "outcomes" | "after_first", chances: WorkloadKeys["reliability"]["outcomes"]): Broken | false {
  const total = FAILURES.reduce((sum, failure) => sum + (chances[failure] ?? 0), 0);
  // The tolerance is for binary fractions, whose sum may be slightly above 1.
  return total > 1 + 1e-9 && { code: "shares-over-one", path: ["reliability", key], args: { total: Number(total.toPrecision(12)) } };
}

const BEHAVIOURS = ["resubmit", "cancel-and-resubmit", "give-up", "keep-polling"];

function timeoutAndBehaviour({ client, reliability }: WorkloadKeys): Found {
  const { timeout, on_timeout } = client;
  const acts = on_timeout !== undefined && on_timeout !== "keep-polling";
  return [
    timeout !== undefined &&
      on_timeout === undefined && { code: "timeout-without-behaviour", path: ["client", "timeout"], args: { value: timeout, allowed: BEHAVIOURS } },
    acts && timeout === undefined && { code: "behaviour-without-timeout", path: ["client", "on_timeout"], args: { value: on_timeout } },
    acts &&
      timeout !== undefined &&
      reliability.latency === undefined && { code: "behaviour-without-latency", path: ["client", "on_timeout"], args: { value: on_timeout } },
  ];
}

function latencyInOrder({ latency }: WorkloadKeys["reliability"]): Found {
  return [
    latency &&
      (latency.p50 <= 0 || latency.p95 <= latency.p50) && {
        code: "not-ascending",
        path: ["reliability", "latency"],
        args: { order: "0 < p50 < p95", values: [String(latency.p50), String(latency.p95)] },
      },
  ];
}

function evidenceInOrder({ evidence }: WorkloadKeys["reliability"]): Found {
  return Object.entries(evidence ?? {}).map(
    ([outcome, counts]) =>
      counts &&
      counts.k > counts.n && {
        code: "not-ascending",
        path: ["reliability", "evidence", outcome],
        args: { order: "k ≤ n", values: [String(counts.k), String(counts.n)] },
      },
  );
}

/** Counts replace the declared probability. If 45 of 50 jobs failed, 20% that are moderated make 110%. */
function evidenceUpToOne({ outcomes, after_first, evidence }: WorkloadKeys["reliability"]): Found {
  if (!evidence) return [];
  const counted = FAILURES.flatMap((failure) => {
    const counts = evidence[failure];
    return counts ? [[failure, counts.k / counts.n] as const] : [];
  });
  const seen = Object.fromEntries(counted);
  const sumOf = (chances: Readonly<Record<string, number | undefined>>): number =>
    Object.values(chances).reduce<number>((sum, chance) => sum + (chance ?? 0), 0);
  const total = Math.max(sumOf({ ...outcomes, ...seen }), after_first ? sumOf({ ...outcomes, ...seen, ...after_first }) : 0);
  const declared = Math.max(sumOf(outcomes), after_first ? sumOf({ ...outcomes, ...after_first }) : 0);
  return [
    total > 1 + 1e-9 && declared <= 1 + 1e-9 && { code: "shares-over-one", path: ["reliability", "evidence"], args: { total: Number(total.toPrecision(9)) } },
  ];
}

function onePrice(price: NonNullable<WorkloadKeys["price"]>): Found {
  const given = (["usd", "credits", "amount"] as const).filter((key) => price[key] !== undefined);
  return [
    given.length !== 1 && { code: "one-of", path: ["price"], args: { keys: ["usd", "credits", "amount"], given } },
    (price.amount !== undefined) !== (price.currency !== undefined) && {
      code: "missing-key",
      path: ["price", price.currency === undefined ? "currency" : "amount"],
      args: { key: price.currency === undefined ? "currency" : "amount" },
    },
    price.per === "credit" && price.credits !== undefined && { code: "one-of", path: ["price"], args: { keys: ["usd", "amount"], given: ["credits"] } },
  ];
}
