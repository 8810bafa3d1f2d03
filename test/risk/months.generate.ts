import { type Evidence, type Generated, generateWorkloads } from "./workloads.generate.ts";

/** A workload whose months are simulated, and how many status requests a month its provider answers for nothing. */
export type GeneratedMonth = Generated & { free: number };

type Plan = { from: string; volume: object; evidence?: Evidence; free?: number; count?: number };

/** How many clips are wanted, and which rates are known only from counts: every way that the manifest has to say so. */
const PLANS: readonly Plan[] = [
  { from: "resubmits, polls", volume: { per_month: 60 } },
  { from: "cancels, webhook-lost", volume: { per_month: 90 } },
  { from: "resubmits, webhook-and-polls", volume: { per_month: 80, arrivals: "poisson" } },
  { from: "gives-up, polls-slower", volume: { per_day: 3, arrivals: "poisson" } },
  { from: "cancels, polls", volume: { per_month: { low: 40, likely: 60, high: 160 } } },
  { from: "waits-so-long, webhook-and-polls", volume: { per_week: { low: 5, likely: 25, high: 30 } } },
  { from: "resubmits-with-key, polls", volume: { per_month: { p10: 40, p90: 140 } } },
  { from: "resubmits, webhook-lost", volume: { per_month: 70 }, evidence: { provider_error: { k: 2, n: 20 } } },
  {
    from: "resubmits, polls-slower",
    volume: { per_month: { low: 50, likely: 60, high: 90 } },
    evidence: { provider_error: { k: 0, n: 12 }, moderated: { k: 3, n: 40 } },
  },
  { from: "gives-up, webhook", volume: { per_month: 60, arrivals: "poisson" }, evidence: { timed_out: { k: 1, n: 30 } } },
  { from: "cancels, polls-slower", volume: { per_month: 60, arrivals: "poisson" }, free: 300 },
  { from: "waits-so-long, polls", volume: { per_month: 240, arrivals: "poisson" }, count: 4 },
];

/** The workloads of a seed, with volumes and evidence for a month. */
export function generateMonths(seed: number): GeneratedMonth[] {
  const workloads = new Map(generateWorkloads(seed).map((one) => [one.name, one]));
  return PLANS.map(({ from, volume, evidence, free = 0, count = 1 }) => {
    const { keys, provider, job, status } = workloads.get(from) as Generated;
    // What a provider really asks for a status request: the model spreads the allowance over all of them, which is right for the mean.
    const paid = free > 0 ? 0.0005 : status;
    return {
      name: `${from}: ${JSON.stringify({ ...volume, ...evidence })}`,
      provider: { ...provider, ...(paid > 0 && { jobs: { status_request: { usd: paid, ...(free > 0 && { free_per_month: free }) } } }) },
      keys: {
        ...keys,
        output: { duration: keys.output.duration, ...(count > 1 && { count, count_as: "clips" }) },
        reliability: { ...keys.reliability, ...(evidence && { evidence }) },
        volume,
      },
      job: (job / (keys.output.count ?? 1)) * count,
      status: paid,
      free,
    };
  });
}
