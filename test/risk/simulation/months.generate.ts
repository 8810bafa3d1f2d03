import { type Evidence, type Generated, generateWorkloads } from "./workloads.generate.ts";

/**
 * A workload whose months are simulated. `free`: the status requests that its provider answers for free each month. `cheaper`: jobs cost less from
 * this number of jobs a month on. `after`: the month is that many months after the report's.
 */
export type GeneratedMonth = Generated & { free: number; cheaper?: { from: number; job: number }; after: number };

type Plan = { from: string; volume: object; evidence?: Evidence; free?: number; count?: number; correlation?: number; edge?: number; after?: number };

/** Volumes and evidence in every form that the manifest has. */
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
  { from: "resubmits, polls", volume: { per_month: 70 }, correlation: 0.6 },
  { from: "cancels, webhook-and-polls", volume: { per_month: { low: 30, likely: 60, high: 120 } }, correlation: 0.9 },
  { from: "gives-up, polls", volume: { per_month: { low: 20, likely: 60, high: 160 } }, edge: 150 },
  { from: "cancels, webhook", volume: { per_month: { p10: 30, p90: 120 } }, edge: 130 },
  { from: "waits, polls", volume: { per_month: { low: 20, likely: 50, high: 150 } }, free: 400 },
  { from: "resubmits, webhook", volume: { per_month: 40, growth: "10%" }, after: 5 },
  { from: "gives-up, webhook-and-polls", volume: { per_week: { low: 5, likely: 10, high: 25 }, growth: "-5%", arrivals: "fixed" }, after: 3 },
  { from: "resubmits-with-key, webhook", volume: { per_day: 2, months: { "2027-01": { low: 50, likely: 90, high: 140 } } }, after: 2 },
];

/** The workloads of a seed, with volumes and evidence for a month. */
export function generateMonths(seed: number): GeneratedMonth[] {
  const workloads = new Map(generateWorkloads(seed).map((one) => [one.name, one]));
  return PLANS.map(({ from, volume, evidence, free = 0, count = 1, correlation, edge, after = 0 }) => {
    const { keys, provider, job, status } = workloads.get(from) as Generated;
    const { latency } = keys.reliability;
    const many = keys.output.count ?? 1;
    // A realistic price of a status request. The model spreads the free requests over all, which is correct for the mean.
    const paid = free > 0 ? 0.0005 : status;
    return {
      name: `${from}: ${JSON.stringify({ ...volume, ...evidence, correlation, edge, free, after })}`,
      provider: {
        ...provider,
        ...(edge && { models: [tiered(provider, edge)] }),
        ...(paid > 0 && { jobs: { status_request: { usd: paid, ...(free > 0 && { free_per_month: free }) } } }),
      },
      keys: {
        ...keys,
        output: { duration: keys.output.duration, ...(count > 1 && { count, count_as: "clips" }) },
        reliability: {
          ...keys.reliability,
          ...(evidence && { evidence }),
          ...(correlation !== undefined && { latency: { p50: 60, p95: 150, ...latency, correlation } }),
        },
        volume,
      },
      job: (job / many) * count,
      status: paid,
      free,
      after,
      ...(edge && { cheaper: { from: edge, job: ((job / many) * count) / 2 } }),
    };
  });
}

/** The model of a provider, at half of its price from this number of jobs a month on. */
export function tiered(provider: Generated["provider"], from: number): object {
  const { models } = provider as { models: [{ id: string; prices: [{ charges: [{ usd: number }] }] }] };
  const [{ prices, ...model }] = models;
  const [{ charges, ...price }] = prices;
  const { usd } = charges[0];
  const rows = [
    [{ below: from }, usd],
    [{ min: from }, usd / 2],
  ];
  return { ...model, prices: [{ ...price, charges: [{ meter: "second", by: ["monthly_jobs"], unit: "usd", rows }] }] };
}
