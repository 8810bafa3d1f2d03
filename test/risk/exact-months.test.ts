import { expect, test } from "vitest";
import { reviewOne } from "../in-memory.ts";
import { randomOf } from "./simulation/random.generate.ts";
import { billedOf, simulateClip } from "./simulation/simulate.ts";

/** A clip costs $1, so a month costs as many dollars as it has billed jobs. */
const clip = { provider: "acme", model: "acme-1", price: { usd: 1, per: "clip" } };

async function monthOf(workload: object, monthly: number) {
  const { budgets, workloads } = await reviewOne({ version: 1, budget: { monthly }, workloads: { it: { ...clip, ...workload } } });
  const risk = workloads[0]?.head?.risk;
  const keys = workloads[0]?.head?.keys;
  if (!risk || !keys) throw new Error("no month");
  return {
    keys,
    over: (amount: number) => risk.totalDistribution?.above(amount) ?? Number.NaN,
    figures: risk.figures,
    chance: budgets[0]?.probability_over ?? null,
  };
}

/** The probability of each sum of `count` independent numbers, given the probabilities of 0, 1, 2 and so on. */
function sums(count: number, chances: readonly number[]): number[] {
  let all = [1];
  for (let i = 0; i < count; i++) {
    const next = new Array<number>(all.length + chances.length - 1).fill(0);
    for (const [a, p] of all.entries()) for (const [b, q] of chances.entries()) next[a + b] = (next[a + b] as number) + p * q;
    all = next;
  }
  return all;
}

const above = (chances: readonly number[], amount: number): number => chances.reduce((sum, chance, k) => (k > amount ? sum + chance : sum), 0);

const unbilled = { reliability: { outcomes: { moderated: 0.15 }, billed: { moderated: false } } };
const poisson = (mean: number, most: number): number[] => {
  const chances = [Math.exp(-mean)];
  for (let k = 1; k <= most; k++) chances.push(((chances[k - 1] as number) * mean) / k);
  return chances;
};

test.each([
  {
    what: "five clips, of which 15% fail unbilled: Binomial(5, 0.85)",
    workload: { ...unbilled, volume: { per_month: 5 } },
    month: sums(5, [0.15, 0.85]),
  },
  {
    what: "a billed failure with one retry: 5 + Binomial(5, 0.1)",
    workload: { client: { max_attempts: 2 }, reliability: { outcomes: { provider_error: 0.1 }, billed: { provider_error: true } }, volume: { per_month: 5 } },
    month: sums(5, [0, 0.9, 0.1]),
  },
  {
    what: "at most three takes until one is kept",
    workload: { takes: { until_kept: { acceptance: 0.4, max: 3 } }, volume: { per_month: 4 } },
    month: sums(4, [0, 0.4, 0.24, 0.36]),
  },
  { what: "two and a half takes", workload: { takes: 2.5, volume: { per_month: 6 } }, month: sums(6, [0, 0, 0.5, 0.5]) },
  { what: "random arrivals alone", workload: { volume: { per_month: 5, arrivals: "poisson" } }, month: poisson(5, 60) },
  {
    what: "random arrivals, some unbilled: Poisson(5 × 0.85)",
    workload: { ...unbilled, volume: { per_month: 5, arrivals: "poisson" } },
    month: poisson(4.25, 60),
  },
  {
    what: "lost answers: a geometric number of jobs for each clip",
    workload: { client: { submit_ack_loss: 0.2 }, volume: { per_month: 3 } },
    month: sums(3, [0, ...Array.from({ length: 60 }, (_, k) => 0.8 * 0.2 ** k)]),
  },
])("the distribution of a month is exact: $what", async ({ workload, month }) => {
  const { over, figures } = await monthOf(workload, 100);
  for (let amount = 0; amount <= 15; amount++) {
    expect(over(amount), `over $${amount}`).toBeCloseTo(above(month, amount), 11);
    expect(over(amount + 0.5), `over $${amount}.50`).toBeCloseTo(above(month, amount), 11);
  }
  for (const [what, share] of [
    ["p10", 0.1],
    ["p50", 0.5],
    ["p90", 0.9],
    ["p95", 0.95],
  ] as const)
    expect(figures[what].toNumber(), what).toBe(month.findIndex((_, k) => 1 - above(month, k) >= share - 1e-12));
});

