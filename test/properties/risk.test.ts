import fc from "fast-check";
import { expect, test } from "vitest";
import type { Risk } from "../../src/risk/risk.ts";
import { PARTS } from "../../src/risk/waterfall.ts";
import type { WorkloadCost } from "../../src/risk/workload-cost.ts";
import { reviewFiles } from "../in-memory.ts";
import { TIMES } from "../run/setup.ts";
import { BOOK, counted, FAILURES, known, price, seconds, share, UNADVISED, uncertain, type Workload } from "./workloads.ts";

const FIGURES = ["list", "expected", "sd", "p50", "p90", "p95"] as const;
/** How many examples: `npm run soak` tries forty times as many, with a new seed each time. */
const runs = { numRuns: 5 * TIMES };

async function costOf(workload: object, rest: object = {}): Promise<WorkloadCost & { risk: Risk }> {
  const manifest = { version: 1, policy: UNADVISED, workloads: { it: workload }, ...rest };
  const { workloads, problems } = await reviewFiles({ "video-budget.yml": manifest }, { book: BOOK });
  const head = workloads[0]?.head;
  if (!head?.risk) throw new Error(problems.map(({ code, path }) => `${code} ${path.join(".")}`).join());
  return { ...head, risk: head.risk };
}

async function numbers(workload: object): Promise<Record<(typeof FIGURES)[number], number>> {
  const { figures } = (await costOf(workload)).risk;
  return Object.fromEntries(FIGURES.map((figure) => [figure, figures[figure].toNumber()])) as Record<(typeof FIGURES)[number], number>;
}

/** Not less, except for floating-point errors. */
function notLess(more: number, less: number, what: string): void {
  expect(more, what).toBeGreaterThanOrEqual(less - 1e-9 * (1 + Math.abs(less)));
}

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-9);
const always = (arbitrary: fc.Arbitrary<Workload>, property: (one: Workload) => Promise<void>) => fc.assert(fc.asyncProperty(arbitrary, property), runs);

test("P50 ≤ P90 ≤ P95, and no figure is below 0", async () => {
  await always(uncertain, async (one) => {
    const { expected, sd, p50, p90, p95 } = await numbers(one);
    notLess(p90, p50, "P90");
    notLess(p95, p90, "P95");
    for (const figure of [expected, sd, p50]) notLess(figure, 0, "a figure");
  });
});

test("the parts of the waterfall sum to the expected monthly cost exactly", async () => {
  await always(uncertain, async (one) => {
    // The advice is calculated as well, and must not throw for any workload.
    const { waterfall, figures } = (await costOf(one, { policy: {} })).risk;
    const sum = PARTS.map((part) => waterfall[part]).reduce((total, part) => total.plus(part));
    expect(sum.eq(figures.expected)).toBe(true);
    for (const part of PARTS) if (part !== "undelivered" && part !== "parameter_uncertainty") notLess(waterfall[part].toNumber(), 0, part);
    expect(waterfall.undelivered.lte(0)).toBe(true);
  });
});

test("billed jobs × price + status requests is the expected monthly cost, if rates are known", async () => {
  await always(known, async (one) => {
    const { risk, job } = await costOf(one);
    const { jobs, waterfall, figures } = risk;
    const asked = one.provider === "asked" ? (jobs.status_requests ?? 0) * 0.001 : 0;
    expect(same(waterfall.polling.toNumber(), asked)).toBe(true);
    expect(same(jobs.billed * (job?.amount.toNumber() ?? 0) + asked, figures.expected.toNumber())).toBe(true);
  });
});

test("a higher price never lowers the monthly cost; with free status requests, every figure is proportional to the price", async () => {
  await fc.assert(
    fc.asyncProperty(uncertain, fc.integer({ min: 2, max: 9 }), async (one, factor) => {
      const raised = { ...one, price: { ...one.price, usd: (Number(one.price.usd) * factor).toFixed(2) } };
      const [before, after] = [await numbers(one), await numbers(raised)];
      for (const figure of FIGURES) {
        if (figure !== "sd") notLess(after[figure], before[figure], figure);
        if (one.provider === "acme")
          expect([figure, Math.abs(after[figure] / before[figure] / factor - 1) < 1e-6 || before[figure] === 0]).toEqual([figure, true]);
      }
    }),
    runs,
  );
});

