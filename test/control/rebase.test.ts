import { describe, expect, test } from "vitest";
import { rebased } from "../../src/control/rebase.ts";
import { type Gathered, gather } from "../../src/gather.ts";
import { isCovered } from "../../src/review/covers.ts";
import { readerOf, reviewOne } from "../in-memory.ts";

const clip = { provider: "acme", model: "acme-1", output: { duration: 5, resolution: "720p", audio: true } };
const clips = (per_month: number, more: object = {}): object => ({ ...clip, volume: { per_month }, ...more });
const manifest = (workloads: object, settings: object = {}): object => ({ version: 1, budget: { monthly: 100 }, ...settings, workloads });

describe("a side rebased onto the tip of the base branch", () => {
  const side = (settings: object, files: Record<string, string | object> = {}): Promise<Gathered> =>
    gather(readerOf({ "m.yml": manifest({ c: clips(1) }, settings), ...files }), ["m.yml"], "sha256:test");
  const on = async (head: Gathered, base: Gathered, tip: Gathered) => rebased(head, base, tip, new Map()).manifests[0]?.settings;

  test("has the tip's settings except for those that it changed", async () => {
    const base = await side({});
    const head = await side({ fx: { CNY: 0.1 } });
    const tip = await side({ budget: { monthly: 500 }, fx: { CNY: 0.2 }, accounts: { acme: { discount: "5%" } } });
    const settings = await on(head, base, tip);
    expect([settings?.budget.monthly, settings?.fx, settings?.accounts["acme"]?.discount]).toEqual(["500", { CNY: "0.1" }, 0.05]);
    expect((await on(base, base, tip))?.fx).toEqual({ CNY: "0.2" });
  });

  test("has the tip's price files except for those that it changed", async () => {
    const prices = { prices: ["p.yml"] };
    const file = (name: string): object => ({ provider: "acme", name, models: [{ id: "acme-1", modes: ["text-to-video"], prices: [] }] });
    const [base, tip] = await Promise.all([side(prices, { "p.yml": file("Old") }), side(prices, { "p.yml": file("New") })]);
    const names = (one: Gathered): (string | undefined)[] | undefined =>
      rebased(one, base, tip, new Map())
        .prices.get("m.yml")
        ?.providers.map(({ name }) => name);
    expect(names(base)).toEqual(["New"]);
    expect(names(await side(prices, { "p.yml": file("Own") }))).toEqual(["Own"]);
  });
});

describe("an override of one commit", () => {
  const base = manifest({ c: clips(100) });
  const at = (workloads: object, on: object = base) => reviewOne({ ...base, workloads }, on);

  test.each<[string, object, object, boolean]>([
    ["the same cost", { c: clips(200) }, { c: clips(200) }, true],
    ["a lower cost", { c: clips(200) }, { c: clips(150) }, true],
    ["one more clip", { c: clips(200) }, { c: clips(201) }, false],
    ["the same cost of other workloads", { c: clips(200) }, { c: clips(100), d: clips(100) }, true],
    [
      "a lower cost and an unpriced workload",
      { c: clips(200) },
      { c: clips(150), s: { provider: "acme", model: "acme-secret", volume: { per_month: 1 } } },
      false,
    ],
    ["a lower cost and an error", { c: clips(200) }, { c: clips(150), s: { provider: "acme", model: "acme-9", volume: { per_month: 1 } } }, false],
    [
      "the same error",
      { c: clips(200), s: { provider: "acme", model: "acme-9", volume: { per_month: 1 } } },
      { c: clips(200), s: { provider: "acme", model: "acme-9", volume: { per_month: 1 } } },
      true,
    ],
    ["a limit that was not exceeded before", { c: clips(101) }, { c: clips(134) }, false],
  ])("and a later commit with %s: coverage", async (_, agreed, now, covered) => {
    expect(isCovered(await at(now), await at(agreed))).toBe(covered);
  });

  test("covers what the change adds to its own base, not what others merged", async () => {
    const merged = manifest({ c: clips(100), other: clips(100) });
    const now = await at({ c: clips(200), other: clips(100) }, merged);
    expect(isCovered(now, await at({ c: clips(200) }))).toBe(true);
    expect(isCovered(await at({ c: clips(201), other: clips(100) }, merged), await at({ c: clips(200) }))).toBe(false);
  });
});
