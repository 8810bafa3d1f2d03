import { expect, test } from "vitest";
import type { Figures } from "../../src/risk/figures.ts";
import { reviewOne } from "../in-memory.ts";

/** A job costs $1, so a month costs as many dollars as it has billed jobs; a failure is billed and retried, with three attempts in all. */
const clip = { provider: "acme", model: "acme-1", price: { usd: 1, per: "clip" } };

async function monthOf(workload: object): Promise<{ figures: Figures; over: (amount: number) => number }> {
  const { workloads, problems } = await reviewOne({ version: 1, workloads: { it: { ...clip, ...workload } } });
  const risk = workloads[0]?.head?.risk;
  if (!risk) throw new Error(problems.map(({ code }) => code).join());
  return { figures: risk.figures, over: (amount) => risk.totalDistribution?.above(amount) ?? Number.NaN };
}

/** Beta(k + ½, n − k + ½) on a fine grid of its angle, x = sin² t, on which its density x^(k − ½) (1 − x)^(n − k − ½) has no poles: chances that add up to 1. */
function posterior(k: number, n: number, steps: number): { rate: number; chance: number }[] {
  const grid = Array.from({ length: steps }, (_, i) => Math.sin((Math.PI / 2) * ((i + 0.5) / steps)) ** 2);
  const weights = grid.map((x) => Math.exp(k * Math.log(x) + (n - k) * Math.log1p(-x)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return grid.map((rate, i) => ({ rate, chance: (weights[i] as number) / all }));
}

function convolved(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) sum[i + j] = (sum[i + j] as number) + (a[i] as number) * (b[j] as number);
  return sum;
}

/** The chance of each number of jobs of so many clips, of which one has 1, 2 or 3 jobs with these chances. */
function jobsOf(clips: number, one: Float64Array): Float64Array {
  if (clips === 1) return one;
  const half = jobsOf(Math.floor(clips / 2), one);
  const twice = convolved(half, half);
  return clips % 2 === 0 ? twice : convolved(twice, one);
}

/** The month of 200 clips by its own chance for every amount, averaged over the grid of the rate: no moment and no formula of the model. */
function exactly(k: number, n: number, clips = 200): { mean: number; sd: number; upTo: (amount: number) => number } {
  const chances = new Float64Array(3 * clips + 1);
  for (const { rate, chance } of posterior(k, n, 400)) {
    const month = jobsOf(clips, Float64Array.from([0, 1 - rate, rate * (1 - rate), rate * rate]));
    for (let jobs = 0; jobs < month.length; jobs++) chances[jobs] = (chances[jobs] as number) + chance * (month[jobs] as number);
  }
  const mean = chances.reduce((sum, chance, jobs) => sum + chance * jobs, 0);
  const sd = Math.sqrt(chances.reduce((sum, chance, jobs) => sum + chance * (jobs - mean) ** 2, 0));
  return { mean, sd, upTo: (amount) => chances.reduce((sum, chance, jobs) => (jobs <= amount ? sum + chance : sum), 0) };
}

test.each([
  { k: 1, n: 20 },
  { k: 0, n: 20 },
  { k: 5, n: 100 },
  { k: 10, n: 20 },
  { k: 50, n: 1000 },
])("$k failures in $n jobs give the monthly cost of a grid over the rate", async ({ k, n }) => {
  const reliability = { evidence: { provider_error: { k, n } }, billed: { provider_error: true } };
  const { figures, over } = await monthOf({ client: { max_attempts: 3 }, reliability, volume: { per_month: 200 } });
  const right = exactly(k, n);
  expect(figures.expected.toNumber() / right.mean).toBeCloseTo(1, 6);
  expect(Math.abs(figures.sd.toNumber() / right.sd - 1)).toBeLessThan(1e-4);
  // Months come in whole jobs, and a quantile is the first that has enough; the luck of 200 clips by three moments is good for one job or a thousandth.
  for (const [name, share] of [
    ["p10", 0.1],
    ["p50", 0.5],
    ["p90", 0.9],
    ["p95", 0.95],
  ] as const) {
    const jobs = figures[name].toNumber();
    expect(right.upTo(jobs), `${name}: ${jobs}`).toBeGreaterThan(share - 0.002);
    expect(right.upTo(jobs - 1), `${name}: ${jobs}`).toBeLessThan(share + 0.002);
  }
  for (let amount = 200; amount < 400; amount += 7) expect(Math.abs(over(amount) - (1 - right.upTo(amount))), `over $${amount}`).toBeLessThan(0.006);
});

test("the mean of a posterior matches its closed form: E[p] = a / (a + b), E[p²] = a (a + 1) / ((a + b) (a + b + 1))", async () => {
  const reliability = { evidence: { provider_error: { k: 1, n: 20 } }, billed: { provider_error: true } };
  const { figures } = await monthOf({ client: { max_attempts: 3 }, reliability, volume: { per_month: 1000 } });
  // 1,000 × (1 + 1.5 / 21 + 1.5 × 2.5 / (21 × 22)).
  expect(figures.expected.toNumber()).toBeCloseTo(1000 * (1 + 1.5 / 21 + 3.75 / 462), 3);
});

test("two rates of one workload match a grid over both", async () => {
  // A failure of the provider is billed and retried once; a moderated job is not billed and not retried.
  const rates = [
    { k: 1, n: 20 },
    { k: 0, n: 12 },
  ] as const;
  const { figures } = await monthOf({
    client: { max_attempts: 2 },
    reliability: { evidence: { provider_error: rates[0], moderated: rates[1] }, billed: { provider_error: true, moderated: false } },
    volume: { per_month: 500 },
  });
  // Of one job: 1 − q is billed (a success or a failure), p goes on to a second. A clip has N = B₁ + R B₂.
  let [mean, square] = [0, 0];
  for (const { rate: p, chance: a } of posterior(rates[0].k, rates[0].n, 1000)) {
    for (const { rate: q, chance: b } of posterior(rates[1].k, rates[1].n, 1000)) {
      const scale = Math.max(1, p + q);
      const [fails, free] = [p / scale, q / scale];
      const one = 1 - free;
      // N is 2 if the first fails and the second is billed, 1 if the first succeeds or the first fails and the second is free.
      const [two, single] = [fails * one, 1 - fails - free + fails * free];
      const [m, s2] = [2 * two + single, 4 * two + single - (2 * two + single) ** 2];
      mean += a * b * 500 * m;
      square += a * b * (500 * s2 + (500 * m) ** 2);
    }
  }
  expect(figures.expected.toNumber() / mean).toBeCloseTo(1, 4);
  expect(figures.sd.toNumber() / Math.sqrt(square - mean ** 2)).toBeCloseTo(1, 2);
});
