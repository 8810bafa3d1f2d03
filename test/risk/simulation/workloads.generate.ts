import { type Random, randomOf } from "./random.generate.ts";

/** A workload in the manifest's form, with the price file of its provider. Prices are in USD. */
export type Generated = {
  name: string;
  provider: object;
  keys: { output: { duration: number; count?: number; count_as?: "takes" | "clips" }; client: Client; reliability: Reliability; volume: object; takes: Takes };
  /** The prices of one job and of one status request. */
  job: number;
  status: number;
};

type Client = {
  max_attempts: number;
  retry_on?: Failure[];
  timeout?: number;
  on_timeout?: "resubmit" | "cancel-and-resubmit" | "give-up" | "keep-polling";
  idempotency_key?: boolean;
  max_wait?: number;
  cancel?: { success: number; billed: number };
  submit_ack_loss?: number;
  completion?: object;
};
type Reliability = { outcomes: Rates; after_first?: Rates; evidence?: Evidence; latency?: { p50: number; p95: number; correlation?: number }; billed: object };
export type Evidence = Partial<Record<Failure, { k: number; n: number }>>;
type Takes = number | { until_kept: { acceptance: number; max: number } };
type Failure = "provider_error" | "moderated" | "invalid" | "timed_out";
type Rates = Partial<Record<Failure, number>>;

const FAILURES: readonly Failure[] = ["provider_error", "moderated", "invalid", "timed_out"];

/** What a client can do at its timeout. */
export const BEHAVIOURS = ["waits", "waits-so-long", "resubmits", "resubmits-with-key", "cancels", "gives-up"] as const;

/** How a client can learn that a job is done. */
export const COMPLETIONS = ["polls", "polls-slower", "webhook", "webhook-lost", "webhook-and-polls"] as const;

/** Generates a workload for every behavior with every completion; everything else is random but fixed by the seed. */
export function generateWorkloads(seed: number): Generated[] {
  const [random, luck] = [randomOf(seed), randomOf(seed + 1)];
  return BEHAVIOURS.flatMap((behaviour) => COMPLETIONS.map((completion) => withLuck(generate(behaviour, completion, random), luck)));
}

/** In one of three workloads, the latencies of a request's attempts are correlated. */
function withLuck(one: Generated, { uniform, chance }: Random): Generated {
  const correlation = Number((0.05 + 0.9 * uniform()).toFixed(2));
  const { latency, ...reliability } = one.keys.reliability;
  if (!latency || !chance(1 / 3)) return one;
  return { ...one, keys: { ...one.keys, reliability: { ...reliability, latency: { ...latency, correlation } } } };
}

function generate(behaviour: (typeof BEHAVIOURS)[number], completion: (typeof COMPLETIONS)[number], random: Random): Generated {
  const { chance } = random;
  const between = (low: number, high: number, digits = 2): number => Number((low + (high - low) * random.uniform()).toFixed(digits));
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random.uniform() * values.length)] as T;
  const rates = (most: number): Rates => ({
    ...(chance(0.9) && { provider_error: between(0.02, most, 3) }),
    ...(chance(0.8) && { moderated: between(0.01, most / 2, 3) }),
    ...(chance(0.6) && { invalid: between(0.005, 0.05, 3) }),
    ...(chance(0.6) && { timed_out: between(0.01, most / 3, 3) }),
  });
  const p50 = between(20, 150, 0);
  const timeout = between(p50 * 1.1, p50 * 2.2, 0);
  const interval = between(5, 25, 0);
  const client: Client = {
    max_attempts: oneOf([1, 2, 3, 4]),
    ...(chance(0.5) && { retry_on: FAILURES.filter(() => chance(0.5)) }),
    ...(chance(0.5) && { submit_ack_loss: between(0.01, 0.08) }),
    completion: {
      polls: { poll: { interval } },
      "polls-slower": { poll: { first: between(3, 30, 0), interval, backoff: between(1.1, 1.8), max: interval * 3, pollers: oneOf([1, 2, 3]) } },
      webhook: { webhook: {} },
      "webhook-lost": { webhook: { loss: between(0.02, 0.1) } },
      "webhook-and-polls": { webhook: { loss: between(0.05, 0.4), fallback_poll: { after: between(p50 * 0.5, p50 * 1.5, 0), interval } } },
    }[completion],
    ...{
      waits: {},
      "waits-so-long": { on_timeout: "keep-polling" as const, max_wait: timeout },
      resubmits: { timeout, on_timeout: "resubmit" as const },
      "resubmits-with-key": { timeout, on_timeout: "resubmit" as const, idempotency_key: true, ...(chance(0.7) && { max_wait: Math.round(timeout * 1.5) }) },
      cancels: { timeout, on_timeout: "cancel-and-resubmit" as const, cancel: { success: between(0.2, 0.9), billed: oneOf([0, 0.1, 0.5, 1]) } },
      "gives-up": { timeout, on_timeout: "give-up" as const },
    }[behaviour],
  };
  const policy = () => oneOf<unknown>(["yes", "no", "unknown", true, false, between(0.1, 0.9), "25%"]);
  const duration = oneOf([4, 5, 8, 10]);
  const count = chance(0.15) ? oneOf([2, 4]) : 1;
  const second = between(0.02, 0.4);
  // A usual price, or one so high that the variance of status requests shows beside that of jobs.
  const status = chance(0.6) ? (chance(0.5) ? between(0.0005, 0.01, 4) : between(0.05, 0.3)) : 0;
  const charge = { source: "https://made.example", checked: "2026-11-01", confidence: "provider", charges: [{ meter: "second", usd: second }] };
  return {
    name: `${behaviour}, ${completion}`,
    provider: {
      provider: "made",
      name: "Made",
      ...(status > 0 && { jobs: { status_request: { usd: status } } }),
      models: [{ id: "made-1", modes: ["text-to-video"], prices: [charge] }],
    },
    keys: {
      output: { duration, ...(count > 1 && { count, count_as: oneOf(["takes" as const, "clips" as const]) }) },
      client,
      reliability: {
        outcomes: rates(0.15),
        ...(chance(0.35) && { after_first: rates(0.4) }),
        ...((behaviour !== "waits" || chance(0.6)) && { latency: { p50, p95: Math.round(p50 * between(1.6, 3.5)) } }),
        billed: Object.fromEntries(FAILURES.map((failure) => [failure, policy()])),
      },
      volume: { per_month: 1000 },
      takes: oneOf<Takes>([1, 1, 2, 3, 2.5, 1.3, { until_kept: { acceptance: between(0.2, 0.8), max: oneOf([3, 5, 8]) } }]),
    },
    job: Number((duration * count * second).toFixed(6)),
    status,
  };
}