test("more clips never cost less, and the expected monthly cost is proportional to them", async () => {
  await fc.assert(
    fc.asyncProperty(uncertain, counted, fc.integer({ min: 2, max: 9 }), async (one, clips, factor) => {
      const monthOf = (per_month: number) => numbers({ ...one, volume: { per_month } });
      const [few, many] = [await monthOf(clips), await monthOf(clips * factor)];
      for (const figure of ["list", "expected", "sd", "p90", "p95"] as const) notLess(many[figure], few[figure], figure);
      expect(same(many.expected, few.expected * factor)).toBe(true);
    }),
    runs,
  );
});

test("one more attempt never lowers the cost of a fixed number of takes or the number delivered", async () => {
  await always(known, async (one) => {
    const withAttempts = (max_attempts: number) =>
      costOf({ ...one, takes: typeof one.takes === "object" ? 1 : one.takes, client: { ...one.client, max_attempts } });
    const { max_attempts } = one.client;
    const [fewer, more] = [(await withAttempts(max_attempts)).risk, (await withAttempts(max_attempts + 1)).risk];
    notLess(more.figures.expected.toNumber(), fewer.figures.expected.toNumber(), "expected");
    notLess(more.jobs.submitted, fewer.jobs.submitted, "submitted");
    notLess(more.jobs.delivered, fewer.jobs.delivered, "delivered");
  });
});

// A failure that is found as late as a success, so not `invalid`, which is refused at submission without status requests.
const LATE = fc.constantFrom("provider_error", "moderated", "timed_out");

test("failures that are billed like successes never lower the monthly cost, with or without retries", async () => {
  await fc.assert(
    fc.asyncProperty(known, LATE, share(0, 0.2), async (one, failure, more) => {
      const at = (chance: number) => {
        const { outcomes, billed, ...rest } = one.reliability;
        return numbers({ ...one, reliability: { ...rest, outcomes: { ...outcomes, [failure]: chance }, billed: { ...billed, [failure]: true } } });
      };
      const chance = one.reliability.outcomes[failure as "moderated"] ?? 0;
      notLess((await at(chance + more)).expected, (await at(chance)).expected, failure);
    }),
    runs,
  );
});

test("failures that are not billed and not retried never raise the cost of a number of takes", async () => {
  await fc.assert(
    fc.asyncProperty(known, LATE, share(0, 0.2), async (one, failure, more) => {
      const at = (chance: number) => {
        const { outcomes, billed, ...rest } = one.reliability;
        return numbers({
          ...one,
          takes: typeof one.takes === "object" ? 3 : one.takes,
          client: { ...one.client, retry_on: (one.client.retry_on ?? ["provider_error", "timed_out"]).filter((retried) => retried !== failure) },
          reliability: { ...rest, outcomes: { ...outcomes, [failure]: chance }, billed: { ...billed, [failure]: false } },
        });
      };
      const chance = one.reliability.outcomes[failure as "moderated"] ?? 0;
      notLess((await at(chance)).expected, (await at(chance + more)).expected, failure);
    }),
    runs,
  );
});

test("an idempotency key never raises the monthly cost if status requests are free", async () => {
  await fc.assert(
    fc.asyncProperty(known, seconds(20, 600), fc.boolean(), async (one, timeout, limited) => {
      const { on_timeout: _, max_wait: __, cancel: ___, ...rest } = one.client as Record<string, unknown>;
      const client = { ...rest, on_timeout: "resubmit", timeout, ...(limited && { max_wait: timeout * 2 }) };
      const withKey = (idempotency_key: boolean) =>
        costOf({ ...one, provider: "acme", takes: typeof one.takes === "object" ? 2 : one.takes, client: { ...client, idempotency_key } });
      const [without, keyed] = [(await withKey(false)).risk, (await withKey(true)).risk];
      notLess(without.figures.expected.toNumber(), keyed.figures.expected.toNumber(), "expected");
      notLess(without.jobs.duplicates, keyed.jobs.duplicates, "duplicates");
    }),
    runs,
  );
});

test("a lost answer never lowers the cost", async () => {
  await fc.assert(
    fc.asyncProperty(known, share(0, 0.3), async (one, more) => {
      const at = (submit_ack_loss: number) => numbers({ ...one, client: { ...one.client, submit_ack_loss } });
      const loss = one.client.submit_ack_loss ?? 0;
      notLess((await at(loss + more)).expected, (await at(loss)).expected, "expected");
    }),
    runs,
  );
});

