import { gather, type Reader } from "../../src/gather.ts";
import { bookOf } from "../../src/prices/book.ts";
import { review } from "../../src/review/review.ts";
import { loadDistributions } from "../../src/stats/distributions.ts";
import { median, print, row, timed } from "./measure.ts";

const MANY = 1000;

/** Each workload has a contract price, so that the measurement covers the risk model and not the price book. */
const KINDS = {
  "nothing declared": () => "",
  "failures, retries, a timeout, polling": (i: number) =>
    `    client: { max_attempts: 3, timeout: ${150 + (i % 50)}s, on_timeout: resubmit }\n    reliability: { outcomes: { provider_error: 3%, moderated: 2% }, latency: { p50: 60s, p95: 180s }, billed: { provider_error: no, moderated: yes } }\n`,
  "the same, with a rate known from 1 of 20 and a PERT volume": (i: number) =>
    `    client: { max_attempts: 3, timeout: ${150 + (i % 50)}s, on_timeout: resubmit }\n    reliability: { outcomes: { provider_error: 3%, moderated: 2% }, evidence: { provider_error: { k: 1, n: ${20 + i} } }, latency: { p50: 60s, p95: 180s }, billed: { provider_error: no, moderated: yes } }\n`,
};

/** Measures the risk model: the time per workload beyond that of a manifest that declares nothing, and a plain Monte Carlo simulation of the same accuracy. */
export async function risk(runs: number, date: string): Promise<void> {
  const book = bookOf([], "bench");
  const distributions = await loadDistributions();
  const times = new Map<string, number>();
  print(`The risk model: ${MANY.toLocaleString("en-US")} workloads, median of ${runs}`);
  for (const [name, declared] of Object.entries(KINDS)) {
    const pert = name.includes("PERT");
    const volume = (i: number): string => (pert ? `{ per_month: { low: ${100 + i}, likely: ${200 + i}, high: ${700 + i} } }` : "{ per_month: 100 }");
    const workloads = Array.from(
      { length: MANY },
      (_, i) => `  w${i}:\n    provider: bench\n    model: m\n    price: { usd: 0.5, per: clip }\n    volume: ${volume(i)}\n${declared(i)}`,
    );
    const bytes = Buffer.from(`version: 1\nworkloads:\n${workloads.join("")}`);
    const reader: Reader = { read: async () => bytes, follow: async (path) => path, glob: async () => [], contains: () => true };
    const head = await gather(reader, ["m.yml"], "bench");
    const all: number[] = [];
    for (let run = 0; run < runs; run++) all.push(await timed(() => review({ head, base: null, book, date, renamed: new Map(), distributions })));
    times.set(name, median(all));
  }
  const plain = times.get("nothing declared") ?? 1;
  for (const [name, all] of times) row(name, all, all / plain);
  for (const [name, all] of times) if (all !== plain) print(`  ${name}: ${((all - plain) / MANY).toFixed(3)} ms a workload`);
  await againstSimulation(distributions.normalCdf);
}

/**
 * A plain Monte Carlo simulation of the same workload. It simulates requests until the standard error of the mean is 1e-4 of the mean, the
 * accuracy of the model's quantiles. The closed form of the mean itself has no error.
 */
async function againstSimulation(normalCdf: (z: number) => number): Promise<void> {
  const { attempt } = await import("../../src/risk/model/attempt.ts");
  const { clip } = await import("../../src/risk/model/takes.ts");
  const { latencyOf, survival } = await import("../../src/stats/lognormal.ts");
  const { statusRequests } = await import("../../src/risk/model/polling.ts");
  const { take } = await import("../../src/risk/model/take.ts");
  const outcomes = [
    { chance: 0.95, billed: 1, retry: false, delivers: true, instant: false },
    { chance: 0.03, billed: 0, retry: true, delivers: false, instant: false },
    { chance: 0.02, billed: 1, retry: false, delivers: false, instant: false },
  ];
  const survives = survival(latencyOf({ p50: 60, p95: 180 }), normalCdf);
  const closed = (): number => {
    const requests = statusRequests({ kind: "poll", first: 10, interval: 10, backoff: 1, max: 60, pollers: 1 }, 180, survives);
    const one = attempt(outcomes, { requests, whenLate: "retry", unseen: 0, ackLoss: 0, jobPrice: 1, statusPrice: 0 });
    return clip(take(one, one, 3), 1).cost[0];
  };
  const exact = await timed(() => {
    for (let i = 0; i < MANY; i++) closed();
  });
  const sample = 200_000;
  let [sum, squares] = [0, 0];
  const simulated = await timed(() => {
    for (let i = 0; i < sample; i++) {
      const cost = request();
      sum += cost;
      squares += cost * cost;
    }
  });
  const mean = sum / sample;
  const needed = (squares / sample - mean ** 2) / (1e-4 * mean) ** 2;
  const [one, naive] = [exact / MANY, (simulated / sample) * needed];
  print(`One workload's expected cost; the simulation until its standard error is 0.01 % (${Math.round(needed / 1e6)} million requests)`);
  row("closed form", one, 1);
  row("plain Monte Carlo", naive, naive / one);

  function request(): number {
    let cost = 0;
    for (let tries = 0; tries < 3; tries++) {
      const u = Math.random();
      const latency = 60 * Math.exp(0.6679 * Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random()));
      cost += u < 0.97 ? 1 : 0;
      if (latency <= 180 && (u < 0.95 || u >= 0.98)) break;
      if (latency <= 180 && u < 0.97) break;
    }
    return cost;
  }
}
