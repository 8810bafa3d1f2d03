import fc from "fast-check";
import { expect, test } from "vitest";
import { reviewOne } from "../in-memory.ts";

/** Any workload that the small book prices. */
const workload = fc.record({
  provider: fc.constant("acme"),
  model: fc.constantFrom("acme-1", "acme-credits"),
  volume: fc.record({ per_month: fc.nat(5000) }),
  takes: fc.constantFrom(1, 2, 2.5, 4),
});
const named = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), workload, { minKeys: 1, maxKeys: 6 });
const runs = { numRuns: 60 };

test("the order of workloads does not matter", async () => {
  await fc.assert(
    fc.asyncProperty(named, async (workloads) => {
      const reversed = Object.fromEntries(Object.entries(workloads).reverse());
      const [one, other] = await Promise.all([reviewOne({ version: 1, workloads }), reviewOne({ version: 1, workloads: reversed })]);
      expect(one.total.head?.expected.eq(other.total.head?.expected ?? -1)).toBe(true);
    }),
    runs,
  );
});

test("workloads and their charges sum to the total exactly", async () => {
  await fc.assert(
    fc.asyncProperty(named, async (workloads) => {
      const { total, workloads: lines } = await reviewOne({ version: 1, workloads });
      const sum = lines.reduce((all, { head }) => all.plus(head?.monthly ?? 0), lines[0]?.head?.monthly?.times(0) ?? (0 as never));
      expect(sum.eq(total.head?.expected ?? -1)).toBe(true);
      for (const { head } of lines) {
        const job = head?.job;
        const terms = job?.terms.reduce((all, { amount }) => all.plus(amount), job.amount.times(0));
        const parts = job?.parts.base.plus(job.parts.pricing).plus(job.parts.rounding);
        expect([terms?.eq(job?.amount ?? -1), parts?.eq(job?.amount ?? -1)]).toEqual([true, true]);
      }
    }),
    runs,
  );
});

test("more clips never cost less", async () => {
  await fc.assert(
    fc.asyncProperty(workload, fc.nat(1000), async (one, more) => {
      const total = async (clips: number) => (await reviewOne({ version: 1, workloads: { w: { ...one, volume: { per_month: clips } } } })).total.head?.expected;
      const [few, many] = [await total(one.volume.per_month), await total(one.volume.per_month + more)];
      expect(few && many?.gte(few)).toBe(true);
    }),
    runs,
  );
});

test("an unpriced workload is never $0", async () => {
  const unknown = fc.constantFrom(
    { provider: "acme", model: "acme-secret" },
    { provider: "acme", model: "acme-0" },
    { provider: "acme", model: "nope" },
    { provider: "nobody", model: "x" },
  );
  await fc.assert(
    fc.asyncProperty(unknown, fc.nat(1000), named, async (model, clips, others) => {
      const { workloads, total, verdict } = await reviewOne({ version: 1, workloads: { ...others, "w.unknown": { ...model, volume: { per_month: clips } } } });
      const line = workloads.find(({ head }) => head?.name === "w.unknown");
      expect([line?.head?.monthly, line?.head?.job?.amount]).toEqual([null, undefined]);
      expect([total.complete, verdict === "unpriced" || verdict === "invalid"]).toEqual([false, true]);
    }),
    runs,
  );
});

test("the shares of a change sum to its difference exactly", async () => {
  const keys = fc.record({
    duration: fc.constantFrom(5, 10),
    resolution: fc.constantFrom("720p", "1080p"),
    audio: fc.boolean(),
    per_month: fc.integer({ min: 1, max: 500 }),
    takes: fc.constantFrom(1, 2, 3),
  });
  const manifest = ({
    duration,
    resolution,
    audio,
    per_month,
    takes,
  }: {
    duration: number;
    resolution: string;
    audio: boolean;
    per_month: number;
    takes: number;
  }) => ({
    version: 1,
    workloads: { w: { provider: "acme", model: "acme-1", output: { duration, resolution, audio }, volume: { per_month }, takes } },
  });
  await fc.assert(
    fc.asyncProperty(keys, keys, async (head, base) => {
      const { workloads } = await reviewOne(manifest(head), manifest(base));
      const [line] = workloads;
      const difference = line?.head?.monthly?.minus(line.base?.monthly ?? 0);
      const sum = line?.changes.reduce((all, { monthly }) => all.plus(monthly ?? 0), difference?.times(0) ?? (0 as never));
      expect(
        sum
          ?.minus(difference ?? -1)
          .abs()
          .lt("1e-30"),
      ).toBe(true);
    }),
    runs,
  );
});