test("trial, balance and packs never change the expected cost or a quantile", async () => {
  const money = fc.integer({ min: 0, max: 100_000 });
  await fc.assert(
    fc.asyncProperty(uncertain, money, money, fc.boolean(), async (one, trial, prepaid, inCredits) => {
      const { price: _, ...listed } = one;
      const workload = inCredits ? { ...listed, provider: "acme", model: "acme-credits" } : one;
      const paid = (account: object) => costOf(workload, { accounts: { [workload.provider]: { pack: "Pack 1", ...account } } });
      const [plain, covered] = [(await paid({})).risk.figures, (await paid({ trial, prepaid })).risk.figures];
      for (const figure of FIGURES) expect([figure, covered[figure].eq(plain[figure])]).toEqual([figure, true]);
      if (inCredits) return;
      const bare = (await costOf(workload)).risk.figures;
      for (const figure of FIGURES) expect([figure, plain[figure].eq(bare[figure])]).toEqual([figure, true]);
    }),
    runs,
  );
});

test("unknown policies are priced at their higher end, and the difference is shown as open", async () => {
  await always(uncertain, async (one) => {
    const at = async (policy: unknown) =>
      (await costOf({ ...one, reliability: { ...one.reliability, billed: Object.fromEntries(FAILURES.map((failure) => [failure, policy])) } })).risk;
    const [unknown, yes, no] = [await at("unknown"), await at("yes"), await at("no")];
    for (const figure of FIGURES) expect([figure, unknown.figures[figure].eq(yes.figures[figure])]).toEqual([figure, true]);
    expect(same(unknown.open().toNumber(), yes.figures.expected.minus(no.figures.expected).toNumber())).toBe(true);
    expect([yes.open().toNumber(), no.open().toNumber()]).toEqual([0, 0]);
  });
});

test("a failure seen 0 times of n can still happen: an unknown policy for it stays open", async () => {
  const at = async (provider_error: unknown) => {
    const { figures, open, distribution } = (
      await costOf({
        provider: "acme",
        model: "acme-1",
        price: { usd: "1", per: "clip" },
        volume: { per_month: 100 },
        reliability: { evidence: { provider_error: { k: 0, n: 20 } }, billed: { provider_error } },
      })
    ).risk;
    return { expected: figures.expected.toNumber(), open: open().toNumber(), lattice: distribution.lattice };
  };
  // Beta(½, 20½) has a mean of 1 / 42: so many of 100 clips are not billed.
  const free = await at("no");
  expect(free.expected).toBeCloseTo(100 - 100 / 42, 3);
  expect(await at("unknown")).toEqual({ expected: 100, open: expect.closeTo(100 - free.expected, 9), lattice: 1 });
  // Monthly costs then are multiples of half a price.
  expect((await at("50%")).lattice).toBe(0.5);
});

test("an unpriced workload is never $0, whatever it declares of its jobs", async () => {
  const unknown = fc.constantFrom({ provider: "acme", model: "acme-secret" }, { provider: "acme", model: "nope" }, { provider: "nobody", model: "x" });
  await fc.assert(
    fc.asyncProperty(uncertain, unknown, async ({ price: _, ...one }, unpriced) => {
      const workloads = { it: { ...one, ...unpriced } };
      const { total, verdict, workloads: lines } = await reviewFiles({ "video-budget.yml": { version: 1, workloads } }, { book: BOOK });
      const { head } = lines[0] ?? {};
      expect([head?.monthly, head?.risk, total.head, total.complete]).toEqual([null, null, null, false]);
      expect(["unpriced", "invalid"]).toContain(verdict);
    }),
    runs,
  );
});

test("a workload without reliability settings costs exactly its list price at every quantile", async () => {
  const plain = fc.record({
    provider: fc.constantFrom("acme", "asked"),
    model: fc.constant("acme-1"),
    price,
    volume: fc.record({ per_month: fc.nat(5000) }),
    takes: seconds(1, 5),
  });
  await fc.assert(
    fc.asyncProperty(plain, async (one) => {
      const { figures, open, waterfall, totalDistribution } = (await costOf(one)).risk;
      const list = Number(one.price.usd) * one.volume.per_month * one.takes;
      expect(figures.list.toNumber()).toBeCloseTo(list, 9);
      for (const figure of ["expected", "p50", "p90", "p95"] as const) expect([figure, figures[figure].eq(figures.list)]).toEqual([figure, true]);
      expect([figures.sd.toNumber(), open().toNumber(), waterfall.polling.toNumber(), totalDistribution]).toEqual([0, 0, 0, null]);
    }),
    runs,
  );
});
