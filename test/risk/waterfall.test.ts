import { expect, test } from "vitest";
import type { Risk } from "../../src/risk/risk.ts";
import { PARTS } from "../../src/risk/waterfall.ts";
import { reviewOne } from "../in-memory.ts";

/** A clip for $0.3, which no binary fraction is. */
const clip = { provider: "acme", model: "acme-1", price: { usd: 0.3, per: "clip" } };

async function riskOf(keys: object): Promise<Risk> {
  const { workloads, problems } = await reviewOne({ version: 1, workloads: { it: { ...clip, ...keys } } });
  const risk = workloads[0]?.head?.risk;
  if (!risk) throw new Error(problems.map(({ code }) => code).join());
  return risk;
}

test("if every failure is billed, a month costs its list price to the last digit", async () => {
  for (let index = 1; index <= 200; index++) {
    const [failed, moderated, clips] = [index / 700, (201 - index) / 900, 100 + 37 * index];
    const { figures } = await riskOf({
      volume: { per_month: clips },
      client: { max_attempts: 1 },
      reliability: { outcomes: { provider_error: failed, moderated }, billed: { provider_error: "yes", moderated: "yes" } },
    });
    expect([index, figures.expected.toString()]).toEqual([index, figures.list.toString()]);
  }
});

test("a part that is smaller than the rounding of the others is not negative", async () => {
  // A timeout far in the tail, which one in 10¹⁶ jobs outlasts.
  for (let index = 1; index <= 60; index++) {
    const { waterfall } = await riskOf({
      volume: { per_month: 2100 + 7 * index },
      client: { max_attempts: 1, timeout: "524s", on_timeout: "resubmit" },
      reliability: { latency: { p50: "60s", p95: "93s" }, outcomes: { provider_error: index / 300 }, billed: { provider_error: "no" } },
    });
    expect([index, PARTS.filter((part) => part !== "undelivered" && waterfall[part].lt(0))]).toEqual([index, []]);
    expect([index, waterfall.duplicates.gt(0)]).toEqual([index, true]);
  }
});

test("the parts add up to the month for a thousand numbers of clips, and a part of nothing is exactly 0", async () => {
  const workloads = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [
      `w${index}`,
      {
        ...clip,
        takes: index % 3 === 0 ? 2 : { until_kept: { acceptance: 0.3 + (index % 50) / 100, max: 5 } },
        volume: { per_month: 10 + index * 7 },
        client: { max_attempts: 1 + (index % 4) },
        reliability: { outcomes: { provider_error: (index % 29) / 100, moderated: (index % 7) / 50 }, billed: { provider_error: "no", moderated: "yes" } },
      },
    ]),
  );
  const review = await reviewOne({ version: 1, workloads });
  for (const { head } of review.workloads) {
    if (!head?.risk) throw new Error("no risk");
    const { waterfall, figures } = head.risk;
    const sum = PARTS.map((part) => waterfall[part]).reduce((total, part) => total.plus(part));
    expect([head.name, sum.toString(), waterfall.duplicates.toString()]).toEqual([head.name, figures.expected.toString(), "0"]);
  }
});

test("a limit that is copied from a report is not exceeded by the decimals that reports do not show", async () => {
  let hidden = 0;
  for (let index = 0; index < 40; index++) {
    const workloads = { it: { ...clip, volume: { per_month: 1000 }, takes: { until_kept: { acceptance: 0.31 + index / 100, max: 7 } } } };
    const exact = (await reviewOne({ version: 1, workloads })).total.head?.expected;
    const shown = exact?.round(6, 1);
    if (exact?.gt(shown ?? 0)) hidden++;
    const { budgets } = await reviewOne({ version: 1, budget: { monthly: Number(shown) }, workloads });
    expect([index, budgets.map(({ verdict, used }) => [verdict, used?.toFixed(7), (used ?? 0) > 1])]).toEqual([index, [["warn", "1.0000000", false]]]);
  }
  // The test proves something only if some amounts are above what is shown.
  expect(hidden).toBeGreaterThan(10);
});