test("the probability of exceeding a limit is that of the whole month: 0.85⁵ of five clips cost more than $4", async () => {
  expect((await monthOf({ ...unbilled, volume: { per_month: 5 } }, 4)).chance).toBeCloseTo(0.85 ** 5, 11);
});

/** Every behavior of a client at once, and few clips; billed shares of a fifth, so that amounts are steps of $0.20. */
const busy = {
  client: {
    max_attempts: 3,
    timeout: 100,
    on_timeout: "cancel-and-resubmit",
    cancel: { success: 0.5, billed: 0.4 },
    submit_ack_loss: 0.05,
    completion: { webhook: { loss: 0.1 } },
  },
  reliability: {
    outcomes: { provider_error: 0.1, moderated: 0.1, invalid: 0.05 },
    after_first: { provider_error: 0.3 },
    latency: { p50: 60, p95: 180, correlation: 0 },
    billed: { provider_error: 0.6, moderated: true, invalid: false },
  },
};

test.each([
  { what: "that is fixed", volume: { per_month: 5 }, takes: { until_kept: { acceptance: 0.5, max: 3 } } },
  { what: "of random arrivals", volume: { per_month: 5, arrivals: "poisson" }, takes: 2 },
])("everything at once, with a volume $what, matches 25,000 months simulated job by job", async ({ volume, takes }) => {
  const months = 25_000;
  const { keys, over } = await monthOf({ ...busy, volume, takes }, 100);
  const random = randomOf(20_261_128);
  const arrived = (): number => {
    if (!("arrivals" in volume)) return 5;
    let count = 0;
    let time = 0;
    for (;;) {
      time += -Math.log(1 - random.uniform()) / 5;
      if (time > 1) break;
      count++;
    }
    return count;
  };
  const costs = Float64Array.from({ length: months }, () => {
    let sum = 0;
    for (let left = arrived(); left > 0; left--) sum += billedOf(simulateClip(keys, keys.reliability.outcomes, random));
    return sum;
  });
  for (let amount = 0.1; amount < 30; amount += 1.4) {
    const [model, seen] = [over(amount), costs.filter((cost) => cost > amount).length / months];
    expect(Math.abs(model - seen), `over $${amount}: ${model}, walked ${seen}`).toBeLessThan(
      4.5 * Math.sqrt((Math.max(model, 1e-3) * (1 - model)) / months) + 1e-6,
    );
  }
});

test("a rare failure among many clips gives a skewed month: Binomial(60, 0.98)", async () => {
  const { over } = await monthOf({ reliability: { outcomes: { moderated: 0.02 }, billed: { moderated: false } }, volume: { per_month: 60 } }, 100);
  const month = sums(60, [0.02, 0.98]);
  for (let amount = 50; amount <= 60; amount++) expect(over(amount)).toBeCloseTo(above(month, amount), 11);
});

test("three moments give the probabilities of a larger month to within a few thousandths: Binomial(n, p)", async () => {
  for (const [clips, share] of [
    [12, 0.5],
    [20, 0.6],
    [40, 0.85],
    [200, 0.95],
  ] as const) {
    const { over } = await monthOf({ reliability: { outcomes: { moderated: 1 - share }, billed: { moderated: false } }, volume: { per_month: clips } }, 100);
    const month = sums(clips, [1 - share, share]);
    for (let amount = 0; amount <= clips; amount++)
      expect(Math.abs(over(amount) - above(month, amount)), `${clips} clips, over $${amount}`).toBeLessThan(0.005);
  }
});
